"""An indicator's parts for a figure: each category of this year, of the year before, of other indicators and years."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.model.documents import Part, Split
from reportgen.model.findings import Observation
from reportgen.model.spec import Aggregation, FigureKind
from reportgen.press.facts import evidence_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.model.findings import Finding, Findings
    from reportgen.model.spec import FigureSpec, Indicator
    from reportgen.press.facts import Material

Parts = dict[str | None, Observation]


def compared_parts(material: Material, spec: FigureSpec, recipient: str | None) -> tuple[int | None, tuple[Part, ...]]:
    """The parts beside those of the year before, and that year; None where it has no rows or is not asked for."""
    finding, earlier = material.findings.finding(spec.indicator), material.previous.finding(spec.indicator)
    indicator, last = material.project.indicator(spec.indicator), earlier.total(recipient)
    asked = spec.compare or spec.kind is FigureKind.SLOPE
    now = _parts(finding, spec, recipient)
    before = _parts(earlier, spec, recipient) if asked and last and last.rows else {}
    nothing = _nothing(indicator, finding, recipient)
    nothing_before = _nothing(indicator, earlier, recipient) if before else None
    parts = tuple(
        _part(now.get(c, replace(nothing, category=c)), before.get(c, nothing_before)) for c in _categories(now, before)
    )
    return (material.previous.edition.year if before else None), parts


def splits_by_indicator(material: Material, spec: FigureSpec, recipient: str | None) -> tuple[Split, ...]:
    """Each indicator of the figure split for the edition, all over the same categories."""
    return _splits(material, spec, [(material.findings, code) for code in spec.indicators], recipient)


def splits_by_year(material: Material, spec: FigureSpec, recipient: str | None) -> tuple[Split, ...]:
    """The figure's indicator split for each edition that has rows, oldest first, all over the same categories."""
    years = []
    for findings in material.history:
        whole = findings.finding(spec.indicator).total(recipient)
        if whole and whole.rows:
            years.append((findings, spec.indicator))
    return _splits(material, spec, years, recipient)


def _splits(
    material: Material, spec: FigureSpec, asked: list[tuple[Findings, str]], recipient: str | None
) -> tuple[Split, ...]:
    found = [_parts(findings.finding(code), spec, recipient) for findings, code in asked]
    categories = _categories(*found)
    splits = []
    for (findings, code), parts in zip(asked, found, strict=True):
        indicator, finding = material.project.indicator(code), findings.finding(code)
        nothing, whole = _nothing(indicator, finding, recipient), finding.total(recipient)
        told = tuple(_part(parts.get(c, replace(nothing, category=c)), None) for c in categories)
        evidence = evidence_of(material.project, indicator, finding.period)
        splits.append(Split(code, evidence, findings.edition.year, whole.value if whole else None, told))
    return tuple(splits)


def _parts(finding: Finding, spec: FigureSpec, recipient: str | None) -> Parts:
    return {seen.category: seen for seen in finding.parts(spec.by, recipient)}


def _nothing(indicator: Indicator, finding: Finding, recipient: str | None) -> Observation:
    """What a category amounts to that has no rows this year: nought of what is counted or added, else unknown."""
    total = finding.total(recipient)
    known = indicator.measure.aggregation not in {Aggregation.MAX, Aggregation.LATEST, Aggregation.RATIO}
    return Observation(indicator.code, None, 0 if known and total and total.value is not None else None, 0)


def _categories(*found: Mapping[str | None, Observation]) -> list[str | None]:
    """The categories of all in natural order, the not recorded last."""
    lists = [[category for category in parts if category is not None] for parts in found]
    every = {category for one in lists for category in one}
    # Where one list holds all, its order is the project file's; values that it does not list have that of numbers and
    # letters.
    known = next((one for one in lists if set(one) == every), sorted(every, key=_natural))
    return [*known, *([None] if any(None in parts for parts in found) else [])]


def _natural(category: str) -> tuple[float, str]:
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", category)
    return (float(category), "") if is_number else (math.inf, category)


def _part(now: Observation, before: Observation | None) -> Part:
    return Part(now.category, now.value, now.rows, before.value if before else None, before.rows if before else 0)
