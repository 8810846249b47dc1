"""Links: one element each, with the words they stand on (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydyf import String

from reportgen.press.pdf.layout import Link, Sheet
from reportgen.press.pdf.structure import Annotation, Element, Reference, at, drop, walk


def mend_links(pdf: Any, document: Element, sheets: Sequence[Sheet]) -> None:  # noqa: ANN401 - an untyped library
    """Give each link its words as Contents, one annotation a line, and one element over all its lines."""
    linked = dict(_linked(pdf, sheets))
    for reference, link in linked.items():
        at(pdf, reference)["Contents"] = String(link.text)
    _drop_inner_links(document, inside=False)
    for parent in list(walk(document)):
        _join_links(parent, linked)


def _linked(pdf: Any, sheets: Sequence[Sheet]) -> Iterator[tuple[Reference, Link]]:  # noqa: ANN401  the engine's
    """Each link annotation, with what the layout knows of it."""
    for page, sheet in zip(pdf.page_references, sheets, strict=True):
        annotations = at(pdf, page).get("Annots", ())
        links = [reference for reference in annotations if at(pdf, reference)["Subtype"] == "/Link"]
        yield from zip(links, sheet.links, strict=True)


def _drop_inner_links(element: Element, *, inside: bool) -> None:
    """Leave a link's words to the link: WeasyPrint makes links of their own of words in bold and of `a::after`."""
    for kid in element.elements:
        if kid.role != "/Link" or inside:
            kid.pieces = [piece for piece in kid.pieces if not isinstance(piece, Annotation)]
        if kid.role == "/Link" and inside:
            kid.role = "/NonStruct"
        _drop_inner_links(kid, inside=inside or kid.role == "/Link")


def _join_links(parent: Element, linked: Mapping[Reference, Link]) -> None:
    """Make the pieces of one link that a line break parted one element; it keeps an annotation for each line."""
    previous: Element | None = None
    for kid in parent.elements:
        link = kid if kid.role == "/Link" else None
        if previous is not None and link is not None and _are_one(previous, link, linked):
            previous.pieces += link.pieces
            drop(parent, [link])
        else:
            previous = link


def _are_one(first: Element, second: Element, linked: Mapping[Reference, Link]) -> bool:
    if first.page != second.page:  # the numbers of marked content mean nothing on another page
        return False
    one, other = ({linked[annotation].element for annotation in link.annotations} for link in (first, second))
    return bool(one) and one == other
