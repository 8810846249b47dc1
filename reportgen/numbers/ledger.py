"""A source's rows as lines that are summed up: the network's once each, the cities' once for every city they are of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.numbers.coded import Coded
    from reportgen.numbers.mergers import Lines

_FEW = 1 << 22  # so many numbers are kept for pairs that may not occur, before those that do are looked for


@dataclass(frozen=True, slots=True, eq=False)
class Things:
    """What is told apart on the lines of a ledger: the number of the thing on each line (-1: none), whose each is."""

    numbers: NDArray[np.int32]
    owners: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """The columns of one source, by dotted name, over its `size` rows, and by which of them a row is dated."""

    column: Callable[[str], Coded]
    size: int
    date: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """The lines of a source: `rows` is the row of each, `owners` the place of its owner in `cities`, or the last one.

    In the network's own ledger there are no cities, and every line is at the last place, 0.
    """

    book: Book
    cities: Sequence[object]
    rows: NDArray[np.intp]
    owners: NDArray[np.intp]
    is_networks: bool = False
    things: dict[tuple[str, ...], Things] = field(default_factory=dict)

    def lines(self, chosen: NDArray[np.intp]) -> NDArray[np.intp]:
        """The lines of the chosen rows."""
        import numpy as np

        if len(self.rows) == self.book.size:  # no row stands twice, so that lines are rows
            return chosen
        is_chosen = np.zeros(self.book.size, dtype=bool)
        is_chosen[chosen] = True
        return np.flatnonzero(is_chosen[self.rows])

    def codes(self, column: Coded, lines: NDArray[np.intp]) -> NDArray[np.int32]:
        """The codes of a column of the source on these lines."""
        return column.codes[lines] if len(self.rows) == len(column.codes) else column.codes[self.rows[lines]]

    def told_apart(self, columns: tuple[str, ...]) -> Things:
        """The different combinations of these columns that each owner has; none where one is not recorded."""
        if columns not in self.things:
            self.things[columns] = self._tell_apart(columns)
        return self.things[columns]

    def _tell_apart(self, columns: tuple[str, ...]) -> Things:
        import numpy as np

        codes, size = _combined(self.book, columns)
        codes = codes[self.rows]
        known = codes >= 0
        pairs = self.owners * size + codes
        if (len(self.cities) + 1) * size <= _FEW:
            owners = np.repeat(np.arange(len(self.cities) + 1), size)
        else:
            pairs, different = _numbered(pairs, known)
            owners = different // size
        return Things(np.where(known, pairs, -1).astype(np.int32), owners)


def network_ledger(book: Book) -> Ledger:
    """Every row of the source once."""
    import numpy as np

    return Ledger(book, (), np.arange(book.size), np.zeros(book.size, dtype=np.intp), is_networks=True)


def city_ledger(book: Book, path: str, merged: Lines) -> Ledger:
    """Every row of the source once for its city, and once for every city that this one has become part of."""
    import numpy as np

    own = book.column(path)
    cities = list(dict.fromkeys((*own.distinct, *(city for line in merged.values() for city in line))))
    place = {city: number for number, city in enumerate(cities)}
    rows, owners = [np.arange(book.size)], [np.where(own.codes < 0, len(cities), own.codes)]
    for city, line in merged.items():
        of_city = np.flatnonzero(own.codes == own.code(city))
        rows += [of_city for _ in line[1:]]
        owners += [np.full(len(of_city), place[heir]) for heir in line[1:]]
    return Ledger(book, cities, np.concatenate(rows), np.concatenate(owners).astype(np.intp))


def _combined(book: Book, columns: tuple[str, ...]) -> tuple[NDArray[np.int64], int]:
    """A number for each combination of values, -1 where one is not recorded, and how many numbers there are."""
    import numpy as np

    codes, size = np.zeros(book.size, dtype=np.int64), 1
    for path in columns:
        column = book.column(path)
        known = (codes >= 0) & (column.codes >= 0)
        codes = np.where(known, codes * len(column.distinct) + column.codes, -1)
        size *= max(len(column.distinct), 1)
        if size > _FEW and len(columns) > 1:
            codes, different = _numbered(codes, known)
            size = max(len(different), 1)
    return codes, size


def _numbered(numbers: NDArray[np.int64], known: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The known numbers anew from 0 on and without gaps (-1: not known), and which each was."""
    import numpy as np
    import pandas as pd

    anew = np.full(len(numbers), -1, dtype=np.int64)
    anew[known], different = pd.factorize(numbers[known])
    return anew, different
