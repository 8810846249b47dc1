"""Spreadsheets, xlsx and ods, as sheets of typed cells.

python-calamine reads the values; `xlsx_parts` and `ods_parts` add what it hides.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from reportgen.intake.sheets import Covered, Fault, Sheet
from reportgen.intake.tables import limits, ods_parts, xlsx_parts
from reportgen.intake.tables.hidden_parts import ForbiddenXmlError
from reportgen.intake.values import names

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

    from reportgen.intake.sheets import Box
    from reportgen.intake.tables.hidden_parts import Parts

# zipfile has a RuntimeError for a part with a password, or packed as it cannot unpack
_DAMAGE = (zipfile.BadZipFile, zlib.error, ExpatError, OSError, EOFError, ValueError, RuntimeError)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """An open workbook: calamine's reading of it, and the archive it lies in."""

    workbook: CalamineWorkbook
    archive: zipfile.ZipFile


def read(content: bytes) -> Spreadsheet | Fault:
    """The workbook in these bytes, or why they are none."""
    import python_calamine

    if content.startswith(_OLD_OFFICE):
        what = "the file is locked with a password, or is of the old kind xls"
        return Fault("unreadable", what, "save it without a password as .xlsx or .ods")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        refused = limits.refuse_archive(archive, len(content)) or limits.refuse_cells(*ods_parts.reach(archive))
        if refused is not None:
            return refused
        return Spreadsheet(python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)), archive)
    except (python_calamine.CalamineError, *_DAMAGE):
        what = "the file is damaged, or is no spreadsheet whatever its name says"
        return Fault("unreadable", what, "open it in a spreadsheet program and save it as .xlsx or .ods")
    except ForbiddenXmlError:
        what = "the file declares a document type, which no spreadsheet program writes"
        return Fault("unreadable", what, "open the file in a spreadsheet program and save it as a new file")


def choose(spreadsheet: Spreadsheet, wanted: str | None, *, hidden: bool) -> str | Fault:
    """The workbook's own name of the wanted sheet (None: its only visible one), or why it cannot be had."""
    from python_calamine import SheetVisibleEnum

    sheets = spreadsheet.workbook.sheets_metadata
    visible = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    if wanted is None:
        return visible[0] if len(visible) == 1 else _several(visible)
    found = next((sheet for sheet in sheets if names.fold(sheet.name) == names.fold(wanted)), None)
    if found is None:
        return _missing(wanted, [sheet.name for sheet in sheets])
    if found.name not in visible and not hidden:
        mend = "unhide the sheet, or write `read_hidden = true` at the source in the project file"
        return Fault("sheet_hidden", f'the sheet "{wanted}" is hidden', mend)
    return found.name


def _several(visible: list[str]) -> Fault:
    what = f"the file has {len(visible)} visible sheets and the project file names none"
    return Fault("sheet_missing", what, "name one with `sheet = ...` at the source in the project file")


def _missing(wanted: str, existing: list[str]) -> Fault:
    mend = names.suggestion(wanted, existing) or f"the file has the sheets {', '.join(existing)}"
    return Fault("sheet_missing", f'there is no sheet "{wanted}"', mend)


def cells(spreadsheet: Spreadsheet, name: str) -> Sheet | Fault:
    """The cells of the sheet of this name, with what calamine hides put back in its place."""
    from python_calamine import CalamineError

    archive = spreadsheet.archive
    try:
        if not _is_ods(archive) and (refused := limits.refuse_cells(*xlsx_parts.reach(archive, name))) is not None:
            return refused  # calamine would make room for all the cells between
        sheet = spreadsheet.workbook.get_sheet_by_name(name)
        parts = _hidden_parts(archive, name)
        return limits.refuse_cells(*_size(sheet, parts)) or _with_parts(sheet, parts)
    except (CalamineError, ExpatError, KeyError, ValueError, zipfile.BadZipFile, OSError):
        return Fault(
            "unreadable", f'the sheet "{name}" is damaged', "open the file in a spreadsheet program and save it"
        )
    except ForbiddenXmlError:
        what = f'the sheet "{name}" declares a document type, which no spreadsheet program writes'
        return Fault("unreadable", what, "open the file in a spreadsheet program and save it as a new file")


def _hidden_parts(archive: zipfile.ZipFile, name: str) -> Parts:
    return ods_parts.find(archive, name) if _is_ods(archive) else xlsx_parts.find(archive, name)


def _is_ods(archive: zipfile.ZipFile) -> bool:
    return "content.xml" in archive.namelist()


def _size(sheet: CalamineSheet, parts: Parts) -> tuple[int, int]:
    """The rows and columns of the sheet, with the marked cells beyond those in which calamine saw a value."""
    height = max((row for row, _ in parts.cells), default=0)
    width = max((column for _, column in parts.cells), default=0)
    return max(height, sheet.height, sheet.total_height + 1), max(width, sheet.width, sheet.total_width + 1)


def _with_parts(sheet: CalamineSheet, parts: Parts) -> Sheet:
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    _extend(rows, parts)
    for (row, column), mark in parts.cells.items():
        rows[row - 1][column - 1] = mark
    for box in parts.merged:
        _cover(rows, box)
    return Sheet(
        rows=rows,
        numbers=range(1, len(rows) + 1),
        merged=tuple(parts.merged),
        hidden_rows=tuple(parts.rows),
        hidden_columns=tuple(parts.columns),
    )


def _extend(rows: list[list[object]], parts: Parts) -> None:
    """Make room for marked cells beyond the last row or column in which calamine saw a value."""
    height = max((row for row, _ in parts.cells), default=0)
    width = max((column for _, column in parts.cells), default=0)
    full = max(width, len(rows[0]) if rows else 0)
    if rows and len(rows[0]) < full:
        for row in rows:
            row.extend([""] * (full - len(row)))
    rows.extend([""] * full for _ in range(height - len(rows)))


def _cover(rows: list[list[object]], box: Box) -> None:
    """Give the empty cells under a merged one its value, as far as the sheet has cells."""
    if box.top > len(rows) or box.left > len(rows[0]):
        return
    value = rows[box.top - 1][box.left - 1]
    for row in rows[box.top - 1 : box.bottom]:
        row[box.left - 1 : box.right] = [Covered(value)] * (min(box.right, len(row)) - box.left + 1)
    rows[box.top - 1][box.left - 1] = value
