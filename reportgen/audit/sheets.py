"""A finished workbook read back: its table `data` value by value, and the results and figures beside it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.audit.archives import refuse_bomb
from reportgen.audit.numerals import same
from reportgen.audit.readings import BUILD_AGAIN, Entry, Fault, FileRead, Reading, UnreadableError
from reportgen.audit.record import value_code
from reportgen.audit.texts import fold

if TYPE_CHECKING:
    from python_calamine import CalamineTable

DATA, RESULTS, FIGURE = "data", "results", re.compile(r"figure_(\d+)")
# The columns of the table `data`, whatever the language of their headings.
NUMBER, INDICATOR, SCOPE, DIMENSION, CATEGORY, LABEL, PERIOD, VALUE = range(8)
Cells = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the workbook: its name, its sheet, where its first row and column lie (from 0), its cells."""

    name: str
    sheet: str
    top: int
    left: int
    rows: Cells

    def place(self, row: int, column: int) -> str:
        """A cell's address, as a spreadsheet program says it."""
        letters, rest = "", self.left + column + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{self.sheet} › {letters}{self.top + row + 1}"


def read_sheets(content: bytes, entry: Entry) -> FileRead:
    """The values of the table `data` and of the results, and the figures that lack what `data` has.

    UnreadableError for what is no workbook, or is too large.
    """
    refuse_bomb(content)
    tables = _read_tables(content)
    if DATA not in tables:
        raise UnreadableError(f"has no table named {DATA}")
    results = _results(tables[RESULTS], entry) if RESULTS in tables else ()
    readings = (*_readings(tables[DATA]), *results)
    return FileRead(entry, readings, tuple(_beside_figures(tables, entry)))


def _read_tables(content: bytes) -> dict[str, Table]:
    import python_calamine

    try:
        with python_calamine.load_workbook(io.BytesIO(content), load_tables=True) as book:
            found = [book.get_table_by_name(name) for name in book.table_names or ()]
            return {one.name: Table(one.name, one.sheet, *(one.start or (0, 0)), _cells(one)) for one in found}
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(f"is no workbook that can be read ({error})") from error


def _cells(table: CalamineTable) -> Cells:
    return tuple(tuple(row) for row in table.to_python())


def _readings(data: Table) -> Iterator[Reading]:
    for number, row in enumerate(data.rows):
        if len(row) <= VALUE:
            raise UnreadableError(f"has a table {DATA} without its columns")
        code = value_code(str(row[INDICATOR]), str(row[DIMENSION]), str(row[CATEGORY]))
        yield Reading(
            data.place(number, VALUE), code, str(row[SCOPE]), _exact(row[PERIOD]), _exact(row[VALUE]), shown=None
        )


def _exact(cell: object) -> str:
    """A number as receipts write it; spreadsheet programs know no whole numbers."""
    whole = isinstance(cell, float) and cell.is_integer()
    return str(int(cell)) if whole and isinstance(cell, float) else str(cell)


def _beside_figures(tables: Mapping[str, Table], entry: Entry) -> Iterator[Fault]:
    """Numbers that `data` has of a figure, and the figure's own table lacks."""
    for name, table in tables.items():
        figure = FIGURE.fullmatch(name)
        if figure is None:
            continue
        told = _parts([row for row in tables[DATA].rows if _exact(row[NUMBER]) == str(int(figure[1]))])
        lacking = Counter(_exact(row[VALUE]) for row in told if row[VALUE] != "")
        lacking.subtract(_exact(cell) for row in table.rows for cell in row if isinstance(cell, float))
        for row in told:
            if lacking[_exact(row[VALUE])] > 0:
                lacking[_exact(row[VALUE])] -= 1
                yield _not_shown(row, table, entry)


def _parts(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """What a figure is drawn from: its parts, where it has any; the whole stands beside them in the data alone."""
    return [row for row in rows if row[DIMENSION]] or rows


def _not_shown(row: tuple[object, ...], table: Table, entry: Entry) -> Fault:
    value = f"{value_code(str(row[INDICATOR]), str(row[DIMENSION]), str(row[CATEGORY]))} ({row[SCOPE]}, {row[PERIOD]})"
    label = fold(str(row[LABEL]))
    alike = (n for n, cells in enumerate(table.rows) if label and fold(str(cells[0])) == label)
    place = next((table.place(n, 1) for n in alike), table.sheet)
    what = f"{value} is {_exact(row[VALUE])} in the table {DATA}, and not in the figure's own table"
    return Fault(f"{entry.path} › {place}", what, BUILD_AGAIN)


def _results(table: Table, entry: Entry) -> Iterator[Reading]:
    """The actual value of each row of the results, told by its indicator's title, in the column that has the values."""
    receipts = {fold(value.title): value for value in reversed(entry.values)}  # the results' own receipts come first
    rows = [
        (n, row, receipts[title]) for n, row in enumerate(table.rows) for title in _titles(row) if title in receipts
    ]
    column = _column((row, value.exact) for _, row, value in rows)
    for number, row, value in rows:
        if column is not None and value.exact:
            place, exact = table.place(number, column), _exact(row[column])
            yield Reading(place, value.code, value.scope, value.period, exact, shown=None)


def _titles(row: tuple[object, ...]) -> tuple[str, ...]:
    """The words that a row of the results begins with: objective and indicator."""
    return tuple(fold(cell) for cell in row[:2] if isinstance(cell, str))


def _column(rows: Iterable[tuple[tuple[object, ...], str]]) -> int | None:
    """The column in which most rows have the exact value of their receipt."""
    hits = Counter(
        column
        for row, exact in rows
        for column, cell in enumerate(row)
        if isinstance(cell, float) and same(_exact(cell), exact)
    )
    return hits.most_common(1)[0][0] if hits else None
