"""A 0 beside heads that were counted is not recorded; a 0 beside nothing is a 0."""

from __future__ import annotations

from dataclasses import replace

from reportgen.model.spec import Aggregation, Condition, Measure
from reportgen.numbers.compute import compute
from tests import rows
from tests.unit.numbers.test_indicators import indicator

# Larvik has registered women and counted hours, Helsinki counted hours only, Turku nothing.
PARTICIPATIONS = (
    ("a18", "larvik", "P1", "f", 2.0, None),
    ("a18", "larvik", "P2", "m", None, None),
    ("a18", "helsinki", "P3", None, 4.0, None),
)
HELD = Condition("activity.status", ("held",))
HOURS = replace(indicator(Measure(Aggregation.SUM, ("hours",))), code="hours")
WOMEN = replace(
    indicator(Measure(Aggregation.DISTINCT, ("person",)), (HELD, Condition("sex", ("f",))), by=("sex",)),
    code="women",
    not_recorded_beside="hours",
)
WITH_SEX = replace(
    indicator(Measure(Aggregation.DISTINCT, ("person",)), (HELD, Condition("sex", recorded=True))),
    code="with_sex",
    not_recorded_beside="hours",
)
SHARE = replace(
    indicator(Measure(Aggregation.RATIO, numerator="women", denominator="with_sex"), ()), code="share", source=""
)
FOUND = compute(rows.project(HOURS, WOMEN, WITH_SEX, SHARE), rows.EDITION, rows.tables(PARTICIPATIONS)).findings


def value(code: str, recipient: str | None) -> object:
    total = FOUND.finding(code).total(recipient)
    assert total is not None
    return total.value


def test_who_has_some_of_the_other_is_not_recorded_and_who_has_none_has_nought() -> None:
    assert [value("women", city) for city in ("larvik", "helsinki", "turku")] == [1, None, 0]


def test_the_network_s_value_stays() -> None:
    assert (value("women", None), value("hours", None)) == (1, 6)
    assert {part.category: part.value for part in FOUND.finding("women").parts("sex")} == {"f": 1, "m": 0}


def test_a_ratio_follows_its_halves() -> None:
    assert [value("share", city) for city in ("larvik", "helsinki", "turku")] == [0.5, None, None]
    total = FOUND.finding("share").total("helsinki")
    assert total is not None
    assert (total.numerator, total.denominator) == (None, None)
