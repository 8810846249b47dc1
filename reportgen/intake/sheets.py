"""The nouns of reading: a sheet as it was typed, and the raw rows that a source takes from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from reportgen.model.tables import Address, Issue, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.model.spec import Source
    from reportgen.model.tables import SourceFile

Place = TypeVar("Place")

_LONGEST_QUOTE = 60
_MOST_TOLD = 1000  # so many faults of one kind in one column are told one by one


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell and what to do about it, before its address is known."""

    code: str
    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell whose formula ended in an error such as `#REF!`."""

    shown: str


@dataclass(frozen=True, slots=True)
class UnstoredFormula:
    """A cell with a formula whose result was never stored in the file."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A cell that lies under a merged one; `value` is what the merged cell shows."""

    value: object


@dataclass(frozen=True, slots=True)
class Absent:
    """A cell of a column that the sheet lacks; the column is told of once, at the header."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells, rows and columns counted from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{letter(self.left)}{self.top}:{letter(self.right)}{self.bottom}"


class Places(StrEnum):
    """How a format names its places: by cell, by line of text, or by row."""

    CELL = "cell"
    LINE = "line"
    ROW = "row"


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The cells of one sheet as typed: rows of equal length, and each row's number as the file shows it.

    `widths` is set for delimited text only: how many fields each line really had.
    """

    rows: Sequence[Sequence[object]]
    numbers: Sequence[int]
    merged: tuple[Box, ...] = ()
    hidden_rows: tuple[range, ...] = ()
    hidden_columns: tuple[range, ...] = ()
    widths: Sequence[int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """One column with each distinct value held once: `values[codes[i]]` is the value of row i."""

    values: Sequence[object]
    codes: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class RawTable:
    """The data rows one source takes from one sheet, untyped, every cell with its address."""

    source: Source
    file: SourceFile
    places: Places
    letters: Mapping[str, str]
    columns: Mapping[str, Coded]
    numbers: NDArray[np.int32]

    def address(self, column: str, row: int) -> Address:
        """Where the cell of this column stands in the row of this number."""
        return Address(self.file.path, self.file.sheet, place(self.places, self.letters.get(column, ""), row))


def place(places: Places, column: str, row: int) -> str:
    """The name of a cell: `D14`, `line 14` or `row 14`."""
    return f"{column}{row}" if places is Places.CELL else f"{places.value} {row}"


def letter(number: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def shown(value: object) -> str:
    """A cell's value as a message quotes it: short, on one line, control characters spelt out."""
    text = re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda found: f"\\x{ord(found[0]):02x}", str(value))
    return f'"{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"}"'


def order(issue: Issue) -> tuple[str, str, int, int, str]:
    """The sort key of issues: file, sheet, row, column."""
    found = re.match(r"(?:(?:line|row) |([A-Z]{1,3}))(\d+)", issue.where.cell or "")
    column, row = (found[1] or "", int(found[2])) if found else ("", 0)
    number = 0
    for sign in column:
        number = number * 26 + ord(sign) - ord("A") + 1
    return (issue.where.file, issue.where.sheet or "", row, number, column)


def few(found: Iterable[tuple[Place, Fault]]) -> Iterator[tuple[Place, Fault]]:
    """The first thousand faults of each kind, and in the words of the next one how many more there are."""
    counts: dict[str, int] = {}
    next_one: dict[str, tuple[Place, Fault]] = {}
    for place_, fault in found:
        counts[fault.code] = counts.get(fault.code, 0) + 1
        if counts[fault.code] <= _MOST_TOLD:
            yield place_, fault
        else:
            next_one.setdefault(fault.code, (place_, fault))
    for place_, fault in next_one.values():
        more = counts[fault.code] - _MOST_TOLD - 1
        what = f"{fault.what}, and {more} more below it have a fault of this kind" if more else fault.what
        yield place_, Fault(fault.code, what, fault.mend)


def error(where: Address, fault: Fault) -> Issue:
    """The fault as an issue that stops the build."""
    return Issue(fault.code, Severity.ERROR, where, fault.what, fault.mend)


def warning(where: Address, fault: Fault) -> Issue:
    """The fault as an issue that is told and does not stop the build."""
    return Issue(fault.code, Severity.WARNING, where, fault.what, fault.mend)
