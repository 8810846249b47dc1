"""From the tables of `[funder]` to the values of the model."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.intake.project.funder_schema import AcrossTable, FunderTable, ObjectiveTable, PerspectiveTable
from reportgen.model.spec import ChapterSpec, FunderSpec, KeyFigure, Texts

ENTITIES, TRENDS = "entities", "trends"


def build_funder(table: FunderTable) -> FunderSpec:
    """The whole of `[funder]` as a value."""
    return FunderSpec(
        name=_texts(table.name),
        title=_texts(table.title),
        languages=tuple(table.languages),
        template=table.template,
        folder=table.folder,
        licence=table.licence,
        objectives=tuple(_objective(code, one) for code, one in table.objectives.items()),
        perspectives=tuple(_perspective(code, one) for code, one in table.perspectives.items()),
        entities=_across(ENTITIES, table.entities),
        trends=_across(TRENDS, table.trends),
        key_figures=tuple(KeyFigure(figure.indicator, figure.show.value) for figure in table.key_figures),
        form=table.form,
        promises=table.promises,
        comments=table.comments,
    )


def _objective(code: str, table: ObjectiveTable) -> ChapterSpec:
    return ChapterSpec(code, _texts(table.title), tuple(table.indicators), tuple(table.figures), table.by)


def _perspective(code: str, table: PerspectiveTable) -> ChapterSpec:
    chosen = tuple(table.indicators), tuple(table.figures)
    return ChapterSpec(code, _texts(table.title), *chosen, table.by, table.since, table.until)


def _across(code: str, table: AcrossTable | None) -> ChapterSpec | None:
    return ChapterSpec(code, Texts(), tuple(table.indicators), tuple(table.figures)) if table else None


def _texts(texts: Mapping[str, str]) -> Texts:
    return Texts(tuple(texts.items()))
