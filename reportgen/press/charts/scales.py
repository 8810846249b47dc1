"""From amounts to points: what a scale must hold, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.errors import TemplateError
from reportgen.model.figures import Amount, Chart
from reportgen.press.charts.palette import MOST

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` laid on points from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def from_zero(amounts: Iterable[Amount | None], start: float, end: float) -> Scale:
    """The scale that holds zero and every amount; from zero to one where all are zero or not recorded."""
    known = recorded(amounts)
    low, high = min((0.0, *known)), max((0.0, *known))
    return Scale(low, high if high > low else low + 1.0, start, end)


def recorded(amounts: Iterable[Amount | None]) -> tuple[float, ...]:
    """The values that are there."""
    return tuple(float(amount.value) for amount in amounts if amount is not None and amount.value is not None)


def points(chart: Chart) -> float:
    """The chart's width in points."""
    return chart.width_mm * POINTS_PER_MM


def refuse_negative(chart: Chart, amounts: Iterable[Amount | None]) -> None:
    """A `TemplateError` where a value is below zero: a length, a share or a surface cannot be."""
    for amount in amounts:
        if amount is not None and amount.value is not None and amount.value < 0:
            message = f"figure {chart.code}: {amount.shown} is below zero, where this chart begins; draw it as lines"
            raise TemplateError(message)


def refuse_many(chart: Chart, count: int) -> None:
    """A `TemplateError` where there are more categories than colours that everyone can tell apart."""
    if count > MOST:
        message = (
            f"figure {chart.code}: {count} categories cannot be told apart by colour; group all but {MOST - 1}, "
            "or draw small multiples"
        )
        raise TemplateError(message)


def refuse_narrow(chart: Chart, room: float, needed: float) -> None:
    """A `TemplateError` where the words leave less room for the drawing than it needs."""
    if room < needed:
        message = f"figure {chart.code}: {chart.width_mm:g} mm leave no room for its drawing; give it a larger width_mm"
        raise TemplateError(message)
