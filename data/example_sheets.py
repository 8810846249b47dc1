"""One sheet of an example workbook, kept as careful staff would: frozen header, real dates, lists of allowed values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Row = dict[str, str]
Column = dict[str, Any]  # one column of `reportgen.toml`, as it stands there
Spell = Callable[[str, Row], str]  # how this row writes the city of this id

WHITE, ACCENT, MUTED = "FFFFFF", "0B5563", "5A6670"
FACE = "Calibri"  # openpyxl's own for plain cells; unnamed, a bold one falls to a serif in LibreOffice
WIDEST = 48  # a longer text goes on below, in the same cell
WRAPPED, LINE = 2, 15  # texts of more lines than this are wrapped; points from one line to the next
SPARE_ROWS = 500  # below the last row, where the lists of values still hold


def write(book: Workbook, source: dict[str, Any], rows: Iterable[Row], spell: Spell) -> None:
    """Adds the sheet of a source; a `note` in the source stands in a line above the header."""
    sheet = book.create_sheet(source["sheet"])
    if "note" in source:
        sheet.append([source["note"]])
    layout = list(columns(source))
    sheet.append([header for _, header, _ in layout])
    top = sheet.max_row
    for row in rows:
        sheet.append([value(row[name], column, spell, row) for name, _, column in layout])
    dress(sheet, top)
    fit_to_height(sheet, top)
    fit_to_width(sheet)
    for number, (_, _, column) in enumerate(layout, start=1):
        restrict(sheet, top, number, column)


def columns(source: dict[str, Any]) -> Iterator[tuple[str, str, Column]]:
    """Each column: its name (`name.da` where there is one a language), its header, and its entry in the toml."""
    for name, column in source["columns"].items():
        if "headers" in column:
            yield from ((f"{name}.{language}", header, column) for language, header in column["headers"].items())
        else:
            yield name, column["header"], column


def value(text: str, column: Column, spell: Spell, row: Row) -> str | int | float | date | None:
    if not text:
        return None
    if column.get("refers_to") == "cities":
        return spell(text, row)
    match column.get("kind"):
        case "date":
            return date.fromisoformat(text)
        case "whole":
            return int(text)
        case "decimal":
            return float(text)
    return text


def dress(sheet: Worksheet, top: int) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for head in sheet[top]:
        head.font = Font(name=FACE, bold=True, color=WHITE)
        head.fill = PatternFill("solid", fgColor=ACCENT)
        head.alignment = Alignment(vertical="center", wrap_text=True)
    if top > 1:
        sheet["A1"].font = Font(name=FACE, italic=True, color=MUTED)
    sheet.row_dimensions[top].height = 32
    sheet.freeze_panes = f"A{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"
    sheet.auto_filter.ref = f"A{top}:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
    for number, cells in enumerate(sheet.iter_cols(min_row=top), start=1):
        longest = max(len(str(one.value or "")) for one in cells)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 3, 12), WIDEST)


def fit_to_height(sheet: Worksheet, top: int) -> None:
    """Rows with a text of several lines show all of it, and begin at the top.

    The height is counted here, because LibreOffice does not fit a row that says nothing of its height.
    """
    from openpyxl.styles import Alignment

    for number, line in enumerate(sheet.iter_rows(min_row=top + 1), start=top + 1):
        tallest = max(lines_in(str(one.value or "")) for one in line)
        if tallest > WRAPPED:
            sheet.row_dimensions[number].height = tallest * LINE
            for one in line:
                one.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)


def lines_in(text: str) -> int:
    """How many lines a text takes in a column of the widest."""
    return sum(max(len(wrap(line, WIDEST)), 1) for line in text.split("\n"))


def fit_to_width(sheet: Worksheet) -> None:
    """Printed, the sheet is landscape, one page wide and as many pages long as it needs."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def restrict(sheet: Worksheet, top: int, number: int, column: Column) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.get("kind") == "date":
        for (one,) in sheet.iter_rows(min_row=top + 1, min_col=number, max_col=number):
            one.number_format = "yyyy-mm-dd"
            one.alignment = Alignment(horizontal="left")
    choices = allowed(column)
    if choices:
        rule = DataValidation(type="list", formula1=choices, allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = "Not in the list", "Please choose one of the values in the list."
        letter = get_column_letter(number)
        rule.add(f"{letter}{top + 1}:{letter}{sheet.max_row + SPARE_ROWS}")
        sheet.add_data_validation(rule)


def allowed(column: Column) -> str | None:
    """The list that a cell offers, as a spreadsheet formula: allowed values, or the ids of a sheet of this workbook."""
    if column.get("refers_to") in {"activities", "outputs"}:
        return f"{column['refers_to'].capitalize()}!$A$2:$A${SPARE_ROWS}"
    if "allowed" not in column or "separator" in column:
        return None
    unknown = [token for token in column.get("not_recorded", ()) if token]
    return '"' + ",".join([*column["allowed"], *unknown]) + '"'


def write_about(book: Workbook, title: str, about: Iterable[str], holds: Iterable[tuple[str, str]]) -> None:
    """Makes the first sheet "Read me": a title, what the workbook is, and what each sheet holds."""
    from openpyxl.styles import Alignment, Font

    sheet = book.worksheets[0]
    sheet.title = "Read me"
    sheet.append([title])
    sheet["A1"].font = Font(name=FACE, bold=True, size=14)
    for line in ("", *about, ""):
        sheet.append([line or None])
    sheet.append(["Sheet", "What it holds"])
    for head in sheet[sheet.max_row]:
        head.font = Font(name=FACE, bold=True)
    for sheet_name, text in holds:
        sheet.append([sheet_name, text])
        sheet.cell(sheet.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 110
    fit_to_width(sheet)
