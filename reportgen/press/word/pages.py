"""The pages of a Word file: upright ones, and lying ones where a table needs the room; running lines on all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.press.word.elements import element, field, paragraph, run

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document
    from lxml.etree import _Element as Element

# A4 and its margins, in twentieths of a point.
_SHORT, _LONG = 11906, 16838
_TOP, _SIDE, _RUNNING = 1361, 1304, 680
UPRIGHT, LYING = _SHORT - 2 * _SIDE, _LONG - 2 * _SIDE


class Pages:
    """The file's body as it grows; a change of direction begins a section on a new page."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._body: Element = document.element.body
        self._end: Element = document.element.body.sectPr
        self._lying = False

    @property
    def room(self) -> int:
        """The width of the text, in twentieths of a point."""
        return LYING if self._lying else UPRIGHT

    def turn(self, *, lying: bool) -> None:
        """What follows stands on pages of this direction."""
        if lying != self._lying and len(self._body) > 1:
            self._close()
        self._lying = lying

    def add(self, *blocks: Element) -> None:
        """Paragraphs and tables, one after another."""
        for block in blocks:
            self._end.addprevious(block)

    def finish(self, header: str, footer: str, words: Mapping[str, str]) -> None:
        """Close the last section, and set the running lines of all."""
        self._body.replace(self._end, last := _section(lying=self._lying))
        self._end = last
        first = self.document.sections[0]
        _fill(first.header, paragraph("Header", run(header)))
        page = (run(words["page"]), field("PAGE", "1"), run(words["of"]), field("NUMPAGES", "1"))
        _fill(first.footer, paragraph("Footer", run(f"{footer} · "), *page))

    def _close(self) -> None:
        """End the section with the last paragraph, or with one of its own after a table."""
        last = self._end.getprevious()
        if not last.tag.endswith("}p"):
            last = paragraph("SectionEnd")
            self.add(last)
        last[0].append(_section(lying=self._lying))


def _section(*, lying: bool) -> Element:
    size = {"w": str(_LONG), "h": str(_SHORT), "orient": "landscape"} if lying else {"w": str(_SHORT), "h": str(_LONG)}
    margins = {"top": _TOP, "right": _SIDE, "bottom": _TOP, "left": _SIDE, "header": _RUNNING, "footer": _RUNNING}
    sides = {side: str(width) for side, width in margins.items()}
    return element("sectPr", element("pgSz", **size), element("pgMar", **sides, gutter="0"))


def _fill(story: BlockItemContainer, line: Element) -> None:
    """The one line of a header or footer, in place of the empty one that python-docx begins it with."""
    root: Element = story._element  # noqa: SLF001  python-docx has no other way to the part's own element
    root[:] = [line]
