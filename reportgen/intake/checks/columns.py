"""The columns of one source over all its files: joined, typed, and told apart by equal values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.intake.checks import cells, texts
from reportgen.intake.sheets import Coded, Fault, Places, RawTable
from reportgen.model.tables import CodedValues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.intake.checks.cells import Rules
    from reportgen.model.spec import Column, Source
    from reportgen.model.tables import Address


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """The raw rows of one source, all files one below the other; `files` gives each row its part."""

    source: Source
    parts: tuple[RawTable, ...]
    columns: Mapping[str, Coded]
    files: NDArray[np.int32]
    numbers: NDArray[np.int32]

    def address(self, column: str, row: int) -> Address:
        """Where the cell of this column stands in the row of this index."""
        part = self.parts[int(self.files[row])]
        return part.address(column, int(self.numbers[row]))

    def named(self, column: Column, row: int, fault: Fault) -> Fault:
        """The fault with its column named where the address alone does not tell it."""
        if self.parts[int(self.files[row])].places is Places.CELL:
            return fault
        return Fault(fault.code, f"{column.header}: {fault.what}", fault.mend)


@dataclass(frozen=True, slots=True, eq=False)
class Typed:
    """A typed column: row i has the value `distinct[codes[i]]`, none twice among them, and None at code -1.

    `faults` are by place among the raw values, of which `cells` has one for each row.
    """

    distinct: Sequence[object]
    codes: NDArray[np.int32]
    faults: Mapping[int, Fault]
    cells: NDArray[np.int32]

    def at(self, row: int) -> object:
        """The value in the row of this index."""
        code = self.codes[row]
        return None if code < 0 else self.distinct[code]

    def faulty(self) -> Iterator[tuple[int, Fault]]:
        """Every row with a fault, and the fault."""
        import numpy as np

        if self.faults:
            for row in np.flatnonzero(np.isin(self.cells, list(self.faults))).tolist():
                yield row, self.faults[int(self.cells[row])]


def join(source: Source, parts: tuple[RawTable, ...]) -> Joined:
    """The parts of a source, in the order of their files."""
    import numpy as np

    lengths = [len(part.numbers) for part in parts]
    return Joined(
        source=source,
        parts=parts,
        columns={column.name: _joined([part.columns[column.name] for part in parts]) for column in source.columns},
        files=np.repeat(np.arange(len(parts), dtype=np.int32), lengths),
        numbers=np.concatenate([part.numbers for part in parts]),
    )


def _joined(pieces: Sequence[Coded]) -> Coded:
    import numpy as np

    values: list[object] = []
    codes: list[NDArray[np.int32]] = []
    for piece in pieces:
        # -1 is how a piece says "its last value"; the sum with an offset must keep that meaning.
        last, offset = np.int32(len(piece.values) - 1), np.int32(len(values))
        codes.append(np.where(piece.codes < 0, last, piece.codes) + offset)
        values.extend(piece.values)
    return Coded(values, np.concatenate(codes))


def parse(coded: Coded, rule: Rules) -> Typed:
    """Each distinct cell typed once by the column's rules, and cells of the same value told of as one."""
    import numpy as np
    import pandas as pd

    values: list[object] = []
    faults: dict[int, Fault] = {}
    for place, value in enumerate(
        texts.parse(coded.values, rule) or (cells.parse(cell, rule) for cell in coded.values)
    ):
        if isinstance(value, Fault):
            faults[place] = value
        values.append(None if isinstance(value, Fault) else value)
    merged, distinct = pd.factorize(np.fromiter(values, dtype=object, count=len(values)))
    return Typed(distinct.tolist(), merged.astype(np.int32)[coded.codes], faults, coded.codes)


def values(typed: Typed, rows: NDArray[np.intp]) -> CodedValues:
    """The column's values in these rows."""
    return CodedValues(typed.distinct, typed.codes if len(rows) == len(typed.codes) else typed.codes[rows])
