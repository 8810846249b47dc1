"""A period that begins after the edition's year holds nothing, and says so."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.model.findings import Interval
from reportgen.model.spec import Aggregation, Condition, Indicator, Measure, Period, Span, Texts
from reportgen.numbers.compute import compute
from tests import rows
from tests.unit.numbers.test_indicators import PARTICIPATIONS, indicator

COUNT = Measure(Aggregation.COUNT)
TEXTS = Texts((("en", "x"),))


@pytest.mark.parametrize("since", [2018, 2019])
def test_before_the_first_year_nothing_is_recorded(since: int) -> None:
    one = indicator(COUNT, period=Period(Span.SINCE, since), by=("sex",))
    found = compute(rows.project(one), rows.EDITION, rows.tables(PARTICIPATIONS)).previous.finding("x")
    assert found.period == Interval(date(2017, 1, 1), date(2017, 12, 31))
    assert {(observation.value, observation.rows) for observation in found.observations} == {(None, 0)}
    assert found.total("larvik") is not None
    assert found.parts("sex") == ()


def test_the_first_year_itself_is_counted() -> None:
    one = indicator(COUNT, period=Period(Span.SINCE, 2018))
    found = compute(rows.project(one), rows.EDITION, rows.tables(PARTICIPATIONS)).findings.finding("x")
    total = found.total()
    assert total is not None
    assert (total.value, found.period) == (4, Interval(date(2018, 1, 1), date(2018, 12, 31)))


def test_since_alone_begins_when_the_publisher_was_established() -> None:
    one = indicator(COUNT, period=Period(Span.SINCE))
    found = compute(rows.project(one), rows.EDITION, rows.tables(PARTICIPATIONS)).findings.finding("x")
    assert found.period.first == date(2016, 1, 1)


def test_a_ratio_over_a_period_that_has_not_begun_is_not_recorded() -> None:
    since = Period(Span.SINCE, 2018)
    sex = (Condition("sex", ("f",)),)
    women = Indicator("w", TEXTS, TEXTS, "participations", COUNT, "people", sex, since, ("sex",))
    known = Indicator("k", TEXTS, TEXTS, "participations", COUNT, "people", by=("sex",))
    measure = Measure(Aggregation.RATIO, numerator="w", denominator="k")
    share = Indicator("s", TEXTS, TEXTS, "", measure, "share", by=("sex",))
    project = rows.project(women, known, share)
    found = compute(project, rows.EDITION, rows.tables(PARTICIPATIONS)).previous.finding("s")
    assert {(o.value, o.numerator) for o in found.observations} == {(None, None)}
    assert [part.category for part in found.parts("sex")] == ["f", "m"]
