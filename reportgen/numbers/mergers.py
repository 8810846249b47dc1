"""Cities that became part of another: to whom the rows under their old ids belong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.model.spec import Project
    from reportgen.model.tables import Table

Lines = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Merger:
    """A city that is part of `successor` from `day` on, the day after its last as a member."""

    city: str
    successor: str
    day: date


def read_mergers(project: Project, tables: Mapping[str, Table]) -> tuple[Merger, ...]:
    """Every merger that the recipients' source tells of, past or to come, in the order of its rows."""
    spec = project.recipients
    table = tables.get(spec.source)
    if table is None or spec.successor is None or spec.member_to is None:
        return ()
    key = project.source(spec.source).key[0]
    rows = zip(table.columns[key], table.columns[spec.successor], table.columns[spec.member_to], strict=True)
    return tuple(
        Merger(str(city), str(successor), last + timedelta(days=1))
        for city, successor, last in rows
        if successor and isinstance(last, date)
    )


def lines(mergers: tuple[Merger, ...], day: date) -> Lines:
    """For each city merged on or before `day`: itself, its successor, and so on; a circle ends where it closes."""
    following = {merger.city: merger.successor for merger in mergers if merger.day <= day}
    return {city: _line(city, following) for city in following}


def _line(city: str, following: Mapping[str, str]) -> tuple[str, ...]:
    line = [city]
    while (heir := following.get(line[-1])) is not None and heir not in line:
        line.append(heir)
    return tuple(line)
