"""Columns of every kind, and rows of which something is not recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from reportgen.model.findings import Place
from reportgen.model.spec import (
    Aggregation,
    Column,
    Condition,
    Indicator,
    Kind,
    ListingSpec,
    Measure,
    Period,
    Pick,
    RecordSpec,
    Scalar,
    Source,
    Span,
    Texts,
)
from reportgen.numbers.compute import Computed, compute
from reportgen.numbers.frames import open_frames
from reportgen.numbers.receipts import trace
from tests import rows

if TYPE_CHECKING:
    from reportgen.model.findings import Finding, Listing
    from reportgen.model.spec import Project
    from reportgen.model.tables import Table

TEXT = Texts((("en", "x"),))
ALWAYS = Period(Span.ALWAYS)
COUNT = Measure(Aggregation.COUNT)
DAY = date(2018, 6, 1)

ACTS = Source(
    "acts",
    "acts.csv",
    None,
    (
        Column("id", "Id", Kind.WHOLE),
        Column("city", "City", refers_to="cities", required=False),
        Column("day", "Day", Kind.DATE, required=False),
        Column("number", "Number", Kind.DECIMAL, required=False),
        Column("flag", "Flag", Kind.YES_NO, required=False),
        Column("tags", "Tags", separator=";", required=False),
        Column("sizes", "Sizes", Kind.DECIMAL, separator=";", required=False),
        Column("days", "Days", Kind.DATE, separator=";", required=False),
    ),
    key=("id",),
    date="day",
    recipient="city",
)
PARTS = Source(
    "parts",
    "parts.csv",
    None,
    (Column("act", "Act", refers_to="acts", required=False),),
    date="act.day",
    recipient="act.city",
)
ROWS = (
    (1, "larvik", date(2018, 1, 1), 1.5, True, ("red", "blue"), (1.0, 2.5), (DAY,)),
    (2, "larvik", date(2018, 12, 31), 2.0, False, ("red",), None, None),
    (3, "helsinki", date(2017, 12, 31), None, None, None, None, None),
    (4, None, DAY, 10.0, True, ("blue",), (2.5,), None),
    (5, "larvik", None, 9.0, None, ("blue",), None, None),
)
PART_ROWS = ((1,), (1,), (None,), (4,), (2,))


def project(
    *indicators: Indicator, listings: tuple[ListingSpec, ...] = (), records: tuple[RecordSpec, ...] = ()
) -> Project:
    return replace(rows.project(*indicators, listings=listings, records=records), sources=(rows.CITIES, ACTS, PARTS))


def tables(
    acts: Sequence[tuple[object, ...]] = ROWS, parts: Sequence[tuple[object, ...]] = PART_ROWS
) -> tuple[Table, ...]:
    return (rows.table(rows.CITIES, rows.CITY_ROWS), rows.table(ACTS, acts), rows.table(PARTS, parts))


def indicator(measure: Measure = COUNT, code: str = "x", **more: object) -> Indicator:
    return Indicator(code, TEXT, TEXT, **{"source": "acts", "measure": measure, "unit": "people", **more})  # type: ignore[arg-type]


def finding(*indicators: Indicator) -> Finding:
    return compute(project(*indicators), rows.EDITION, tables()).findings.finding(indicators[-1].code)


def value(one: Indicator, recipient: str | None = None) -> object:
    total = finding(one).total(recipient)
    assert total is not None
    return total.value


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        (Condition("tags", ("red",)), 2),
        (Condition("tags", ("blue", "green")), 3),
        (Condition("tags", ("green",)), 0),
        (Condition("tags", recorded=False), 1),
        (Condition("tags", recorded=True), 4),
        (Condition("sizes", (Decimal("2.5"),)), 2),
        (Condition("days", (DAY,)), 1),
    ],
)
def test_a_separated_column_meets_a_condition_with_any_of_its_values(condition: Condition, count: int) -> None:
    assert value(indicator(where=(condition,), period=ALWAYS)) == count


@pytest.mark.parametrize(
    ("path", "wanted", "count"), [("act.tags", "red", 3), ("act.flag", True, 3), ("act.flag", False, 1)]
)
def test_a_condition_reaches_through_a_reference(path: str, wanted: Scalar, count: int) -> None:
    assert value(indicator(where=(Condition(path, (wanted,)),), period=ALWAYS, source="parts")) == count


@pytest.mark.parametrize(
    ("dimension", "named"),
    [
        ("number", ["1.5", "2", "10"]),
        ("day", ["2018-01-01", "2018-06-01", "2018-12-31"]),
        ("flag", ["no", "yes"]),
        ("id", ["1", "2", "4"]),
    ],
)
def test_a_category_is_named_as_one_would_write_it_and_in_natural_order(dimension: str, named: list[str]) -> None:
    one = indicator(by=(dimension,))
    found = finding(one)
    assert [part.category for part in found.parts(dimension)] == named
    frames = open_frames(project(one), tables())
    assert all(len(trace(frames, rows.EDITION, part)) == part.rows for part in found.observations)


def test_rows_without_a_recipient_are_the_networks_alone() -> None:
    found = finding(indicator(by=("flag",)))
    assert {observation.recipient for observation in found.observations} == {
        None,
        *(row[0] for row in rows.CITY_ROWS),
    }
    assert [(part.category, part.value) for part in found.parts("flag")] == [("no", 1), ("yes", 2)]


def test_a_day_that_is_not_recorded_is_never_the_latest() -> None:
    latest = Measure(Aggregation.LATEST, ("number",))
    assert value(indicator(latest, period=ALWAYS), "larvik") == 2
    undated = compute(project(indicator(latest, period=ALWAYS)), rows.EDITION, tables(ROWS[-1:])).findings.finding("x")
    total = undated.total("larvik")
    assert total is not None
    assert total.value is None


@pytest.mark.parametrize(
    ("pick", "order", "taken"), [(Pick.LAST, "day", 2), (Pick.FIRST, "-day", 2), (Pick.FIRST, "day", 3)]
)
def test_a_row_whose_order_is_not_recorded_is_not_picked(pick: Pick, order: str, taken: int) -> None:
    spec = RecordSpec("r", TEXT, "acts", (("id", ("id",)),), period=ALWAYS, order=order, pick=pick)
    (record,) = compute(project(records=(spec,)), rows.EDITION, tables()).findings.records
    assert [entry.get("id") for entry in record.entries] == [taken]


def ratio(over: Indicator, under: Indicator, *by: str) -> Finding:
    measure = Measure(Aggregation.RATIO, numerator=over.code, denominator=under.code)
    return finding(over, under, indicator(measure, "share", source="", by=by))


def test_a_ratio_is_nought_in_a_category_that_only_its_denominator_has() -> None:
    over = indicator(where=(Condition("flag", (True,)),), by=("number",), code="over")
    found = ratio(over, indicator(by=("number",), code="under"), "number")
    assert [(part.category, part.value, part.numerator) for part in found.parts("number")] == [
        ("1.5", 1, 1),
        ("2", 0, 0),
        ("10", 1, 1),
    ]


def test_a_ratio_of_largest_values_is_not_recorded_where_its_numerator_has_no_rows() -> None:
    largest = Measure(Aggregation.MAX, ("number",))
    over = indicator(largest, "over", where=(Condition("flag", (True,)),), by=("id",))
    found = ratio(over, indicator(largest, "under", by=("id",)), "id")
    assert [(part.category, part.value) for part in found.parts("id")] == [("1", 1), ("2", None), ("4", 1)]


def test_a_ratio_is_split_by_its_own_dimensions_only() -> None:
    found = ratio(indicator(code="over"), indicator(code="under", by=("flag",)))
    assert {observation.dimension for observation in found.observations} == {None}


def test_a_ratio_of_rows_without_a_recipient_is_the_networks_alone() -> None:
    plans = replace(PARTS, name="plans", recipient=None)
    made = project(
        indicator(code="over", source="plans", period=ALWAYS),
        indicator(code="under", period=ALWAYS),
        indicator(Measure(Aggregation.RATIO, numerator="over", denominator="under"), "share", source=""),
    )
    made = replace(made, sources=(*made.sources, plans))
    found = compute(made, rows.EDITION, (*tables(), rows.table(plans, PART_ROWS))).findings.finding("share")
    assert [(o.recipient, o.value) for o in found.observations] == [(None, 1)]


def listed(path: str, source: str = "acts") -> Listing:
    spec = ListingSpec("l", TEXT, source, path, period=ALWAYS)
    return compute(project(listings=(spec,)), rows.EDITION, tables()).findings.listings[0]


@pytest.mark.parametrize(
    ("path", "source", "items"),
    [
        ("id", "acts", [1, 2, 3, 4, 5]),
        ("number", "acts", [1.5, 2, 9, 10]),
        ("flag", "acts", [False, True]),
        ("day", "acts", [date(2017, 12, 31), date(2018, 1, 1), DAY, date(2018, 12, 31)]),
        ("act", "parts", [1, 2, 4]),
        ("city.name.en", "acts", ["Helsinki", "Larvik"]),
    ],
)
def test_a_list_holds_plain_values_of_python(path: str, source: str, items: list[object]) -> None:
    found = listed(path, source).items
    assert list(found) == items
    assert {type(item) for item in found} <= {int, float, bool, date, str}


def test_a_list_of_cities_holds_places() -> None:
    assert all(isinstance(item, Place) for item in listed("city").items)


def test_one_language_of_a_text_is_a_text() -> None:
    name = Measure(Aggregation.DISTINCT, ("city.name.en",))
    assert value(indicator(name, period=ALWAYS, where=(Condition("city.name.en", ("Larvik",)),))) == 1
    spec = RecordSpec("r", TEXT, "acts", (("name", ("city.name.en",)), ("all", ("city.name",))), period=ALWAYS)
    (record,) = compute(project(records=(spec,)), rows.EDITION, tables()).findings.records
    assert record.entries[0].get("name") == "Larvik"
    assert record.entries[0].get("all") == Texts((("en", "Larvik"),))


EVERY_MEASURE = (
    indicator(code="count", source="parts", by=("act.flag", "act.number", "act.day", "act.city")),
    indicator(Measure(Aggregation.SUM, ("act.number",)), "sum", source="parts", by=("act.flag",)),
    indicator(Measure(Aggregation.MAX, ("act.number",)), "max", source="parts"),
    indicator(Measure(Aggregation.LATEST, ("act.number",)), "latest", source="parts"),
    indicator(Measure(Aggregation.DISTINCT, ("act", "act.city")), "distinct", source="parts"),
    indicator(Measure(Aggregation.DISTINCT_EACH, ("act", "act.city")), "each", source="parts"),
    indicator(
        code="where",
        source="parts",
        where=(
            Condition("act.flag", (True,)),
            Condition("act.number", lowest=2),
            Condition("act.day", highest=DAY),
            Condition("act.tags", ("red",)),
        ),
    ),
)


@pytest.mark.parametrize("acts", [(), ROWS[:0]])
@pytest.mark.parametrize("parts", [(), ((None,), (None,))])
def test_tables_without_rows_are_no_fault(acts: tuple[object, ...], parts: tuple[tuple[object, ...], ...]) -> None:
    assert acts == ()
    found = _of_nothing(parts)
    totals = {one.code: found.findings.finding(one.code).total() for one in EVERY_MEASURE}
    assert {code: total.value for code, total in totals.items() if total} == {
        "count": 0,
        "sum": 0,
        "max": None,
        "latest": None,
        "distinct": 0,
        "each": 0,
        "where": 0,
    }
    assert [record.entries for record in found.findings.records] == [()]
    assert [listing.items for listing in found.findings.listings] == [()]


def _of_nothing(parts: Sequence[tuple[object, ...]]) -> Computed:
    record = RecordSpec("r", TEXT, "acts", (("day", ("day", "day")), ("number", ("number",))), order="-day")
    listing = ListingSpec("l", TEXT, "acts", "day")
    return compute(project(*EVERY_MEASURE, listings=(listing,), records=(record,)), rows.EDITION, tables((), parts))
