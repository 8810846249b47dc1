"""What stands on a page without belonging to its text: running headers and footers, headers a table repeats."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.press.pdf.structure import ObjectNumber, Parents, walk

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

POINTS_PER_PIXEL = Decimal("0.75")

# As WeasyPrint writes them; text itself is always hexadecimal there, so no text can look like an operator.
MARKED = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
PLACE_OF_TEXT = re.compile(rb"1 0 0 -1 \S+ (\S+) Tm")


def set_aside(pdf: Pdf, document: Object, parents: Parents) -> None:
    """Make an artifact of type Pagination of all marked content that `document` does not reach (14.8.2.2.2)."""
    from pikepdf import Array

    reached = {element.objgen for element in walk(document)}
    links = {element.objgen for element in walk(document) if element.S == "/Link"}
    for page in pdf.pages:
        key = int(page.obj.StructParents)
        entry = parents.entries[key]
        aside = {number for number, element in enumerate(entry) if element.objgen not in reached}
        parents.entries[key] = Array([None if number in aside else item for number, item in enumerate(entry)])
        page.obj.Contents.write(_rewrite(page.obj.Contents.read_bytes(), aside, _height(page)))
        _keep_annotations(page, links, parents)


def _height(page: Page) -> Decimal:
    return Decimal(str(page.mediabox[3]))


def _rewrite(stream: bytes, aside: set[int], height: Decimal) -> bytes:
    def mark(match: re.Match[bytes]) -> bytes:
        if int(match[1]) not in aside:
            return match[0]
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
