"""What the spreadsheets hold: typed tables, the address of every row, and the faults found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Values(Protocol):
    """The typed values of one column, in row order; None (or NA) where not recorded."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[object]: ...

    def __getitem__(self, row: int, /) -> Any: ...  # noqa: ANN401  a list, or an array of any library


@dataclass(frozen=True, slots=True, eq=False)
class CodedValues:
    """The values of one column with each distinct one held once: row i has `distinct[codes[i]]`, and None at code -1.

    `codes` is an array of whole numbers, n rows long; no value stands twice in `distinct`.
    """

    distinct: Sequence[object]
    codes: Values

    def __len__(self) -> int:
        return len(self.codes)

    def __iter__(self) -> Iterator[object]:
        known = (*self.distinct, None)  # the code -1 finds the last
        return (known[self.codes[row]] for row in range(len(self.codes)))

    def __getitem__(self, row: int, /) -> object:
        code = int(self.codes[row])
        return None if code < 0 else self.distinct[code]


@dataclass(frozen=True, slots=True)
class Address:
    """Where something stands: the file as the project names it, the sheet, and the cell (`D14`) or line (`line 14`)."""

    file: str
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        return " › ".join(part for part in (self.file, self.sheet, self.cell) if part)


class Severity(StrEnum):
    """Whether an issue stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault of the data: where, what, what to do."""

    code: str
    severity: Severity
    where: Address
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One sheet of one file as it was read: path from the project's root, sheet, SHA-256 of the file, data rows."""

    path: str
    sheet: str | None
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The checked rows of one source over all its files.

    `columns` maps each column's name to its typed values (n rows): text as str, whole as int, decimal as float,
    date as datetime.date, yes_no as bool, a reference as the id of the row it means, a separated cell as a tuple;
    None or NA where not recorded. `file_numbers` (an index into `files`) and `row_numbers` (1-based, as the
    spreadsheet shows them) give each row its address; `letters` maps a column to its letter per file.
    """

    source: str
    columns: Mapping[str, Values]
    file_numbers: Values
    row_numbers: Values
    files: tuple[SourceFile, ...]
    letters: tuple[Mapping[str, str], ...]
