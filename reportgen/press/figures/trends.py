"""Trends over editions put into words: a line an indicator, a gap where a year was not recorded."""

from __future__ import annotations

from reportgen.model.documents import FigureFact, Point, Trend
from reportgen.model.figures import Amount, Line, Lines
from reportgen.model.records import PrintedValue
from reportgen.model.spec import FigureKind
from reportgen.press import wording
from reportgen.press.figures.composed import Composed, Data, Mark, Telling, capital, extremes, receipt, spoken


def compose_lines(fact: FigureFact, telling: Telling) -> Composed | None:
    """The finished lines, or one with its area filled; None where nothing is recorded or there is one year only."""
    years = sorted({point.year for trend in fact.trends for point in trend.points})
    recorded = any(point.value for trend in fact.trends for point in trend.points)
    if not recorded or not any(_is_trend(trend) for trend in fact.trends):
        return None
    steps = tuple(map(str, years))
    lines = tuple(_line(trend, years, telling) for trend in fact.trends)
    chart = Lines(
        code=fact.spec.code,
        language=telling.language,
        alt=_alt(fact, lines, steps, telling),
        width_mm=fact.spec.width_mm,
        steps=steps,
        lines=lines,
        area=fact.spec.kind is FigureKind.AREA,
    )
    rows = tuple((line.name, *(amount.shown for amount in line.amounts)) for line in lines)
    receipts = tuple(one for trend in fact.trends for one in _receipts(trend, telling))
    return telling.finish(fact, chart, Data((telling.words["figure_indicator"], *steps), rows, receipts))


def _is_trend(trend: Trend) -> bool:
    """Whether it joins two years at least; one value and a gap are no trend."""
    return sum(point.value is not None for point in trend.points) > 1


def _line(trend: Trend, years: list[int], telling: Telling) -> Line:
    """The line with an amount for each year; a year before its first is not recorded."""
    values = {point.year: point.value for point in trend.points}
    amounts = tuple(telling.amount(values.get(year), trend.evidence) for year in years)
    return Line(telling.title(trend.evidence), amounts)


def _receipts(trend: Trend, telling: Telling) -> tuple[PrintedValue, ...]:
    return tuple(point_receipt(trend, point, telling) for point in trend.points)


def point_receipt(trend: Trend, point: Point, telling: Telling) -> PrintedValue:
    """The receipt of an indicator's value in one year."""
    amount = telling.amount(point.value, trend.evidence)
    return receipt(
        trend.evidence,
        telling.language,
        Mark(trend.code, telling.scope, "", str(point.year), amount, point.rows),
    )


def _alt(fact: FigureFact, lines: tuple[Line, ...], steps: tuple[str, ...], telling: Telling) -> str:
    """Each line's value in each year, its extremes, then the change from the first recorded to the last."""
    said = [f"{telling.told.title}."]
    for trend, line in zip(fact.trends, lines, strict=True):
        amounts = list(zip(steps, line.amounts, strict=True))
        values = ", ".join(f"{step}: {amount.shown}" for step, amount in amounts)
        said += [
            telling.words["alt_line"].format(name=line.name, values=values),
            extremes(telling, amounts),
            _change(trend, amounts, telling),
        ]
    return spoken(*said)


def _change(trend: Trend, amounts: list[tuple[str, Amount]], telling: Telling) -> str:
    """How many more or fewer at the end than at the beginning; shares have no number of their own for that."""
    known = [(step, amount.value) for step, amount in amounts if amount.value is not None]
    if len(known) < 2 or trend.evidence.is_share:  # noqa: PLR2004  a beginning and an end
        return ""
    said = wording.difference(known[-1][1], known[0][1], telling.language, int(known[0][0]))
    return f"{capital(said)}." if said else ""
