"""The tables as coded columns, in which a dotted name follows references from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportgen.model.tables import Address
from reportgen.numbers.coded import Coded, code
from reportgen.numbers.mergers import Lines, lines, read_mergers

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from reportgen.model.spec import Column, Edition, Period, Project, Source
    from reportgen.model.tables import Table
    from reportgen.numbers.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Frames:
    """Every source's table, and each of its columns, or of those it leads to, once it was asked for.

    A row's label is its place in the table, from 0. `lines` says of each city that has become part of another to whom
    its rows belong besides: its successors in turn.
    """

    project: Project
    tables: dict[str, Table]
    lines: Lines = field(default_factory=dict)
    followed: dict[tuple[str, str], Coded] = field(default_factory=dict)
    periods: dict[tuple[str, Period, Edition], NDArray[np.intp]] = field(default_factory=dict)
    ledgers: dict[str, tuple[Ledger, ...]] = field(default_factory=dict)

    def size(self, source: str) -> int:
        """The number of rows of a source."""
        return len(self.tables[source].row_numbers)

    def coded(self, source: str, path: str) -> Coded:
        """The values of `path` for each row of `source`: n rows; not recorded where a reference on the way is."""
        if (source, path) not in self.followed:
            self.followed[source, path] = self._walk(source, path)
        return self.followed[source, path]

    def follow(self, source: str, path: str, labels: pd.Index | None = None) -> pd.Series:
        """The values of `path` as pandas types them, for the rows with these labels, or for all."""
        return self.coded(source, path).series(labels)

    def _walk(self, source: str, path: str) -> Coded:
        import numpy as np

        table = self.tables[source]
        if path in table.columns:
            column = self.project.source(source).column(path)
            if column is None:
                raise LookupError(f"{source}.{path} is no column")
            return code(table.columns[path], column)
        name, _, rest = path.partition(".")
        target, ids = self.target(source, name), self.coded(source, name)
        found, keys = self.coded(target.name, rest), self.coded(target.name, target.key[0])
        there = np.full(len(keys.distinct) + 1, -1, dtype=np.int32)
        there[keys.codes] = found.codes
        place = {id_: number for number, id_ in enumerate(keys.distinct)}
        # in both, what is not recorded has the code -1 and finds the last place
        leads = np.array([*(place.get(id_, -1) for id_ in ids.distinct), -1])
        there[-1] = -1
        return found.led_to(there[leads][ids.codes])

    def owners(self, source: str, labels: pd.Index) -> pd.Series:
        """Whose each of these rows is, in their order: its city, and every city that this one has become part of.

        A row of a merged city stands once for each; one without a city stands once, as missing.
        """
        own = self.follow(source, self.project.source(source).recipient or "", labels)
        if not own.isin(list(self.lines)).any():
            return own
        return own.map(lambda city: self.lines.get(city, (city,)), na_action="ignore").explode().astype(own.dtype)

    def target(self, source: str, name: str) -> Source:
        """The source that the reference `name` of `source` leads to."""
        column = self.project.source(source).column(name)
        if column is None or column.refers_to is None:
            message = f"{source}.{name} is no reference"
            raise LookupError(message)
        return self.project.source(column.refers_to)

    def address(self, source: str, label: int, column: str = "") -> Address:
        """Where the row of this label stands: file, sheet, row; or where its cell of a column does."""
        table = self.tables[source]
        number, row = int(table.file_numbers[label]), int(table.row_numbers[label])
        file, letter = table.files[number], table.letters[number].get(column)
        return Address(file.path, file.sheet, f"{letter}{row}" if letter and file.sheet else f"row {row}")

    def columns(self, source: str, path: str) -> tuple[Column, ...]:
        """The columns a path ends in: one, or one a language for a text declared with `headers`."""
        end, name = self.project.end(source, path)
        return tuple(c for c in end.columns if c.name == name or (c.language and c.name == f"{name}.{c.language}"))


def open_frames(project: Project, tables: Iterable[Table], edition: Edition | None = None) -> Frames:
    """Frames over the checked tables, as an edition sees them: with the mergers up to its date (None: without any)."""
    by_name = {table.source: table for table in tables}
    merged = lines(read_mergers(project, by_name), edition.date) if edition else {}
    return Frames(project, by_name, merged)
