"""The rows that stand behind one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.spec import Aggregation
from reportgen.model.tables import Address
from reportgen.numbers.indicators import chosen_rows
from reportgen.numbers.plain import categories

if TYPE_CHECKING:
    from reportgen.model.findings import Observation
    from reportgen.model.spec import Edition
    from reportgen.numbers.frames import Frames


def trace(frames: Frames, edition: Edition, observation: Observation) -> tuple[Address, ...]:
    """The address of every row behind an observation, in file and row order; a ratio's are its denominator's."""
    indicator = frames.project.indicator(observation.indicator)
    if indicator.measure.aggregation is Aggregation.RATIO:
        indicator = frames.project.indicator(indicator.measure.denominator or "")
    chosen = chosen_rows(frames, indicator, edition)
    source = frames.project.source(indicator.source)
    if observation.recipient is not None and source.recipient:
        chosen &= frames.follow(source.name, source.recipient) == observation.recipient
    if observation.dimension is not None:
        values = frames.follow(source.name, observation.dimension)
        chosen &= values.isna() if observation.category is None else categories(values) == observation.category
    table = frames.tables[source.name]
    rows = zip(table.file_numbers, table.row_numbers, chosen.tolist(), strict=True)
    found = sorted((int(file), int(row)) for file, row, inside in rows if inside)  # type: ignore[call-overload]  # whole numbers by Table's own word
    return tuple(Address(table.files[file].path, table.files[file].sheet, f"row {row}") for file, row in found)
