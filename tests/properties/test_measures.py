"""Every measure against a plain loop over the rows: the network, each city, each part."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.spec import Aggregation, Condition, Indicator, Measure, Period, Span, Texts
from reportgen.numbers.compute import compute
from tests import rows

TEXT = Texts((("en", "x"),))
STARTS = {row[0]: row[2] for row in rows.ACTIVITY_ROWS}
STATUS = {row[0]: row[1] for row in rows.ACTIVITY_ROWS}
CITIES = [row[0] for row in rows.CITY_ROWS]
NAMES = ("activity", "city", "person", "sex", "hours", "organisation")
# sums must be exact for the greatest beside the least, which no two halves of a whole number hold
HOURS = st.one_of(
    st.none(), st.sampled_from([0.1, 0.5, 2.0, -3.25]), st.floats(-1e14, 1e14, allow_nan=False), st.just(5e-324)
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from([*STARTS, None]),
        st.sampled_from([*CITIES, None]),
        st.sampled_from(["P1", "P2", "P3", None]),
        st.sampled_from(["f", "m", None]),
        HOURS,
        st.sampled_from(["School", "Police", None]),
    ),
    max_size=40,
)
MEASURES = {
    "count": Measure(Aggregation.COUNT),
    "one": Measure(Aggregation.DISTINCT, ("person",)),
    "two": Measure(Aggregation.DISTINCT, ("person", "organisation")),
    "three": Measure(Aggregation.DISTINCT, ("person", "organisation", "activity")),
    "each": Measure(Aggregation.DISTINCT_EACH, ("person", "organisation")),
    "sum": Measure(Aggregation.SUM, ("hours",)),
    "max": Measure(Aggregation.MAX, ("hours",)),
    "latest": Measure(Aggregation.LATEST, ("hours",)),
}
DIMENSIONS = ("sex", "activity.status", "organisation")
Key = tuple[str, str | None, str | None, str | None]


def indicators(period: Period) -> list[Indicator]:
    held = Condition("activity.status", ("held",))
    return [
        Indicator(code, TEXT, TEXT, "participations", measure, "people", where, period, DIMENSIONS)
        for suffix, where in (("", ()), ("-held", (held,)))
        for code, measure in ((name + suffix, measure) for name, measure in MEASURES.items())
    ]


def in_period(activity: str | None, period: Period) -> bool:
    if period.span is Span.ALWAYS:
        return True
    years = range(period.since or 2018, 2019)
    return activity is not None and STARTS[activity].year in years


def value(measure: Measure, of: Sequence[dict[str, object]]) -> object:
    """The measure of these rows, in the plainest words."""
    columns = measure.columns
    known = [row for row in of if all(row[column] is not None for column in columns)]
    match measure.aggregation:
        case Aggregation.COUNT:
            return len(of)
        case Aggregation.DISTINCT:
            return len({tuple(row[column] for column in columns) for row in known})
        case Aggregation.DISTINCT_EACH:
            return sum(len({row[column] for row in of} - {None}) for column in columns)
        case Aggregation.SUM:
            return math.fsum(float(str(row["hours"])) for row in known) if known else None
        case Aggregation.MAX:
            return max((float(str(row["hours"])) for row in known), default=None)
        case _:
            days = [(STARTS[str(r["activity"])], float(str(r["hours"]))) for r in known if r["activity"] is not None]
            return max(days, default=(date.min, None))[1]


def by_hand(drawn: list[tuple[object, ...]], period: Period) -> dict[Key, tuple[object, int]]:
    found: dict[Key, tuple[object, int]] = {}
    for code, measure in ((code + suffix, m) for suffix in ("", "-held") for code, m in MEASURES.items()):
        groups: dict[tuple[str | None, str | None, str | None], list[dict[str, object]]] = defaultdict(list)
        for cells in drawn:
            row = dict(zip(NAMES, cells, strict=True))
            activity = None if row["activity"] is None else str(row["activity"])
            row["activity.status"] = STATUS.get(activity or "")
            if not in_period(activity, period) or (code.endswith("held") and row["activity.status"] != "held"):
                continue
            for city in {None, row["city"]}:
                owner = None if city is None else str(city)
                groups[owner, None, None].append(row)
                for dimension in DIMENSIONS:
                    part = row[dimension]
                    groups[owner, dimension, None if part is None else str(part)].append(row)
        found |= {(code, *group): (value(measure, of), len(of)) for group, of in groups.items()}
    return found


@settings(max_examples=60, deadline=None)
@given(drawn=ROWS, period=st.sampled_from([Period(), Period(Span.SINCE, 2017), Period(Span.ALWAYS)]))
def test_every_measure_is_what_a_plain_loop_finds(drawn: list[tuple[object, ...]], period: Period) -> None:
    project = rows.project(*indicators(period))
    computed = compute(project, rows.EDITION, rows.tables(drawn)).findings
    found = {
        (o.indicator, o.recipient, o.dimension, o.category): (o.value, o.rows)
        for finding in computed.findings
        for o in finding.observations
    }
    expected = by_hand(drawn, period)
    assert {key: found.get(key) for key in expected} == expected
    assert all(not count for key, (_, count) in found.items() if key not in expected)
