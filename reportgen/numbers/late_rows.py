"""Rows that still name a city after it became part of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.model.tables import Issue, Severity
from reportgen.numbers.mergers import read_mergers
from reportgen.numbers.plain import plain
from reportgen.numbers.recipients import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportgen.model.findings import Place
    from reportgen.model.spec import Source
    from reportgen.numbers.frames import Frames
    from reportgen.numbers.mergers import Merger


def check_late_rows(frames: Frames) -> tuple[Issue, ...]:
    """A warning at each row that is a merged city's and dated after its merger: it counts as the successor's."""
    mergers = read_mergers(frames.project, frames.tables)
    if not mergers:
        return ()
    cities = places(frames)
    sources = (source for source in frames.project.sources if source.recipient and source.name in frames.tables)
    return tuple(issue for source in sources for merger in mergers for issue in _late(frames, source, merger, cities))


def _late(frames: Frames, source: Source, merger: Merger, cities: dict[str, Place]) -> Iterator[Issue]:
    import numpy as np
    import pandas as pd

    path = source.recipient or ""
    column = path.partition(".")[0]
    own = frames.coded(source.name, path)
    if source.date:
        when = frames.coded(source.name, source.date)
        late = when.typed >= pd.Timestamp(merger.day)
    elif source.year:
        when = frames.coded(source.name, source.year)
        late = when.typed > merger.day.year
    else:
        return
    old, new = (_named(cities, id_) for id_ in (merger.city, merger.successor))
    rows = np.flatnonzero(own.codes == own.code(merger.city))
    for label in rows[when.spread(np.asarray(late.fillna(value=False).astype(bool)), rows)].tolist():
        where = frames.address(source.name, label, column)
        day = plain(when.distinct[when.codes[label]])
        what = f"{old} has been part of {new} since {merger.day}, and this row is of {day}"
        yield Issue("merged_city", Severity.WARNING, where, what, f"write {new}, to whom it is counted")


def _named(cities: dict[str, Place], id_: str) -> str:
    place = cities.get(id_)
    return place.name.read("en") or id_ if place else id_
