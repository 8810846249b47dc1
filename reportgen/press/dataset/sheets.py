"""`figures.xlsx`: the contents, the results, a sheet a figure, every value, the definitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from reportgen.model.annexes import Annex, Cell, Grid, Heading
from reportgen.press.dataset.leaves import Leaf, plan_leaves
from reportgen.press.dataset.paint import Painter
from reportgen.press.dataset.sheet_names import name_sheets
from reportgen.press.dataset.tables import MARGIN, Table, measure, write_table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Texts stay texts: nothing typed in a workbook of the project becomes a formula, a link or a number here.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
A4 = 9
TOP = 4  # the row of a leaf's headings, beneath its title, its caption and the way back
LINKS = 2  # the column of the contents that leads to the sheets
SOLID_LINES_ONLY = 2  # no grid of the program's own, on screen or paper
LONGEST_FOOTER = 120


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook being written, for one annex in the words of its language; `names` are its sheets, contents first."""

    painter: Painter
    annex: Annex
    words: Mapping[str, str]
    leaves: tuple[Leaf, ...]
    names: tuple[str, ...]


def write_sheets(annex: Annex, words: Mapping[str, str]) -> bytes:
    """The annex as a workbook: tables with headings, numbers as numbers, the same bytes every time.

    Its tables are named `contents`, `results`, `figure_01`, ..., `data` and `definitions`, whatever the language;
    `words` are the fixed words of that language.
    """
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, OPTIONS) as workbook:
        _describe(workbook, annex)
        leaves = plan_leaves(annex, words)
        names = name_sheets((words["contents"], *(leaf.tab for leaf in leaves)))
        book = Book(Painter(workbook), annex, words, leaves, names)
        _write_contents(book)
        for leaf, name in zip(leaves, names[1:], strict=True):
            _write_leaf(book, leaf, name)
    return content.getvalue()


def _describe(workbook: Workbook, annex: Annex) -> None:
    """The file's own properties; it was made on the edition's date, as far as its bytes tell."""
    workbook.set_properties(
        {
            "title": annex.title,
            "subject": annex.description,
            "author": annex.publisher,
            "comments": f"{annex.language}, {annex.year}",
            "created": datetime.combine(annex.issued, time(), UTC),
        }
    )
    workbook.set_custom_property("Language", annex.language, "text")


def _sheet(book: Book, name: str, headings: int) -> Worksheet:
    sheet = book.painter.book.add_worksheet(name)
    sheet.hide_gridlines(SOLID_LINES_ONLY)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(headings + 1, 0)
    sheet.repeat_rows(headings)
    # In a footer & begins a code.
    running = f"{book.annex.publisher} · {book.annex.title}"[:LONGEST_FOOTER].replace("&", "&&")
    sheet.set_footer(f"&L&9 {running}&R&9 &P / &N")
    return sheet


def _write_contents(book: Book) -> None:
    about = _about(book)
    table = _beneath(about, measure(_entries(book), "contents", len(about) + 4))
    sheet = _sheet(book, book.names[0], table.top)
    book.painter.paragraph(sheet, 0, book.annex.title, "title", table.widths)
    book.painter.paragraph(sheet, 1, book.annex.description, "words", table.widths)
    for row, (label, cell) in enumerate(about, start=3):
        book.painter.text(sheet, (row, 0), label, book.painter.look("label"))
        book.painter.text(sheet, (row, 1), cell, book.painter.look("words"))
    write_table(book.painter, sheet, table)
    for row, name in enumerate(book.names[1:], start=table.top + 1):
        _link(sheet, (row, LINKS), name, book.painter.aligned("linked", "left"))


def _about(book: Book) -> tuple[tuple[str, str], ...]:
    annex, words = book.annex, book.words
    about = (
        (words["sheet_publisher"], annex.publisher),
        (words["sheet_funder"], annex.funder),
        (words["sheet_issued"], annex.issued.isoformat()),
        (words["title_edition_data_date"], annex.data_date.isoformat()),
        (words["sheet_licence"], annex.licence),
    )
    return tuple((label, text) for label, text in about if text)


def _beneath(about: tuple[tuple[str, str], ...], table: Table) -> Table:
    """The table with its first column as wide as the labels above it."""
    widest = max(len(label) for label, _ in about) + MARGIN
    return replace(table, widths=(max(table.widths[0], widest), *table.widths[1:]))


def _entries(book: Book) -> Grid:
    headings = (
        Heading("number", book.words["sheet_number"]),
        Heading("title", book.words["sheet_title"]),
        Heading("sheet", book.words["sheet_name"]),
        Heading("holds", book.words["sheet_holds"]),
    )
    rows = tuple(
        (Cell(leaf.number), Cell(leaf.title), Cell(name), Cell(leaf.holds))
        for leaf, name in zip(book.leaves, book.names[1:], strict=True)
    )
    return Grid("contents", book.words["contents"], headings, rows)


def _write_leaf(book: Book, leaf: Leaf, name: str) -> None:
    table = measure(leaf.grid, leaf.table, TOP)
    sheet = _sheet(book, name, TOP)
    book.painter.paragraph(sheet, 0, leaf.title, "title", table.widths)
    book.painter.paragraph(sheet, 1, leaf.above, "words", table.widths)
    _link(sheet, (2, 0), book.names[0], book.painter.look("link"))
    write_table(book.painter, sheet, table)
    _write_below(book, sheet, leaf, table)


def _write_below(book: Book, sheet: Worksheet, leaf: Leaf, table: Table) -> None:
    empty = () if leaf.grid.rows else (book.words["no_entries"],)
    said = dict.fromkeys(text for text in (*empty, leaf.grid.note, *leaf.below) if text)
    for row, text in enumerate(said, start=table.bottom + 1):
        book.painter.paragraph(sheet, row, text, "soft", table.widths)


def _link(sheet: Worksheet, at: tuple[int, int], name: str, look: Format) -> None:
    """A way to another sheet, written as its name."""
    place = name.replace("'", "''")
    sheet.write_url(*at, f"internal:'{place}'!A1", look, name)
