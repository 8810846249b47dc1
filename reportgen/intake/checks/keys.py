"""Rows that stand twice: the very same row counts once, one key with two meanings is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.intake.sheets import Fault, error, few, shown, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.intake.checks.columns import Joined, Typed
    from reportgen.model.tables import Issue


def compare(joined: Joined, typed: Mapping[str, Typed]) -> tuple[NDArray[np.intp], list[Issue]]:
    """The indexes of the rows that count, and an issue for every row whose key stood before; none without a key."""
    import numpy as np

    if not joined.source.key:
        return np.arange(len(joined.numbers)), []
    firsts, rows = _repeated([typed[name] for name in joined.source.key])
    differs = {c.name: typed[c.name].codes[firsts] != typed[c.name].codes[rows] for c in joined.source.columns}
    conflicts = np.any(list(differs.values()), axis=0)
    pairs = [list(zip(firsts[some].tolist(), rows[some].tolist(), strict=True)) for some in (conflicts, ~conflicts)]
    kept = np.ones(len(joined.numbers), dtype=bool)
    kept[rows[~conflicts]] = False
    return np.flatnonzero(kept), [*_conflicts(joined, typed, pairs[0]), *_duplicates(joined, pairs[1])]


def _conflicts(joined: Joined, typed: Mapping[str, Typed], pairs: Sequence[tuple[int, int]]) -> Iterator[Issue]:
    for row, fault in few((pair[1], _conflict(joined, typed, pair)) for pair in pairs):
        yield error(joined.address(joined.source.key[0], row), fault)


def _duplicates(joined: Joined, pairs: Sequence[tuple[int, int]]) -> Iterator[Issue]:
    for row, fault in few((row, _duplicate(joined, first, row)) for first, row in pairs):
        yield warning(joined.address(joined.source.key[0], row), fault)


def _repeated(key: Sequence[Typed]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Each row whose key an earlier row has, and the first such row; a key with an empty part is left out."""
    import numpy as np
    import pandas as pd

    keys = _keys(key)
    rows = np.flatnonzero(pd.Series(keys).duplicated(keep=False).to_numpy() & (keys >= 0))
    numbers, different = pd.factorize(keys[rows])
    first = np.zeros(len(different), dtype=np.intp)
    first[numbers[::-1]] = rows[::-1]  # the last that is written stays: the first row
    firsts = first[numbers]
    return firsts[firsts != rows], rows[firsts != rows]


def _keys(columns: Sequence[Typed]) -> NDArray[np.int64]:
    """A number for each row, the same in two rows with the same key, and -1 where a part is not recorded."""
    import numpy as np
    import pandas as pd

    keys = columns[0].codes.astype(np.int64)
    for column in columns[1:]:
        known = (keys >= 0) & (column.codes >= 0)
        pairs = keys[known] * len(column.distinct) + column.codes[known]
        keys = np.full(len(keys), -1, dtype=np.int64)
        keys[known] = pd.factorize(pairs)[0]  # without gaps, so that the next product stays small
    return keys


def _duplicate(joined: Joined, first: int, row: int) -> Fault:
    what = f"the same row as {_seen_from(joined, joined.source.key[0], first, row)}; it is counted once"
    return Fault("duplicate_row", what, "delete one of the two")


def _conflict(joined: Joined, typed: Mapping[str, Typed], pair: tuple[int, int]) -> Fault:
    first, row = pair
    column = next(c for c in joined.source.columns if typed[c.name].at(first) != typed[c.name].at(row))
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
