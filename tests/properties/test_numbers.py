"""What must hold of the numbers whatever the rows: two independent ways of counting agree."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.findings import Finding, Observation
from reportgen.model.spec import Aggregation, Condition, Indicator, Measure, Texts
from reportgen.numbers.compute import compute
from reportgen.numbers.frames import open_frames
from reportgen.numbers.indicators import measure
from reportgen.numbers.receipts import trace
from tests import rows

TEXT = Texts((("en", "x"),))
HELD = Condition("activity.status", ("held",))
Row = tuple[str, str, str, str | None, float | None, str | None]

ROWS = st.lists(
    st.tuples(
        st.sampled_from([row[0] for row in rows.ACTIVITY_ROWS]),
        st.sampled_from([row[0] for row in rows.CITY_ROWS]),
        st.sampled_from(["P1", "P2", "P3", "P4", "P5"]),
        st.sampled_from(["f", "m", None]),
        st.one_of(st.none(), st.floats(min_value=0, max_value=1e6, allow_nan=False)),
        st.sampled_from(["School", "Police", None]),
    ),
    max_size=40,
)


def one(code: str, measure: Measure) -> Indicator:
    return Indicator(code, TEXT, TEXT, "participations", measure, "people", (HELD,), by=("sex",))


INDICATORS = (
    one("count", Measure(Aggregation.COUNT)),
    one("distinct", Measure(Aggregation.DISTINCT, ("person",))),
    one("each", Measure(Aggregation.DISTINCT_EACH, ("person", "organisation"))),
    one("sum", Measure(Aggregation.SUM, ("hours",))),
)
HELD_IN_2018 = {row[0] for row in rows.ACTIVITY_ROWS if row[1] == "held" and row[2].year == 2018}


def findings(participations: list[Row]) -> dict[str, Finding]:
    found = compute(rows.project(*INDICATORS), rows.EDITION, rows.tables(participations)).findings
    return {finding.indicator: finding for finding in found.findings}


def by_hand(participations: list[Row], city: str | None) -> dict[str, int]:
    """The same numbers by a plain loop."""
    chosen = [row for row in participations if row[0] in HELD_IN_2018 and city in {None, row[1]}]
    people = {row[2] for row in chosen}
    organisations = {row[5] for row in chosen if row[5] is not None}
    return {"count": len(chosen), "distinct": len(people), "each": len(people) + len(organisations)}


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_the_grouped_pass_equals_a_plain_loop(participations: list[Row]) -> None:
    found = findings(participations)
    for city in (None, *(row[0] for row in rows.CITY_ROWS)):
        for code, value in by_hand(participations, city).items():
            total = found[code].total(city)
            assert total is not None
            assert total.value == value


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_parts_and_not_recorded_sum_to_the_whole_of_what_adds_up(participations: list[Row]) -> None:
    found = findings(participations)
    for observation in found["count"].observations:
        if observation.dimension is None:
            parts = found["count"].parts("sex", observation.recipient)
            assert sum(part.value or 0 for part in parts) == observation.value
            assert sum(part.rows for part in parts) == observation.rows


@settings(max_examples=20, deadline=None)
@given(ROWS)
def test_every_value_walks_back_to_as_many_rows_as_it_says(participations: list[Row]) -> None:
    frames = open_frames(rows.project(*INDICATORS), rows.tables(participations))
    for finding in measure(frames, rows.EDITION):
        for observation in finding.observations:
            assert len(trace(frames, rows.EDITION, observation)) == observation.rows


@settings(max_examples=40, deadline=None)
@given(ROWS.flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))))
def test_the_order_of_the_rows_does_not_matter(both: tuple[list[Row], list[Row]]) -> None:
    first, second = (findings(participations) for participations in both)
    assert _comparable(first) == _comparable(second)


def _comparable(found: dict[str, Finding]) -> set[Observation]:
    return {observation for finding in found.values() for observation in finding.observations}
