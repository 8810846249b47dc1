"""The columns of one source over all its files: joined, typed, and told apart by equal values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.intake.checks import cells
from reportgen.intake.sheets import Coded, Fault, Places, RawTable
from reportgen.model.spec import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.intake.checks.cells import Rules
    from reportgen.model.spec import Column, Source
    from reportgen.model.tables import Address, Values

_MASKED = frozenset({Kind.WHOLE, Kind.DECIMAL, Kind.YES_NO})


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """The raw rows of one source, all files one below the other; `files` gives each row its part."""

    source: Source
    parts: tuple[RawTable, ...]
    columns: Mapping[str, Coded]
    files: NDArray[np.intp]
    numbers: NDArray[np.intp]

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
    """A typed column, each distinct raw value held once; `faults` are by place among the values."""

    values: Sequence[object]
    codes: NDArray[np.intp]
    faults: Mapping[int, Fault]

    def at(self, row: int) -> object:
        """The value in the row of this index."""
        return self.values[self.codes[row]]

    def alike(self) -> NDArray[np.intp]:
        """A number for each row, the same in two rows with the same value, and -1 where not recorded."""
        import pandas as pd

        return pd.factorize(_objects(self.values))[0][self.codes]

    def faulty(self) -> Iterator[tuple[int, Fault]]:
        """Every row with a fault, and the fault."""
        import numpy as np

        if self.faults:
            for row in np.flatnonzero(np.isin(self.codes, list(self.faults))).tolist():
                yield row, self.faults[int(self.codes[row])]


def join(source: Source, parts: tuple[RawTable, ...]) -> Joined:
    """The parts of a source, in the order of their files."""
    import numpy as np

    lengths = [len(part.numbers) for part in parts]
    return Joined(
        source=source,
        parts=parts,
        columns={column.name: _joined([part.columns[column.name] for part in parts]) for column in source.columns},
        files=np.repeat(np.arange(len(parts)), lengths),
        numbers=np.concatenate([part.numbers for part in parts]),
    )


def _joined(pieces: Sequence[Coded]) -> Coded:
    import numpy as np

    values: list[object] = []
    codes: list[NDArray[np.intp]] = []
    for piece in pieces:
        # -1 is how a piece says "its last value"; the sum with an offset must keep that meaning.
        codes.append(np.where(piece.codes < 0, len(piece.values) - 1, piece.codes) + len(values))
        values.extend(piece.values)
    return Coded(values, np.concatenate(codes))


def parse(coded: Coded, rule: Rules) -> Typed:
    """Each distinct value typed once by the column's rules."""
    values: list[object] = []
    faults: dict[int, Fault] = {}
    for place, cell in enumerate(coded.values):
        value = cells.parse(cell, rule)
        if isinstance(value, Fault):
            faults[place] = value
            value = None
        values.append(value)
    return Typed(values, coded.codes, faults)


def array(typed: Typed, column: Column, rows: NDArray[np.intp]) -> Values:
    """The column's values in these rows.

    whole is a pandas Int64 array, decimal Float64, yes_no boolean, with NA where not recorded; all else is a numpy
    array of objects with None there.
    """
    codes = typed.codes[rows]
    if column.kind in _MASKED and column.separator is None and column.refers_to is None:
        return _masked(typed.values, codes, column.kind)
    objects: Values = _objects(typed.values)[codes]
    return objects


def _masked(values: Sequence[object], codes: NDArray[np.intp], kind: Kind) -> Values:
    import numpy as np
    import pandas as pd

    missing = np.array([value is None for value in values], dtype=bool)[codes]
    filled = [0 if value is None else value for value in values]
    if kind is Kind.WHOLE:
        return pd.arrays.IntegerArray(np.array(filled, dtype=np.int64)[codes], missing)
    if kind is Kind.DECIMAL:
        return pd.arrays.FloatingArray(np.array(filled, dtype=np.float64)[codes], missing)
    return pd.arrays.BooleanArray(np.array(filled, dtype=bool)[codes], missing)


def _objects(values: Sequence[object]) -> NDArray[np.object_]:
    """The values as an array of one dimension, even where they are tuples of one length."""
    import numpy as np

    return np.fromiter(values, dtype=object, count=len(values))
