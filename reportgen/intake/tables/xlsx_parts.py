"""The hidden parts of an xlsx sheet, from its worksheet XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Box, ErrorCell, UnstoredFormula
from reportgen.intake.tables import limits
from reportgen.intake.tables.hidden_parts import Parts, local, occurs, parse

if TYPE_CHECKING:
    from zipfile import ZipFile

_FORMULAS = tuple(before + b"f" + after for before in (b"<", b":") for after in (b">", b" ", b"/", b"\n", b"\r", b"\t"))
_WORDS = (*_FORMULAS, b'"e"', b"'e'", b"hidden", b"mergeCell")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


def find(archive: ZipFile, sheet: str) -> Parts:
    """The hidden parts of the sheet of this name."""
    member = _member(archive, sheet)
    worksheet = _Worksheet()
    if member and occurs(archive, member, _WORDS):
        parse(archive, member, worksheet)
    return worksheet.found


def reach(archive: ZipFile, sheet: str) -> tuple[int, int]:
    """The last row and the last column in which a cell holds something, as far as it matters for the room they take."""
    member = _member(archive, sheet)
    if member is None or limits.refuse_cells(*limits.reach(archive, member)) is None:
        return 0, 0
    filled = _Filled()
    parse(archive, member, filled)
    return filled.row, filled.column


def _member(archive: ZipFile, sheet: str) -> str | None:
    """The archive member that holds the sheet: the workbook names it, its relations tell where it lies."""
    workbook = next((name for name in archive.namelist() if name.endswith("workbook.xml")), "xl/workbook.xml")
    folder, _, name = workbook.rpartition("/")
    entry = next((found for found in _elements(archive, workbook, "sheet") if found.get("name") == sheet), {})
    number = next((value for key, value in entry.items() if local(key) == "id"), None)
    relations = _elements(archive, f"{folder}/_rels/{name}.rels", "Relationship")
    target = next((relation["Target"] for relation in relations if relation.get("Id") == number), None)
    if target is None:
        return None
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"


def _elements(archive: ZipFile, member: str, name: str) -> list[dict[str, str]]:
    elements = _Elements(name)
    parse(archive, member, elements)
    return elements.found


class _Elements:
    """The reader that keeps the attributes of every element of one name."""

    def __init__(self, name: str) -> None:
        self.found: list[dict[str, str]] = []
        self._name = name

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._name:
            self.found.append(attributes)

    def text(self, text: str) -> None:
        """Text between the elements says nothing here."""

    def end(self, name: str) -> None:
        """Where an element ends says nothing here."""


class _Filled:
    """The reader that keeps the last row and column of cells that hold something."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self._cell = (0, 0)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c" and "r" in attributes:
            self._cell = _position(attributes["r"])
        elif name in {"v", "f", "is"}:
            self.row, self.column = max(self.row, self._cell[0]), max(self.column, self._cell[1])

    def text(self, text: str) -> None:
        """What a cell holds does not matter here."""

    def end(self, name: str) -> None:
        """Where an element ends says nothing here."""


class _Worksheet:
    """The reader of one worksheet; rows and cells may leave out their own numbers."""

    def __init__(self) -> None:
        self.found = Parts()
        self._row = self._column = 0
        self._kind = self._value = ""
        self._formula = self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._in_value = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "col" and _is_true(attributes.get("hidden")):
            self.found.columns.append(range(int(attributes["min"]), int(attributes["max"]) + 1))
        elif name == "mergeCell":
            first, _, last = attributes["ref"].partition(":")
            self.found.merged.append(Box(*_position(first), *_position(last or first)))

    def text(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def end(self, name: str) -> None:
        if name == "v":
            self._in_value = False
        elif name == "c" and self._kind == "e":
            self.found.cells[self._row, self._column] = ErrorCell(self._value or "#N/A")
        elif name == "c" and self._formula and not self._value.strip() and self._kind != "str":
            # A result that is an empty text is stored with the kind "str"; without it nothing was stored.
            self.found.cells[self._row, self._column] = UnstoredFormula()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        if _is_true(attributes.get("hidden")):
            self.found.rows.append(range(self._row, self._row + 1))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column = _position(attributes["r"])[1] if "r" in attributes else self._column + 1
        self._kind, self._value, self._formula = attributes.get("t", "n"), "", False


def _position(reference: str) -> tuple[int, int]:
    """The row and column of a reference such as `D14`."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        message = f"{reference} names no cell"
        raise ValueError(message)
    column = 0
    for sign in found[1]:
        column = column * 26 + ord(sign) - ord("A") + 1
    return int(found[2]), column


def _is_true(text: str | None) -> bool:
    return text in {"1", "true"}
