"""Cities that left, merged, were renamed or were only counted, read back from their reports."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reportgen import build
from tests import copies

if TYPE_CHECKING:
    from openpyxl import Workbook

# Skien has left; Arendal became part of Kristiansand; Fredrikstad will be part of Sarpsborg; Stavanger has a new name.
RECIPIENTS = ("skien", "arendal", "kristiansand", "fredrikstad", "stavanger", "haugesund", "tromsoe", "network")
CHANGES: dict[str, dict[str, str | date]] = {
    "skien": {"Member to": date(2018, 6, 30)},
    "arendal": {"Member to": date(2018, 1, 31), "Merged into": "Kristiansand"},
    "fredrikstad": {"Member to": date(2018, 12, 31), "Merged into": "Sarpsborg"},
    "stavanger": {
        "Name (English)": "New Stavanger",
        "Navn (norsk)": "Nye Stavanger",
        "Other names": "Stavanger; Stavanger kommune",
    },
}


def change_cities(book: Workbook) -> None:
    """The register as its keeper would have it after such a year."""
    sheet = book["Cities"]
    assert isinstance(sheet, Worksheet)
    columns = {str(cell.value): get_column_letter(cell.column) for cell in sheet[1] if cell.column}
    rows = {str(cell.value): cell.row for cell in sheet["A"]}
    for city, cells in CHANGES.items():
        for header, value in cells.items():
            sheet[f"{columns[header]}{rows[city]}"] = value


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copies.copy_example(tmp_path_factory.mktemp("membership"))
    copies.change(folder / "data" / "network.xlsx", change_cities)
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> Path:
    """Reports and letters of one city of each kind, in English."""
    words = [word for recipient in RECIPIENTS for word in ("--recipient", recipient)]
    done = copies.reportgen("build", "--project", project, "--language", "en", *words)
    assert done.exit_code == 0, done.output
    return project / "output" / "2018"


def text(built: Path, recipient: str) -> str:
    return copies.text_of(built / "reports" / f"{recipient}.en.pdf")


def numbers(built: Path, recipient: str, indicator: str) -> dict[str, str]:
    """The exact values of one indicator in a report, by period."""
    rows = copies.attached(built / "reports" / f"{recipient}.en.pdf")
    own = (row for row in rows if (row["indicator"], row["scope"]) == (indicator, recipient))
    return {row["period"]: row["exact"] for row in own if " < " not in row["exact"]}


def people(project: Path, year: int, cities: Iterable[str]) -> set[str]:
    """Who took part in activities held in the year, counted apart from the package's own engine."""
    tables = {table.source: table.columns for table in build.check(build.Order(project)).tables}
    activities = tables["activities"]
    held = {
        activity
        for activity, status, starts in zip(activities["id"], activities["status"], activities["starts"], strict=True)
        if status == "held" and getattr(starts, "year", None) == year
    }
    rows = tables["participations"]
    every = zip(rows["activity"], rows["city"], rows["person"], strict=True)
    return {str(person) for activity, city, person in every if activity in held and str(city) in cities}


def test_who_has_left_gets_a_report_and_no_letter(built: Path, project: Path) -> None:
    made = {path for path in copies.pdfs(built) if "skien" in path or "arendal" in path}
    assert made == {"reports/skien.en.pdf", "reports/arendal.en.pdf"}
    page = text(built, "skien")
    assert "The membership of Skien ended on 30 June 2018. Thank you" in page
    assert "from Skien took part in" in page
    assert numbers(built, "skien", "participants")["2018"] == str(len(people(project, 2018, {"skien"})))


def test_a_merged_city_tells_of_its_own_and_that_it_is_counted_elsewhere(built: Path) -> None:
    page = text(built, "arendal")
    assert "Arendal has been part of Kristiansand since 1 February 2018." in page
    assert "five people from Arendal took part in one activity" in page


def test_the_successor_has_the_rows_of_both_and_says_so(built: Path, project: Path) -> None:
    both = {year: str(len(people(project, year, {"kristiansand", "arendal"}))) for year in (2016, 2017, 2018)}
    alone = {year: str(len(people(project, year, {"kristiansand"}))) for year in (2016, 2017, 2018)}
    assert both != alone
    found = numbers(built, "kristiansand", "participants")
    assert {year: found[str(year)] for year in both} == both
    page = text(built, "kristiansand")
    assert "All figures, including those for earlier years, also cover Arendal, which is now part of" in page


def test_the_network_counts_nobody_twice(built: Path, project: Path) -> None:
    cities = {str(city) for city in build.check(build.Order(project)).tables[0].columns["id"]}
    assert numbers(built, "network", "participants")["2018"] == str(len(people(project, 2018, cities)))
    drawn = [row for row in copies.attached(built / "reports" / "network.en.pdf") if row["scope"] == "arendal"]
    assert drawn == []


def test_a_row_of_a_later_day_is_told_with_its_cell(project: Path) -> None:
    done = copies.reportgen("build", "--project", project, "--recipient", "oslo", "--only", "letters")
    told = [line for line in done.output.splitlines() if "Arendal has been part of Kristiansand" in line]
    assert len(told) == 5 + 2  # five came to what was held, two had signed up for what was not
    assert all(line.startswith("warning: data/2018/activity.xlsx › Participations › B") for line in told)
    assert all(line.endswith("write Kristiansand, to whom it is counted") for line in told)


def test_a_merger_to_come_is_said_in_the_last_report(built: Path) -> None:
    page = text(built, "fredrikstad")
    assert "Fredrikstad will become part of Sarpsborg on 1 January 2019." in page
    assert "letters/fredrikstad.en.pdf" in copies.pdfs(built)


def test_a_new_name_stands_over_the_whole_past(built: Path, project: Path) -> None:
    page = text(built, "stavanger")
    assert "New Stavanger 2018" in page
    assert " from New Stavanger took part in" in page
    found = numbers(built, "stavanger", "participants")
    expected = {year: str(len(people(project, year, {"stavanger"}))) for year in (2016, 2017, 2018)}
    assert {year: found[str(year)] for year in expected} == expected
    assert "0" not in expected.values()


def test_heads_without_names_are_not_recorded_and_nobody_is_nought(built: Path) -> None:
    page = text(built, "haugesund")
    assert "The organisers counted 235 attendances from Haugesund" in page
    assert "The membership of Haugesund ends on 31 December 2018." in page
    assert "not recorded" in page
    assert "0 people" not in page
    assert numbers(built, "haugesund", "participants")["2018"] == ""
    assert numbers(built, "tromsoe", "participants")["2018"] == "0"
    assert "Nobody from Tromsø is recorded as having taken part in an activity in 2018." in text(built, "tromsoe")
