"""Trends over editions put into words: a line an indicator, a gap where a year was not recorded."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.documents import FigureFact, Trend
from reportgen.model.figures import Amount, Line, Lines
from reportgen.model.findings import Number
from reportgen.press import wording
from reportgen.press.figures.composed import Composed, Mark, receipt


def compose_lines(fact: FigureFact, scope: str, language: str, words: Mapping[str, str]) -> Composed:
    """The finished trend; `scope` is the recipient's id or "network"."""
    steps = tuple(str(point.year) for point in fact.trends[0].points) if fact.trends else ()
    lines = tuple(_line(trend, language, words) for trend in fact.trends)
    chart = Lines(
        code=fact.spec.code,
        language=language,
        alt=_alt(fact, lines, steps, (language, words)),
        width_mm=fact.spec.width_mm,
        steps=steps,
        lines=lines,
    )
    marks = (
        (trend.evidence, Mark(trend.code, scope, "", str(point.year), point.value, amount.shown, point.rows))
        for trend, line in zip(fact.trends, lines, strict=True)
        for point, amount in zip(trend.points, line.amounts, strict=True)
    )
    return Composed(
        code=fact.spec.code,
        title=fact.spec.title.read(language),
        caption=fact.spec.caption.read(language),
        chart=chart,
        headers=(words["figure_indicator"], *steps),
        rows=tuple((line.name, *(amount.shown for amount in line.amounts)) for line in lines),
        receipts=tuple(receipt(evidence, language, mark) for evidence, mark in marks),
    )


def _line(trend: Trend, language: str, words: Mapping[str, str]) -> Line:
    amounts = tuple(Amount(point.value, shown(point.value, language, words)) for point in trend.points)
    return Line(trend.evidence.title.read(language), amounts)


def shown(value: Number | None, language: str, words: Mapping[str, str]) -> str:
    """A number in full, or the words for not recorded."""
    return words["not_recorded"] if value is None else wording.exact(value, language)


def _alt(
    fact: FigureFact, lines: tuple[Line, ...], steps: tuple[str, ...], spoken: tuple[str, Mapping[str, str]]
) -> str:
    """Each line's value in each year, then the change from the first recorded to the last."""
    language, words = spoken
    said = [
        words["alt_line"].format(
            name=line.name,
            values=", ".join(f"{step}: {amount.shown}" for step, amount in zip(steps, line.amounts, strict=True)),
        )
        for line in lines
    ]
    return " ".join((f"{fact.spec.title.read(language)}.", *said))
