"""A figure's values in long form, one row a value: what its CSV holds, and what each column is."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

from reportgen.model.annexes import Datum, Standing
from reportgen.model.findings import Number
from reportgen.press.inert import inert

RECORDED, NOT_RECORDED = "recorded", "not recorded"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of every CSV: its name, its type in Table Schema, what it holds; `required`: no cell of it is empty."""

    name: str
    type: str
    title: str
    description: str
    required: bool = False


FIELDS = (
    Field("indicator", "string", "Indicator", "The code of what was measured; `indicators` defines it", required=True),
    Field("scope", "string", "Scope", "Whose value it is: `network` for all cities, else a city's id", required=True),
    Field("dimension", "string", "Dimension", "What the value is split by; empty for an undivided value"),
    Field("category", "string", "Category", "The code within the dimension; empty where it was not recorded"),
    Field("label", "string", "Label", "The category in words, in the language of the package"),
    Field("period", "string", "Period", "The year or the days that were counted", required=True),
    Field("value", "number", "Value", "The exact value, a ratio as a fraction of one; empty where it was not recorded"),
    Field("numerator", "number", "Numerator", "The upper half of a ratio; empty for all else"),
    Field("denominator", "number", "Denominator", "The lower half of a ratio; empty for all else"),
    Field("unit", "string", "Unit", "What the value counts, in the language of the package"),
    Field("rows", "integer", "Rows", "How many rows of the source stand behind the value", required=True),
    Field("status", "string", "Status", "Whether there is a value; not recorded is not zero", required=True),
)


def csv_path(figure: Standing) -> str:
    """Where the figure's CSV lies in the pack."""
    return f"figures/{figure.name}.csv"


def status(datum: Datum) -> str:
    """Whether there is a value at all."""
    return NOT_RECORDED if datum.value is None else RECORDED


def write_csv(figure: Standing) -> bytes:
    """The figure's data: a comma between cells, CR LF after rows (RFC 4180), a point in numbers, UTF-8.

    It has no byte order mark: readers that are told UTF-8, as a data package tells them, take the mark for a part of
    the first column's name. Who works in a spreadsheet program has the workbook. A text that would begin a formula has
    an apostrophe before it, which `inert.as_typed` takes away again.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in FIELDS])
    writer.writerows(
        [_cell(getattr(datum, field.name, None), field, datum) for field in FIELDS] for datum in figure.data
    )
    return out.getvalue().encode("utf-8")


def _cell(value: Number | str | None, field: Field, datum: Datum) -> str:
    if field.name == "status":
        return status(datum)
    if value is None:
        return ""
    return inert(value) if isinstance(value, str) else numeral(value)


def numeral(value: Number) -> str:
    """The number in digits with a point: no exponent, no thousands mark."""
    return format(Decimal(repr(value)), "f")
