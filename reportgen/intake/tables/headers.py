"""The header row: the first one near the top in which the declared headers stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Fault
from reportgen.intake.values import kinds, names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportgen.model.spec import Column

SEARCHED_ROWS = 30


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (an index into the rows), and under which column (from 0) each declared name is."""

    row: int
    places: Mapping[str, int]
    repeated: tuple[tuple[str, int], ...]
    texts: tuple[str, ...]


def find(rows: Sequence[Sequence[object]], columns: Sequence[Column]) -> Header | None:
    """The first row that has all required headers, else the one that has most of any; None when none has one."""
    required = {names.fold(column.header) for column in columns if column.required}
    best, most = None, 0
    for index, row in enumerate(rows[:SEARCHED_ROWS]):
        present = {names.fold(_text(cell)) for cell in row}
        found = sum(names.fold(column.header) in present for column in columns)
        if found and required <= present:
            return locate(index, row, columns)
        if found > most:
            best, most = index, found
    return None if best is None else locate(best, rows[best], columns)


def locate(index: int, row: Sequence[object], columns: Sequence[Column]) -> Header:
    """The place of every declared column in this header row."""
    texts = [names.fold(_text(cell)) for cell in row]
    places: dict[str, int] = {}
    repeated: list[tuple[str, int]] = []
    for column in columns:
        wanted = names.fold(column.header)
        found = [place for place, text in enumerate(texts) if text == wanted]
        if found:
            places[column.name] = found[0]
        repeated.extend((column.header, place) for place in found[1:])
    return Header(index, places, tuple(repeated), tuple(names.tidy(_text(cell)) for cell in row))


def _text(cell: object) -> str:
    """A header as text; a year above a column is a number in a spreadsheet."""
    return kinds.figure(cell) if isinstance(cell, str | int | float) else ""


def missing(column: Column, header: Header, columns: Sequence[Column]) -> Fault:
    """What is said of a declared column that the header row lacks."""
    declared = {names.fold(other.header) for other in columns}
    spare = [text for text in header.texts if text and names.fold(text) not in declared]
    near = names.nearest(column.header, spare)
    if near:
        what = f'there is no column "{column.header}"; the nearest is "{near[0]}"'
    else:
        what = f'there is no column "{column.header}"'
    if column.required:
        return Fault("header_missing", what, f'name the column "{column.header}", or set `header` in the project file')
    return Fault("header_absent", what, "its values count as not recorded; add the column if they are known")
