"""The example project with twenty faults planted into one of its workbooks."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

EXAMPLE = Path(__file__).parents[1]
WORKBOOK = "data/2018/activity.xlsx"

# What is typed into which cell, and the code of the issue that must follow.
_TYPED = (
    ("Activities", "B5", None, "required"),
    ("Activities", "H6", "Workshop", "not_allowed"),
    ("Activities", "J7", "#REF!", "error_cell"),
    ("Activities", "L8", "29.2.2019", "not_a_date"),
    ("Activities", "M9", date(1918, 11, 11), "date_out_of_range"),
    ("Activities", "N10", "Larvk", "unknown_reference"),
    ("Activities", "B11", "=1+1", "formula_without_value"),
    ("Activities", "B12", date(2018, 3, 4), "date_in_text"),
    ("Participations", "A5", "A99-99", "unknown_reference"),
    ("Participations", "B6", "Larvik og Skien", "several_in_one_cell"),
    ("Participations", "C7", None, "required"),
    ("Participations", "D8", "yuoth", "not_allowed"),
    ("Participations", "E9", "..", "undeclared_mark"),
    ("Headcounts", "C2", "ca. 40", "not_a_number"),
    ("Headcounts", "C3", 0, "below_minimum"),
    ("Headcounts", "C4", 2.5, "not_whole"),
    ("Plans", "J2", 2119, "above_maximum"),
)
_MERGED = ("Participations", "D10:D11", "merged")
_REPEATED = ("Participations", 20, None, "duplicate_row")
_CONFLICTING = ("Activities", 2, "Another title", "key_conflict")


def plant(folder: Path) -> tuple[tuple[str, str], ...]:
    """Write a copy of the example project with twenty faults; give each one's code and address, in the order told."""
    shutil.copy(EXAMPLE / "reportgen.toml", folder)
    shutil.copytree(EXAMPLE / "templates" / "texts", folder / "templates" / "texts")
    for path in sorted((EXAMPLE / "data").rglob("*.xlsx")):
        copy = folder / path.relative_to(EXAMPLE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    workbook = openpyxl.load_workbook(folder / WORKBOOK)
    planted = [*_type(workbook), _merge(workbook), _repeat(workbook, *_REPEATED), _repeat(workbook, *_CONFLICTING)]
    workbook.save(folder / WORKBOOK)
    return tuple((code, f"{WORKBOOK} › {sheet} › {cell}") for code, sheet, cell in sorted(planted, key=_order))


def _type(workbook: Workbook) -> list[tuple[str, str, str]]:
    for sheet, cell, value, _ in _TYPED:
        workbook[sheet][cell].value = value
    return [(code, sheet, cell) for sheet, cell, _, code in _TYPED]


def _merge(workbook: Workbook) -> tuple[str, str, str]:
    sheet, cells, code = _MERGED
    workbook[sheet].merge_cells(cells)
    return code, sheet, cells.partition(":")[0]


def _repeat(workbook: Workbook, name: str, row: int, title: str | None, code: str) -> tuple[str, str, str]:
    """Write a row once more at the sheet's end, with another title where one is given."""
    sheet = workbook[name]
    cells = [cell.value for cell in sheet[row]]
    if title is not None:
        cells[1] = title
    sheet.append(cells)
    return code, name, f"A{sheet.max_row}"


def _order(planted: tuple[str, str, str]) -> tuple[str, int, str]:
    _, sheet, cell = planted
    return sheet, int(cell[1:]), cell
