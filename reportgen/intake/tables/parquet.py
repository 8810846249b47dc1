"""Parquet files as coded columns: each distinct value held once, as the file itself often keeps them."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

from reportgen.intake.sheets import Coded, Fault
from reportgen.intake.tables import limits
from reportgen.intake.values import names

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa


def read(content: bytes) -> pa.Table | Fault:
    """The file as an Arrow table, or why it cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet

    try:
        file = pa.parquet.ParquetFile(io.BytesIO(content))
        if (refused := limits.refuse_cells(file.metadata.num_rows, file.metadata.num_columns)) is not None:
            return refused
        table = pa.parquet.read_table(io.BytesIO(content))
        table.column_names  # noqa: B018 - names are decoded only when asked for, and damaged ones fail here
    except (pa.ArrowException, OSError, UnicodeDecodeError):
        what = "the file is damaged, or is no parquet file whatever its name says"
        return Fault("unreadable", what, "write it anew as parquet")
    return table


def column_names(table: pa.Table) -> Mapping[str, int]:
    """The place of each column by its folded name; the first of two alike."""
    places: dict[str, int] = {}
    for place, name in enumerate(table.column_names):
        places.setdefault(names.fold(name), place)
    return places


def column(table: pa.Table, place: int) -> Coded | Fault:
    """One column of the table; a nested one is a fault, since its cells are no single values."""
    import pyarrow as pa

    cells = table.column(place).combine_chunks()
    if pa.types.is_nested(cells.type) or pa.types.is_binary(cells.type):
        what = f'the column "{table.column_names[place]}" holds {cells.type}, not single values'
        return Fault("column_type", what, "write the column as text, numbers or dates")
    if not pa.types.is_dictionary(cells.type):
        cells = cells.dictionary_encode()
    try:
        values = [_plain(value) for value in cells.dictionary.to_pylist()]
    except (ValueError, OverflowError):
        what = f'the column "{table.column_names[place]}" holds values that are no text, number or date'
        return Fault("column_type", what, "write the file anew as parquet")
    codes = cells.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype("int32")
    # The code -1 of a null is the last of the values: the one that is appended here.
    return Coded([*values, ""], codes)


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and math.isnan(value):
        return ""  # how pandas writes a number that is not recorded
    return value
