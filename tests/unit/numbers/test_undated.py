"""A row without a day belongs to the year that it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportgen.model.spec import Column, Kind, Period, Pick, RecordSpec, Source, Span, Texts
from reportgen.numbers.compute import compute
from tests import rows

PLANS = Source(
    "plans",
    "plans.csv",
    None,
    (
        Column("id", "Id"),
        Column("year", "Year", Kind.WHOLE),
        Column("starts", "Starts", Kind.DATE, required=False),
    ),
    key=("id",),
    date="starts",
    year="year",
)
PLAN_ROWS = (
    ("undated 17", 2017, None),
    ("undated 18", 2018, None),
    ("dated 18", 2018, date(2018, 6, 1)),
    ("slipped from 18", 2018, date(2019, 1, 15)),
    ("undated 19", 2019, None),
    ("unknown", None, None),
)


def found(period: Period, source: Source = PLANS) -> list[object]:
    """The plans of a period, in the order of the sheet."""
    spec = RecordSpec("plans", Texts((("en", "x"),)), "plans", (("id", ("id",)),), period=period, pick=Pick.ALL)
    project = rows.project(records=(spec,))
    project = replace(project, sources=(*project.sources, source))
    computed = compute(project, rows.EDITION, (*rows.tables(()), rows.table(source, PLAN_ROWS)))
    return [entry.get("id") for entry in computed.findings.records[0].entries]


@pytest.mark.parametrize(
    ("span", "ids"),
    [
        (Span.YEAR, ["undated 18", "dated 18"]),
        (Span.PREVIOUS_YEAR, ["undated 17"]),
        (Span.SINCE, ["undated 17", "undated 18", "dated 18"]),
        (Span.AHEAD, ["slipped from 18", "undated 19"]),
    ],
)
def test_the_day_goes_before_the_year_and_the_year_stands_in_for_it(span: Span, ids: list[str]) -> None:
    assert found(Period(span)) == ids


def test_without_a_year_a_row_without_a_day_is_in_no_period() -> None:
    assert found(Period(), replace(PLANS, year=None)) == ["dated 18"]


def test_without_a_date_the_year_alone_decides() -> None:
    assert found(Period(), replace(PLANS, date=None)) == ["undated 18", "dated 18", "slipped from 18"]
