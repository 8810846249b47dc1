"""What will be printed: small values that pickle, compare and hash; a worker needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reportgen.model.findings import CityText, Entry, FieldValue, Interval, Number, Place, TableRow
from reportgen.model.spec import Edition, Fact, FigureSpec, KeyFigure, Publisher, Rounding, Scalar, Texts, Whose


@dataclass(frozen=True, slots=True)
class Recipient:
    """A city that receives documents, as it was on the edition's date.

    `merged_into` is the city that it became part of, or will, on the day after `member_to`; `predecessors` are those
    that became part of this one, and whose rows are counted with its own.
    """

    place: Place
    languages: tuple[str, ...]
    address: tuple[str, ...] = ()
    email: str | None = None
    member_from: date | None = None
    member_to: date | None = None
    merged_into: Place | None = None
    predecessors: tuple[Place, ...] = ()

    def joined_in(self, year: int) -> bool:
        """Whether it is new in this year: one that other members became part of has their past, and is not."""
        return self.member_from is not None and self.member_from.year == year and not self.predecessors

    @property
    def id(self) -> str:
        """The city's id, which names its files."""
        return self.place.id


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition on rows in the words for it: a column's title, and the words for each code where it has them.

    A row is let in when its value is one of `values`, or lies in `lowest`..`highest`, or by whether it is `recorded`.
    """

    title: Texts
    values: tuple[Texts | Scalar, ...] = ()
    lowest: Scalar | None = None
    highest: Scalar | None = None
    recorded: bool | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a printed value can be asked for: its words, its period where it has one, and where its rows are.

    `unit` is the word beside several, `unit_one` beside one, where there is such a form. `is_share`: the value is a
    ratio, and prints in per cent.
    """

    title: Texts
    definition: Texts
    unit: Texts
    period: Interval | None
    source: str
    filter: tuple[Criterion, ...]
    is_share: bool = False
    unit_one: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True)
class NumberFact:
    """One number a template may print, with its evidence; `value` None means not recorded."""

    code: str
    value: Number | None
    rows: int
    evidence: Evidence
    numerator: Number | None = None
    denominator: Number | None = None


@dataclass(frozen=True, slots=True)
class ListFact:
    """One list a template may print."""

    code: str
    items: tuple[FieldValue, ...]
    rows: int
    evidence: Evidence
    ordered: bool
    of_countries: bool


@dataclass(frozen=True, slots=True)
class RecordFact:
    """The row or rows of one record, with what they are."""

    code: str
    fields: tuple[str, ...]
    entries: tuple[Entry, ...]
    evidence: Evidence
    many: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """The numbers and lists of the network or of one recipient; `name` stands in receipts."""

    name: str
    numbers: tuple[NumberFact, ...]
    lists: tuple[ListFact, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One category's value and the rows behind it; `category` None stands for not recorded."""

    category: str | None
    value: Number | None
    rows: int
    compare: Number | None
    compare_rows: int = 0


@dataclass(frozen=True, slots=True)
class Split:
    """One indicator split by a figure's dimension for one edition, with its undivided value; the not recorded last."""

    code: str
    evidence: Evidence
    year: int
    whole: Number | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """What came of one indicator, the rows behind it, its target for the edition, and where it started in which year.

    `ascending`: more is better.
    """

    code: str
    evidence: Evidence
    value: Number | None
    rows: int
    target: Number | None = None
    baseline: Number | None = None
    baseline_year: int | None = None
    ascending: bool = True


@dataclass(frozen=True, slots=True)
class Point:
    """One edition's value in a trend, and the rows behind it."""

    year: int
    value: Number | None
    rows: int


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator over the editions, oldest first."""

    code: str
    evidence: Evidence
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """One recipient's value among all."""

    place: Place
    value: Number | None
    rows: int


@dataclass(frozen=True, slots=True)
class TableFact:
    """A table a template may print: the words over its columns, and its rows."""

    code: str
    headers: tuple[tuple[str, Texts], ...]
    rows: tuple[TableRow, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FigureFact:
    """The values of a figure before they are put into words: those that its kind asks for, in natural order.

    `labels` are the words for categories and `dimension` for what is split by, where the project file has them;
    `panels` the figures that a small multiple is made of.
    """

    spec: FigureSpec
    evidence: Evidence
    compare_year: int | None
    parts: tuple[Part, ...] = ()
    trends: tuple[Trend, ...] = ()
    spread: tuple[Spread, ...] = ()
    table: TableFact | None = None
    splits: tuple[Split, ...] = ()
    promises: tuple[Promise, ...] = ()
    panels: tuple[FigureFact, ...] = ()
    labels: tuple[tuple[str, Texts], ...] = ()
    dimension: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True)
class Document:
    """One file to make: of what kind, for whom, in which language, and every value it may print."""

    kind: str
    template: str
    path: str
    language: str
    recipient: Recipient
    publisher: Publisher
    edition: Edition
    rounding: Rounding
    own: Scope
    network: Scope
    previous_own: Scope
    previous_network: Scope
    records: tuple[RecordFact, ...]
    facts: tuple[Fact, ...]
    figures: tuple[FigureFact, ...]
    key_figures: tuple[KeyFigure, ...]
    address_window: str
    key_figures_of: Whose = Whose.NETWORK
    tables: tuple[TableFact, ...] = ()
    texts: tuple[CityText, ...] = ()

    @property
    def id(self) -> str:
        """The document's name in messages and in the manifest."""
        return f"{self.kind}/{self.recipient.id}.{self.language}"
