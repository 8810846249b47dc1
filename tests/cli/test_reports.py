"""The city reports: each kind of city reads differently, and no number differs from the letter's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import copies

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
            "101 people from Larvik took part in 18 activities, more people than the year before.",
            "This text is in",
        ),
        ("arendal", "Five people from Arendal took part in one activity", "Local campaigns"),
        ("tromsoe", "Nobody from Tromsø is recorded at the activities of 2018.", "Activities taken part in Date"),
        ("tromsoe", "This text is in Norwegian.", "What lies ahead"),
        (
            "haugesund",
            "The organisers counted 235 attendances from Haugesund, without registering who came.",
            "What was",
        ),
        (
            "network",
            "489 people took part in 46 activities, more people than the year before.",
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
        row for row in copies.attached(built / "reports" / "larvik.en.pdf") if row["indicator"].startswith("own_act")
    ]
    assert len(rows) == 18
    assert sum(int(row["exact"]) for row in rows) == sum(int(row["rows"]) for row in rows) == 251


def test_only_reports_makes_reports_alone(tmp_path: Path) -> None:
    words = ("--only", "reports", "--recipient", "oslo")
    assert copies.reportgen("build", "--project", copies.ROOT, "--output", tmp_path, *words).exit_code == 0
    assert copies.pdfs(tmp_path) == ["2018/reports/oslo.nb.pdf"]
