"""Large delimited text read column by column, only where its form leaves no doubt, and as the slow way reads it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Coded
from reportgen.intake.tables import delimited, extent, headers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from reportgen.intake.sheets import Sheet
    from reportgen.intake.tables.headers import Header
    from reportgen.model.spec import Source

_HEAD = 1 << 18  # the letters among which the header is looked for
_PIECE = 1 << 24  # the bytes whose quotation marks are held against their neighbours at once
_BLOCK = 1 << 22  # the bytes that one thread parses at once
_QUOTE, _LINE = b'"'[0], b"\n"[0]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The rows under a header: `head` holds the first lines, `columns` the declared columns found, by their place."""

    head: Sheet
    header: Header
    columns: Mapping[int, Coded]
    rows: int


def read(text: str, source: Source) -> Columns | None:
    """The declared columns of the text; None where any line may be more or less than a row of data under the header.

    Then the text is to be read line by line, which finds the same rows, and says what is wrong with the others.
    """
    separator, first = delimited.declared_delimiter(text)
    top = text[:_HEAD] if first == 1 else text[:_HEAD].partition("\n")[2]
    delimiter = separator or delimited.find_delimiter(top, [column.header for column in source.columns])
    head = delimited.lines(top.rpartition("\n")[0], delimiter, first)
    if isinstance(head, tuple) or len(head.rows) < headers.SEARCHED_ROWS:
        return None
    header = headers.find(head.rows, source.columns)
    content = text.encode("utf-8")
    if header is None or head.widths is None or not _is_plain(content, delimiter):
        return None
    line = head.numbers[header.row]  # no line break stands within quotation marks, so lines are rows
    table = _parsed(content, delimiter, line, head.widths[header.row])
    if table is None:
        return None
    columns = {place: _coded(table.column(place)) for place in sorted(header.places.values())}
    return Columns(head, header, columns, table.num_rows) if _is_all_data(columns, source.stop) else None


def _is_plain(content: bytes, delimiter: str) -> bool:
    """Whether each line is one row to every reader: no odd line ends, quotation marks only around whole fields."""
    if b"\0" in content or content.count(b"\r") != content.count(b"\r\n"):
        return False
    return b'"' not in content or _is_quoted_well(content, delimiter)


def _is_quoted_well(content: bytes, delimiter: str) -> bool:
    """Whether marks open a field, close one or stand twice, and no line ends within a field."""
    start = 0
    while start < len(content):
        end = content.find(b"\n", start + _PIECE) + 1 or len(content)
        if not _are_well_placed(content[start:end], delimiter):
            return False
        start = end
    return True


def _are_well_placed(lines: bytes, delimiter: str) -> bool:
    """A mark after another is the second of two, or opens what the other had closed: both come to the same."""
    import numpy as np

    signs = np.frombuffer(b"\n" + lines + b"\n", dtype=np.uint8)
    marks = np.flatnonzero(signs == _QUOTE)
    if len(marks) % 2:
        return False
    before, after = signs[marks[::2] - 1], signs[marks[1::2] + 1]
    between = (_QUOTE, ord(delimiter), _LINE)
    if not (np.isin(before, between).all() and np.isin(after, (*between, b"\r"[0])).all()):
        return False
    ends = np.flatnonzero(signs == _LINE)
    return not bool((np.searchsorted(marks, ends) % 2).any())


def _parsed(content: bytes, delimiter: str, line: int, width: int) -> pa.Table | None:
    """The lines after this one, as columns of texts by number; None where one has not so many fields."""
    import pyarrow as pa
    import pyarrow.csv

    names = [str(place) for place in range(width)]
    kind = pa.dictionary(pa.int32(), pa.string())
    try:
        return pa.csv.read_csv(
            io.BytesIO(content.rstrip(b"\r\n") + b"\n"),
            pa.csv.ReadOptions(column_names=names, skip_rows=line, block_size=_BLOCK),
            pa.csv.ParseOptions(delimiter=delimiter, ignore_empty_lines=False),
            pa.csv.ConvertOptions(column_types=dict.fromkeys(names, kind), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None


def _coded(column: pa.ChunkedArray) -> Coded:
    import numpy as np
    import pyarrow as pa

    if not column.num_chunks:
        return Coded([], np.zeros(0, dtype=np.int32))
    joined = column.unify_dictionaries()
    codes = pa.chunked_array([chunk.indices for chunk in joined.chunks]).to_numpy()
    return Coded(joined.chunk(0).dictionary.to_pylist(), codes)


def _is_all_data(columns: Mapping[int, Coded], stop: str | None) -> bool:
    """Whether no row is blank, a total, or where the data stops, by its first field that holds something."""
    blank: NDArray[np.bool_] | None = None
    for coded in columns.values():
        texts = coded.values
        if max(map(len, map(str, texts)), default=0) > csv.field_size_limit():
            return False
        ends = _those([extent.ends_data(text, stop) for text in texts], coded)
        if (ends if blank is None else ends & blank).any():
            return False
        empty = _those([extent.is_blank(text) for text in texts], coded)
        blank = empty if blank is None else blank & empty
    return blank is not None and not blank.any()


def _those(chosen: Sequence[bool], coded: Coded) -> NDArray[np.bool_]:
    """What is so of the values as it is so of the rows."""
    import numpy as np

    return np.array(chosen, dtype=bool)[coded.codes]
