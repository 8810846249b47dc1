"""Rows that stand twice: the very same row counts once, one key with two meanings is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.intake.sheets import Fault, error, shown, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.intake.checks.columns import Joined, Typed
    from reportgen.model.spec import Column
    from reportgen.model.tables import Issue


def compare(joined: Joined, typed: Mapping[str, Typed]) -> tuple[NDArray[np.intp], list[Issue]]:
    """The indexes of the rows that count, and an issue for every row whose key stood before; none without a key."""
    import numpy as np

    issues: list[Issue] = []
    dropped: list[int] = []
    for first, row in _repeated(joined, typed) if joined.source.key else ():
        different = [column for column in joined.source.columns if not _is_same(typed[column.name], first, row)]
        where = joined.address(joined.source.key[0], row)
        if different:
            issues.append(error(where, _conflict(joined, typed, different[0], (first, row))))
        else:
            issues.append(warning(where, _duplicate(joined, first, row)))
            dropped.append(row)
    return np.delete(np.arange(len(joined.numbers)), dropped), issues


def _is_same(column: Typed, first: int, row: int) -> bool:
    return column.at(first) == column.at(row)


def _repeated(joined: Joined, typed: Mapping[str, Typed]) -> Iterator[tuple[int, int]]:
    """Each row whose key an earlier row has, after the first such row; a key with an empty part is left out."""
    import numpy as np
    import pandas as pd

    frame = pd.DataFrame({name: typed[name].alike() for name in joined.source.key})
    alike = frame.duplicated(keep=False).to_numpy() & (frame >= 0).all(axis=1).to_numpy()
    rows = np.flatnonzero(alike).tolist()
    first_of: dict[tuple[int, ...], int] = {}
    for row, key in zip(rows, frame.to_numpy()[rows].tolist(), strict=True):
        first = first_of.setdefault(tuple(key), row)
        if first != row:
            yield first, row


def _duplicate(joined: Joined, first: int, row: int) -> Fault:
    what = f"the same row as {_seen_from(joined, joined.source.key[0], first, row)}; it is counted once"
    return Fault("duplicate_row", what, "delete one of the two")


def _conflict(joined: Joined, typed: Mapping[str, Typed], column: Column, pair: tuple[int, int]) -> Fault:
    first, row = pair
    key = " and ".join(_header(joined, name) for name in joined.source.key)
    there = _seen_from(joined, joined.source.key[0], first, row)
    here = (
        f"{column.header} is {_told(typed[column.name].at(row))} here and {_told(typed[column.name].at(first))} there"
    )
    mend = "correct the key of one of them, or make their values agree"
    return Fault("key_conflict", f"the same {key} as {there}, but {here}", mend)


def _header(joined: Joined, name: str) -> str:
    return next(column.header for column in joined.source.columns if column.name == name)


def _told(value: object) -> str:
    return "not recorded" if value is None else shown(value)


def _seen_from(joined: Joined, column: str, there: int, here: int) -> str:
    """The address of a cell as it is told in another: the cell alone within one sheet, else the whole address."""
    address = joined.address(column, there)
    return str(address.cell) if joined.files[there] == joined.files[here] else str(address)
