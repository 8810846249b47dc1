"""What was promised and what came of it, put into words: baseline, actual and target of each indicator."""

from __future__ import annotations

from reportgen.model.documents import FigureFact, Promise
from reportgen.model.figures import Amount, Bullet, Judged
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue
from reportgen.press.figures.composed import Composed, Data, Mark, Telling, capital, receipt, spoken


def compose_bullet(fact: FigureFact, telling: Telling) -> Composed | None:
    """The finished bullets; None where nothing is recorded, or nothing was promised for the edition.

    Rows in different units are aligned: each has its own scale.
    """
    promises = fact.promises
    promised = any(one.target is not None or one.baseline is not None for one in promises)
    if not promised or all(one.value is None for one in promises):
        return None
    years = {promise.baseline_year for promise in promises if promise.baseline is not None}
    rows = tuple(_row(promise, telling, named=len(years) > 1) for promise in promises)
    chart = Bullet(
        code=fact.spec.code,
        language=telling.language,
        alt=_alt(promises, rows, telling),
        width_mm=fact.spec.width_mm,
        rows=rows,
        actual_label=str(telling.year),
        target_label=telling.words["target"].format(year=telling.year),
        baseline_label=_baseline_label(years, telling),
        aligned=len({promise.evidence.unit for promise in promises}) > 1,
    )
    return telling.finish(fact, chart, _data(chart, promises, telling))


def _row(promise: Promise, telling: Telling, *, named: bool) -> Judged:
    """A row; its baseline is `named` by its year where the rows have several."""
    target, baseline = (
        None if value is None else telling.amount(value, promise.evidence)
        for value in (promise.target, promise.baseline)
    )
    if baseline and named:
        baseline = Amount(baseline.value, f"{baseline.shown} ({promise.baseline_year})")
    actual = telling.amount(promise.value, promise.evidence)
    return Judged(telling.title(promise.evidence), actual, target, baseline)


def _baseline_label(years: set[int | None], telling: Telling) -> str:
    """The heading over the baselines, with their year where all have the same."""
    if len(years) == 1:
        return telling.words["baseline"].format(year=next(iter(years)))
    return telling.words["baselines"] if years else ""


def _data(chart: Bullet, promises: tuple[Promise, ...], telling: Telling) -> Data:
    """A row an indicator: baseline, actual, target; what was not promised has a dash."""
    heads = [capital(label) for label in (chart.baseline_label, chart.actual_label, chart.target_label) if label]
    rows = []
    for row in chart.rows:
        amounts = [*([row.baseline] if chart.baseline_label else []), row.actual, row.target]
        rows.append((row.label, *(amount.shown if amount else "–" for amount in amounts)))
    receipts = tuple(
        one for promise, row in zip(promises, chart.rows, strict=True) for one in _receipts(promise, row, telling)
    )
    return Data((telling.words["figure_indicator"], *heads), tuple(rows), receipts)


def _receipts(promise: Promise, row: Judged, telling: Telling) -> list[PrintedValue]:
    year = telling.period(promise.evidence)
    marks = [Mark(promise.code, telling.scope, "", year, row.actual, promise.rows)]
    marks += _promised("target", promise, row.target, str(telling.year))
    marks += _promised("baseline", promise, row.baseline, str(promise.baseline_year))
    return [receipt(promise.evidence, telling.language, mark) for mark in marks]


def _promised(key: str, promise: Promise, amount: Amount | None, year: str) -> list[Mark]:
    return [Mark(f"{promise.code}.{key}", "project", "", year, amount, 0)] if amount else []


def _alt(promises: tuple[Promise, ...], rows: tuple[Judged, ...], telling: Telling) -> str:
    """Each actual with its target, whether that was reached, and its baseline."""
    said = []
    for promise, row in zip(promises, rows, strict=True):
        told = []
        if row.target is not None:
            told += [
                f"{telling.words['target'].format(year=telling.year)}: {row.target.shown}",
                _reached(promise, telling),
            ]
        if row.baseline is not None:
            shown = telling.amount(promise.baseline, promise.evidence).shown
            told.append(f"{telling.words['baseline'].format(year=promise.baseline_year)}: {shown}")
        beside = "; ".join(filter(None, told))
        said.append(f"{row.label}: {row.actual.shown}" + (f" ({beside})" if beside else ""))
    values = "; ".join(said)
    return spoken(telling.words["alt_bars"].format(title=telling.told.title, year=telling.year, values=values))


def _reached(promise: Promise, telling: Telling) -> str:
    """Whether the target was reached, in words; "" where that can't be known."""
    if promise.value is None or promise.target is None:
        return ""
    reached = _is_reached(promise.value, promise.target, ascending=promise.ascending)
    return telling.words["target_met" if reached else "target_missed"]


def _is_reached(value: Number, target: Number, *, ascending: bool) -> bool:
    return value >= target if ascending else value <= target
