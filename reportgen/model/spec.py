"""What the author asked for: the project file as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

Scalar = str | int | Decimal | dt.date | bool


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in several languages, in the order the author wrote them."""

    entries: tuple[tuple[str, str], ...] = ()

    def get(self, language: str) -> str | None:
        """The text in exactly this language, or None."""
        return next((text for code, text in self.entries if code == language), None)

    def read(self, language: str, fallback: str = "en") -> str:
        """The text in `language`, else in `fallback`, else the first one; "" when there is none."""
        for code in (language, fallback):
            text = self.get(code)
            if text:
                return text
        return self.entries[0][1] if self.entries else ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that have a text."""
        return tuple(code for code, _ in self.entries)


class Kind(StrEnum):
    """What a column's cells hold."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DATE = "date"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    A column declared with `headers` (one a language) is read as several of these, named
    `name.en`, `name.da`, ...; `language` is then set. A column with a `separator` holds a tuple.
    """

    name: str
    header: str
    kind: Kind = Kind.TEXT
    required: bool = True
    refers_to: str | None = None
    allowed: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    not_recorded: tuple[str, ...] = ()
    locale: str | None = None
    formats: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    separator: str | None = None
    fill_merged: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of row, in one sheet of one or more files.

    `names` are the columns by which other sheets may call a row, beside its key. `date` or `year`
    places a row in time, `valid` is its first and last day, `recipient` says whose row it is;
    each may be a dotted name that follows a reference (`activity.starts`).
    """

    name: str
    files: str
    sheet: str | None
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    date: str | None = None
    year: str | None = None
    valid: tuple[str, str] | None = None
    recipient: str | None = None
    encoding: str | None = None
    stop: str | None = None
    read_hidden: bool = False

    def column(self, name: str) -> Column | None:
        """The column of this name, or None."""
        return next((column for column in self.columns if column.name == name), None)


class Span(StrEnum):
    """Which rows a period lets in, seen from the edition."""

    YEAR = "year"
    PREVIOUS_YEAR = "previous_year"
    SINCE = "since"
    AHEAD = "ahead"
    VALID = "valid"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time relative to the edition; `since` is the first year of a cumulative one."""

    span: Span = Span.YEAR
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A row is let in when its value is one of `values`, or lies in `lowest`..`highest` (both included).

    `recorded` asks instead whether there is a value at all.
    """

    column: str
    values: tuple[Scalar, ...] = ()
    lowest: Scalar | None = None
    highest: Scalar | None = None
    recorded: bool | None = None


class Aggregation(StrEnum):
    """How rows become one value."""

    COUNT = "count"
    DISTINCT = "distinct"
    DISTINCT_EACH = "distinct_each"
    SUM = "sum"
    MAX = "max"
    LATEST = "latest"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Measure:
    """An aggregation and what it is taken of.

    count: no columns. distinct: distinct combinations of the columns. distinct_each: the distinct values of each
    column, added (a mixed unit). sum, max, latest: one column. ratio: the codes of two indicators.
    """

    aggregation: Aggregation
    columns: tuple[str, ...] = ()
    numerator: str | None = None
    denominator: str | None = None

    @property
    def additive(self) -> bool:
        """Whether the values of categories add up to the whole."""
        return self.aggregation in {Aggregation.COUNT, Aggregation.SUM}


class Direction(StrEnum):
    """Which way is better."""

    ASCENDING = "ascending"
    DESCENDING = "descending"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: from which rows, how, over which period, split by what."""

    code: str
    title: Texts
    definition: Texts
    source: str
    measure: Measure
    unit: str
    where: tuple[Condition, ...] = ()
    period: Period = Period()
    by: tuple[str, ...] = ()
    direction: Direction = Direction.ASCENDING
    baseline: tuple[int, Decimal] | None = None
    targets: tuple[tuple[int, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class ListingSpec:
    """A list of distinct values of one column, ordered by another (by name where there is none).

    `show` says how a text is to be read: as typed ("text") or as the code of a country ("country").
    """

    code: str
    title: Texts
    source: str
    value: str
    where: tuple[Condition, ...] = ()
    period: Period = Period()
    order: str | None = None
    show: str = "text"


class Pick(StrEnum):
    """Which of the rows in order a record takes."""

    FIRST = "first"
    LAST = "last"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """One row (or every row) that the text speaks of, with the fields it needs.

    A field is a column, or two date columns that make an interval.
    """

    code: str
    title: Texts
    source: str
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    where: tuple[Condition, ...] = ()
    period: Period = Period()
    order: str | None = None
    pick: Pick = Pick.FIRST


@dataclass(frozen=True, slots=True)
class Fact:
    """A number or word that no row holds, declared with the reason why it may stand in the prose."""

    code: str
    text: Texts
    reason: str


@dataclass(frozen=True, slots=True)
class Rounding:
    """Steps by size: (below, step), ascending; a value at or above the last bound keeps the last step."""

    steps: tuple[tuple[int, int], ...] = ((10, 1), (100, 10), (1000, 50), (10000, 100))


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who sends the documents."""

    name: str
    established: int
    place: Texts
    address: tuple[str, ...] = ()
    country: str | None = None
    email: str | None = None
    website: str | None = None
    accent: str = "#1B4D6B"
    notice: Texts = Texts()


@dataclass(frozen=True, slots=True)
class Edition:
    """One yearly issue: the year it tells of, the date it bears, the day the data was taken."""

    year: int
    date: dt.date
    data_date: dt.date
    deadline: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RecipientsSpec:
    """Which source holds those who receive documents, and which columns say what of them."""

    source: str
    name: str
    where: str | None
    languages: str
    country: str | None = None
    member_from: str | None = None
    member_to: str | None = None
    email: str | None = None
    address: tuple[str, ...] = ()
    latitude: str | None = None
    longitude: str | None = None


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One numeral of the strip: which indicator, and whether it is shown exact or rounded with a plus."""

    indicator: str
    show: str = "exact"


class FigureKind(StrEnum):
    """How a figure is drawn."""

    BARS = "bars"
    LINES = "lines"
    STRIP = "strip"
    MAP = "map"
    TIMELINE = "timeline"


class Whose(StrEnum):
    """Whose values a figure or a strip of key figures shows: everybody's, or the recipient's own."""

    NETWORK = "network"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A chart of an indicator.

    bars: split `by` a dimension; `compare` marks the previous edition's value. lines: a trend over editions, one line
    an indicator of `indicators`. strip, map: every recipient's value, this one's marked. timeline: the rows of `table`.
    """

    code: str
    indicator: str
    by: str
    title: Texts
    caption: Texts
    categories: tuple[tuple[str, Texts], ...] = ()
    compare: bool = False
    width_mm: int = 164
    kind: FigureKind = FigureKind.BARS
    whose: Whose = Whose.NETWORK
    indicators: tuple[str, ...] = ()
    table: str | None = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table: a value that a row's reference leads to (`path`), or a distinct count (`distinct`)."""

    name: str
    header: Texts
    path: str | None = None
    distinct: str | None = None


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table for each recipient: a row for each value of the reference `row`, in the order of `order`.

    `row = "activity"` over participations gives the activities that a city took part in.
    """

    code: str
    title: Texts
    source: str
    row: str
    columns: tuple[TableColumn, ...]
    where: tuple[Condition, ...] = ()
    period: Period = Period()
    order: str | None = None


@dataclass(frozen=True, slots=True)
class TextSpec:
    """Texts that the secretariat keeps in a workbook: per recipient and `part`, in the languages it has."""

    source: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """A kind of document: its template folder and what its pages carry."""

    kind: str
    template: str
    folder: str
    key_figures: tuple[KeyFigure, ...] = ()
    address_window: str = "left"
    key_figures_of: Whose = Whose.NETWORK
    network_too: bool = False


@dataclass(frozen=True, slots=True)
class Project:
    """The whole project file; `root` is the folder it lies in, and nothing outside it is read."""

    root: Path
    file: Path
    publisher: Publisher
    languages: tuple[str, ...]
    editions: tuple[Edition, ...]
    rounding: Rounding
    sources: tuple[Source, ...]
    recipients: RecipientsSpec
    indicators: tuple[Indicator, ...]
    listings: tuple[ListingSpec, ...]
    records: tuple[RecordSpec, ...]
    facts: tuple[Fact, ...]
    units: tuple[tuple[str, Texts], ...]
    figures: tuple[FigureSpec, ...]
    documents: tuple[DocumentSpec, ...]
    tables: tuple[TableSpec, ...] = ()
    texts: TextSpec | None = None

    @property
    def templates(self) -> Path:
        """The folder of page templates, styles and fonts."""
        return self.root / "templates"

    def source(self, name: str) -> Source:
        """The source of this name; the project file was checked, so it is there."""
        return next(source for source in self.sources if source.name == name)

    def indicator(self, code: str) -> Indicator:
        """The indicator of this code; the project file was checked, so it is there."""
        return next(indicator for indicator in self.indicators if indicator.code == code)

    def unit(self, code: str) -> Texts:
        """The words for a unit."""
        return next((texts for name, texts in self.units if name == code), Texts((("en", code),)))

    def edition(self, year: int | None) -> Edition | None:
        """The edition of this year, or the newest; None when there is no such edition."""
        if year is None:
            return max(self.editions, key=lambda edition: edition.year)
        return next((edition for edition in self.editions if edition.year == year), None)
