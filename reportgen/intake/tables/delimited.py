"""Delimited text as a sheet: its delimiter is the one under which the declared headers are found."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Fault, Sheet
from reportgen.intake.values import names

if TYPE_CHECKING:
    from collections.abc import Collection

_DELIMITERS = (";", ",", "\t")
_SEARCHED_ROWS = 30


def read(text: str, headers: Collection[str]) -> Sheet | tuple[int, Fault]:
    """The rows of the text, or the line and the fault that keeps it from being read."""
    delimiter, first = declared_delimiter(text)
    body = text if first == 1 else text.partition("\n")[2]
    return lines(body, delimiter or find_delimiter(body, headers), first)


def declared_delimiter(text: str) -> tuple[str | None, int]:
    """The delimiter of a `sep=;` line and the number of the first line after it."""
    line = text[:10].partition("\n")[0].strip("\r\"'")
    if line[:4].casefold() == "sep=" and len(line) == len("sep=;"):
        return line[4], 2
    return None, 1


def find_delimiter(text: str, headers: Collection[str]) -> str:
    """The delimiter under which one of the first rows holds the most of these headers."""
    wanted = {names.fold(header) for header in headers}
    return max(_DELIMITERS, key=lambda delimiter: _most_headers(text, delimiter, wanted))


def _most_headers(text: str, delimiter: str, wanted: set[str]) -> int:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return max(
            (len(wanted & {names.fold(field) for field in row}) for row in islice(rows, _SEARCHED_ROWS)), default=0
        )
    except csv.Error:
        return 0


def lines(text: str, delimiter: str, first: int) -> Sheet | tuple[int, Fault]:
    """The rows of the text, of which the first stands in the line of this number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    numbers: list[int] = []
    before = 0
    try:
        for row in reader:
            rows.append(row)
            numbers.append(before + first)
            before = reader.line_num
    except csv.Error as mistake:
        what = f"the quotation marks or fields from here on cannot be read ({mistake})"
        return before + first, Fault(
            "unreadable", what, "close the quotation mark, or write the marks inside a text twice"
        )
    return _squared(rows, numbers)


def _squared(rows: list[list[str]], numbers: list[int]) -> Sheet:
    widths = [len(row) for row in rows]
    width = max(widths, default=0)
    for row in rows:
        if len(row) < width:
            row.extend([""] * (width - len(row)))
    return Sheet(rows=rows, numbers=numbers, widths=widths)
