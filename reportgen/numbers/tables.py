"""Tables for each recipient: a row for each activity it took part in, and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.findings import CityText, FieldValue, TableFinding, TableRow
from reportgen.model.spec import Edition, Period, TableSpec, Texts, TextSpec
from reportgen.numbers.listings import field_values, row_address
from reportgen.numbers.recipients import places
from reportgen.numbers.rows import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from reportgen.model.findings import Place
    from reportgen.numbers.frames import Frames


def table_rows(frames: Frames, edition: Edition) -> tuple[TableFinding, ...]:
    """Every declared table, for the network and for each recipient that has rows in it."""
    cities = places(frames)
    return tuple(table for spec in frames.project.tables for table in _tables(frames, spec, edition, cities))


def city_texts(frames: Frames, edition: Edition) -> tuple[CityText, ...]:
    """What the secretariat wrote of each recipient for the edition's year, in the order of the sheet."""
    import pandas as pd

    spec = frames.project.texts
    if spec is None:
        return ()
    source, cities = frames.project.source(spec.source), places(frames)
    labels = pd.Index(select(frames, spec.source, (), Period(), edition))
    own = dict(zip(labels.tolist(), frames.follow(spec.source, source.recipient or "", labels).map(str), strict=True))
    owners = frames.owners(spec.source, labels)
    return tuple(
        _text(frames, spec, label, str(owner), None if owner == own[label] else cities.get(own[label]))
        for label, owner in zip(owners.index.tolist(), owners, strict=True)
    )


def _tables(frames: Frames, spec: TableSpec, edition: Edition, cities: Mapping[str, Place]) -> tuple[TableFinding, ...]:
    import pandas as pd

    labels = pd.Index(select(frames, spec.source, spec.where, spec.period, edition))
    if spec.order:
        labels = frames.follow(spec.source, spec.order, labels).sort_values(kind="stable").index
    keys = frames.follow(spec.source, spec.row, labels)
    owner = frames.project.source(spec.source).recipient
    groups: list[tuple[str | None, pd.Series]] = [(None, keys)]
    if owner:
        owners = frames.owners(spec.source, labels)
        groups += [(str(name), keys.loc[group.index]) for name, group in owners.groupby(owners, sort=True)]
    return tuple(TableFinding(spec.code, name, _rows(frames, spec, group, cities)) for name, group in groups)


def _rows(frames: Frames, spec: TableSpec, keys: pd.Series, cities: Mapping[str, Place]) -> tuple[TableRow, ...]:
    """A row for each key, in the order in which the keys first come."""
    firsts = keys.drop_duplicates().dropna()
    sizes = keys.value_counts()
    columns = [_cells(frames, spec, number, keys, firsts, cities) for number in range(len(spec.columns))]
    cells = zip(*columns, strict=True)
    return tuple(TableRow(tuple(row), int(sizes[key])) for row, key in zip(cells, firsts, strict=True))


def _cells(  # noqa: PLR0913, PLR0917  one column over one recipient's rows
    frames: Frames, spec: TableSpec, number: int, keys: pd.Series, firsts: pd.Series, cities: Mapping[str, Place]
) -> list[FieldValue]:
    column = spec.columns[number]
    if column.distinct:
        counts = frames.follow(spec.source, column.distinct, keys.index).groupby(keys).nunique()
        return [int(counts[key]) for key in firsts]
    return field_values(frames, spec.source, (column.path or spec.row,), firsts.index, cities)


def _text(frames: Frames, spec: TextSpec, label: int, owner: str, about: Place | None) -> CityText:
    import pandas as pd

    index = pd.Index([label])
    source = frames.project.source(spec.source)
    part = frames.follow(source.name, spec.part, index).iloc[0]
    texts = field_values(frames, source.name, (spec.text,), index, {})[0]
    address = row_address(frames, source.name, label)
    return CityText(owner, str(part), texts if isinstance(texts, Texts) else Texts(), address, about)
