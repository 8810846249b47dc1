"""The results table: each way a target can end reads right, and prints its numbers with their receipts."""

from __future__ import annotations

import pytest

from reportgen.model.documents import Promise
from reportgen.model.packs import ResultFact
from reportgen.press.annex.results import chapter_results, results_grid, share_of_target
from tests import annex_facts as facts


def cells(result: ResultFact, language: str = "en") -> dict[str, str]:
    """What stands in the row of one result, by the column's name."""
    grid = chapter_results(facts.chapter(result), facts.voice(language))
    return dict(zip((heading.name for heading in grid.headings), (cell.shown for cell in grid.rows[0]), strict=True))


def test_a_target_that_is_met() -> None:
    row = cells(facts.result(157, target=120, baseline=40, baseline_year=2016))
    assert (row["baseline"], row["baseline_year"], row["target"], row["actual"]) == ("40", "2016", "120", "157")
    assert (row["share"], row["status"]) == ("130%", "met")


def test_a_target_that_is_missed() -> None:
    row = cells(facts.result(23, target=25, comment="Two joined forces."))
    assert (row["share"], row["status"], row["comment"]) == ("92%", "not met", "Two joined forces.")


def test_no_target_is_no_failure() -> None:
    row = cells(facts.result(23))
    assert (row["target"], row["share"], row["status"]) == ("–", "–", "no target set")


def test_a_baseline_that_is_missing() -> None:
    row = cells(facts.result(23, target=20))
    assert (row["baseline"], row["baseline_year"], row["status"]) == ("no baseline", "–", "met")


def test_nothing_recorded_is_neither_nought_nor_missed() -> None:
    row = cells(facts.result(None, target=20))
    assert (row["actual"], row["share"], row["status"]) == ("not recorded", "–", "not recorded")


@pytest.mark.parametrize(
    ("value", "share", "status"), [(42, "60%", "not met"), (30, "100%", "met"), (24, "120%", "met")]
)
def test_where_lower_is_better_the_way_down_is_measured_and_said(value: int, share: str, status: str) -> None:
    row = cells(facts.result(value, ascending=False, target=30, baseline=60, baseline_year=2016, comment="Faster."))
    comment = "Lower is better. The share is of the way from baseline to target. Faster."
    assert (row["share"], row["status"], row["comment"]) == (share, status, comment)


def test_where_no_share_stands_nothing_is_said_of_it() -> None:
    row = cells(facts.result(42, ascending=False, target=30))
    assert (row["share"], row["comment"]) == ("–", "Lower is better.")


@pytest.mark.parametrize(
    "promise",
    [
        Promise("days", facts.evidence(), 3, 1, target=0),
        Promise("days", facts.evidence(), 3, 1, target=2, ascending=False),
        Promise("days", facts.evidence(), 3, 1, target=2, baseline=2, ascending=False),
    ],
)
def test_there_is_no_share_of_what_can_t_be_divided(promise: Promise) -> None:
    assert share_of_target(promise) is None


def test_each_number_has_its_receipt() -> None:
    grid = chapter_results(facts.chapter(facts.result(157, target=120, baseline=40, baseline_year=2016)), facts.voice())
    pairs = zip(grid.headings, grid.rows[0], strict=True)
    told = {heading.name: grid.printed[cell.receipt] for heading, cell in pairs if cell.receipt is not None}
    assert {name: (one.code, one.scope, one.exact, one.period) for name, one in told.items()} == {
        "baseline": ("days.baseline", "project", "40", "2016"),
        "target": ("days.target", "project", "120", "2018"),
        "actual": ("days", "network", "157", "2018"),
    }


def test_a_comment_in_another_language_says_so() -> None:
    assert cells(facts.result(1, comment="So it was."), "da")["comment"] == "So it was. (Denne tekst er på engelsk.)"


def test_the_whole_table_names_each_objective() -> None:
    grid = results_grid((facts.chapter(facts.result(1)),), facts.voice())
    assert [heading.name for heading in grid.headings][:2] == ["objective", "indicator"]
    assert [cell.shown for cell in grid.rows[0]][:2] == ["Faster", "Days"]


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv", "fi", "is"])
def test_every_language_tells_the_ends_of_a_target_apart(language: str) -> None:
    judged = ((2, 1), (1, 2), (1, None), (None, 1))
    ends = [cells(facts.result(value, target=target), language)["status"] for value, target in judged]
    assert len(set(ends)) == 4
