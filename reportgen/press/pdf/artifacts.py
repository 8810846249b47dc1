"""What stands on a page and is no part of its text: running headers, headers a table repeats, leading dots."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.press.pdf.passages import Passages
from reportgen.press.pdf.structure import ObjectNumber, Parents, pieces, walk

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

POINTS_PER_PIXEL = Decimal("0.75")

# As WeasyPrint writes them; text itself is always hexadecimal there, so no text can look like an operator.
MARKED = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
PLACE_OF_TEXT = re.compile(rb"1 0 0 -1 \S+ (\S+) Tm")


def drop_leaders(document: Object, passages: Passages) -> None:
    """Take the dots that lead from a title to its page out of the elements that hold them."""
    from pikepdf import Array

    leading = {spot for spot, passage in passages.items() if passage.leads}
    for element in walk(document) if leading else ():
        gone = {kid for kid in pieces(element) if isinstance(kid, int) and (element.Pg.objgen, kid) in leading}
        if gone:
            element.K = Array([kid for kid in pieces(element) if not (isinstance(kid, int) and kid in gone)])


def set_aside(pdf: Pdf, document: Object, parents: Parents, passages: Passages) -> None:
    """Make artifacts (ISO 32000-1, 14.8.2.2.2) of leading dots, and of all else that `document` does not reach."""
    from pikepdf import Array

    reached = {element.objgen for element in walk(document)}
    links = {element.objgen for element in walk(document) if element.S == "/Link"}
    for page in pdf.pages:
        key = int(page.obj.StructParents)
        entry = parents.entries[key]
        leading = {number for number in range(len(entry)) if passages[page.obj.objgen, number].leads}
        aside = leading | {number for number, element in enumerate(entry) if element.objgen not in reached}
        parents.entries[key] = Array([None if number in aside else item for number, item in enumerate(entry)])
        page.obj.Contents.write(_rewrite(page.obj.Contents.read_bytes(), aside, leading, _height(page)))
        _keep_annotations(page, links, parents)


def _height(page: Page) -> Decimal:
    return Decimal(str(page.mediabox[3]))


def _rewrite(stream: bytes, aside: set[int], leading: set[int], height: Decimal) -> bytes:
    def mark(match: re.Match[bytes]) -> bytes:
        number = int(match[1])
        if number not in aside:
            return match[0]
        if number in leading:
            return b"/Artifact <</Type /Layout>> BDC"
        return b"/Artifact <</Type /Pagination%s>> BDC" % _subtype(stream, match.end(), height)

    return MARKED.sub(mark, stream)


def _subtype(stream: bytes, start: int, height: Decimal) -> bytes:
    """Header or footer, by where its text stands; nothing for what is no text."""
    text = PLACE_OF_TEXT.search(stream, start, stream.find(b"EMC", start))
    if text is None:
        return b""
    return b" /Subtype /Header" if Decimal(text[1].decode()) * POINTS_PER_PIXEL < height / 2 else b" /Subtype /Footer"


def _keep_annotations(page: Page, links: set[ObjectNumber], parents: Parents) -> None:
    """Keep the annotations of `links` only; PDF/UA allows none elsewhere, and in an artifact none could be reached."""
    from pikepdf import Array

    kept = Array()
    for annotation in page.obj.get("/Annots", ()):
        key = int(annotation.StructParent)
        if parents.entries[key].objgen in links:
            kept.append(annotation)
        else:
            del parents.entries[key]
    if len(kept):
        page.obj.Annots = kept
    elif "/Annots" in page.obj:
        del page.obj.Annots
