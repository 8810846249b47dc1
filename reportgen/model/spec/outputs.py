"""Who publishes, and what is printed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from reportgen.model.spec.texts import Texts


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
    notice: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True)
class Edition:
    """One yearly issue: the year it tells of, the date it bears, the day the data was taken."""

    year: int
    date: dt.date
    data_date: dt.date
    deadline: dt.date | None = None


class Whose(StrEnum):
    """Whose values a figure or a strip of key figures shows: everybody's, or the recipient's own."""

    NETWORK = "network"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One numeral of the strip: which indicator, and whether it is shown exact or rounded with a plus."""

    indicator: str
    show: str = "exact"


class FigureKind(StrEnum):
    """How a figure is drawn."""

    BARS = "bars"
    GROUPED = "grouped"
    STACKED = "stacked"
    SHARE = "share"
    LINES = "lines"
    AREA = "area"
    SLOPE = "slope"
    STRIP = "strip"
    BULLET = "bullet"
    TIMELINE = "timeline"
    MAP = "map"
    MULTIPLES = "multiples"


class Order(StrEnum):
    """In which order bars and stacks stand: the largest first, or as the data has them."""

    VALUE = "value"
    NATURAL = "natural"


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """A chart of one or more indicators; title, caption and note may hold the constructs of a letter's text.

    bars: split `by` a dimension; `compare` marks the previous edition's value. grouped: a bar for each of `indicators`
    in every category of `by`. stacked, share: the categories of `by` as parts, a stack for each of `indicators` or for
    each edition. lines, area: a trend over editions, a line for each of `indicators`. slope: the previous edition to
    this one, a line for each category of `by` or for each of `indicators`. strip, map: every recipient's value, this
    one's marked. bullet: baseline, actual and target of `indicators`. timeline: the rows of `table`. multiples: other
    figures of one kind as panels. `order` None stands for the kind's own.
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
    order: Order | None = None
    note: Texts = field(default_factory=Texts)
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """A kind of document: its template folder and what its pages carry.

    `left_too`: also for a recipient whose membership ended in the edition's year, before its date.
    """

    kind: str
    template: str
    folder: str
    key_figures: tuple[KeyFigure, ...] = ()
    address_window: str = "left"
    key_figures_of: Whose = Whose.NETWORK
    network_too: bool = False
    left_too: bool = False
