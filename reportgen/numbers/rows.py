"""Which rows of a source answer to a period and its conditions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.model.findings import Interval
from reportgen.model.spec import Condition, Edition, Period, Scalar, Span

if TYPE_CHECKING:
    import pandas as pd

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
) -> pd.Series[bool]:
    """True for each row of `source` that lies in the period and meets every condition."""
    begun = has_begun(period, edition, frames.project.publisher.established)
    chosen = _sure(_in_period(frames, source, period, edition)) & begun
    for condition in where:
        (column, *_) = frames.columns(source, condition.column)
        values = frames.follow(source, condition.column)
        chosen &= _sure(_has_one(values, condition) if column.separator else _meets(values, condition))
    return chosen


def _sure(chosen: pd.Series) -> pd.Series[bool]:
    """Yes or no for every row: what is not recorded meets nothing."""
    return chosen.fillna(value=False).astype(bool)


def _in_period(frames: Frames, source: str, period: Period, edition: Edition) -> pd.Series[bool]:
    import pandas as pd

    spec = frames.project.source(source)
    everything = pd.Series(data=True, index=frames.frames[source].index)
    if period.span is Span.ALWAYS:
        return everything
    if period.span is Span.VALID:
        return everything & _valid(frames, source, edition)
    if period.span is Span.AHEAD:
        return _ahead(frames, source, edition)
    span = interval(period, edition, frames.project.publisher.established)
    if spec.date:
        days = frames.follow(source, spec.date)
        return days.between(pd.Timestamp(span.first), pd.Timestamp(span.last))
    if spec.year:
        return frames.follow(source, spec.year).between(span.first.year, span.last.year)
    return everything


def _valid(frames: Frames, source: str, edition: Edition) -> pd.Series[bool]:
    import pandas as pd

    first, last = frames.project.source(source).valid or ("", "")
    day = pd.Timestamp(edition.date)
    ends = frames.follow(source, last)
    return (frames.follow(source, first) <= day) & (ends.isna() | (ends >= day))


def _ahead(frames: Frames, source: str, edition: Edition) -> pd.Series[bool]:
    """After the edition's date; a row that knows only its year is ahead when that year is still to come."""
    import pandas as pd

    spec = frames.project.source(source)
    nothing = pd.Series(data=False, index=frames.frames[source].index)
    days = frames.follow(source, spec.date) if spec.date else None
    dated = nothing if days is None else days > pd.Timestamp(edition.date)
    if not spec.year:
        return dated
    undated = ~nothing if days is None else days.isna()
    return dated | (undated & (frames.follow(source, spec.year) > edition.year))


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
