"""Links: one element each, with the words they stand on (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.press.pdf.layout import Link, Sheet
from reportgen.press.pdf.structure import (
    ObjectNumber,
    Parents,
    drop,
    drop_annotations,
    elements,
    link_annotations,
    take_in,
    walk,
)

if TYPE_CHECKING:
    from pikepdf import Object, Page, String


def mend_links(document: Object, pages: Sequence[Page], sheets: Sequence[Sheet], parents: Parents) -> None:
    """Give each link its words as Contents, one annotation a line, and one element over all its lines."""
    linked = list(_linked(pages, sheets))
    for annotation, link in linked:
        annotation.Contents = _text(link.text)
    _drop_inner_links(document, inside=False)
    numbers = {annotation.objgen: link.element for annotation, link in linked}
    for parent in list(walk(document)):
        _join_links(parent, numbers, parents)


def _text(words: str) -> String:
    """Words as the engine writes all others: plain where ASCII suffices, and else in UTF-16."""
    from pikepdf import String

    return String(words if words.isascii() else BOM_UTF16_BE + words.encode("utf-16-be"))


def _linked(pages: Sequence[Page], sheets: Sequence[Sheet]) -> Iterator[tuple[Object, Link]]:
    """Each link annotation, with what the layout knows of it."""
    for page, sheet in zip(pages, sheets, strict=True):
        links = [annotation for annotation in page.obj.get("/Annots", ()) if annotation.Subtype == "/Link"]
        yield from zip(links, sheet.links, strict=True)


def _drop_inner_links(element: Object, *, inside: bool) -> None:
    """Leave a link's words to the link: WeasyPrint makes links of their own of words in bold and of `a::after`."""
    from pikepdf import Name

    for kid in elements(element):
        if kid.S != "/Link" or inside:
            if link_annotations(kid):
                drop_annotations(kid)
            if kid.S == "/Link":
                kid.S = Name.NonStruct
        _drop_inner_links(kid, inside=inside or kid.S == "/Link")


def _join_links(parent: Object, numbers: dict[ObjectNumber, int], parents: Parents) -> None:
    """Make the pieces of one link that a line break parted one element; it keeps an annotation for each line."""
    previous: Object | None = None
    for kid in elements(parent):
        link = kid if kid.S == "/Link" else None
        if previous is not None and link is not None and _are_one(previous, link, numbers):
            take_in(previous, link)
            drop(parent, {link.objgen})
            parents.replace(link, previous)
        else:
            previous = link


def _are_one(first: Object, second: Object, numbers: dict[ObjectNumber, int]) -> bool:
    if first.Pg.objgen != second.Pg.objgen:  # the numbers of marked content mean nothing on another page
        return False
    one, other = ({numbers[annotation.objgen] for annotation in link_annotations(link)} for link in (first, second))
    return bool(one) and one == other
