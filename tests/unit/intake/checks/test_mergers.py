"""A successor that can't be is told at its cell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.intake import checks, tables
from reportgen.model.spec import Column, Kind
from reportgen.model.tables import Issue
from tests.projects import project, source, workbook

CITIES = replace(
    source(
        Column("id", "City id"),
        Column("languages", "Languages", required=False),
        Column("member_to", "Member to", Kind.DATE, required=False),
        Column("successor", "Merged into", refers_to="cities", required=False),
        name="cities",
        files="cities.xlsx",
        sheet="Rows",
    ),
    key=("id",),
)


def issues(folder: Path, *rows: tuple[object, ...]) -> tuple[Issue, ...]:
    workbook(folder / "cities.xlsx", ["City id", "Languages", "Member to", "Merged into"], *rows)
    made = project(folder, CITIES)
    made = replace(made, recipients=replace(made.recipients, member_to="member_to", successor="successor"))
    return checks.check(made, tables.read(made)).issues


def test_a_chain_of_mergers_is_no_mistake(tmp_path: Path) -> None:
    rows = (("a", "", "2018-06-30", "b"), ("b", "", "2018-10-31", "c"), ("c", "", None, None))
    assert issues(tmp_path, *rows) == ()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [("a", "", "2018-06-30", "a")],
            'D2: "a" is merged into itself; write the city it became part of, or leave the cell empty',
        ),
        (
            [("a", "", None, "b"), ("b", "", None, None)],
            (
                'D2: "a" is merged into "b", and has no last day of its own; '
                "write the day in Member to, or empty this cell"
            ),
        ),
        (
            [
                ("c", "", "2018-06-30", "b"),
                ("b", "", "2018-06-30", "a"),
                ("a", "", "2018-06-30", "b"),
            ],
            (
                "D4: a → b → a: each is merged into the next, and no city is left; "
                "empty the cell of the one that still is a city"
            ),
        ),
    ],
)
def test_a_successor_that_can_not_be_is_told_once_at_its_cell(
    tmp_path: Path, rows: list[tuple[object, ...]], said: str
) -> None:
    assert [str(issue) for issue in issues(tmp_path, *rows)] == [f"cities.xlsx › Rows › {said}"]


def test_a_last_day_that_is_no_date_is_told_as_such_and_no_second_time(tmp_path: Path) -> None:
    found = issues(tmp_path, ("a", "", "in June", "b"), ("b", "", None, None))
    assert [issue.where.cell for issue in found] == ["C2"]
