"""A grid as a Word table: a head that comes again on every page, rows that no page cuts, numbers to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.annexes import Cell, CellKind, Grid
from reportgen.press.word.columns import widths
from reportgen.press.word.elements import Bookmarks, element, paragraph, run
from reportgen.press.word.letters import plain
from reportgen.press.word.styles import TABLE_STYLE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Table widths in fiftieths of a per cent, so that a pasted table takes its share of another page (17.18.90).
_WHOLE = 5000
# Up to so many rows and columns a table stays on one page with its caption; more columns make rows of many lines.
_ROWS_TOGETHER, _COLUMNS_TOGETHER = 14, 6


def table(grid: Grid, room: int, bookmarks: Bookmarks) -> Element:
    """The table, at most `room` twentieths of a point wide; a cell with a receipt stands in a bookmark."""
    columns = widths(grid, room)
    shares = tuple(str(round(width * _WHOLE / room)) for width in columns)
    made = element("tbl", _properties(grid, str(round(sum(columns) * _WHOLE / room))))
    made.append(element("tblGrid", *(element("gridCol", w=str(width)) for width in columns)))
    made.append(_head(grid, shares))
    together = len(grid.rows) <= _ROWS_TOGETHER and len(grid.headings) <= _COLUMNS_TOGETHER
    for number, row in enumerate(grid.rows, start=1):
        keep_next = together and (number < len(grid.rows) or bool(grid.note))
        made.append(_row(grid, row, shares, bookmarks, keep_next=keep_next))
    return made


def _properties(grid: Grid, share: str) -> Element:
    return element(
        "tblPr",
        element("tblStyle", val=TABLE_STYLE),
        element("tblW", w=share, type="pct"),
        element(
            "tblLook",
            val="06E0" if grid.has_total else "06A0",
            firstRow="1",
            lastRow=str(int(grid.has_total)),
            firstColumn="1",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        ),
        element("tblCaption", val=plain(grid.title)),
        element("tblDescription", val=plain(grid.note or grid.title)),
    )


def _head(grid: Grid, shares: tuple[str, ...]) -> Element:
    cells = (
        _cell(share, paragraph("TableText", run(heading.text), align=side, keep_next=True))
        for heading, side, share in zip(grid.headings, _sides(grid), shares, strict=True)
    )
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _row(
    grid: Grid, row: tuple[Cell, ...], shares: tuple[str, ...], bookmarks: Bookmarks, *, keep_next: bool
) -> Element:
    made = element("tr", element("trPr", element("cantSplit")))
    for cell, side, share in zip(row, _sides(grid), shares, strict=True):
        words = run(cell.shown, "Unsaid" if side and cell.value is None else "")
        inside = (words,) if cell.receipt is None else tuple(bookmarks.around(words))
        made.append(_cell(share, paragraph("TableText", *inside, align=side, keep_next=keep_next)))
    return made


def _cell(share: str, content: Element) -> Element:
    return element("tc", element("tcPr", element("tcW", w=share, type="pct")), content)


def _sides(grid: Grid) -> tuple[str, ...]:
    """Numbers stand to the right, but the head of a row to the left."""
    return ("", *("" if heading.kind is CellKind.TEXT else "right" for heading in grid.headings[1:]))
