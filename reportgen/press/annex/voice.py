"""How one annex speaks: its language and words, its exact numbers, and the receipt of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reportgen.model.annexes import Cell, CellKind, Grid, Heading
from reportgen.model.documents import Evidence
from reportgen.model.figures import Amount
from reportgen.model.findings import Number, Observation
from reportgen.model.records import PrintedValue
from reportgen.model.spec import Texts
from reportgen.press import wording
from reportgen.press.figures.composed import Mark, Telling, capital, receipt
from reportgen.press.figures.titles import Told

SCOPE = "network"
PROMISED = "project"  # the scope of what the project file itself says: baselines and targets
NONE = "–"  # for what there is none of


@dataclass(frozen=True, slots=True)
class Voice:
    """One language of the annex; `year` is the edition's."""

    language: str
    words: Mapping[str, str]
    year: int

    @property
    def telling(self) -> Telling:
        """The same for a figure of the network."""
        return Telling(self.language, self.words, SCOPE, "", self.year, Told("", "", ""))

    def title(self, evidence: Evidence) -> str:
        """What is measured."""
        return evidence.title.read(self.language)

    def unit(self, evidence: Evidence) -> str:
        """What is counted, in the plural; a ratio is in per cent."""
        return self.words["annex_per_cent"] if evidence.is_share else evidence.unit.read(self.language)

    def period(self, evidence: Evidence) -> str:
        """The years of a value."""
        period = evidence.period
        return wording.period(period.first, period.last, self.language) if period else ""

    def period_to(self, evidence: Evidence, year: int) -> str:
        """The years of the same value in an earlier edition: a period that goes on begins where it does."""
        period = evidence.period
        first = period.first if period and period.first.year < period.last.year else date(year, 1, 1)
        return wording.period(first, date(year, 12, 31), self.language)

    def number(self, value: Number | None, evidence: Evidence) -> str:
        """A value in full; a ratio in per cent with one decimal; in words where it was not recorded."""
        if value is None:
            return self.words["not_recorded"]
        if evidence.is_share:
            return wording.percent(value, self.language, decimals=1)
        return wording.exact(value, self.language)

    def seen(self, seen: Observation, evidence: Evidence) -> str:
        """What was seen, a ratio with its two halves: 50.6% (233 of 460)."""
        said = self.number(seen.value, evidence)
        if seen.value is None or seen.numerator is None or seen.denominator is None:
            return said
        halves = (wording.exact(half, self.language) for half in (seen.numerator, seen.denominator))
        return self.words["annex_ratio"].format(**dict(zip(("share", "part", "whole"), (said, *halves), strict=True)))

    def spoken(self, text: Texts) -> str:
        """What somebody wrote, in this language; where it is not, in the nearest that it is in, and that is said."""
        spoken = next((code for code in wording.readable(self.language) if text.get(code)), None)
        if spoken is None or spoken == self.language:
            return text.read(self.language)
        name = wording.language(spoken, self.language)
        return f"{text.read(spoken)} ({self.words['in_another_language'].format(language=name)})"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: the code it has there, what is said of it beside the indicator, its period, its rows."""

    code: str
    label: str
    period: str
    rows: int
    scope: str = SCOPE


@dataclass(slots=True)
class Tally:
    """A table as it is written: cells go in, and the receipts of those that print a value are kept."""

    voice: Voice
    printed: list[PrintedValue] = field(default_factory=list)

    def value(self, evidence: Evidence, shown: str, value: Number | None, place: Place) -> Cell:
        """A cell that prints a value; its receipt is kept."""
        mark = Mark(place.code, place.scope, place.label, place.period, Amount(value, shown), place.rows)
        self.printed.append(receipt(evidence, self.voice.language, mark))
        return Cell(shown, value, len(self.printed) - 1)

    def seen(self, seen: Observation, evidence: Evidence, label: str = "", period: str = "") -> Cell:
        """The cell of one observation."""
        place = Place(code_of(seen), label, period or self.voice.period(evidence), seen.rows)
        return self.value(evidence, self.voice.seen(seen, evidence), seen.value, place)

    def close(self, code: str, title: str, headings: tuple[Heading, ...], rows: tuple[tuple[Cell, ...], ...]) -> Grid:
        """The finished table."""
        return Grid(code, title, headings, rows, tuple(self.printed))


def code_of(seen: Observation) -> str:
    """A value's name in receipts: `participants`, `participants[role=youth]`."""
    if seen.dimension is None:
        return seen.indicator
    return f"{seen.indicator}[{seen.dimension}={'not recorded' if seen.category is None else seen.category}]"


def kind_of(evidence: Evidence) -> CellKind:
    """What a column of this indicator's values holds."""
    return CellKind.SHARE if evidence.is_share else CellKind.NUMBER


def head(name: str, text: str, kind: CellKind = CellKind.TEXT) -> Heading:
    """A column, its words with a capital."""
    return Heading(name, capital(text), kind)
