"""What the data says: observations, lists and records, each with what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reportgen.model.spec import Edition, Texts

Number = int | float


@dataclass(frozen=True, slots=True)
class Interval:
    """From one day to another, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Place:
    """A city: its id, its name per language, its form after "in" where the language bends it, its country."""

    id: str
    name: Texts
    where: Texts
    country: str | None
    latitude: float | None = None
    longitude: float | None = None


FieldValue = str | int | float | bool | date | Interval | Place | Texts | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of an indicator: for the network (`recipient` None) or one recipient, whole or one category.

    `value` None means not recorded. `rows` is the number of rows behind it. A ratio carries its two halves.
    A category None together with a dimension stands for the rows where that dimension was not recorded.
    """

    indicator: str
    recipient: str | None
    value: Number | None
    rows: int
    dimension: str | None = None
    category: str | None = None
    numerator: Number | None = None
    denominator: Number | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """All of one indicator: its period and every observation; the network's own come first."""

    indicator: str
    period: Interval
    observations: tuple[Observation, ...]
    _shelves: dict[tuple[str | None, str | None], list[Observation]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def total(self, recipient: str | None = None) -> Observation | None:
        """The undivided observation of a recipient (None: the network), or None."""
        return next(iter(self._shelf(recipient, None)), None)

    def parts(self, dimension: str, recipient: str | None = None) -> tuple[Observation, ...]:
        """The observations of a recipient split by `dimension`, the not recorded last."""
        return tuple(self._shelf(recipient, dimension))

    def _shelf(self, recipient: str | None, dimension: str | None) -> list[Observation]:
        """The observations of one recipient and dimension; sorted once, for all recipients ask in turn."""
        if not self._shelves:
            for seen in self.observations:
                self._shelves.setdefault((seen.recipient, seen.dimension), []).append(seen)
        return self._shelves.get((recipient, dimension), [])


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values for the network (`recipient` None) or one recipient, with the rows behind it."""

    code: str
    recipient: str | None
    items: tuple[FieldValue, ...]
    rows: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as the text needs it: named fields, and the address of the row."""

    fields: tuple[tuple[str, FieldValue], ...]
    address: str

    def get(self, name: str) -> FieldValue:
        """The field's value; None when not recorded."""
        return dict(self.fields).get(name)


@dataclass(frozen=True, slots=True)
class Record:
    """The row or rows that answer to a RecordSpec, in its order; empty when there is none."""

    code: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: its cells in the order of the columns, and the number of rows it was made from."""

    cells: tuple[FieldValue, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class TableFinding:
    """A table for one recipient (None: the network)."""

    code: str
    recipient: str | None
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class CityText:
    """One part that the secretariat wrote about a recipient, with the address of its row.

    `about` is the city it was written of where that has since become part of the recipient.
    """

    recipient: str
    part: str
    text: Texts
    address: str
    about: Place | None = None


@dataclass(slots=True)
class Owned:
    """What is one recipient's own beside numbers."""

    listings: list[Listing] = field(default_factory=list)
    tables: list[TableFinding] = field(default_factory=list)
    texts: list[CityText] = field(default_factory=list)

    def take(self, one: Listing | TableFinding | CityText) -> None:
        """Put one more beside its like."""
        match one:
            case Listing():
                self.listings.append(one)
            case TableFinding():
                self.tables.append(one)
            case CityText():
                self.texts.append(one)


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the data says for one edition."""

    edition: Edition
    findings: tuple[Finding, ...]
    listings: tuple[Listing, ...]
    records: tuple[Record, ...]
    tables: tuple[TableFinding, ...] = ()
    texts: tuple[CityText, ...] = ()
    _owned: dict[str | None, Owned] = field(default_factory=dict, init=False, repr=False, compare=False)

    def finding(self, code: str) -> Finding:
        """The finding of this indicator."""
        return next(finding for finding in self.findings if finding.indicator == code)

    def owned(self, recipient: str | None) -> Owned:
        """The lists, tables and texts of a recipient (None: the network); sorted once, for all ask in turn."""
        if not self._owned:
            self._owned[None] = Owned()
            everything: tuple[Listing | TableFinding | CityText, ...] = (*self.listings, *self.tables, *self.texts)
            for one in everything:
                self._owned.setdefault(one.recipient, Owned()).take(one)
        return self._owned.get(recipient, Owned())
