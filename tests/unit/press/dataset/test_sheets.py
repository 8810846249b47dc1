"""`figures.xlsx` opened again: what a reader finds on each sheet, and nothing that acts by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from reportgen.model.annexes import Annex, Cell, CellKind, Grid, Heading
from reportgen.press.dataset import write_sheets
from reportgen.press.words import read_words
from tests.annex import FILES, sample_annex
from tests.unit.press.dataset.attacks import TEXTS, hostile_annex

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TEMPLATES = Path(__file__).parents[4] / "templates"
SHEETS = ["Contents", "Results", "01-participants_by_role", "02-participants_trend", "Women among participants"]


def written(annex: Annex) -> bytes:
    return write_sheets(annex, read_words(TEMPLATES, annex.language))


def opened(annex: Annex) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(written(annex)))


def table(sheet: Worksheet) -> list[list[Any]]:
    """The one table of a sheet, its headings first."""
    (one,) = sheet.tables.values()
    return [[cell.value for cell in row] for row in sheet[one.ref]]


def with_grid(grid: Grid) -> Annex:
    annex = sample_annex()
    chapter = replace(annex.chapters[2], grids=(grid,))
    return replace(annex, chapters=(chapter,))


def test_it_has_a_sheet_for_everything_in_order() -> None:
    assert opened(sample_annex()).sheetnames == [*SHEETS, "Data", "Definitions"]


def test_the_contents_lead_to_every_sheet() -> None:
    book = opened(sample_annex())
    contents = book["Contents"]
    assert contents["A1"].value == "Results and figures 2018"
    rows = table(contents)
    assert rows[0] == ["No.", "Title", "Sheet", "What it holds"]
    assert rows[2] == [
        "1",
        "Half of the participants are practitioners",
        "01-participants_by_role",
        "Distinct persons in held activities, 2018",
    ]
    links = {link.ref: link.location for row in contents.iter_rows() for cell in row if (link := cell.hyperlink)}
    assert list(links.values()) == [f"'{name}'!A1" for name in book.sheetnames[1:]]
    assert [contents[ref].value for ref in links] == book.sheetnames[1:]
    assert all(sheet["A3"].hyperlink.location == "'Contents'!A1" for sheet in book.worksheets[1:])


def test_results_are_numbers_of_their_kind_and_words_where_there_are_none() -> None:
    sheet = opened(sample_annex())["Results"]
    rows = table(sheet)
    assert rows[1] == ["Cities engage", "Cities engaged", "cities", 12, 2016, 30, 33, 1.1, "met", None]
    assert rows[4][3:8] == ["no baseline", None, 120, 157, 157 / 120]
    assert rows[6][3:8] == ["no baseline", None, "no target set", "not recorded", None]
    first = sheet[6]
    assert [cell.number_format for cell in first[3:8]] == ["#,##0", "0", "#,##0", "#,##0", "0.00%"]


def test_a_figure_stands_with_its_caption_definition_source_and_note() -> None:
    annex = sample_annex("da")
    sheet = opened(annex)["01-participants_by_role"]
    figure = annex.figures[0]
    texts = [cell.value for cell in sheet["A"] if isinstance(cell.value, str)]
    assert texts[:3] == [figure.title, figure.caption, "Indhold"]
    definition = figure.definitions[0]
    assert texts[-3:] == [figure.note, f"{definition.title}: {definition.definition}", figure.source]
    assert table(sheet) == [["Rolle", "2018"], ["Fagfolk", 511], ["Unge", 312], ["Politikere", 187],
                            ["Rolle ikke oplyst", 12]]  # fmt: skip
    assert (sheet["A10"].value, sheet["B10"].value) == ("I alt", 1022)


def test_headings_stay_in_sight_can_be_filtered_and_have_a_name() -> None:
    book = opened(sample_annex())
    for sheet in book.worksheets:
        (one,) = sheet.tables.values()
        top = int(re.sub(r"\D", "", one.ref.split(":")[0]))
        assert sheet.freeze_panes == f"A{top + 1}"
        assert sheet.print_title_rows == f"${top}:${top}"
        assert one.autoFilter.ref == one.ref
    assert [name for sheet in book.worksheets for name in sheet.tables] == [
        "contents",
        "results",
        "figure_01",
        "figure_02",
        "table_women_by_role",
        "data",
        "definitions",
    ]


def test_every_value_stands_in_the_data_as_in_the_csv() -> None:
    annex = sample_annex()
    rows = table(opened(annex)["Data"])
    assert len(rows) == 1 + sum(len(figure.data) for figure in annex.figures)
    assert rows[1] == [1, "participants", "network", "role", "practitioner", "Practitioners", "2018", 511, None, None,
                       "people", 551, "recorded"]  # fmt: skip
    assert rows[5][6:] == ["2015", None, None, None, "people", 0, "not recorded"]


def test_definitions_tell_the_files_with_their_hash() -> None:
    rows = table(opened(sample_annex())["Definitions"])
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Source files with SHA-256"] == "\n".join(f"{name} {digest}" for name, digest in FILES)
    assert (first["Code"], first["Rows"], first["Parts may be added up"]) == (
        "cities",
        1140,
        "only where a table has a total",
    )


def test_dates_shares_among_numbers_and_decimals_have_their_formats() -> None:
    headings = (
        Heading("day", "Day", CellKind.DATE),
        Heading("value", "Value", CellKind.NUMBER),
        Heading("hours", "Hours", CellKind.NUMBER),
    )
    rows = (
        (Cell("14 December 2018", date(2018, 12, 14)), Cell("81.7% (9 of 11)", 0.8176), Cell("2.5", 2.5)),
        (Cell("not recorded"), Cell("1,022", 1022), Cell("3", 3)),
    )
    sheet = opened(with_grid(Grid("mixed", "Mixed", headings, rows)))["Mixed"]
    assert table(sheet)[1:] == [[sheet["A6"].value, 0.8176, 2.5], ["not recorded", 1022, 3]]
    assert sheet["A6"].value.date() == date(2018, 12, 14)
    assert [cell.number_format for cell in sheet[6]][:3] == ["yyyy-mm-dd", '0.00%" (9 of 11)"', "#,##0.0"]
    assert [cell.number_format for cell in sheet[7]][1:3] == ["#,##0", "#,##0.0"]


@pytest.mark.parametrize("tail", [' ("9" of 11)', " (" + "9" * 300 + " of 11)", ""])
def test_the_halves_of_a_share_never_break_its_format(tail: str) -> None:
    headings = (Heading("city", "City"), Heading("share", "Women", CellKind.SHARE))
    sheet = opened(with_grid(Grid("share", "Share", headings, ((Cell("Oslo"), Cell(f"50%{tail}", 0.5)),))))["Share"]
    assert sheet["B6"].value == 0.5
    assert sheet["B6"].number_format == ('0%" (9 of 11)"' if "of" in tail and len(tail) < 200 else "0%")


def test_a_title_that_several_chapters_share_gives_way_to_the_chapters() -> None:
    annex = sample_annex()
    grid = annex.chapters[2].grids[0]
    other = replace(annex.chapters[3], grids=(replace(grid, code="other"),))
    titled = replace(annex.chapters[1], grids=(replace(grid, code="third", title=annex.results.title),))
    book = opened(replace(annex, chapters=(annex.chapters[2], other, titled)))
    assert book.sheetnames[2:5] == ["Gender equality", "Environment and climate", "Young people are trained"]
    assert book["Contents"]["B12"].value == "Women among participants"


def test_a_table_without_rows_says_so() -> None:
    headings = (Heading("city", "City"), Heading("value", "2018", CellKind.NUMBER))
    empty = replace(sample_annex().figures[0], grid=Grid("none", "None", headings, ()))
    chapter = replace(sample_annex().chapters[0], figures=(empty,), grids=())
    sheet = opened(replace(sample_annex(), chapters=(chapter,)))["01-participants_by_role"]
    assert not sheet.tables
    assert [cell.value for cell in sheet[5]][:2] == ["City", "2018"]
    assert sheet["A7"].value == "No entries."


def test_headings_alike_and_a_table_in_two_chapters() -> None:
    headings = (Heading("a", "2018"), Heading("b", "2018"))
    grid = Grid("twice", "It's 100% [sic]", headings, ((Cell("x"), Cell("y")),))
    annex = with_grid(grid)
    again = replace(annex, chapters=(*annex.chapters, *annex.chapters))
    book = opened(again)
    assert book.sheetnames == ["Contents", "Results", "It's 100% sic", "Data", "Definitions"]
    assert table(book["It's 100% sic"])[0] == ["2018", "2018 (2)"]
    assert book["Contents"]["C12"].hyperlink.location == "'It''s 100% sic'!A1"


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv", "fi", "is"])
def test_it_speaks_every_language_and_says_which(language: str) -> None:
    annex = sample_annex(language)
    book = opened(annex)
    words = read_words(TEMPLATES, language)
    assert book.sheetnames[0] == words["contents"]
    assert [sheet.title for sheet in book.worksheets[-2:]] == [words["sheet_data"], words["sheet_definitions"]]
    assert (book.properties.title, book.properties.creator) == (annex.title, "Nordic Safe Cities")
    assert book.properties.created.date() == book.properties.modified.date() == annex.issued
    with ZipFile(BytesIO(written(annex))) as parts:
        assert f">{language}</vt:lpwstr>" in parts.read("docProps/custom.xml").decode()


# ---- what is typed is shown, and does nothing ----


def test_attacks_are_texts_on_every_sheet() -> None:
    content = written(hostile_annex())
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    cells = {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}
    assert set(TEXTS) <= cells


def test_nothing_is_a_formula_or_leads_out() -> None:
    with ZipFile(BytesIO(written(hostile_annex()))) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode()
            assert not re.search(r"<(?:\w+:)?(?:f|calculatedColumnFormula|totalsRowFormula)\b", text), name
            assert 'TargetMode="External"' not in text
            assert not re.search(r"externalLink|vbaProject|oleObject|ddeLink", text + name)


def test_a_text_longer_than_a_cell_is_cut_and_shows_it() -> None:
    grid = sample_annex().chapters[2].grids[0]
    rows = ((Cell("å" * 40_000), *grid.rows[0][1:]),)
    sheet = opened(with_grid(replace(grid, rows=rows)))["Women among participants"]
    assert sheet["A6"].value == "å" * 32_766 + "…"
