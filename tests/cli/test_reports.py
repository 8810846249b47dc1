"""The city reports: each kind of city reads differently, and no number differs from the letter's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import copies, tagged

if TYPE_CHECKING:
    import openpyxl

RECIPIENTS = ("larvik", "bodoe", "tromsoe", "arendal", "haugesund", "koebenhavn", "network")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters and reports of one city of each kind, in English."""
    output = tmp_path_factory.mktemp("reports")
    words = [word for recipient in RECIPIENTS for word in ("--recipient", recipient)]
    done = copies.reportgen("build", "--project", copies.ROOT, "--output", output, "--language", "en", *words)
    assert done.exit_code == 0, done.output
    return output / "2018"


def text(built: Path, recipient: str) -> str:
    return copies.text_of(built / "reports" / f"{recipient}.en.pdf")


def numbers(path: Path) -> dict[tuple[str, str, str], str]:
    """The exact values of a document's numbers by indicator, scope and period."""
    plain = (row for row in copies.attached(path) if row["scope"] != "project" and " < " not in row["exact"])
    return {(row["indicator"], row["scope"], row["period"]): row["exact"] for row in plain}


@pytest.mark.parametrize("recipient", ["larvik", "bodoe", "arendal", "koebenhavn"])
def test_a_number_is_the_same_in_the_letter_the_report_and_the_network_s_report(built: Path, recipient: str) -> None:
    letter = numbers(built / "letters" / f"{recipient}.en.pdf")
    report = numbers(built / "reports" / f"{recipient}.en.pdf")
    network = numbers(built / "reports" / "network.en.pdf")
    for other in (letter, network):
        shared = set(report) & set(other)
        assert shared
        assert {key: report[key] for key in shared} == {key: other[key] for key in shared}


@pytest.mark.parametrize(
    ("recipient", "said", "unsaid"),
    [
        (
            "larvik",
            "In 2018, 101 people from Larvik took part in 18 activities; the number of participants was higher",
            "This text is in",
        ),
        ("arendal", "In 2018, five people from Arendal took part in one activity", "Local campaigns"),
        ("tromsoe", "Nobody from Tromsø is recorded as having taken part", "Activities attended Date"),
        ("tromsoe", "This text is in Norwegian.", "What lies ahead"),
        (
            "haugesund",
            "The organisers counted 235 attendances from Haugesund, without registering who came.",
            "What was",
        ),
        (
            "network",
            "In 2018, 489 people took part in 46 activities; the number of participants was higher",
            "from Nordic Safe Cities took",
        ),
    ],
)
def test_each_kind_of_city_reads_differently(built: Path, recipient: str, said: str, unsaid: str) -> None:
    page = text(built, recipient)
    assert said in page
    assert unsaid not in page


def test_a_city_s_activities_are_those_it_took_part_in(built: Path) -> None:
    rows = [
        row
        for row in copies.attached(built / "reports" / "larvik.en.pdf")
        if row["indicator"].startswith("own_act") and row["indicator"].endswith(".people")
    ]
    assert len(rows) == 18
    assert sum(int(row["exact"]) for row in rows) == sum(int(row["rows"]) for row in rows) == 251


def test_a_text_in_another_language_is_read_aloud_in_it(built: Path) -> None:
    tree = tagged.read((built / "reports" / "tromsoe.en.pdf").read_bytes())
    foreign = [tag for tag in tree.walk() if "Lang" in tag.said]
    assert {tag.said["Lang"] for tag in foreign} == {"nb"}
    assert all("This text is in" not in tag.words for tag in foreign)
    assert any("Tromsø" in tag.words for tag in foreign)


def test_contents_of_a_long_report_are_a_table_of_contents(built: Path, tmp_path: Path) -> None:
    project = copies.copy_example(tmp_path)
    copies.change(project / "data" / "2018" / "activity.xlsx", _hold_every_activity_again)
    words = ("--only", "reports", "--recipient", "network", "--language", "en")
    assert copies.reportgen("build", "--project", project, *words).exit_code == 0
    tree = tagged.read((project / "output" / "2018" / "reports" / "network.en.pdf").read_bytes())
    (toc,) = tree.all("TOC")
    headings = [heading.words for heading in tree.all("H2")]
    assert [link.said["Contents"] for link in toc.all("Link")] == headings[1:]
    assert tagged.read((built / "reports" / "larvik.en.pdf").read_bytes()).all("TOC") == ()


def _hold_every_activity_again(book: openpyxl.Workbook) -> None:
    """Each activity of the year a second time, with the same people: the network's table then takes two pages more."""
    for sheet in (book["Activities"], book["Participations"]):
        for row in list(sheet.iter_rows(min_row=2, values_only=True)):
            sheet.append([f"{row[0]}-again", *row[1:]])


def test_only_reports_makes_reports_alone(tmp_path: Path) -> None:
    words = ("--only", "reports", "--recipient", "oslo")
    assert copies.reportgen("build", "--project", copies.ROOT, "--output", tmp_path, *words).exit_code == 0
    assert copies.pdfs(tmp_path) == ["2018/reports/oslo.nb.pdf"]
