"""Files of every format, read from disk: which rows are data, and what is told of the rest."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from reportgen.model.spec import Column, Kind, Source
from reportgen.model.tables import Severity
from tests.projects import check, source, told, values, workbook

CITY = Column("city", "City")
COUNT = Column("count", "People counted", kind=Kind.WHOLE)
DAY = Column("day", "Day", kind=Kind.DATE)
ROWS = source(CITY, COUNT)
HEAD: list[object] = ["City", "People counted"]


def text(folder: Path, content: str | bytes, name: str = "rows.csv") -> None:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


# ------------------------------------------------------------------ xlsx


def test_rows_and_addresses_of_a_plain_sheet(tmp_path: Path) -> None:
    workbook(
        tmp_path / "rows.xlsx", ["Notes on the sheet"], [], ["Extra", *HEAD], ["e", "Larvik", 40], [None, "Oslo", 2]
    )
    checked = check(tmp_path, ROWS)
    table = checked.tables[0]
    assert values(checked, "city") == ["Larvik", "Oslo"]
    assert values(checked, "count") == [40, 2]
    assert list(table.row_numbers) == [4, 5]
    assert dict(table.letters[0]) == {"city": "B", "count": "C"}
    assert table.files[0].path == "rows.xlsx"
    assert table.files[0].rows == 2
    assert table.files[0].sha256 == hashlib.sha256((tmp_path / "rows.xlsx").read_bytes()).hexdigest()


def test_headers_are_compared_as_people_read_them(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", ["  CITY\u00a0", "People\u00a0counted "], ["Larvik", 40])
    assert values(check(tmp_path, ROWS), "count") == [40]
    nfd = source(Column("place", "Århus"))
    workbook(tmp_path / "rows.xlsx", ["A\u030arhus"], ["x"])
    assert values(check(tmp_path, nfd), "place") == ["x"]


def test_a_header_may_be_a_number(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", ["City", 2018], ["Larvik", 40])
    year = source(CITY, Column("count", "2018", kind=Kind.WHOLE))
    assert values(check(tmp_path, year), "count") == [40]


def test_a_missing_header_names_the_nearest_and_the_rest_is_still_checked(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", ["City", "People count"], ["#REF!", 40])
    checked = check(tmp_path, ROWS)
    assert told(checked) == [("header_missing", "rows.xlsx › Rows › A1"), ("error_cell", "rows.xlsx › Rows › A2")]
    assert '"People count"' in checked.issues[0].what


def test_a_sheet_without_any_header_is_told_once(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", ["a", "b"], ["c", "d"])
    assert told(check(tmp_path, ROWS)) == [("header_missing", "rows.xlsx › Rows")]


def test_an_absent_optional_column_is_not_recorded_and_warned_of(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", ["City"], ["Larvik"])
    checked = check(tmp_path, source(CITY, Column("count", "People counted", kind=Kind.WHOLE, required=False)))
    assert [issue.severity for issue in checked.issues] == [Severity.WARNING]
    assert values(checked, "count") == [None]


def test_a_header_there_twice_is_an_error_at_the_second(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", [*HEAD, "x", "city"], ["Larvik", 40, None, "Oslo"])
    assert told(check(tmp_path, ROWS)) == [("header_duplicate", "rows.xlsx › Rows › D1")]


def test_notes_below_a_blank_line_are_not_data(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", 40], [" ", None], ["Counted by hand", None])
    checked = check(tmp_path, ROWS)
    assert told(checked) == [("notes_below", "rows.xlsx › Rows › A4")]
    assert values(checked, "city") == ["Larvik"]


def test_a_declared_stop_ends_the_table_without_a_word(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", 40], ["Noter: counted by hand"], [], ["More"])
    stopped = Source("rows", "rows.*", None, (CITY, COUNT), stop="noter")
    checked = check(tmp_path, stopped)
    assert checked.issues == ()
    assert values(checked, "city") == ["Larvik"]


@pytest.mark.parametrize("word", ["Total", "I alt", "SUM:", "Summa", "Yhteensä", "Samtals", "Total 2018"])
def test_a_totals_row_is_a_warning_and_not_data(tmp_path: Path, word: str) -> None:
    workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", 40], [word, 40])
    checked = check(tmp_path, ROWS)
    assert told(checked) == [("totals_row", "rows.xlsx › Rows › A3")]
    assert values(checked, "count") == [40]


def test_a_city_that_begins_like_a_total_is_data(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", HEAD, ["Sumba", 40], ["Totalvik", 1], ["Allsby", 2])
    assert len(values(check(tmp_path, ROWS), "city")) == 3


def test_formulas_without_a_result_and_error_cells_are_found(tmp_path: Path) -> None:
    book = workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", "=20+20"], ["#REF!", 2], ["Oslo", 3], ["Bergen", "=1"])
    book.save(tmp_path / "rows.xlsx")
    assert told(check(tmp_path, ROWS)) == [
        ("formula_without_value", "rows.xlsx › Rows › B2"),
        ("error_cell", "rows.xlsx › Rows › A3"),
        ("formula_without_value", "rows.xlsx › Rows › B5"),
    ]


def test_a_last_row_of_formulas_alone_is_not_lost(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", 40], ['="Oslo"', "=2"])
    assert told(check(tmp_path, ROWS)) == [
        ("formula_without_value", "rows.xlsx › Rows › A3"),
        ("formula_without_value", "rows.xlsx › Rows › B3"),
    ]


def test_merged_cells_are_an_error_unless_declared_to_be_filled(tmp_path: Path) -> None:
    book = workbook(tmp_path / "rows.xlsx", ["Title"], HEAD, ["Larvik", 40], [None, 2], [None, 3])
    book.worksheets[0].merge_cells("A1:B1")
    book.worksheets[0].merge_cells("A3:A5")
    book.save(tmp_path / "rows.xlsx")
    assert told(check(tmp_path, ROWS)) == [("merged", "rows.xlsx › Rows › A3")]
    filled = source(Column("city", "City", fill_merged=True), COUNT)
    assert values(check(tmp_path, filled), "city") == ["Larvik"] * 3


def test_hidden_rows_and_columns_are_counted_and_warned_of(tmp_path: Path) -> None:
    book = workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", 40], ["Oslo", 2])
    book.worksheets[0].row_dimensions[3].hidden = True
    book.worksheets[0].row_dimensions[9].hidden = True
    book.worksheets[0].column_dimensions["B"].hidden = True
    book.worksheets[0].column_dimensions["F"].hidden = True
    book.save(tmp_path / "rows.xlsx")
    checked = check(tmp_path, ROWS)
    assert told(checked) == [("hidden_column", "rows.xlsx › Rows › B1"), ("hidden_rows", "rows.xlsx › Rows › A3")]
    assert values(checked, "count") == [40, 2]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_only_where_declared(tmp_path: Path, state: Literal["hidden", "veryHidden"]) -> None:
    book = workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", 40])
    book.create_sheet("Other")
    book.worksheets[0].sheet_state = state
    book.active = 1
    book.save(tmp_path / "rows.xlsx")
    hidden = Source("rows", "rows.*", "Rows", (CITY, COUNT))
    assert told(check(tmp_path, hidden)) == [("sheet_hidden", "rows.xlsx › Rows")]
    shown = Source("rows", "rows.*", "Rows", (CITY, COUNT), read_hidden=True)
    assert values(check(tmp_path, shown), "count") == [40]


def test_a_missing_sheet_names_the_nearest(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", HEAD, ["Larvik", 40], sheet="Participation")
    checked = check(tmp_path, Source("rows", "rows.*", "Participations", (CITY, COUNT)))
    assert told(checked) == [("sheet_missing", "rows.xlsx")]
    assert checked.issues[0].mend == "did you mean Participation?"


def test_real_dates_are_read_in_both_date_systems(tmp_path: Path) -> None:
    book = workbook(tmp_path / "rows.xlsx", ["Day"], [date(2018, 3, 4)])
    assert values(check(tmp_path, source(DAY)), "day") == [date(2018, 3, 4)]
    old = openpyxl.Workbook()
    old.epoch = CALENDAR_MAC_1904
    old.worksheets[0].append(["Day"])
    old.worksheets[0].append([date(2018, 3, 4)])
    old.save(tmp_path / "rows.xlsx")
    assert b'date1904="1"' in zipfile.ZipFile(tmp_path / "rows.xlsx").read("xl/workbook.xml")
    assert values(check(tmp_path, source(DAY)), "day") == [date(2018, 3, 4)]
    book.close()


def test_a_numeric_cell_is_a_number_whatever_the_locale(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", ["N", "T", "B"], [3.0, "3.000", True], [1234567, "0301", False])
    columns = (
        Column("n", "N", kind=Kind.WHOLE, locale="da"),
        Column("t", "T", kind=Kind.WHOLE, locale="da"),
        Column("b", "B", kind=Kind.YES_NO),
    )
    checked = check(tmp_path, source(*columns))
    assert values(checked, "n") == [3, 1234567]
    assert values(checked, "t") == [3000, 301]
    assert values(checked, "b") == [True, False]


def test_numbers_and_truths_in_one_column_stay_apart(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", ["T"], [1], [True], [0], [False])
    assert values(check(tmp_path, source(Column("t", "T"))), "t") == ["1", "TRUE", "0", "FALSE"]


# ------------------------------------------------------------------ ods


def cell(value: str | float | None, **more: object) -> TableCell:
    if value is None:
        return TableCell(**more)
    if isinstance(value, str):
        made = TableCell(valuetype="string", **more)
        made.addElement(P(text=value))
        return made
    return TableCell(valuetype="float", value=str(value), **more)


def ods(path: Path, *rows: list[TableCell], **hidden: int) -> None:
    """One sheet of these rows; `row` and `column` number what is hidden."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Rows")
    for number in (1, 2, 3):
        table.addElement(TableColumn(visibility="collapse" if hidden.get("column") == number else "visible"))
    for number, cells in enumerate(rows, 1):
        row = TableRow(visibility="collapse" if hidden.get("row") == number else "visible")
        for made in cells:
            row.addElement(made)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(path)


def head() -> list[TableCell]:
    return [cell("City"), cell("People counted")]


def test_an_ods_sheet_gives_the_same_rows(tmp_path: Path) -> None:
    ods(tmp_path / "rows.ods", head(), [cell("Larvik"), cell(40)], [cell("Oslo", numbercolumnsrepeated=1), cell(2)])
    checked = check(tmp_path, ROWS)
    assert values(checked, "count") == [40, 2]
    assert list(checked.tables[0].row_numbers) == [2, 3]


def test_an_ods_sheet_shows_its_hidden_parts(tmp_path: Path) -> None:
    broken = TableCell(valuetype="string", formula="of:=1/0", stringvalue="")
    broken.addElement(P(text="#DIV/0!"))
    ods(
        tmp_path / "rows.ods",
        head(),
        [cell("Larvik", numberrowsspanned=2, numbercolumnsspanned=1), cell(40)],
        [CoveredTableCell(), cell(None, formula="of:=1+1")],
        [cell("Oslo"), broken],
        row=4,
        column=2,
    )
    assert told(check(tmp_path, ROWS)) == [
        ("hidden_column", "rows.ods › Rows › B1"),
        ("merged", "rows.ods › Rows › A2"),
        ("formula_without_value", "rows.ods › Rows › B3"),
        ("hidden_rows", "rows.ods › Rows › A4"),
        ("error_cell", "rows.ods › Rows › B4"),
    ]


# ------------------------------------------------------------------ csv


@pytest.mark.parametrize(
    "content",
    [
        "City;People counted\r\nBodø;3000\r\n",
        "City,People counted\nBodø,3000\n",
        "City\tPeople counted\nBodø\t3000",
        'sep=|\n"City"|"People counted"\nBodø|3000',
        "\ufeffCity;People counted\nBodø;3000",
        "A title, with a comma\n\nCity;People counted\nBodø;3000;;\n",
    ],
)
def test_the_delimiter_is_the_one_that_finds_the_headers(tmp_path: Path, content: str) -> None:
    text(tmp_path, content)
    checked = check(tmp_path, ROWS)
    assert values(checked, "city") == ["Bodø"]
    assert values(checked, "count") == [3000]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_decides_the_encoding(tmp_path: Path, encoding: str) -> None:
    text(tmp_path, "City;People counted\nTromsø;3\n".encode(encoding))
    assert values(check(tmp_path, ROWS), "city") == ["Tromsø"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_asked_for_with_the_one_that_fits(tmp_path: Path, encoding: str) -> None:
    content = "City;People counted\nTromsø;3\nMalmö;4\nÅlesund;5\nÆrø;6\n".encode(encoding)
    text(tmp_path, content)
    checked = check(tmp_path, ROWS)
    assert [issue.code for issue in checked.issues] == ["encoding"]
    assert f'encoding = "{encoding}"' in checked.issues[0].mend
    declared = Source("rows", "rows.*", None, (CITY, COUNT), encoding=encoding)
    assert values(check(tmp_path, declared), "city") == ["Tromsø", "Malmö", "Ålesund", "Ærø"]


def test_mixed_encodings_are_told_with_the_line(tmp_path: Path) -> None:
    text(tmp_path, "City;People counted\nTromsø;3\n".encode() + "Malmö;4\n".encode("cp1252"))
    assert told(check(tmp_path, ROWS)) == [("encoding_mixed", "rows.csv › line 3")]


def test_a_declared_encoding_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    text(tmp_path, "City;People counted\nLarvik;3\nMalmö;4\n".encode("cp1252"))
    declared = Source("rows", "rows.*", None, (CITY, COUNT), encoding="utf-8")
    assert told(check(tmp_path, declared)) == [("encoding", "rows.csv › line 3")]
    unknown = Source("rows", "rows.*", None, (CITY, COUNT), encoding="utf-9")
    assert told(check(tmp_path, unknown)) == [("encoding", "rows.csv › line 1")]


def test_lines_are_counted_as_an_editor_shows_them(tmp_path: Path) -> None:
    text(tmp_path, 'sep=;\nCity;People counted\n"Lar\nvik";3\nOslo;ca. 4\nBergen;5;6\nBodø\n')
    checked = check(tmp_path, ROWS)
    assert told(checked) == [
        ("not_a_number", "rows.csv › line 5"),
        ("ragged_row", "rows.csv › line 6"),
        ("ragged_row", "rows.csv › line 7"),
    ]
    assert checked.issues[0].what.startswith('People counted: "ca. 4"')


def test_an_open_quotation_mark_is_an_error_with_its_line(tmp_path: Path) -> None:
    text(tmp_path, 'City;People counted\nLarvik;3\n"Oslo;4\nBergen;5\n')
    assert told(check(tmp_path, ROWS)) == [("unreadable", "rows.csv › line 3")]


def test_a_nul_in_a_line_is_a_control_character(tmp_path: Path) -> None:
    text(tmp_path, "City;People counted\nLar\0vik;3\n")
    assert told(check(tmp_path, ROWS)) == [("control_character", "rows.csv › line 2")]


def test_a_csv_number_needs_its_locale(tmp_path: Path) -> None:
    text(tmp_path, "City;People counted\nLarvik;3.000\n")
    assert told(check(tmp_path, ROWS)) == [("ambiguous_number", "rows.csv › line 2")]
    danish = source(CITY, Column("count", "People counted", kind=Kind.WHOLE, locale="da"))
    assert values(check(tmp_path, danish), "count") == [3000]


# ------------------------------------------------------------------ parquet


def test_parquet_columns_keep_their_types(tmp_path: Path) -> None:
    columns = {"City": ["0301", None], "People counted": [3, 4], "Day": [date(2018, 3, 4)] * 2, "Ok": [True, False]}
    pq.write_table(pa.table(columns), tmp_path / "rows.parquet")
    wanted = source(Column("city", "City", required=False), COUNT, DAY, Column("ok", "ok", kind=Kind.YES_NO))
    checked = check(tmp_path, wanted)
    assert values(checked, "city") == ["0301", None]
    assert values(checked, "count") == [3, 4]
    assert values(checked, "day") == [date(2018, 3, 4)] * 2
    assert values(checked, "ok") == [True, False]
    assert list(checked.tables[0].row_numbers) == [1, 2]


def test_parquet_rows_have_their_number_as_address(tmp_path: Path) -> None:
    pq.write_table(pa.table({"City": ["Larvik", ""], "People counted": [2.5, None]}), tmp_path / "rows.parquet")
    assert told(check(tmp_path, ROWS)) == [
        ("not_whole", "rows.parquet › row 1"),
        ("required", "rows.parquet › row 2"),
        ("required", "rows.parquet › row 2"),
    ]


def test_every_simple_parquet_type_is_read(tmp_path: Path) -> None:
    columns = {
        "money": pa.array([Decimal("12.50")], pa.decimal128(10, 2)),
        "nothing": pa.array([None], pa.null()),
        "when": pa.array([datetime(2018, 3, 4, 12, tzinfo=UTC)], pa.timestamp("ns", "UTC")),
        "kind": pa.array(["a"]).dictionary_encode(),
        "share": pa.array([float("nan")]),
    }
    pq.write_table(pa.table(columns), tmp_path / "rows.parquet")
    wanted = source(
        Column("money", "Money", kind=Kind.DECIMAL),
        Column("nothing", "Nothing", required=False),
        Column("when", "When", kind=Kind.DATE),
        Column("kind", "Kind", allowed=("a",)),
        Column("share", "Share", kind=Kind.DECIMAL, required=False),
    )
    checked = check(tmp_path, wanted)
    found = [values(checked, name)[0] for name in columns]
    assert found == [12.5, None, date(2018, 3, 4), "a", None]


def test_a_damaged_parquet_name_is_one_issue(tmp_path: Path) -> None:
    pq.write_table(pa.table({"City": ["Larvik"], "People counted": [2]}), tmp_path / "rows.parquet")
    content = (tmp_path / "rows.parquet").read_bytes()
    text(tmp_path, content.replace(b"City", b"Cit\xff"), "rows.parquet")
    assert told(check(tmp_path, ROWS)) == [("unreadable", "rows.parquet")]


def test_a_nested_parquet_column_is_an_error(tmp_path: Path) -> None:
    pq.write_table(pa.table({"City": [["Larvik"]], "People counted": [2]}), tmp_path / "rows.parquet")
    assert told(check(tmp_path, ROWS)) == [("column_type", "rows.parquet")]


# ------------------------------------------------------------------ files


def test_a_pattern_joins_its_files_in_order_and_leaves_lock_files_out(tmp_path: Path) -> None:
    workbook(tmp_path / "2017" / "rows.xlsx", HEAD, ["Larvik", 1])
    workbook(tmp_path / "2016" / "rows.xlsx", ["People counted", "City"], [2, "Oslo"])
    text(tmp_path / "2016", b"\0", "~$rows.xlsx")
    checked = check(tmp_path, source(CITY, COUNT, files="*/*rows.xlsx"))
    assert values(checked, "city") == ["Oslo", "Larvik"]
    table = checked.tables[0]
    assert [file.path for file in table.files] == ["2016/rows.xlsx", "2017/rows.xlsx"]
    assert list(table.file_numbers) == [0, 1]
    assert [letters["city"] for letters in table.letters] == ["B", "A"]


def test_a_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    text(tmp_path, "City;People counted\nLarvik;ca. 3\n")
    checked = check(tmp_path, source(CITY, name="lost", files="data/*.xlsx"), ROWS)
    assert told(checked) == [("no_file", "data/*.xlsx"), ("not_a_number", "rows.csv › line 2")]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("City;People counted\nLarvik;3\n", encoding="utf-8")
    root = tmp_path / "project"
    root.mkdir()
    (root / "rows.csv").symlink_to(outside)
    assert told(check(root, ROWS)) == [("outside_project", "rows.csv")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rows.xlsx", b"not a zip", "unreadable"),
        ("rows.xlsx", b"PK\x03\x04 cut off", "unreadable"),
        ("rows.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unreadable"),
        ("rows.ods", b"", "unreadable"),
        ("rows.parquet", b"PAR1", "unreadable"),
        ("rows.pdf", b"%PDF-1.7", "file_type"),
        ("rows.csv", b"", "header_missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_issue(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    text(tmp_path, content, name)
    assert told(check(tmp_path, ROWS)) == [(code, name)]


def test_issues_come_by_file_sheet_row_and_column(tmp_path: Path) -> None:
    workbook(tmp_path / "rows.xlsx", HEAD, *[[None, "x"] for _ in range(10)])
    cells = [where.rpartition(" ")[2] for _, where in told(check(tmp_path, ROWS))]
    assert cells == [f"{letter}{row}" for row in range(2, 12) for letter in "AB"]
