"""Files made to fill the memory are refused with a sentence; large ones that are meant are read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.styles import Font

from reportgen.intake.tables import limits, spreadsheets
from reportgen.model.spec import Column
from tests import projects

SOURCE = projects.source(Column("id", "Id"), Column("count", "Count"), sheet="Rows")
ROWS = (["Id", "Count"], ["a", 1])


def test_a_value_in_the_last_cell_of_all_is_refused(tmp_path: Path) -> None:
    book = projects.workbook(tmp_path / "rows.xlsx", *ROWS)
    book.worksheets[0]["XFD1048576"] = 7
    book.save(tmp_path / "rows.xlsx")
    (issue,) = projects.check(tmp_path, SOURCE).issues
    assert (issue.code, str(issue.where)) == ("too_large", "rows.xlsx › Rows")
    assert issue.what == ("the sheet reaches to row 1048576 and column 16384, and at most 50 million cells are read")


def test_a_formula_without_a_result_far_away_is_refused(tmp_path: Path) -> None:
    book = projects.workbook(tmp_path / "rows.xlsx", *ROWS)
    book.worksheets[0]["XFD1048576"] = "=1+1"
    book.save(tmp_path / "rows.xlsx")
    assert projects.told(projects.check(tmp_path, SOURCE)) == [("too_large", "rows.xlsx › Rows")]


def test_a_style_in_the_last_cell_of_all_does_no_harm(tmp_path: Path) -> None:
    book = projects.workbook(tmp_path / "rows.xlsx", *ROWS)
    book.worksheets[0]["XFD1048576"].font = Font(bold=True)
    book.save(tmp_path / "rows.xlsx")
    assert projects.values(projects.check(tmp_path, SOURCE), "id") == ["a"]


def test_an_ods_that_repeats_one_cell_over_the_whole_sheet_is_refused(tmp_path: Path) -> None:
    document, table = OpenDocumentSpreadsheet(), Table(name="Rows")
    row, cell = TableRow(numberrowsrepeated=1048576), TableCell(valuetype="string", numbercolumnsrepeated=16384)
    cell.addElement(P(text="Id"))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(tmp_path / "rows.ods")
    assert projects.told(projects.check(tmp_path, SOURCE)) == [("too_large", "rows.ods")]


def archive(*sizes: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for number, size in enumerate(sizes):
            made.writestr(f"xl/worksheets/sheet{number}.xml", b" " * size)
    return file.getvalue()


def test_an_archive_that_unpacks_to_hundreds_of_times_its_size_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_bytes(archive(300_000_000))
    (issue,) = projects.check(tmp_path, SOURCE).issues
    assert issue.code == "too_large"
    assert issue.what.endswith("times its size, and at most 100 times are read")


def test_an_archive_of_too_many_parts_is_refused() -> None:
    refused = spreadsheets.read(archive(*[0] * 10_001))
    assert getattr(refused, "what", None) == "the file holds 10001 parts, and at most 10000 are read"


def test_an_archive_that_hides_its_size_is_damaged(tmp_path: Path) -> None:
    content = archive(50_000)
    lie = content.replace((50_000).to_bytes(4, "little"), (500).to_bytes(4, "little"))
    assert lie != content
    (tmp_path / "rows.xlsx").write_bytes(lie)
    assert projects.told(projects.check(tmp_path, SOURCE)) == [("unreadable", "rows.xlsx")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
        (b"\x08\x00\x00\x00!\x00", b"\x63\x00\x00\x00!\x00"),
    ],
)
def test_an_archive_with_a_password_or_an_unknown_packing_is_no_spreadsheet(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        info = zipfile.ZipInfo("xl/workbook.xml", (1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        made.writestr(info, b"text" * 100)
    assert before in file.getvalue()
    (tmp_path / "rows.xlsx").write_bytes(file.getvalue().replace(before, after))
    assert projects.told(projects.check(tmp_path, SOURCE)) == [("unreadable", "rows.xlsx")]


def test_a_file_beyond_all_measure_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "rows.csv").open("wb") as file:
        file.truncate(limits.MOST_BYTES + 1)
    (issue,) = projects.check(tmp_path, SOURCE).issues
    assert issue.what == "the file has 1024 MB, and at most 1024 MB are read"


@pytest.mark.parametrize(("cell", "reach"), [("A1", (1, 1)), ("AB7", (7, 28)), ("XFD1048576", (1048576, 16384))])
def test_how_far_a_worksheet_reaches(tmp_path: Path, cell: str, reach: tuple[int, int]) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0][cell] = "x"
    book.save(tmp_path / "rows.xlsx")
    with zipfile.ZipFile(tmp_path / "rows.xlsx") as opened:
        assert limits.reach(opened, "xl/worksheets/sheet1.xml") == reach
