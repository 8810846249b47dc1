"""The funder's annex in one language: every table and figure finished, before it becomes pages, Word or data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportgen.model.figures import AnyChart
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue


class CellKind(StrEnum):
    """What the cells of a column hold: it decides how they are set, and their type in sheets and data."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"  # a fraction of one, shown as a percentage
    YEAR = "year"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a `Grid`: its name in data (small letters), the words over it, what its cells hold."""

    name: str
    text: str
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: as printed, and its exact value (None: words, or not recorded).

    `receipt` is the place of its receipt in the grid's `printed`, None where it prints no value of an indicator.
    """

    shown: str
    value: Number | date | None = None
    receipt: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table (rows × headings) with a receipt for every value it prints; the first cell of a row is its head.

    `has_total`: the last row is the sum of the others. `note` says below it what the reader must know.
    """

    code: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    printed: tuple[PrintedValue, ...] = ()
    note: str = ""
    has_total: bool = False


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a figure as data: codes stay codes, `label` is the category in words, None is not recorded."""

    indicator: str
    scope: str
    dimension: str
    category: str
    label: str
    period: str
    value: Number | None
    unit: str
    rows: int
    numerator: Number | None = None
    denominator: Number | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """How one indicator was counted: what the evidence page says of it.

    `files` are the source files behind it, each with its SHA-256; `rounding` says how it is printed elsewhere.
    """

    code: str
    title: str
    definition: str
    unit: str
    period: str
    filter: str
    source: str
    files: tuple[tuple[str, str], ...]
    rows: int
    rounding: str
    additive: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A figure that stands alone: number, title, definitions, chart, data, source line, alt text in the chart."""

    number: int
    code: str
    title: str
    caption: str
    note: str
    source: str
    definitions: tuple[Definition, ...]
    chart: AnyChart
    grid: Grid
    data: tuple[Datum, ...]

    @property
    def name(self) -> str:
        """What its files are called, without the ending: `01-participants_by_role`."""
        return f"{self.number:02}-{self.code}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the annex: an objective, a perspective, the Nordic entities, the trend, the promises.

    `note` is a sentence that stands before all else: where nothing is measured, it says so.
    """

    code: str
    title: str
    note: str = ""
    grids: tuple[Grid, ...] = ()
    figures: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """The whole annex in one language: the results of every objective in one table, then chapter by chapter."""

    language: str
    title: str
    description: str
    publisher: str
    funder: str
    year: int
    issued: date
    data_date: date
    licence: str
    results: Grid
    chapters: tuple[Chapter, ...]
    evidence: tuple[Definition, ...]

    @property
    def figures(self) -> tuple[Standing, ...]:
        """Every figure once, by its number."""
        found = {figure.number: figure for chapter in self.chapters for figure in chapter.figures}
        return tuple(found[number] for number in sorted(found))
