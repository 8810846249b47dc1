"""What will be printed: small values that pickle, compare and hash; a worker needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportgen.model.findings import CityText, Entry, FieldValue, Interval, Number, Place, TableRow
from reportgen.model.spec import Edition, Fact, FigureSpec, KeyFigure, Publisher, Rounding, Texts, Whose


@dataclass(frozen=True, slots=True)
class Recipient:
    """A city that receives documents, as it was on the edition's date."""

    place: Place
    languages: tuple[str, ...]
    address: tuple[str, ...] = ()
    email: str | None = None
    member_from: date | None = None
    member_to: date | None = None

    @property
    def id(self) -> str:
        """The city's id, which names its files."""
        return self.place.id


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a printed value can be asked for: its words, its period where it has one, and where its rows are."""

    title: Texts
    definition: Texts
    unit: Texts
    period: Interval | None
    source: str
    filter: str


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
class Bar:
    """One bar: its label, its value (None: not recorded), the same a year before, and both as printed."""

    label: str
    value: Number | None
    shown: str
    compare: Number | None = None
    compare_shown: str | None = None
    category: str | None = None
    rows: int = 0
    compare_rows: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart whose every number and word is finished; drawing it is all that is left."""

    code: str
    language: str
    title: str
    caption: str
    alt: str
    unit: str
    bars: tuple[Bar, ...]
    width_mm: int
    compare_label: str | None = None
    value_label: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One category's value and the rows behind it; `category` None stands for not recorded."""

    category: str | None
    value: Number | None
    rows: int
    compare: Number | None
    compare_rows: int = 0


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
    """The values of a figure before they are put into words: those that its kind asks for, in natural order."""

    spec: FigureSpec
    evidence: Evidence
    compare_year: int | None
    parts: tuple[Part, ...] = ()
    trends: tuple[Trend, ...] = ()
    spread: tuple[Spread, ...] = ()
    table: TableFact | None = None


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
