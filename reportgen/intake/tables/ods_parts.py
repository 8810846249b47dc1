"""The hidden parts of an ods sheet, from its content XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Box, ErrorCell, UnstoredFormula
from reportgen.intake.tables.hidden_parts import Parts, local, occurs, parse

if TYPE_CHECKING:
    from zipfile import ZipFile

_CONTENT = "content.xml"
_WORDS = (b"formula", b"visibility", b"-spanned")
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")


def find(archive: ZipFile, sheet: str) -> Parts:
    """The hidden parts of the sheet of this name."""
    content = _Content(sheet)
    if occurs(archive, _CONTENT, _WORDS):
        parse(archive, _CONTENT, content)
    return content.found


def reach(archive: ZipFile) -> tuple[int, int]:
    """The last row and the last column of any sheet in which a cell holds something, repeated ones counted."""
    filled = _Filled()
    if _CONTENT in archive.namelist() and occurs(archive, _CONTENT, (b"-repeated",)):
        parse(archive, _CONTENT, filled)
    return filled.row, filled.column


class _Filled:
    """The reader that keeps how far cells that hold something reach; the empty ones at the end take no room."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self._row = self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self._row = 0
        elif name == "table-row":
            self._row += int(attributes.get("table:number-rows-repeated", 1))
            self._column = 0
        elif name in {"table-cell", "covered-table-cell"}:
            self._column += int(attributes.get("table:number-columns-repeated", 1))
            if "office:value-type" in attributes or "table:formula" in attributes:
                self.row, self.column = max(self.row, self._row), max(self.column, self._column)

    def text(self, text: str) -> None:
        """What a cell holds does not matter here."""

    def end(self, name: str) -> None:
        """Where an element ends says nothing here."""


class _Content:
    """The reader of one table; rows, columns and cells may each stand for several of their kind."""

    def __init__(self, sheet: str) -> None:
        self.found = Parts()
        self._sheet = sheet
        self._inside = False
        self._row = self._column = self._columns = 0
        self._next_row = self._next_column = 1
        self._cell: dict[str, str] = {}
        self._shown = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self._inside = attributes.get("table:name") == self._sheet
        elif not self._inside:
            return
        elif name == "table-column":
            self._add_columns({local(key): value for key, value in attributes.items()})
        elif name == "table-row":
            self._begin_row({local(key): value for key, value in attributes.items()})
        elif name in {"table-cell", "covered-table-cell"}:
            self._begin_cell(attributes)

    def text(self, text: str) -> None:
        if self._cell:
            self._shown += text

    def end(self, name: str) -> None:
        if name == "table":
            self._inside = False
        elif name == "table-cell" and self._cell:
            self._end_cell()
            self._cell = {}

    def _add_columns(self, column: dict[str, str]) -> None:
        first = self._columns + 1
        self._columns += int(column.get("number-columns-repeated", 1))
        if column.get("visibility", "visible") != "visible":
            self.found.columns.append(range(first, self._columns + 1))

    def _begin_row(self, row: dict[str, str]) -> None:
        self._row, self._next_column = self._next_row, 1
        self._next_row += int(row.get("number-rows-repeated", 1))
        if row.get("visibility", "visible") != "visible":
            self.found.rows.append(range(self._row, self._next_row))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column = self._next_column
        self._next_column += int(attributes.get("table:number-columns-repeated", 1))
        if "table:formula" in attributes or "table:number-columns-spanned" in attributes:
            self._cell, self._shown = attributes, ""

    def _end_cell(self) -> None:
        cell = {local(key): value for key, value in self._cell.items()}
        down, along = int(cell.get("number-rows-spanned", 1)), int(cell.get("number-columns-spanned", 1))
        if down > 1 or along > 1:
            self.found.merged.append(Box(self._row, self._column, self._row + down - 1, self._column + along - 1))
        if "formula" not in cell:
            return
        if "value-type" not in cell and not self._shown.strip():
            self.found.cells[self._row, self._column] = UnstoredFormula()
        elif _ERROR.fullmatch(self._shown.strip()):
            self.found.cells[self._row, self._column] = ErrorCell(self._shown.strip())
