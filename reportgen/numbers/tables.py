"""Tables for each recipient: a row for each activity it took part in, and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.model.findings import CityText, FieldValue, TableFinding, TableRow
from reportgen.model.spec import Edition, Period, TableColumn, TableSpec, Texts, TextSpec
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
    """The network's table, then those of all recipients in one pass, by id."""
    import pandas as pd

    labels = pd.Index(select(frames, spec.source, spec.where, spec.period, edition))
    if spec.order:
        labels = frames.follow(spec.source, spec.order, labels).sort_values(kind="stable").index
    whole = _by_owner(frames, spec, pd.Series("", index=labels), cities)
    found = [TableFinding(spec.code, None, whole.get("", ()))]
    if frames.project.source(spec.source).recipient and len(labels):
        owned = _by_owner(frames, spec, frames.owners(spec.source, labels), cities)
        found += [TableFinding(spec.code, owner, owned[owner]) for owner in sorted(owned)]
    return tuple(found)


def _by_owner(
    frames: Frames, spec: TableSpec, owners: pd.Series, cities: Mapping[str, Place]
) -> dict[str, tuple[TableRow, ...]]:
    """The rows of each owner's table: one for each key, in the order in which the keys first come."""
    import pandas as pd

    labels = owners.index
    pairs = pd.DataFrame({"owner": owners.to_numpy(), "key": frames.follow(spec.source, spec.row, labels).to_numpy()})
    known = pairs.dropna()
    firsts = known.drop_duplicates()
    sizes = known.groupby(["owner", "key"], sort=False).size()
    columns = [_cells(frames, spec, column, Pairs(known, firsts, labels), cities) for column in spec.columns]
    rows: dict[str, list[TableRow]] = {str(owner): [] for owner in owners.dropna().unique()}
    for owner, size, *cells in zip(firsts["owner"], sizes, *columns, strict=True):
        rows[str(owner)].append(TableRow(tuple(cells), int(size)))
    return {owner: tuple(found) for owner, found in rows.items()}


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every row's owner and key, the first row of each pair, and the labels of the source's rows by position."""

    known: pd.DataFrame
    firsts: pd.DataFrame
    labels: pd.Index


def _cells(
    frames: Frames, spec: TableSpec, column: TableColumn, pairs: Pairs, cities: Mapping[str, Place]
) -> list[FieldValue]:
    """One column's cell for each pair."""
    if column.distinct:
        counted = frames.follow(spec.source, column.distinct, pairs.labels[pairs.known.index])
        whats = pairs.known.assign(what=counted.to_numpy())
        return [int(n) for n in whats.groupby(["owner", "key"], sort=False)["what"].nunique()]
    labels = pairs.labels[pairs.firsts.index]
    return field_values(frames, spec.source, (column.path or spec.row,), labels, cities)


def _text(frames: Frames, spec: TextSpec, label: int, owner: str, about: Place | None) -> CityText:
    import pandas as pd

    index = pd.Index([label])
    source = frames.project.source(spec.source)
    part = frames.follow(source.name, spec.part, index).iloc[0]
    texts = field_values(frames, source.name, (spec.text,), index, {})[0]
    address = row_address(frames, source.name, label)
    return CityText(owner, str(part), texts if isinstance(texts, Texts) else Texts(), address, about)
