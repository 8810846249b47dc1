"""A grid becomes a table of a sheet: its headings, its cells by what they hold, its total beneath."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from reportgen.model.annexes import Cell, CellKind, Grid
from reportgen.press.dataset.number_formats import Exact, Shapes, shape
from reportgen.press.dataset.paint import Painter, lines, set_height
from reportgen.press.dataset.sheet_names import name_columns

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NARROWEST, WIDEST = 10.0, 40.0  # letters
MARGIN, HEAD_MARGIN = 3.0, 5.0  # letters: the indent; at a heading the filter's button too
LETTER = 1.08  # a letter of ours is a little wider than the digit that a sheet counts in


@dataclass(frozen=True, slots=True)
class Table:
    """A grid on a sheet, from the row of its headings on; `name` is what the workbook calls it."""

    grid: Grid
    name: str
    top: int
    widths: tuple[float, ...]

    @property
    def bottom(self) -> int:
        """The first free row beneath."""
        return self.top + 1 + len(self.grid.rows)


def measure(grid: Grid, name: str, top: int) -> Table:
    """The grid with its columns wide enough for their longest line, within bounds."""
    return Table(grid, name, top, tuple(_width(grid, column) for column in range(len(grid.headings))))


def _width(grid: Grid, column: int) -> float:
    told = (line for row in grid.rows for line in row[column].shown.splitlines())
    words = grid.headings[column].text.split()
    head = max(map(len, words), default=0) * LETTER + HEAD_MARGIN
    body = max(map(len, told), default=0) * LETTER + MARGIN
    return min(max(NARROWEST, head, body), WIDEST)


def write_table(painter: Painter, sheet: Worksheet, table: Table) -> None:
    """The table's headings and cells; its total stands beneath it, so that sorting and filtering leave it alone."""
    grid = table.grid
    names = name_columns(heading.text for heading in grid.headings)
    for column, (heading, name, width) in enumerate(zip(grid.headings, names, table.widths, strict=True)):
        sheet.set_column(column, column, width)
        painter.text(sheet, (table.top, column), name, painter.aligned("head", _side(heading.kind)))
    body = len(grid.rows) - grid.has_total
    if body > 0:
        sheet.add_table(table.top, 0, table.top + body, len(names) - 1, _options(painter, table, names))
    for column in range(len(names)):
        _write_column(painter, sheet, table, column)
    for row, texts in enumerate((names, *([cell.shown for cell in row] for row in grid.rows)), start=table.top):
        margin = HEAD_MARGIN if row == table.top else MARGIN
        rooms = [width - margin for width in table.widths]
        set_height(sheet, row, 1, max(map(lines, texts, rooms), default=1))


def _write_column(painter: Painter, sheet: Worksheet, table: Table, column: int) -> None:
    grid = table.grid
    cells = [row[column] for row in grid.rows]
    shapes = shape(grid.headings[column].kind, cells)
    for number, cell in enumerate(cells, start=1):
        is_total = grid.has_total and number == len(cells)
        _write(painter, sheet, (table.top + number, column), cell, (shapes, "total" if is_total else "cell"))


def _options(painter: Painter, table: Table, names: tuple[str, ...]) -> dict[str, Any]:
    kinds = (heading.kind for heading in table.grid.headings)
    columns = [
        {"header": name, "header_format": painter.aligned("head", _side(kind))}
        for name, kind in zip(names, kinds, strict=True)
    ]
    return {
        "name": table.name,
        "columns": columns,
        "title": table.grid.title,  # what a screen reader says of the table
        "style": None,  # every program draws our own lines; only Excel draws a table's style
        "banded_rows": False,
    }


def _side(kind: CellKind) -> str:
    return "left" if kind is CellKind.TEXT else "right"


def _write(painter: Painter, sheet: Worksheet, at: tuple[int, int], cell: Cell, how: tuple[Shapes, str]) -> None:
    shapes, name = how
    if shapes.kind is CellKind.TEXT:
        painter.text(sheet, at, cell.shown, painter.aligned(name, "left"))
    elif cell.value is None:
        painter.text(sheet, at, cell.shown, painter.aligned("unknown" if name == "cell" else name, "right"))
    else:
        look = painter.aligned(name, "right", num_format=shapes.of(cell), text_wrap=False)
        if isinstance(cell.value, date):
            sheet.write_datetime(*at, cell.value, look)
        else:
            sheet.write_number(*at, Exact(cell.value) if isinstance(cell.value, float) else cell.value, look)
