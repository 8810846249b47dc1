"""Every indicator for the network and every recipient, in one grouped pass."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportgen.model.findings import Finding, Number, Observation
from reportgen.model.spec import Aggregation, Edition, Indicator, Project
from reportgen.numbers.plain import category as category_of
from reportgen.numbers.rows import has_begun, interval, select

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from reportgen.numbers.frames import Frames

RECIPIENT = "\x00recipient"
DATE = "\x00date"


def measure(frames: Frames, edition: Edition) -> tuple[Finding, ...]:
    """The findings of all indicators for one edition, in the project file's order; ratios from their halves."""
    project = frames.project
    done = {i.code: _finding(frames, i, edition) for i in project.indicators if i.source}
    for indicator in project.indicators:
        if indicator.measure.aggregation is Aggregation.RATIO:
            done[indicator.code] = _ratio(project, indicator, done)
    return tuple(done[indicator.code] for indicator in project.indicators)


def chosen_rows(frames: Frames, indicator: Indicator, edition: Edition) -> pd.Series[bool]:
    """True for each row of the indicator's source that is behind its value."""
    return select(frames, indicator.source, indicator.where, indicator.period, edition)


def _finding(frames: Frames, indicator: Indicator, edition: Edition) -> Finding:
    chosen = chosen_rows(frames, indicator, edition)
    rows = _rows(frames, indicator, chosen)
    recipients = _recipient_ids(frames) if RECIPIENT in rows else ()
    established = frames.project.publisher.established
    period = interval(indicator.period, edition, established)
    if not has_begun(indicator.period, edition, established):
        nothing = tuple(Observation(indicator.code, recipient, None, 0) for recipient in (None, *recipients))
        return Finding(indicator.code, period, nothing)
    found = [_observation(indicator, rows, None)]
    found += _by_recipient(indicator, rows, recipients)
    for dimension in indicator.by:
        found += _parts(frames, indicator, rows, dimension)
    return Finding(indicator.code, period, tuple(found))


def _rows(frames: Frames, indicator: Indicator, chosen: pd.Series[bool]) -> pd.DataFrame:
    """The chosen rows × (measured columns, dimensions, recipient, date)."""
    import pandas as pd

    source = frames.project.source(indicator.source)
    columns = {path: path for path in (*indicator.measure.columns, *indicator.by)}
    if source.recipient:
        columns[RECIPIENT] = source.recipient
    if source.date:
        columns[DATE] = source.date
    picked = {name: frames.follow(source.name, path)[chosen] for name, path in columns.items()}
    return pd.DataFrame(picked, index=chosen.index[chosen])


def _recipient_ids(frames: Frames) -> tuple[str, ...]:
    source = frames.project.source(frames.project.recipients.source)
    return tuple(sorted(frames.frames[source.name][source.key[0]]))


def _observation(indicator: Indicator, rows: pd.DataFrame, recipient: str | None) -> Observation:
    values = _aggregate(indicator, rows, ())
    return Observation(indicator.code, recipient, values.get((), _nothing(indicator)), len(rows))


def _by_recipient(indicator: Indicator, rows: pd.DataFrame, recipients: Sequence[str]) -> list[Observation]:
    if not recipients:
        return []
    values = _aggregate(indicator, rows, (RECIPIENT,))
    counts = rows[RECIPIENT].value_counts()
    return [
        Observation(indicator.code, r, values.get((r,), _nothing(indicator)), int(counts.get(r, 0))) for r in recipients
    ]


def _parts(frames: Frames, indicator: Indicator, rows: pd.DataFrame, dimension: str) -> list[Observation]:
    """The network and each recipient that has rows, split by one dimension; the not recorded come last."""
    column = frames.columns(indicator.source, dimension)[0]
    found = []
    for group in ((), (RECIPIENT,)) if RECIPIENT in rows else ((),):
        values = _aggregate(indicator, rows, (*group, dimension))
        counts = {_key(k): int(n) for k, n in rows.groupby([*group, dimension], dropna=False).size().items()}
        # rows whose recipient is not recorded are the network's alone
        owners = dict.fromkeys(key[:-1] for key in sorted(counts, key=str) if None not in key[:-1])
        seen: list[Any] = [key[-1] for key in counts if key[-1] is not None]
        categories = (*column.allowed, *(c for c in sorted(set(seen)) if c not in column.allowed), None)
        found += [
            Observation(
                indicator.code,
                str(owner[0]) if owner else None,
                values.get((*owner, category), _nothing(indicator)),
                counts.get((*owner, category), 0),
                dimension,
                category_of(category),
            )
            for owner in owners
            for category in categories
            if category is not None or (*owner, None) in counts
        ]
    return found


def _key(key: object) -> tuple[object, ...]:
    import pandas as pd

    parts: tuple[Any, ...] = key if isinstance(key, tuple) else (key,)
    return tuple(None if pd.isna(part) else part for part in parts)


def _nothing(indicator: Indicator) -> Number | None:
    """What no rows amount to: nought for what is counted or added, unknown for a largest or latest value."""
    return None if indicator.measure.aggregation in {Aggregation.MAX, Aggregation.LATEST} else 0


def _aggregate(
    indicator: Indicator, rows: pd.DataFrame, group: tuple[str, ...]
) -> dict[tuple[object, ...], Number | None]:
    """The measure's value for each group that occurs, keyed by the group's values (`()` for the whole)."""
    columns = list(indicator.measure.columns)
    match indicator.measure.aggregation:
        case Aggregation.COUNT:
            return _sizes(rows, group)
        case Aggregation.DISTINCT:
            return _sizes(rows.dropna(subset=columns).drop_duplicates([*group, *columns]), group)
        case Aggregation.DISTINCT_EACH:
            total: dict[tuple[object, ...], Number | None] = {}
            for column in columns:
                for key, size in _sizes(rows.dropna(subset=[column]).drop_duplicates([*group, column]), group).items():
                    total[key] = (total.get(key) or 0) + (size or 0)
            return total
        case _:
            return _reduce(indicator.measure.aggregation, rows, columns[0], group)


def _sizes(rows: pd.DataFrame, group: tuple[str, ...]) -> dict[tuple[object, ...], Number | None]:
    if not group:
        return {(): len(rows)}
    return {_key(key): int(size) for key, size in rows.groupby(list(group), dropna=False).size().items()}


def _reduce(
    how: Aggregation, rows: pd.DataFrame, column: str, group: tuple[str, ...]
) -> dict[tuple[object, ...], Number | None]:
    """Sum, max or latest; a group whose values were all not recorded is itself not recorded."""
    if how is Aggregation.LATEST:
        rows = rows.dropna(subset=[DATE]).sort_values([DATE, column])
    known = rows.dropna(subset=[column])
    groups = known.groupby(list(group), dropna=False)[column] if group else [((), known[column])]
    found: dict[tuple[object, ...], Number | None] = {_key(k) if group else (): None for k in _keys(rows, group)}
    for key, values in groups:
        found[_key(key) if group else ()] = _one(how, values.tolist())
    return found


def _keys(rows: pd.DataFrame, group: tuple[str, ...]) -> list[object]:
    if not group:
        return [()]
    return list(rows.groupby(list(group), dropna=False).size().index)


def _one(how: Aggregation, values: list[float]) -> Number | None:
    if not values and how is not Aggregation.SUM:
        return None
    if how is Aggregation.SUM:
        # fsum is exact, so that the order of the rows cannot change the last digit
        value: float = math.fsum(values)
    else:
        value = max(values) if how is Aggregation.MAX else values[-1]
    return int(value) if float(value).is_integer() else float(value)


def _ratio(project: Project, indicator: Indicator, done: dict[str, Finding]) -> Finding:
    """Numerator over denominator wherever there is a denominator; not recorded where that is nought."""
    top, bottom = done[indicator.measure.numerator or ""], done[indicator.measure.denominator or ""]
    above = {(o.recipient, o.dimension, o.category): o for o in top.observations}
    found = []
    for under in bottom.observations:
        whole = above.get((under.recipient, None, None))
        if whole is None or under.dimension not in {None, *indicator.by}:
            continue
        # a category in which no row of the numerator lies has no observation of its own
        none = None if whole.value is None else _nothing(project.indicator(top.indicator))
        over = above.get((under.recipient, under.dimension, under.category))
        found.append(_share(indicator.code, over.value if over else none, under))
    return Finding(indicator.code, bottom.period, tuple(found))


def _share(code: str, over: Number | None, under: Observation) -> Observation:
    """One observation of a ratio: in the denominator's place, and with its rows."""
    value = over / under.value if over is not None and under.value else None
    return replace(under, indicator=code, value=value, numerator=over, denominator=under.value)
