"""What the lines in each cell of a grid amount to: counted, told apart, added up, the largest, the latest."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.model.spec import Aggregation

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.model.findings import Number
    from reportgen.model.spec import Measure
    from reportgen.numbers.coded import Coded
    from reportgen.numbers.ledger import Ledger, Things

_MARKS = 1 << 25  # the most things × categories that are ticked off one by one: 32 MB
_HALF = 32  # the bits of half a whole number


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Chosen lines of a ledger in a grid of owners × categories: `place` is the category of each line, of `width`."""

    ledger: Ledger
    lines: NDArray[np.intp]
    place: NDArray[np.intp]
    width: int

    @property
    def size(self) -> int:
        """The number of cells."""
        return (len(self.ledger.cities) + 1) * self.width

    @property
    def cells(self) -> NDArray[np.intp]:
        """The cell of each line."""
        found: NDArray[np.intp] = self.ledger.owners[self.lines] * self.width + self.place
        return found


def amount(measure: Measure, grid: Grid, cells: NDArray[np.intp]) -> Sequence[Number | None]:
    """The measure's value for each cell of the grid; None where it has lines and none of them a value."""
    import numpy as np

    match measure.aggregation:
        case Aggregation.COUNT:
            counts: Sequence[Number | None] = np.bincount(cells, minlength=grid.size).tolist()
            return counts
        case Aggregation.DISTINCT:
            return _different(grid, measure.columns).tolist()  # type: ignore[no-any-return]  # a list of int
        case Aggregation.DISTINCT_EACH:
            each = sum(_different(grid, (column,)) for column in measure.columns)
            return np.asarray(each).tolist()  # type: ignore[no-any-return]  # a list of int
        case Aggregation.SUM:
            return _sums(grid, measure.columns[0], cells)
        case _:
            return _highest(grid, measure, cells)


def _different(grid: Grid, columns: tuple[str, ...]) -> NDArray[np.intp]:
    """How many different things stand on the lines of each cell."""
    import numpy as np

    things = grid.ledger.told_apart(columns)
    numbers = things.numbers[grid.lines]
    known = numbers >= 0
    marks = _marked(things, numbers[known].astype(np.int64) * grid.width + grid.place[known], grid.width)
    cells = (
        things.owners[marks]
        if grid.width == 1
        else things.owners[marks // grid.width] * grid.width + marks % grid.width
    )
    return np.bincount(cells, minlength=grid.size)


def _marked(things: Things, marks: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """Each mark once."""
    import numpy as np

    if len(things.owners) * width > _MARKS:
        return np.unique(marks)
    seen = np.zeros(len(things.owners) * width, dtype=bool)
    seen[marks] = True
    return np.flatnonzero(seen)


def _recorded(column: Coded, grid: Grid) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    codes = grid.ledger.codes(column, grid.lines)
    return codes, codes >= 0


def _sums(grid: Grid, path: str, cells: NDArray[np.intp]) -> list[Number | None]:
    """Exact sums, so that the order of the rows cannot change the last digit."""
    import numpy as np

    column = grid.ledger.book.column(path)
    codes, known = _recorded(column, grid)
    values = [float(value) for value in column.distinct]  # type: ignore[arg-type]  # a number column, as was checked
    recorded = np.bincount(cells[known], minlength=grid.size)
    sums = _exact_sums(values, codes[known], cells[known], grid.size)
    return [_plain(total) if lines else None for total, lines in zip(sums, recorded.tolist(), strict=True)]


def _exact_sums(values: list[float], codes: NDArray[np.int32], cells: NDArray[np.intp], size: int) -> list[float]:
    """Floats are whole numbers over one power of two: these are added in two halves that cannot overflow."""
    import numpy as np

    halves = [value.as_integer_ratio() for value in values]
    power = max((below.bit_length() - 1 for _, below in halves), default=0)
    whole = [(above << power) // below for above, below in halves]
    if max(map(abs, whole), default=0) >= 1 << 62:
        return _slow_sums(values, codes, cells, size)
    low, high = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    np.add.at(low, cells, np.array([number & ((1 << _HALF) - 1) for number in whole], dtype=np.int64)[codes])
    np.add.at(high, cells, np.array([number >> _HALF for number in whole], dtype=np.int64)[codes])
    return [((above << _HALF) + below) / (1 << power) for above, below in zip(high.tolist(), low.tolist(), strict=True)]


def _slow_sums(values: list[float], codes: NDArray[np.int32], cells: NDArray[np.intp], size: int) -> list[float]:
    """For numbers so large beside others so small that no whole numbers hold them."""
    import numpy as np

    order = np.argsort(cells, kind="stable")
    ends = np.cumsum(np.bincount(cells, minlength=size))[:-1]
    return [math.fsum(values[code] for code in part.tolist()) for part in np.split(codes[order], ends)]


def _highest(grid: Grid, measure: Measure, cells: NDArray[np.intp]) -> list[Number | None]:
    """The largest value of each cell; or that of its latest day, and the largest of these where there are several."""
    import numpy as np

    book = grid.ledger.book
    column = book.column(measure.columns[0])
    order, ranks = _ranked(column)
    codes, known = _recorded(column, grid)
    standing = ranks[codes]
    if measure.aggregation is Aggregation.LATEST:
        date = book.column(book.date or "")
        days, dated = _recorded(date, grid)
        known &= dated
        standing = _ranked(date)[1][days] * len(ranks) + standing
    best = np.full(grid.size, -1, dtype=np.int64)
    np.maximum.at(best, cells[known], standing[known])
    return [None if found < 0 else _plain(column.distinct[order[found % len(ranks)]]) for found in best.tolist()]


def _ranked(column: Coded) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """The codes in ascending order of their values, and for each code its place in it; one more for the code -1."""
    import numpy as np

    order = np.asarray(column.typed.iloc[:-1].array.argsort())
    ranks = np.zeros(len(order) + 1, dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return order, ranks


def _plain(value: float) -> Number:
    return int(value) if float(value).is_integer() else float(value)
