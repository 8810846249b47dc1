"""Lists and records: the values and rows that the text names rather than counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reportgen.model.findings import Entry, FieldValue, Interval, Listing, Record
from reportgen.model.spec import Edition, ListingSpec, Pick, RecordSpec, Texts
from reportgen.numbers.plain import plain
from reportgen.numbers.recipients import places
from reportgen.numbers.rows import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from reportgen.model.findings import Place
    from reportgen.numbers.frames import Frames


def list_values(frames: Frames, edition: Edition) -> tuple[Listing, ...]:
    """Every declared list, for the network and for each recipient that has rows in it."""
    cities = places(frames)
    return tuple(listing for spec in frames.project.listings for listing in _listings(frames, spec, edition, cities))


def record_rows(frames: Frames, edition: Edition) -> tuple[Record, ...]:
    """Every declared record, with the row or rows that answer to it."""
    cities = places(frames)
    return tuple(_record(frames, spec, edition, cities) for spec in frames.project.records)


def _listings(frames: Frames, spec: ListingSpec, edition: Edition, cities: Mapping[str, Place]) -> list[Listing]:
    rows = _ordered(frames, spec, edition, spec.order or spec.value)
    values = frames.follow(spec.source, spec.value, rows).dropna()
    is_place = _refers_to_recipients(frames, spec.source, spec.value)
    owner = frames.project.source(spec.source).recipient
    groups: list[tuple[str | None, pd.Series]] = [(None, values)]
    if owner:
        owners = frames.owners(spec.source, values.index)
        groups += [(str(key), values.loc[group.index]) for key, group in owners.groupby(owners, sort=True)]
    return [
        Listing(
            spec.code,
            key,
            tuple(cities[str(v)] if is_place else v for v in dict.fromkeys(plain(cell) for cell in group)),
            len(group),
            ordered=spec.order is not None,
        )
        for key, group in groups
    ]


def _ordered(frames: Frames, spec: ListingSpec | RecordSpec, edition: Edition, order: str | None) -> pd.Index:
    """The labels of the chosen rows in the declared order; ties keep the order of the sheets."""
    import pandas as pd

    labels = pd.Index(select(frames, spec.source, spec.where, spec.period, edition))
    if not order:
        return labels
    values = frames.follow(spec.source, order.removeprefix("-"), labels)
    # a row of which the order is not recorded is never the one that is picked: first where the last is taken
    unknown: Literal["first", "last"] = "first" if isinstance(spec, RecordSpec) and spec.pick is Pick.LAST else "last"
    return values.sort_values(ascending=not order.startswith("-"), kind="stable", na_position=unknown).index


def _record(frames: Frames, spec: RecordSpec, edition: Edition, cities: Mapping[str, Place]) -> Record:
    labels = _ordered(frames, spec, edition, spec.order)
    match spec.pick:
        case Pick.FIRST:
            labels = labels[:1]
        case Pick.LAST:
            labels = labels[-1:]
        case Pick.ALL:
            pass
    fields = {name: field_values(frames, spec.source, columns, labels, cities) for name, columns in spec.fields}
    return Record(
        spec.code,
        tuple(
            Entry(tuple((name, values[i]) for name, values in fields.items()), row_address(frames, spec.source, label))
            for i, label in enumerate(labels)
        ),
    )


def row_address(frames: Frames, source: str, label: int) -> str:
    """Where a row stands: file › sheet › row."""
    return str(frames.address(source, label))


def field_values(
    frames: Frames, source: str, columns: tuple[str, ...], labels: pd.Index, cities: Mapping[str, Place]
) -> list[FieldValue]:
    """One field of the rows with these labels: a column's values, an interval of two, a city, a text by language."""
    if len(columns) == 2:  # noqa: PLR2004  two date columns make an interval
        firsts, lasts = (_values(frames, source, column, labels) for column in columns)
        return [_interval(first, last) for first, last in zip(firsts, lasts, strict=True)]
    path = columns[0]
    languages = [column.language for column in frames.columns(source, path) if column.language]
    if languages and not _names_language(frames, source, path):
        by_language = [(code, _values(frames, source, f"{path}.{code}", labels)) for code in languages]
        return [Texts(tuple((code, str(v[i])) for code, v in by_language if v[i])) for i in range(len(labels))]
    values = _values(frames, source, path, labels)
    if _refers_to_recipients(frames, source, path):
        return [cities.get(str(value)) for value in values]
    return values


def _names_language(frames: Frames, source: str, path: str) -> bool:
    """Whether a path ends in one language of a text, as `city.name.en` does."""
    return any(f".{path}".endswith(f".{column.name}") for column in frames.columns(source, path))


def _interval(first: FieldValue, last: FieldValue) -> Interval | None:
    from datetime import date

    if not isinstance(first, date):
        return None
    return Interval(first, last if isinstance(last, date) else first)


def _values(frames: Frames, source: str, path: str, labels: pd.Index) -> list[FieldValue]:
    return [plain(value) for value in frames.follow(source, path, labels)]


def _refers_to_recipients(frames: Frames, source: str, path: str) -> bool:
    columns = frames.columns(source, path)
    return bool(columns) and columns[0].refers_to == frames.project.recipients.source
