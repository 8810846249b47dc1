"""From a sheet to the raw rows of one source: the header found, the data told from the notes, every value coded."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Absent, Coded, Covered, Fault, Places, RawTable, error, few, letter, place, warning
from reportgen.intake.tables import extent, headers
from reportgen.model.tables import Address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportgen.intake.sheets import Box, Sheet
    from reportgen.intake.tables.columnar import Columns
    from reportgen.intake.tables.extent import Extent
    from reportgen.intake.tables.headers import Header
    from reportgen.model.spec import Source
    from reportgen.model.tables import Issue, SourceFile


@dataclass(frozen=True, slots=True)
class _Finding:
    """A sheet in which the header and the extent of the data are known."""

    source: Source
    file: SourceFile
    sheet: Sheet
    places: Places
    header: Header
    extent: Extent

    def address(self, index: int, column: int) -> Address:
        cell = place(self.places, letter(column + 1), self.sheet.numbers[index])
        return Address(self.file.path, self.file.sheet, cell)


def take(sheet: Sheet, source: Source, file: SourceFile, places: Places) -> tuple[RawTable | None, list[Issue]]:
    """The source's rows in this sheet, and the faults of the sheet's form; no rows where there is no header."""
    header = headers.find(sheet.rows, source.columns)
    if header is None:
        wanted = ", ".join(column.header for column in source.columns if column.required)
        fault = Fault("header_missing", f"none of the first 30 rows holds the headers {wanted}", "name the columns so")
        return None, [error(Address(file.path, file.sheet), fault)]
    reach = extent.measure(sheet, header.row, sorted(header.places.values()), source.stop)
    finding = _Finding(source, dataclasses.replace(file, rows=len(reach.rows)), sheet, places, header, reach)
    issues = [*_header_issues(finding), *_extent_issues(finding), *_hidden(finding), *_merged(finding)]
    return _raw(finding), issues


def take_columns(found: Columns, source: Source, file: SourceFile) -> tuple[RawTable, list[Issue]]:
    """The same of large delimited text, in which every line under the header is a row of data."""
    import numpy as np

    reach = extent.Extent(range(found.rows), (), ())
    file = dataclasses.replace(file, rows=found.rows)
    finding = _Finding(source, file, found.head, Places.LINE, found.header, reach)
    line = found.head.numbers[found.header.row]
    numbers = np.arange(line + 1, line + 1 + found.rows, dtype=np.int32)
    places = found.header.places
    columns = {
        column.name: found.columns[places[column.name]] if column.name in places else absent(found.rows)
        for column in source.columns
    }
    letters = {name: letter(where + 1) for name, where in places.items()}
    return RawTable(source, file, Places.LINE, letters, columns, numbers), list(_header_issues(finding))


def absent(length: int) -> Coded:
    """The column of a file that lacks it."""
    import numpy as np

    return Coded([Absent()], np.zeros(length, dtype=np.int32))


def _header_issues(finding: _Finding) -> Iterator[Issue]:
    row = finding.header.row
    for name, column in finding.header.repeated:
        fault = Fault("header_duplicate", f'the column "{name}" is there twice', "rename or delete one of the two")
        yield error(finding.address(row, column), fault)
    for wanted in finding.source.columns:
        if wanted.name not in finding.header.places:
            fault = headers.missing(wanted, finding.header, finding.source.columns)
            yield (error if wanted.required else warning)(finding.address(row, 0), fault)


def _extent_issues(finding: _Finding) -> Iterator[Issue]:
    for tell, found in ((warning, finding.extent.warnings), (error, finding.extent.errors)):
        for (index, column), fault in few(((index, column), fault) for index, column, fault in found):
            yield tell(finding.address(index, column), fault)


def _hidden(finding: _Finding) -> Iterator[Issue]:
    """One warning for all hidden rows of data, and one for each hidden column."""
    numbers, rows = finding.sheet.numbers, finding.extent.rows
    data = {numbers[index] for index in rows} if finding.sheet.hidden_rows else set()
    hidden = sorted(row for span in finding.sheet.hidden_rows for row in _overlap(span, len(numbers)) if row in data)
    if hidden:
        what = f"{len(hidden)} hidden rows are counted" if len(hidden) > 1 else "a hidden row is counted"
        fault = Fault("hidden_rows", what, "show the rows, and delete those that should not count")
        yield warning(finding.address(numbers.index(hidden[0]), min(finding.header.places.values())), fault)
    for column in sorted(finding.header.places.values()):
        if any(column + 1 in span for span in finding.sheet.hidden_columns):
            fault = Fault("hidden_column", "the column is hidden, and its values are counted", "show the column")
            yield warning(finding.address(finding.header.row, column), fault)


def _overlap(span: range, last: int) -> range:
    """The part of a span that the sheet has; LibreOffice hides whole tails of a million rows."""
    return range(span.start, min(span.stop, last + 1))


def _merged(finding: _Finding) -> Iterator[Issue]:
    """An error for every merged range that covers data in a column not declared to be filled."""
    rows = finding.extent.rows
    if not finding.sheet.merged or not rows:
        return
    first, last = finding.sheet.numbers[rows[0]], finding.sheet.numbers[rows[-1]]
    for box in finding.sheet.merged:
        if box.top <= last and box.bottom >= first and not _is_filled(box, finding):
            what = f"the cells {box} are merged"
            mend = "unmerge them and fill each cell, or set `fill_merged = true` at the column in the project file"
            yield error(finding.address(box.top - 1, box.left - 1), Fault("merged", what, mend))


def _is_filled(box: Box, finding: _Finding) -> bool:
    touched = [
        column
        for column in finding.source.columns
        if column.name in finding.header.places and box.left <= finding.header.places[column.name] + 1 <= box.right
    ]
    return all(column.fill_merged for column in touched)


def _raw(finding: _Finding) -> RawTable:
    import numpy as np

    rows, indexes = finding.sheet.rows, finding.extent.rows
    columns: dict[str, Coded] = {}
    for column in finding.source.columns:
        where = finding.header.places.get(column.name)
        if where is None:
            columns[column.name] = absent(len(indexes))
        else:
            columns[column.name] = _code([rows[index][where] for index in indexes], fill=column.fill_merged)
    numbers = np.fromiter((finding.sheet.numbers[index] for index in indexes), dtype=np.int32, count=len(indexes))
    letters = {name: letter(where + 1) for name, where in finding.header.places.items()}
    return RawTable(finding.source, finding.file, finding.places, letters, columns, numbers)


def _code(values: Sequence[object], *, fill: bool) -> Coded:
    """The values, each distinct one held once."""
    import numpy as np
    import pandas as pd

    kinds = set(map(type, values))
    if bool in kinds:
        # True equals 1.0 wherever values are compared, so a truth value is kept as spreadsheets show it.
        values = [str(value).upper() if isinstance(value, bool) else value for value in values]
    if Covered in kinds and fill:
        values = [value.value if isinstance(value, Covered) else value for value in values]
    cells = np.fromiter(values, dtype=object, count=len(values))
    codes, distinct = pd.factorize(cells, use_na_sentinel=False)
    return Coded(distinct.tolist(), codes.astype(np.int32))
