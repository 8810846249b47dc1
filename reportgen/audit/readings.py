"""The nouns of this stage: a value as a finished file has it, a place that does not agree, and the account of all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportgen.model.records import PrintedValue

BUILD_AGAIN = "build again"


class UnreadableError(Exception):
    """A file, or a part of it, that can't be read; what is wrong with it, in words."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that does not agree: where, what stands there and what should, what to do."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a build as the manifest tells it; `kind` is letters, reports, figures, ..."""

    path: str
    kind: str
    language: str
    sha256: str
    values: tuple[PrintedValue, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value as it was read from a finished file, and the place in that file.

    `exact` is "" where the file says that the value is not recorded, None where it only shows words, and they do not
    fit their receipt; `shown` is None where the file holds the value as data.
    """

    place: str
    code: str
    scope: str
    period: str
    exact: str | None
    shown: str | None


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a finished file gave: its values, and the places in it that do not agree with the manifest."""

    entry: Entry
    readings: tuple[Reading, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """One value in the files of one kind: every exact value and every rounded numeral read there, in how many files."""

    exact: tuple[str, ...] = ()
    rounded: tuple[str, ...] = ()
    files: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One value of one scope and period: what it should be, and what each kind of file says.

    `of_findings`: the findings give `expected`; else it is what most files say, None where they are at odds.
    """

    code: str
    scope: str
    period: str
    expected: str | None
    stands: tuple[tuple[str, Stand], ...]
    agrees: bool
    of_findings: bool

    @property
    def is_printed(self) -> bool:
        """Whether any file says this value."""
        return any(stand.files for _, stand in self.stands)


@dataclass(frozen=True, slots=True)
class Account:
    """What reconciling came to: every value, every place that does not agree, and what else a reader must know.

    `indicators` are the codes of the findings, in the order of the project file.
    """

    folder: Path
    year: int
    kinds: tuple[str, ...]
    indicators: tuple[str, ...]
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    files: int
    readings: int

    @property
    def status(self) -> int:
        """The exit status: 0 when everything agrees, else 1."""
        return 1 if self.faults else 0
