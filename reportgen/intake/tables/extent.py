"""Which rows of a sheet are data: those below the header, up to the first blank line or the declared stop."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Covered, Fault
from reportgen.intake.values import names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.intake.sheets import Sheet

# Danish, Norwegian, Swedish, Finnish, Icelandic, Faroese, Greenlandic, Northern Sámi, English.
_TOTAL = re.compile(
    r"\s*(?:(?:grand |sub)?total|totalt|i ?alt|sum|sammenlagt|til ?sammen|summa|totalsumma|yhteensä|samtals|alls|"
    r"tilsamans|katillugit|oktiibuot)\s*:?(?:\s+\d{4})?\s*:?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The indexes of the data rows, and what is to be said of rows that are none: (index, column, fault)."""

    rows: Sequence[int]
    warnings: tuple[tuple[int, int, Fault], ...]
    errors: tuple[tuple[int, int, Fault], ...]


def measure(sheet: Sheet, header: int, places: Sequence[int], stop: str | None) -> Extent:
    """The data rows below the header; `places` are the declared columns from left to right, counted from 0."""
    end = _end(sheet.rows, header + 1, places, stop)
    warnings = list(_notes(sheet.rows, end, places, stop))
    totals = dict(_totals(sheet.rows, range(header + 1, end), places))
    warnings.extend((index, place, _total(sheet.rows[index][place])) for index, place in totals.items())
    ragged = {index: fault for index, fault in _ragged(sheet, header, end) if index not in totals}
    left_out = totals.keys() | ragged.keys()
    rows = [index for index in range(header + 1, end) if index not in left_out] if left_out else range(header + 1, end)
    return Extent(rows, tuple(warnings), tuple((index, places[0], fault) for index, fault in ragged.items()))


def is_blank(cell: object) -> bool:
    """Whether the cell holds nothing, or only blanks; a cell under a merged one holds nothing of its own."""
    return cell is None or isinstance(cell, Covered) or (isinstance(cell, str) and not cell.strip())


def ends_data(cell: object, stop: str | None) -> bool:
    """Whether a row that begins with this cell is a total, or stands where the data is declared to stop."""
    return _is_total(cell) or (stop is not None and _begins(cell, names.fold(stop)))


def _first(row: Sequence[object], places: Sequence[int]) -> int | None:
    """The first declared column in which the row has something."""
    for place in places:
        if not is_blank(row[place]):
            return place
    return None


def _end(rows: Sequence[Sequence[object]], start: int, places: Sequence[int], stop: str | None) -> int:
    wanted = names.fold(stop) if stop else None
    for index in range(start, len(rows)):
        place = _first(rows[index], places)
        if place is None or (wanted and _begins(rows[index][place], wanted)):
            return index
    return len(rows)


def _begins(cell: object, wanted: str) -> bool:
    return isinstance(cell, str) and names.fold(cell).startswith(wanted)


def _notes(
    rows: Sequence[Sequence[object]], end: int, places: Sequence[int], stop: str | None
) -> Iterator[tuple[int, int, Fault]]:
    """The first text below a blank line, once; below a declared stop the author expects it."""
    if end == len(rows) or (stop and _first(rows[end], places) is not None):
        return
    for index in range(end, len(rows)):
        place = _first(rows[index], places)
        if place is not None:
            what = "what stands below the first blank line is taken for notes and not counted"
            mend = "take the blank line out if they are data, or declare `stop` in the project file if they are notes"
            yield index, place, Fault("notes_below", what, mend)
            return


def _totals(rows: Sequence[Sequence[object]], indexes: range, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    for index in indexes:
        place = _first(rows[index], places)
        if place is not None and _is_total(rows[index][place]):
            yield index, place


def _is_total(cell: object) -> bool:
    return isinstance(cell, str) and _TOTAL.fullmatch(cell) is not None


def _total(cell: object) -> Fault:
    what = f'a row that begins with "{names.tidy(str(cell))}" is taken for a total and not counted'
    return Fault("totals_row", what, "take the row out of the table, or leave a blank line above it")


def _ragged(sheet: Sheet, header: int, end: int) -> Iterator[tuple[int, Fault]]:
    """Lines of delimited text with fewer fields than the header, or with more that are not empty."""
    if sheet.widths is None:
        return
    expected = sheet.widths[header]
    for index in range(header + 1, end):
        width = sheet.widths[index]
        if width == expected or (width > expected and all(is_blank(cell) for cell in sheet.rows[index][expected:])):
            continue
        what = f"the line has {width} fields and the header {expected}"
        yield index, Fault("ragged_row", what, "put a text that holds the delimiter or a line break in quotation marks")
