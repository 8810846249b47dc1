"""One column as codes: each distinct value is typed, compared and named once, however many rows have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.model.spec import Kind
from reportgen.model.tables import CodedValues

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from reportgen.model.spec import Column
    from reportgen.model.tables import Values

_DTYPES: dict[Kind, Literal["Int64", "Float64", "boolean"]] = {
    Kind.WHOLE: "Int64",
    Kind.DECIMAL: "Float64",
    Kind.YES_NO: "boolean",
}


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """The values of n rows: `codes` (n, int32) say which of the k `distinct` ones each has; -1 is not recorded.

    `typed` (k + 1) holds them as pandas types them, and the missing value last, where the code -1 finds it.
    """

    distinct: Sequence[object]
    codes: NDArray[np.int32]
    typed: pd.Series

    def series(self, labels: pd.Index | None = None) -> pd.Series:
        """The typed values of the rows with these labels, or of all."""
        import pandas as pd

        index = pd.RangeIndex(len(self.codes)) if labels is None else labels
        codes = self.codes if labels is None else self.codes[labels.to_numpy()]
        return pd.Series(self.typed.array.take(codes), index=index)

    def code(self, value: object) -> int:
        """The code of a value; -2, which no row has, where it does not occur."""
        return self.distinct.index(value) if value in self.distinct else -2

    def spread(self, chosen: NDArray[np.bool_], rows: NDArray[np.intp]) -> NDArray[np.bool_]:
        """What is so of the values (k + 1) as it is so of the rows."""
        return chosen[self.codes[rows]]

    def led_to(self, codes: NDArray[np.int32]) -> Coded:
        """The same values, for rows of another source that lead to these."""
        return Coded(self.distinct, codes, self.typed)


def code(values: Values, column: Column) -> Coded:
    """A column of a table as codes, typed by its kind even where no row tells it.

    Days are datetime64, numbers and yes or no pandas' own types with NA; texts, ids and cells of several values stay.
    """
    import numpy as np
    import pandas as pd

    if isinstance(values, CodedValues):
        distinct, codes = values.distinct, np.asarray(values.codes, dtype=np.int32)
    else:
        found, several = pd.factorize(np.fromiter(values, dtype=object, count=len(values)))
        distinct, codes = several.tolist(), found.astype(np.int32)
    return Coded(distinct, codes, _typed([*distinct, None], column))


def _typed(values: list[object], column: Column) -> pd.Series:
    import pandas as pd

    typed: pd.Series = pd.Series(values)
    if column.separator is None and column.kind is Kind.DATE:
        return pd.to_datetime(typed)
    if column.separator is None and column.kind in _DTYPES and column.refers_to is None:
        return typed.astype(_DTYPES[column.kind])
    return typed
