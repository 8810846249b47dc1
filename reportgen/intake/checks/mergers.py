"""Mergers: a city that names its successor, held against itself, its last day and the successors of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.intake.sheets import Fault, error, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportgen.intake.checks.columns import Joined, Typed
    from reportgen.model.spec import RecipientsSpec
    from reportgen.model.tables import Issue


def follow(spec: RecipientsSpec, joined: Joined, typed: Mapping[str, Typed]) -> Iterator[Issue]:
    """An error at each successor that is the city itself, has no day to begin on, or leads back to where it began."""
    if spec.successor is None or spec.member_to is None:
        return
    heirs = _heirs(joined, typed, spec.successor)
    last_days, faults = typed[spec.member_to], {row for row, _ in typed[spec.member_to].faulty()}
    for row, (city, heir) in heirs.items():
        where = joined.address(spec.successor, row)
        circle = _circle(city, dict(heirs.values()))
        if city == heir:
            mend = "write the city it became part of, or leave the cell empty"
            yield error(where, Fault("own_successor", f"{shown(city)} is merged into itself", mend))
        elif circle and city == min(circle):
            what = f"{' → '.join((*circle, city))}: each is merged into the next, and no city is left"
            yield error(where, Fault("successor_circle", what, "empty the cell of the one that still is a city"))
        if last_days.at(row) is None and row not in faults:
            header = next(column.header for column in joined.source.columns if column.name == spec.member_to)
            what = f"{shown(city)} is merged into {shown(heir)}, and has no last day of its own"
            yield error(where, Fault("successor_without_day", what, f"write the day in {header}, or empty this cell"))


def _heirs(joined: Joined, typed: Mapping[str, Typed], successor: str) -> dict[int, tuple[str, str]]:
    """The city and its successor in each row that names one."""
    ids, heirs = typed[joined.source.key[0]], typed[successor]
    rows = ((row, ids.at(row), heirs.at(row)) for row in range(len(joined.numbers)))
    return {row: (str(city), str(heir)) for row, city, heir in rows if city is not None and heir is not None}


def _circle(city: str, heirs: Mapping[str, str]) -> tuple[str, ...]:
    """The cities from this one on until it comes again; none where it does not."""
    seen = [city]
    while (heir := heirs.get(seen[-1])) is not None and heir not in seen:
        seen.append(heir)
    return tuple(seen) if heir == city and len(seen) > 1 else ()
