"""The change from the year before put into words: a line for each category, or for each indicator."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.documents import Evidence, FigureFact, Part, Trend
from reportgen.model.figures import Amount, Change, Slope
from reportgen.model.records import PrintedValue
from reportgen.press.figures.bars import part_code
from reportgen.press.figures.composed import Composed, Data, Mark, Telling, receipt, spoken, within
from reportgen.press.figures.trends import point_receipt


@dataclass(frozen=True, slots=True)
class Step:
    """One line: its name, both ends as printed, and their receipts."""

    name: str
    before: Amount
    after: Amount
    receipts: tuple[PrintedValue, PrintedValue]

    @property
    def size(self) -> float:
        """How far it rises or falls; 0 where an end was not recorded."""
        before, after = self.before.value, self.after.value
        return 0.0 if before is None or after is None else abs(after - before)


def compose_slope(fact: FigureFact, telling: Telling) -> Composed | None:
    """The finished slope, its largest change marked; None where the year before has nothing to begin from."""
    years, steps = _steps(fact, telling)
    if not any(step.before.value for step in steps):
        return None
    most = max(step.size for step in steps)
    marked = [step for step in steps if step.size == most] if most else []
    changes = tuple(Change(step.name, step.before, step.after, marked=[step] == marked) for step in steps)
    chart = Slope(
        code=fact.spec.code,
        language=telling.language,
        alt=_alt(fact, changes, years, telling),
        width_mm=fact.spec.width_mm,
        before_label=years[0],
        after_label=years[1],
        changes=changes,
    )
    head = telling.dimension(fact) if fact.spec.by else telling.words["figure_indicator"]
    rows = tuple((step.name, step.before.shown, step.after.shown) for step in steps)
    receipts = tuple(one for step in steps for one in step.receipts)
    return telling.finish(fact, chart, Data((head, *years), rows, receipts))


def _steps(fact: FigureFact, telling: Telling) -> tuple[tuple[str, str], list[Step]]:
    """The two years, and the lines that have rows in one of them."""
    if fact.spec.by:
        years = (str(fact.compare_year), telling.period(fact.evidence))
        parts = [part for part in fact.parts if fact.compare_year and (part.rows or part.compare)]
        return years, [_of_part(fact, part, years, telling) for part in parts]
    known = [trend for trend in fact.trends if len(trend.points) > 1]
    years = ("", "")
    if known:
        years = (str(known[0].points[0].year), str(known[0].points[1].year))
    return years, [_of_trend(trend, telling) for trend in known]


def _of_part(fact: FigureFact, part: Part, years: tuple[str, str], telling: Telling) -> Step:
    label, code = telling.label(fact, part.category), part_code(fact, fact.spec.indicator, part.category)
    evidence: Evidence = within(fact, fact.evidence, part.category)
    before, after = (telling.amount(value, fact.evidence) for value in (part.compare, part.value))
    marks = (
        Mark(code, telling.scope, label, years[0], before, part.compare_rows),
        Mark(code, telling.scope, label, years[1], after, part.rows),
    )
    first, last = (receipt(evidence, telling.language, mark) for mark in marks)
    return Step(label, before, after, (first, last))


def _of_trend(trend: Trend, telling: Telling) -> Step:
    before, after = (telling.amount(point.value, trend.evidence) for point in trend.points)
    first, last = (point_receipt(trend, point, telling) for point in trend.points)
    return Step(telling.title(trend.evidence), before, after, (first, last))


def _alt(fact: FigureFact, changes: tuple[Change, ...], years: tuple[str, str], telling: Telling) -> str:
    """Each value with the same a year before, then the largest change."""
    before, after = years
    values = "; ".join(
        telling.words["alt_bar_compared"].format(
            label=change.name, value=change.after.shown, compare=change.before.shown, year=before
        )
        for change in changes
    )
    title = telling.subject(fact.evidence).removesuffix(".") if fact.spec.by else telling.told.title
    said = telling.words["alt_bars"].format(title=title, year=after, values=values)
    largest = next((change.name for change in changes if change.marked), "")
    return spoken(said, telling.words["alt_change"].format(label=largest) if largest else "")
