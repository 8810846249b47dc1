"""The values behind each figure, chosen by its kind, before they are put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.documents import FigureFact
from reportgen.model.spec import FigureKind, Texts, Whose
from reportgen.press.facts import evidence_of, table_facts
from reportgen.press.figure_facts.parts import compared_parts, splits_by_indicator, splits_by_year
from reportgen.press.figure_facts.totals import change_of, promise_of, spread_of, trend_of

if TYPE_CHECKING:
    from reportgen.model.spec import FigureSpec, Project
    from reportgen.press.facts import Material

__all__ = ["figure_fact", "is_own"]


def is_own(project: Project, spec: FigureSpec) -> bool:
    """Whether the figure, or a panel of it, shows the recipient's own values, and so differs between documents."""
    panels = (figure for figure in project.figures if figure.code in spec.figures)
    return spec.whose is Whose.OWN or any(panel.whose is Whose.OWN for panel in panels)


def figure_fact(material: Material, spec: FigureSpec, recipient: str | None) -> FigureFact:
    """The values that a figure of this kind asks for; `recipient` None for the whole network."""
    whose = recipient if spec.whose is Whose.OWN else None
    match spec.kind:
        case FigureKind.MULTIPLES:
            return _multiples(material, spec, recipient)
        case FigureKind.TIMELINE:
            return _timeline(material, spec, whose)
        case FigureKind.BARS | FigureKind.SLOPE | FigureKind.GROUPED | FigureKind.STACKED | FigureKind.SHARE:
            return _split(material, spec, whose)
        case FigureKind.LINES | FigureKind.AREA:
            trends = tuple(trend_of(material, code, whose) for code in spec.indicators)
            return _fact(material, spec, trends=trends)
        case FigureKind.STRIP | FigureKind.MAP:
            return _fact(material, spec, spread=spread_of(material, spec, recipient))
        case FigureKind.BULLET:
            return _fact(material, spec, promises=tuple(promise_of(material, code) for code in spec.indicators))


def _fact(material: Material, spec: FigureSpec, **values: object) -> FigureFact:
    project, indicator = material.project, material.project.indicator(spec.indicator)
    evidence = evidence_of(project, indicator, material.findings.finding(spec.indicator).period)
    return FigureFact(spec, evidence, **{"compare_year": None, **values})  # type: ignore[arg-type]  # by its fields' names


def _multiples(material: Material, spec: FigureSpec, recipient: str | None) -> FigureFact:
    declared = {figure.code: figure for figure in material.project.figures}
    panels = tuple(figure_fact(material, declared[code], recipient) for code in spec.figures)
    return FigureFact(spec, panels[0].evidence, None, panels=panels)


def _timeline(material: Material, spec: FigureSpec, whose: str | None) -> FigureFact:
    table = next(table for table in table_facts(material, whose) if table.code == spec.table)
    return FigureFact(spec, table.evidence, None, table=table)


def _split(material: Material, spec: FigureSpec, whose: str | None) -> FigureFact:
    """A figure with a dimension, and the project's words for it and its categories."""
    if not spec.by:
        return _fact(material, spec, trends=tuple(change_of(material, code, whose) for code in spec.indicators))
    labels, dimension = _labels(material.project, spec)
    if spec.kind in {FigureKind.BARS, FigureKind.SLOPE}:
        year, parts = compared_parts(material, spec, whose)
        return _fact(material, spec, compare_year=year, parts=parts, labels=labels, dimension=dimension)
    several = len(spec.indicators) > 1
    splits = (splits_by_indicator if several else splits_by_year)(material, spec, whose)
    return _fact(material, spec, splits=splits, labels=labels, dimension=dimension)


def _labels(project: Project, spec: FigureSpec) -> tuple[tuple[tuple[str, Texts], ...], Texts]:
    """The words for each category, the figure's own before the project's, and the words for the dimension."""
    indicator = project.indicator(spec.indicator)
    if indicator.measure.denominator:  # a ratio's rows are those of its halves
        indicator = project.indicator(indicator.measure.denominator)
    term = project.term(indicator.source, spec.by)
    if term is None:
        return spec.categories, Texts()
    return tuple((dict(term.values) | dict(spec.categories)).items()), term.title
