"""A baseline that differs from the rows of its year is told, with both values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.model.spec import Aggregation, Condition, Indicator, Measure, Texts
from reportgen.model.tables import Issue
from reportgen.numbers.compute import compute
from tests import example, rows

TEXTS = Texts((("en", "x"),))
ROWS = tuple(("a17", "larvik", f"P{number}", "f" if number < 4 else "m", 1.0, None) for number in range(7))


def issues(
    baseline: tuple[int, Decimal], *, share: bool = False, participations: Sequence[tuple[object, ...]] = ROWS
) -> list[Issue]:
    """What is told of a baseline of 7 people in 2017, or of the 4 of 7 of them who are women."""
    count, women = Measure(Aggregation.COUNT), (Condition("sex", ("f",)),)
    people = Indicator("people", TEXTS, TEXTS, "participations", count, "people")
    ratio = Measure(Aggregation.RATIO, numerator="women", denominator="people")
    declared = (
        people if share else replace(people, baseline=baseline),
        replace(people, code="women", where=women),
        Indicator("share", TEXTS, TEXTS, "", ratio, "share", baseline=baseline if share else None),
    )
    found = compute(rows.project(*declared), rows.EDITION, rows.tables(participations))
    return [issue for issue in found.issues if issue.code == "baseline_differs"]


def test_both_values_and_the_mend_are_told() -> None:
    (issue,) = issues((2017, Decimal(5)))
    assert issue.severity == "warning"
    assert str(issue) == (
        "reportgen.toml › indicators.people › baseline: the baseline is 5, and the rows of 2017 give 7; "
        "write baseline = { 2017 = 7 }, or mend the rows of 2017"
    )


@pytest.mark.parametrize("baseline", ["0.6", "0.5", "0.57", "0.571", "0.5714", "0.571428"])
def test_a_share_may_be_written_with_few_decimals_rounded_or_down(baseline: str) -> None:
    assert issues((2017, Decimal(baseline)), share=True) == []


@pytest.mark.parametrize("baseline", ["0.4", "0.7", "0.56", "0.5724"])
def test_a_share_that_is_another_is_told(baseline: str) -> None:
    (issue,) = issues((2017, Decimal(baseline)), share=True)
    assert issue.what.endswith("the rows of 2017 give 0.5714")


@pytest.mark.parametrize("year", [2012, 2016])
def test_what_no_rows_speak_of_is_the_project_files_to_say(year: int) -> None:
    assert issues((year, Decimal(5))) == []


def test_a_year_whose_rows_hold_none_of_it_is_nought() -> None:
    (issue,) = issues((2017, Decimal("0.5")), share=True, participations=(ROWS[6],))
    assert issue.mend.startswith("write baseline = { 2017 = 0 }")


def test_the_example_says_what_its_rows_give() -> None:
    assert example.computed().issues == ()
    assert sum(indicator.baseline is not None for indicator in example.material().project.indicators) > 4
