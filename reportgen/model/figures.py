"""Charts whose every number and word is finished: `shown` is printed, `value` only says where and how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportgen.model.findings import Number


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and the same as printed in the document's language; `value` None means not recorded."""

    value: Number | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What every chart has: its name in messages, its language, its width on the page, what it says to the blind.

    The title belongs to the page, which prints it as text; only a panel of `Multiples` draws its own.
    """

    code: str
    language: str
    alt: str
    width_mm: float = 108
    title: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One category of `Bars`: its label, an amount for each series, and the same a year before."""

    label: str
    amounts: tuple[Amount, ...]
    compare: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Chart):
    """Horizontal bars from zero, in the order given: one a category, or one for each of two to four series.

    A single series may be compared with the year before, as a thin mark; the labels name the two years.
    """

    groups: tuple[Group, ...]
    series: tuple[str, ...] = ("",)
    value_label: str | None = None
    compare_label: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One part of every stack; `recorded` False for the part of which the category was not recorded."""

    name: str
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar in parts, an amount for each series; `total` stands at its end."""

    label: str
    amounts: tuple[Amount, ...]
    total: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedBars(Chart):
    """Bars in parts, at most four recorded ones: counts from zero or, with `share`, each bar the whole width."""

    series: tuple[Series, ...]
    stacks: tuple[Stack, ...]
    share: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its name, and an amount for each step."""

    name: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Chart):
    """A trend over editions, from zero: at most four lines, or one with the `area` below it filled."""

    steps: tuple[str, ...]
    lines: tuple[Line, ...]
    area: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a `Slope`, from the year before to this one; `marked` ones stand out."""

    name: str
    before: Amount
    after: Amount
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope(Chart):
    """Last year to this, a line a category, from zero."""

    before_label: str
    after_label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class City:
    """One dot of a `Strip`; only a marked one is named."""

    name: str
    amount: Amount
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip(Chart):
    """All cities as dots on one axis that begins at the first tick, one marked; without ranks, the others unnamed.

    `middle` is a light tick with its words (the median); `not_recorded` stands below the dots without a value.
    """

    cities: tuple[City, ...]
    ticks: tuple[Amount, ...]
    middle: Amount | None = None
    not_recorded: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One row of a `Bullet`: what came of it, what was promised, where it started."""

    label: str
    actual: Amount
    target: Amount | None = None
    baseline: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet(Chart):
    """Actuals as bars, targets as ticks, baselines as light marks, their numbers beneath the three headings.

    `aligned` for rows in different units: each row has its own scale, and all targets stand below one another.
    """

    rows: tuple[Judged, ...]
    actual_label: str
    target_label: str
    baseline_label: str = ""
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """One activity of a `Timeline`: its day (None: not recorded), the day as printed, its name, whether it was held."""

    day: date | None
    shown: str
    label: str
    held: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """The activities of one kind, in order of date."""

    name: str
    occasions: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Chart):
    """The year's activities, a lane a kind; `months` are the names of the months from the first day's on."""

    first: date
    last: date
    months: tuple[str, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the `NordicMap`, in degrees; without a `label` it is a dot alone."""

    latitude: float
    longitude: float
    amount: Amount
    label: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NordicMap(Chart):
    """Dots whose area is their value, on Denmark, Finland, Norway, Sweden, and three insets named in the language.

    `sizes` are the amounts of the key that says how large a dot is; `sizes_label` what they count.
    """

    spots: tuple[Spot, ...]
    iceland: str
    faroe: str
    greenland: str
    sizes: tuple[Amount, ...] = ()
    sizes_label: str = ""


Panel = Bars | StackedBars | Lines | Slope | Strip | Bullet | Timeline | NordicMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiples(Chart):
    """Small multiples: charts of one kind on one scale, each under its title, `columns` beside one another."""

    panels: tuple[Panel, ...]
    columns: int = 2


AnyChart = Panel | Multiples
