"""The values behind each figure, chosen by its kind, before they are put into words."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.model.documents import FigureFact, Part, Point, Spread, Trend
from reportgen.model.findings import Observation
from reportgen.model.spec import Aggregation, FigureKind, Whose
from reportgen.press.facts import evidence_of, table_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.model.findings import Finding
    from reportgen.model.spec import FigureSpec, Indicator
    from reportgen.press.facts import Material


def figure_fact(material: Material, spec: FigureSpec, recipient: str | None) -> FigureFact:
    """The values that a figure of this kind asks for; `recipient` None for the whole network."""
    indicator = material.project.indicator(spec.indicator)
    evidence = evidence_of(material.project, indicator, material.findings.finding(spec.indicator).period)
    whose = recipient if spec.whose is Whose.OWN else None
    match spec.kind:
        case FigureKind.BARS:
            return _bars(material, spec, whose)
        case FigureKind.LINES:
            return FigureFact(spec, evidence, None, trends=tuple(_trend(material, c, whose) for c in spec.indicators))
        case FigureKind.STRIP | FigureKind.MAP:
            return FigureFact(spec, evidence, None, spread=_spread(material, spec))
        case FigureKind.TIMELINE:
            tables = {table.code: table for table in table_facts(material, whose)}
            return FigureFact(spec, evidence, None, table=tables.get(spec.table or ""))


def _trend(material: Material, code: str, recipient: str | None) -> Trend:
    """An indicator over the editions; for a recipient, from its first year with a value on."""
    indicator = material.project.indicator(code)
    evidence = evidence_of(material.project, indicator, material.findings.finding(code).period)
    points = []
    for findings in material.history:
        seen = findings.finding(code).total(recipient)
        if seen is not None:
            points.append(Point(findings.edition.year, seen.value, seen.rows))
    first = next((number for number, point in enumerate(points) if point.value), 0)
    return Trend(code, evidence, tuple(points[first:]))


def _spread(material: Material, spec: FigureSpec) -> tuple[Spread, ...]:
    """The value of each member for a strip, of each city for a map."""
    finding = material.findings.finding(spec.indicator)
    members = tuple(recipient.place for recipient in material.recipients)
    places = members if spec.kind is FigureKind.STRIP else material.places
    seen = ((place, finding.total(place.id)) for place in places)
    return tuple(Spread(place, total.value, total.rows) for place, total in seen if total is not None)


def _bars(material: Material, spec: FigureSpec, recipient: str | None) -> FigureFact:
    """An indicator's parts; compared with the year before where that has any rows at all."""
    finding, earlier = material.findings.finding(spec.indicator), material.previous.finding(spec.indicator)
    indicator = material.project.indicator(spec.indicator)
    now = {o.category: o for o in finding.parts(spec.by, recipient)}
    last = earlier.total(recipient)
    before = {o.category: o for o in earlier.parts(spec.by, recipient)} if spec.compare and last and last.rows else {}
    nothing, nothing_before = _nothing(indicator, finding), _nothing(indicator, earlier) if before else None
    parts = tuple(
        _part(now.get(c, replace(nothing, category=c)), before.get(c, nothing_before)) for c in _categories(now, before)
    )
    evidence = evidence_of(material.project, indicator, finding.period)
    return FigureFact(spec, evidence, material.previous.edition.year if before else None, parts)


def _nothing(indicator: Indicator, finding: Finding) -> Observation:
    """What a category amounts to that has no rows this year: nought of what is counted or added, else unknown."""
    total = finding.total()
    known = indicator.measure.aggregation not in {Aggregation.MAX, Aggregation.LATEST, Aggregation.RATIO}
    return Observation(indicator.code, None, 0 if known and total and total.value is not None else None, 0)


def _categories(now: Mapping[str | None, Observation], before: Mapping[str | None, Observation]) -> list[str | None]:
    """The categories of both years in natural order, the not recorded last."""
    first, second = ([category for category in year if category is not None] for year in (now, before))
    if set(second) <= set(first):
        known = first
    elif set(first) <= set(second):
        known = second
    else:  # values that the project file does not list: both years have them in the order of numbers and letters
        known = sorted({*first, *second}, key=_natural)
    return [*known, *([None] if None in now or None in before else [])]


def _natural(category: str) -> tuple[float, str]:
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", category)
    return (float(category), "") if is_number else (math.inf, category)


def _part(now: Observation, before: Observation | None) -> Part:
    return Part(now.category, now.value, now.rows, before.value if before else None, before.rows if before else 0)
