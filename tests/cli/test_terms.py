"""What the secretariat calls things, from the workbook and the project file to the page and its attachment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import copies

if TYPE_CHECKING:
    import openpyxl


def blank_norwegian_title(book: openpyxl.Workbook) -> None:
    sheet = book["Activities"]
    columns = {cell.value: number for number, cell in enumerate(sheet[1], 1)}
    row = next(cell.row for cell in sheet["A"] if cell.value == "A18-04")
    sheet.cell(row, columns["Tittel (norsk)"]).value = None
    sheet.cell(row, columns["Titel (dansk)"]).value = None


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Larvik's report, with a training that nobody has named in Norwegian or Danish."""
    folder = copies.copy_example(tmp_path_factory.mktemp("terms"))
    copies.change(folder / "data" / "2018" / "activity.xlsx", blank_norwegian_title)
    made = copies.reportgen("build", "--project", folder, "--only", "reports", "--recipient", "larvik")
    assert made.exit_code == 0, made.output
    return folder / "output" / "2018" / "reports" / "larvik.nb.pdf"


def test_a_title_left_blank_is_read_in_the_nearest_language_and_the_others_in_their_own(report: Path) -> None:
    text = copies.text_of(report)
    assert "KomINN, första modulen Opplæring" in text
    assert "KomINN, andre modul Opplæring" in text


def test_how_we_counted_and_the_attachment_say_which_rows_in_words(report: Path) -> None:
    said = "Program: KomINN; Aktivitetstype: opplæring; Status: gjennomført; Rolle: unge"
    assert said in copies.text_of(report)
    filters = {row["indicator"]: row["filter"] for row in copies.attached(report)}
    assert filters["young_people_trained"].replace("\u00a0", " ") == said
    assert filters["participants[role=youth]"] == "Status: gjennomført; Rolle: unge"
    assert not [said for said in filters.values() if "=" in said or "_" in said]
