"""Each aggregation, period, filter and split, on rows small enough to count by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.findings import Finding
from reportgen.model.spec import Aggregation, Condition, Indicator, Measure, Period, Span, Texts
from reportgen.numbers.compute import compute
from tests import rows

HELD = Condition("activity.status", ("held",))
PARTICIPATIONS = (
    ("a17", "larvik", "P1", "f", 2.5, "School"),
    ("a18", "larvik", "P1", "f", 4.0, "School"),
    ("a18", "larvik", "P2", None, 1.5, None),
    ("a18", "helsinki", "P3", "m", None, "Police"),
    ("b18", "larvik", "P1", "f", 3.0, "School"),
    ("c18", "larvik", "P4", "m", 9.0, "Police"),
    ("d19", "turku", "P5", "m", 9.0, "Police"),
)


def indicator(measure: Measure, where: tuple[Condition, ...] = (HELD,), **more: object) -> Indicator:
    texts = Texts((("en", "x"),))
    return Indicator("x", texts, texts, "participations", measure, "people", where, **more)  # type: ignore[arg-type]


def finding(one: Indicator) -> Finding:
    return compute(rows.project(one), rows.EDITION, rows.tables(PARTICIPATIONS)).findings.finding("x")


@pytest.mark.parametrize(
    ("measure", "whole", "larvik", "turku"),
    [
        (Measure(Aggregation.COUNT), 4, 3, 0),
        (Measure(Aggregation.DISTINCT, ("person",)), 3, 2, 0),
        (Measure(Aggregation.DISTINCT, ("activity", "person")), 4, 3, 0),
        (Measure(Aggregation.DISTINCT_EACH, ("person", "organisation")), 5, 3, 0),
        (Measure(Aggregation.SUM, ("hours",)), 8.5, 8.5, 0),
        (Measure(Aggregation.MAX, ("hours",)), 4, 4, None),
        (Measure(Aggregation.LATEST, ("hours",)), 3, 3, None),
    ],
)
def test_each_aggregation(measure: Measure, whole: float, larvik: float, turku: float | None) -> None:
    found = finding(indicator(measure))
    totals = [found.total(recipient) for recipient in (None, "larvik", "turku")]
    assert [total.value for total in totals if total] == [whole, larvik, turku]
    assert [total.rows for total in totals if total] == [4, 3, 0]


def test_a_sum_of_nothing_recorded_is_not_recorded() -> None:
    total = finding(indicator(Measure(Aggregation.SUM, ("hours",)))).total("helsinki")
    assert total is not None
    assert (total.value, total.rows) == (None, 1)


@pytest.mark.parametrize(
    ("period", "value"),
    [
        (Period(), 3),
        (Period(Span.PREVIOUS_YEAR), 1),
        (Period(Span.SINCE, 2017), 3),
        (Period(Span.ALWAYS), 3),
        (Period(Span.AHEAD), 0),
    ],
)
def test_each_period(period: Period, value: int) -> None:
    total = finding(indicator(Measure(Aggregation.DISTINCT, ("person",)), period=period)).total()
    assert total is not None
    assert total.value == value


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        (Condition("sex", recorded=True), 3),
        (Condition("sex", recorded=False), 1),
        (Condition("hours", lowest=Decimal(2), highest=Decimal("3.0")), 1),
        (Condition("hours", highest=Decimal("1.5")), 1),
        (Condition("activity.city.country", ("FI",)), 3),
        (Condition("city", ("helsinki", "skien")), 1),
    ],
)
def test_each_condition(condition: Condition, value: int) -> None:
    total = finding(indicator(Measure(Aggregation.COUNT), (HELD, condition))).total()
    assert total is not None
    assert total.value == value


def test_a_split_keeps_the_allowed_order_and_the_not_recorded_last() -> None:
    found = finding(indicator(Measure(Aggregation.COUNT), by=("sex",)))
    assert [(part.category, part.value) for part in found.parts("sex")] == [("f", 2), ("m", 1), (None, 1)]
    assert [(part.category, part.value) for part in found.parts("sex", "larvik")] == [("f", 2), ("m", 0), (None, 1)]


def test_a_ratio_carries_its_halves_and_is_not_recorded_over_nought() -> None:
    texts = Texts((("en", "x"),))
    women = Indicator(
        "w", texts, texts, "participations", Measure(Aggregation.COUNT), "people", (HELD, Condition("sex", ("f",)))
    )
    known = Indicator(
        "k",
        texts,
        texts,
        "participations",
        Measure(Aggregation.COUNT),
        "people",
        (HELD, Condition("sex", recorded=True)),
    )
    share = Indicator("s", texts, texts, "", Measure(Aggregation.RATIO, numerator="w", denominator="k"), "share")
    project = rows.project(women, known, share)
    found = compute(project, rows.EDITION, rows.tables(PARTICIPATIONS)).findings.finding("s")
    whole, turku = found.total(), found.total("turku")
    assert whole is not None
    assert turku is not None
    assert (whole.value, whole.numerator, whole.denominator, whole.rows) == (2 / 3, 2, 3, 3)
    assert (turku.value, turku.numerator, turku.denominator) == (None, 0, 0)


def test_the_year_before_is_computed_like_the_edition() -> None:
    computed = compute(rows.project(indicator(Measure(Aggregation.COUNT))), rows.EDITION, rows.tables(PARTICIPATIONS))
    total = computed.previous.finding("x").total()
    assert total is not None
    assert (computed.previous.edition.year, total.value) == (2017, 1)


def test_no_rows_at_all_are_nought_and_no_fault() -> None:
    one = indicator(Measure(Aggregation.DISTINCT, ("person",)), by=("sex",))
    found = compute(rows.project(one), rows.EDITION, rows.tables(())).findings.finding("x")
    total = found.total("larvik")
    assert total is not None
    assert (total.value, found.parts("sex")) == (0, ())
