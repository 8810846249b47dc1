"""A cell of a frame as a plain value of Python, and as the name of a category."""

from __future__ import annotations

from datetime import date
from typing import Any

Plain = str | int | float | bool | date | tuple[str, ...] | None


def plain(value: Any) -> Plain:  # noqa: ANN401  a cell of any column
    """The value without pandas or numpy: a day as a date, a whole number as int, None where not recorded."""
    import pandas as pd

    if isinstance(value, tuple):
        return value
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    found: Plain = value.item() if hasattr(value, "item") else value
    return int(found) if isinstance(found, float) and found.is_integer() else found


def category(value: object) -> str | None:
    """The name of a value as a category, the same on every machine: 2, 2018-12-31, yes; None where not recorded."""
    found = plain(value)
    if found is None:
        return None
    if isinstance(found, bool):
        return "yes" if found else "no"
    return str(found)
