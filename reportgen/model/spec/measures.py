"""What is measured, listed, recorded and tabled."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportgen.model.spec.texts import Texts

Scalar = str | int | Decimal | dt.date | bool


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
    """What is measured: from which rows, how, over which period, split by what.

    `not_recorded_beside` names another indicator: a recipient with 0 of this and some of that is not recorded here.
    """

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
    not_recorded_beside: str | None = None


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
