"""Which rows of a source answer to a period and its conditions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.model.findings import Interval
from reportgen.model.spec import Condition, Edition, Period, Scalar, Span

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from reportgen.numbers.frames import Frames


def interval(period: Period, edition: Edition, established: int) -> Interval:
    """First and last day of a period as seen from the edition; one that has not begun is cut to the edition's year."""
    year = edition.year
    match period.span:
        case Span.PREVIOUS_YEAR:
            return Interval(date(year - 1, 1, 1), date(year - 1, 12, 31))
        case Span.SINCE:
            return Interval(date(min(period.since or established, year), 1, 1), date(year, 12, 31))
        case Span.VALID:
            return Interval(edition.date, edition.date)
        case Span.AHEAD:
            return Interval(edition.date, date.max)
        case Span.ALWAYS:
            return Interval(date.min, date.max)
        case Span.YEAR:
            return Interval(date(year, 1, 1), date(year, 12, 31))


def has_begun(period: Period, edition: Edition, established: int) -> bool:
    """Whether the edition's year lies in the period at all: nothing can be recorded before the first year."""
    return period.span is not Span.SINCE or (period.since or established) <= edition.year


def select(
    frames: Frames, source: str, where: tuple[Condition, ...], period: Period, edition: Edition
) -> NDArray[np.intp]:
    """The rows of `source`, from 0 and in their order, that lie in the period and meet every condition."""
    rows = _in_period(frames, source, period, edition)
    for condition in where:
        column, meets = frames.coded(source, condition.column), frames.columns(source, condition.column)[0]
        met = _has_one(column.typed, condition) if meets.separator else _meets(column.typed, condition)
        rows = rows[column.spread(_sure(met), rows)]
    return rows


def _sure(chosen: pd.Series) -> NDArray[np.bool_]:
    """Yes or no for every value: what is not recorded meets nothing."""
    import numpy as np

    return np.asarray(chosen.fillna(value=False).astype(bool))


def _in_period(frames: Frames, source: str, period: Period, edition: Edition) -> NDArray[np.intp]:
    import numpy as np

    place = (source, period, edition)
    if place not in frames.periods:
        begun = has_begun(period, edition, frames.project.publisher.established)
        frames.periods[place] = np.flatnonzero(_dated(frames, source, period, edition) & begun)
    return frames.periods[place]


def _dated(frames: Frames, source: str, period: Period, edition: Edition) -> NDArray[np.bool_]:
    """Whether each row lies in the period."""
    import numpy as np
    import pandas as pd

    spec = frames.project.source(source)
    if period.span is Span.VALID:
        return _valid(frames, source, edition)
    if period.span is Span.AHEAD:
        return _ahead(frames, source, edition)
    span = interval(period, edition, frames.project.publisher.established)
    if period.span is Span.ALWAYS or not (spec.date or spec.year):
        return np.ones(frames.size(source), dtype=bool)
    inside = np.zeros(frames.size(source), dtype=bool)
    undated = ~inside
    if spec.date:
        days = frames.coded(source, spec.date)
        inside = _sure(days.typed.between(pd.Timestamp(span.first), pd.Timestamp(span.last)))[days.codes]
        undated = days.codes < 0
    return inside | (undated & _of_years(frames, source, span.first.year, span.last.year))


def _of_years(frames: Frames, source: str, first: int, last: int) -> NDArray[np.bool_]:
    """Whether each row's declared year is one of these: what a row without a day goes by."""
    import numpy as np

    year = frames.project.source(source).year
    if not year:
        return np.zeros(frames.size(source), dtype=bool)
    years = frames.coded(source, year)
    return _sure(years.typed.between(first, last))[years.codes]


def _valid(frames: Frames, source: str, edition: Edition) -> NDArray[np.bool_]:
    import pandas as pd

    first, last = frames.project.source(source).valid or ("", "")
    day = pd.Timestamp(edition.date)
    begins, ends = frames.coded(source, first), frames.coded(source, last)
    begun, goes_on = _sure(begins.typed <= day), _sure(ends.typed.isna() | (ends.typed >= day))
    return begun[begins.codes] & goes_on[ends.codes]


def _ahead(frames: Frames, source: str, edition: Edition) -> NDArray[np.bool_]:
    """After the edition's date; a row that knows only its year is ahead when that year is still to come."""
    import numpy as np
    import pandas as pd

    spec, dated = frames.project.source(source), np.zeros(frames.size(source), dtype=bool)
    undated = ~dated
    if spec.date:
        days = frames.coded(source, spec.date)
        dated, undated = _sure(days.typed > pd.Timestamp(edition.date))[days.codes], days.codes < 0
    return dated | (undated & _of_years(frames, source, edition.year + 1, date.max.year))


def _meets(values: pd.Series, condition: Condition) -> pd.Series[bool]:
    if condition.recorded is not None:
        return values.notna() if condition.recorded else values.isna()
    if condition.values:
        return values.isin([_comparable(value) for value in condition.values])
    chosen = values.notna()
    if condition.lowest is not None:
        chosen &= values >= _comparable(condition.lowest)
    if condition.highest is not None:
        chosen &= values <= _comparable(condition.highest)
    return chosen


def _has_one(values: pd.Series, condition: Condition) -> pd.Series[bool]:
    """For cells that hold several values: whether one of them is wanted, or whether any is recorded."""
    if condition.recorded is not None:
        return values.notna() if condition.recorded else values.isna()
    wanted = frozenset(float(value) if isinstance(value, Decimal) else value for value in condition.values)
    return values.map(lambda cell: isinstance(cell, tuple) and not wanted.isdisjoint(cell)).astype(bool)


def _comparable(value: Scalar) -> object:
    import pandas as pd

    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return pd.Timestamp(value)
    return value
