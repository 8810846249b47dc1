"""Ratios: one indicator over another, wherever there is a denominator."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.model.findings import Finding, Number, Observation
from reportgen.model.spec import Aggregation, Indicator, Project

if TYPE_CHECKING:
    from collections.abc import Mapping


def ratio(project: Project, indicator: Indicator, done: Mapping[str, Finding]) -> Finding:
    """Numerator over denominator wherever there is a denominator; not recorded where that is nought."""
    top, bottom = done[indicator.measure.numerator or ""], done[indicator.measure.denominator or ""]
    above = {(o.recipient, o.dimension, o.category): o for o in top.observations}
    found = []
    for under in bottom.observations:
        whole = above.get((under.recipient, None, None))
        if whole is None or under.dimension not in {None, *indicator.by}:
            continue
        # a category in which no row of the numerator lies has no observation of its own
        none = None if whole.value is None else nothing(project.indicator(top.indicator))
        over = above.get((under.recipient, under.dimension, under.category))
        found.append(_share(indicator.code, over.value if over else none, under))
    return Finding(indicator.code, bottom.period, tuple(found))


def _share(code: str, over: Number | None, under: Observation) -> Observation:
    """One observation of a ratio: in the denominator's place, and with its rows."""
    value = over / under.value if over is not None and under.value else None
    return replace(under, indicator=code, value=value, numerator=over, denominator=under.value)


def nothing(indicator: Indicator) -> Number | None:
    """What no rows amount to: nought for what is counted or added, unknown for a largest or latest value."""
    return None if indicator.measure.aggregation in {Aggregation.MAX, Aggregation.LATEST} else 0
