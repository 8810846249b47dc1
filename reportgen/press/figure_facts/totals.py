"""An indicator's undivided values for a figure: over the editions, over the cities, and against what was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.documents import Point, Promise, Spread, Trend
from reportgen.model.spec import Direction, FigureKind
from reportgen.press.facts import evidence_of

if TYPE_CHECKING:
    from decimal import Decimal

    from reportgen.model.findings import Findings, Number
    from reportgen.model.spec import FigureSpec
    from reportgen.press.facts import Material


def trend_of(material: Material, code: str, recipient: str | None) -> Trend:
    """An indicator over the editions; for a recipient, from its first year with a value on."""
    points = _points(code, material.history, recipient)
    first = next((number for number, point in enumerate(points) if point.value), 0)
    return _trend(material, code, points[first:])


def change_of(material: Material, code: str, recipient: str | None) -> Trend:
    """An indicator in the year before and in this one; in this one alone where the year before has no rows."""
    before, now = _points(code, (material.previous, material.findings), recipient) or (None, None)
    points = () if now is None or before is None else (before, now) if before.rows else (now,)
    return _trend(material, code, points)


def _points(code: str, years: tuple[Findings, ...], recipient: str | None) -> tuple[Point, ...]:
    seen = ((findings.edition.year, findings.finding(code).total(recipient)) for findings in years)
    return tuple(Point(year, total.value, total.rows) for year, total in seen if total is not None)


def _trend(material: Material, code: str, points: tuple[Point, ...]) -> Trend:
    indicator = material.project.indicator(code)
    return Trend(code, evidence_of(material.project, indicator, material.findings.finding(code).period), points)


def spread_of(material: Material, spec: FigureSpec, own: str | None) -> tuple[Spread, ...]:
    """The value of each member for a strip; for a map, of each member and each other city that has a value.

    `own` is whose document it is: one that has left stands among the members there, and nowhere else.
    """
    finding = material.findings.finding(spec.indicator)
    gone = (recipient for recipient in material.left if recipient.id == own)
    members = tuple(recipient.place for recipient in (*material.recipients, *gone))
    ids = {place.id for place in members}
    places = members if spec.kind is FigureKind.STRIP else material.places
    seen = ((place, finding.total(place.id)) for place in places)
    return tuple(
        Spread(place, total.value, total.rows)
        for place, total in seen
        if total is not None and (place.id in ids or total.value)
    )


def promise_of(material: Material, code: str) -> Promise:
    """What was promised for the edition, by the project file, and what came of it in the whole network."""
    indicator, finding = material.project.indicator(code), material.findings.finding(code)
    total = finding.total()
    baseline = indicator.baseline
    return Promise(
        code,
        evidence_of(material.project, indicator, finding.period),
        value=total.value if total else None,
        rows=total.rows if total else 0,
        target=_number(dict(indicator.targets).get(material.findings.edition.year)),
        baseline=_number(baseline[1]) if baseline else None,
        baseline_year=baseline[0] if baseline else None,
        ascending=indicator.direction is Direction.ASCENDING,
    )


def _number(value: Decimal | None) -> Number | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
