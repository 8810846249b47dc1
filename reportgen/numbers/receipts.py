"""The rows that stand behind one value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportgen.model.spec import Aggregation
from reportgen.numbers.plain import category
from reportgen.numbers.rows import select

if TYPE_CHECKING:
    from reportgen.model.findings import Observation
    from reportgen.model.spec import Edition
    from reportgen.model.tables import Address, Table
    from reportgen.numbers.frames import Frames


def trace(frames: Frames, edition: Edition, observation: Observation) -> tuple[Address, ...]:
    """The address of every row behind an observation, in file and row order; a ratio's are its denominator's."""
    import numpy as np
    import pandas as pd

    indicator = frames.project.indicator(observation.indicator)
    if indicator.measure.aggregation is Aggregation.RATIO:
        indicator = frames.project.indicator(indicator.measure.denominator or "")
    rows = select(frames, indicator.source, indicator.where, indicator.period, edition)
    source = frames.project.source(indicator.source)
    if observation.recipient is not None and source.recipient:
        owners = frames.owners(source.name, pd.Index(rows))
        rows = owners.index[owners == observation.recipient].to_numpy()
    if observation.dimension is not None:
        column = frames.coded(source.name, observation.dimension)
        named = [category(value) for value in column.distinct]
        rows = rows[column.spread(np.array([name == observation.category for name in (*named, None)]), rows)]
    in_order = sorted(rows.tolist(), key=partial(_standing, frames.tables[source.name]))
    return tuple(frames.address(source.name, row) for row in in_order)


def _standing(table: Table, row: int) -> tuple[int, int]:
    return int(table.file_numbers[row]), int(table.row_numbers[row])
