"""How the cells of a column are shown: decimals as many as its values have, shares in per cent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.model.annexes import Cell, CellKind
from reportgen.model.findings import Number

MOST_DECIMALS = 4
LONGEST_HALVES = 200  # letters; Excel takes formats of up to 255
DATE = "yyyy-mm-dd"
YEAR = "0"


class Exact(float):
    """A fraction that is written with all its digits: XlsxWriter stops at the sixteenth, which is one too few."""

    def __format__(self, spec: str, /) -> str:
        """The shortest digits that read back to the same number."""
        return repr(float(self))


@dataclass(frozen=True, slots=True)
class Shapes:
    """The formats of one column: of its values, and of the shares among them."""

    kind: CellKind
    plain: str
    share: str

    def of(self, cell: Cell) -> str:
        """The format of one of the column's cells; a share keeps the two halves that its print names after it."""
        if not is_share(cell, self.kind):
            return self.plain
        halves = cell.shown.partition("%")[2].replace('"', "")
        return f'{self.share}"{halves}"' if 0 < len(halves) <= LONGEST_HALVES else self.share


def shape(kind: CellKind, cells: Sequence[Cell]) -> Shapes:
    """The formats of a column, from what it holds and from its own values."""
    fixed = {CellKind.DATE: DATE, CellKind.YEAR: YEAR}
    numbers = _decimals(_values(kind, cells, shares=False), _places)
    shares = _decimals(_values(kind, cells, shares=True), _percent_places)
    return Shapes(kind, fixed.get(kind, f"#,##0{numbers}"), f"0{shares}%")


def is_share(cell: Cell, kind: CellKind) -> bool:
    """Whether a value is a fraction of one; a column of results holds many units, and its print says which are."""
    return kind is CellKind.SHARE or (kind is CellKind.NUMBER and "%" in cell.shown)


def _values(kind: CellKind, cells: Iterable[Cell], *, shares: bool) -> Iterable[Number]:
    return (one.value for one in cells if isinstance(one.value, int | float) and is_share(one, kind) is shares)


def _decimals(values: Iterable[Number], places: Callable[[Number], int]) -> str:
    most = max(map(places, values), default=0)
    return "." + "0" * most if most else ""


def _places(value: Number) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return min(max(-exponent, 0), MOST_DECIMALS) if isinstance(exponent, int) else 0


def _percent_places(value: Number) -> int:
    """A share shows one decimal more than pages do, which round it down; its cell holds the exact one."""
    hundredths = round(value * 10_000)
    return 2 if hundredths % 10 else 1 if hundredths % 100 else 0
