"""Baselines as the project file says them, beside what the rows of their year give."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.model.spec import Edition, Indicator, Period
from reportgen.model.tables import Address, Issue, Severity
from reportgen.numbers.rows import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportgen.model.findings import Findings, Number
    from reportgen.numbers.frames import Frames


def check_baselines(frames: Frames, history: Iterable[Findings]) -> Iterator[Issue]:
    """A warning at each baseline that differs from the finding of its year, where that year has rows.

    What came before the first rows can't be known from them, and is the project file's to say.
    """
    years = {findings.edition.year: findings for findings in history}
    for indicator in frames.project.indicators:
        year, baseline = indicator.baseline or (0, Decimal(0))
        total = years[year].finding(indicator.code).total() if year in years else None
        if total is None or total.value is None or _says(baseline, total.value):
            continue
        if _has_rows(frames, indicator, years[year].edition):
            yield _issue(frames, indicator, total.value)


def _says(baseline: Decimal, value: Number) -> bool:
    """Whether a baseline is the value to as many decimals as it was written with, rounded to the nearest or down."""
    exponent = baseline.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    return -step / 2 <= Decimal(str(value)) - baseline < step


def _has_rows(frames: Frames, indicator: Indicator, edition: Edition) -> bool:
    """Whether its source has any row of that very year, whatever the indicator takes of them."""
    denominator = indicator.measure.denominator
    source = (frames.project.indicator(denominator) if denominator else indicator).source
    return source in frames.tables and bool(len(select(frames, source, (), Period(), edition)))


def _issue(frames: Frames, indicator: Indicator, value: Number) -> Issue:
    year, baseline = indicator.baseline or (0, Decimal(0))
    found = f"{value:.4g}" if isinstance(value, float) and value % 1 else f"{value:.0f}"
    where = Address(frames.project.file.name, f"indicators.{indicator.code}", "baseline")
    what = f"the baseline is {baseline}, and the rows of {year} give {found}"
    mend = f"write baseline = {{ {year} = {found} }}, or mend the rows of {year}"
    return Issue("baseline_differs", Severity.WARNING, where, what, mend)
