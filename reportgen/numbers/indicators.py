"""Every indicator for the network and every recipient, whole and in parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from reportgen.model.findings import Finding, Number, Observation
from reportgen.model.spec import Aggregation, Edition, Indicator
from reportgen.numbers.ledger import Book, city_ledger, network_ledger
from reportgen.numbers.measures import Grid, amount
from reportgen.numbers.plain import category as category_of
from reportgen.numbers.ratios import nothing, ratio
from reportgen.numbers.rows import has_begun, interval, select

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from reportgen.numbers.frames import Frames
    from reportgen.numbers.ledger import Ledger


@dataclass(frozen=True, slots=True)
class _Sum:
    """What an indicator comes to in the cells that have lines: the value and the number of lines, by cell."""

    indicator: Indicator
    found: Mapping[int, tuple[Number | None, int]]

    def observation(self, cell: int, recipient: str | None, part: tuple[str, str | None] | None = None) -> Observation:
        value, rows = self.found.get(cell) or (nothing(self.indicator), 0)
        return Observation(self.indicator.code, recipient, value, rows, *(part or ()))


def measure(frames: Frames, edition: Edition) -> tuple[Finding, ...]:
    """The findings of all indicators for one edition, in the project file's order; ratios from their halves."""
    project = frames.project
    found = {i.code: _finding(frames, i, edition) for i in project.indicators if i.source}
    done = {i.code: _as_recorded(i, found) for i in project.indicators if i.source}
    for indicator in project.indicators:
        if indicator.measure.aggregation is Aggregation.RATIO:
            done[indicator.code] = ratio(project, indicator, done)
    return tuple(done[indicator.code] for indicator in project.indicators)


def _finding(frames: Frames, indicator: Indicator, edition: Edition) -> Finding:
    ledgers = _ledgers(frames, indicator.source)
    recipients = _recipient_ids(frames) if len(ledgers) > 1 else ()
    established = frames.project.publisher.established
    period = interval(indicator.period, edition, established)
    if not has_begun(indicator.period, edition, established):
        none = tuple(Observation(indicator.code, recipient, None, 0) for recipient in (None, *recipients))
        return Finding(indicator.code, period, none)
    chosen = select(frames, indicator.source, indicator.where, indicator.period, edition)
    lines = [(ledger, ledger.lines(chosen)) for ledger in ledgers]
    found = [one for ledger, those in lines for one in _wholes(indicator, ledger, those, recipients)]
    for dimension in indicator.by:
        by = (dimension, frames.columns(indicator.source, dimension)[0].allowed)
        found += [one for ledger, those in lines for one in _parts(indicator, ledger, those, by)]
    return Finding(indicator.code, period, tuple(found))


def _ledgers(frames: Frames, source: str) -> tuple[Ledger, ...]:
    """The network's ledger, and that of the cities where the rows are anybody's; written once."""
    if source not in frames.ledgers:
        spec = frames.project.source(source)
        book = Book(partial(frames.coded, source), frames.size(source), spec.date)
        cities = (city_ledger(book, spec.recipient, frames.lines),) if spec.recipient else ()
        frames.ledgers[source] = (network_ledger(book), *cities)
    return frames.ledgers[source]


def _recipient_ids(frames: Frames) -> tuple[str, ...]:
    source = frames.project.source(frames.project.recipients.source)
    return tuple(sorted(str(id_) for id_ in frames.tables[source.name].columns[source.key[0]]))


def _wholes(
    indicator: Indicator, ledger: Ledger, lines: NDArray[np.intp], recipients: tuple[str, ...]
) -> list[Observation]:
    """The network's value, or each recipient's own."""
    import numpy as np

    found = _summed(indicator, Grid(ledger, lines, np.zeros(len(lines), dtype=np.intp), 1))
    if ledger.is_networks:
        return [found.observation(0, None)]
    place = {city: number for number, city in enumerate(ledger.cities)}
    return [found.observation(place.get(recipient, -1), recipient) for recipient in recipients]


def _parts(
    indicator: Indicator, ledger: Ledger, lines: NDArray[np.intp], by: tuple[str, tuple[str, ...]]
) -> list[Observation]:
    """The network, or each recipient that has rows, split by a dimension, whose allowed values are given with it."""
    import numpy as np

    dimension, allowed = by
    column = ledger.book.column(dimension)
    width = len(column.distinct) + 1  # the last is the place of what is not recorded
    place = ledger.codes(column, lines) % width
    found = _summed(indicator, Grid(ledger, lines, place.astype(np.intp), width))
    categories = _categories(column.distinct, {cell % width for cell in found.found}, allowed)
    observations = []
    for owner, recipient in _owners(ledger, {cell // width for cell in found.found}):
        start = owner * width
        parts = categories if start + width - 1 in found.found else categories[:-1]
        observations += [found.observation(start + at if at >= 0 else -1, recipient, (dimension, c)) for c, at in parts]
    return observations


def _categories(distinct: Any, present: set[int], allowed: tuple[str, ...]) -> list[tuple[str | None, int]]:  # noqa: ANN401  values of one kind, which have an order
    """The categories by name and place: those allowed, then the others that occur, then the not recorded."""
    place = {distinct[code]: code for code in present if code < len(distinct)}
    others = sorted(value for value in place if value not in allowed)
    named = [(category_of(value), place.get(value, -1)) for value in (*allowed, *others)]
    return [*named, (None, len(distinct))]


def _owners(ledger: Ledger, present: set[int]) -> list[tuple[int, str | None]]:
    """Whose lines there are, by id; lines whose recipient is not recorded are the network's alone."""
    if ledger.is_networks:
        return [(0, None)] if present else []
    owners = {n: str(ledger.cities[n]) for n in present if n < len(ledger.cities)}
    return [(n, owners[n]) for n in sorted(owners, key=owners.__getitem__)]


def _summed(indicator: Indicator, grid: Grid) -> _Sum:
    import numpy as np

    cells = grid.cells
    values, lines = amount(indicator.measure, grid, cells), np.bincount(cells, minlength=grid.size).tolist()
    return _Sum(indicator, {cell: (values[cell], count) for cell, count in enumerate(lines) if count})


def _as_recorded(indicator: Indicator, found: Mapping[str, Finding]) -> Finding:
    """The finding, in which a recipient with 0 is not recorded if it has some of what is counted beside it."""
    finding = found[indicator.code]
    if indicator.not_recorded_beside is None:
        return finding
    beside = found[indicator.not_recorded_beside].observations
    counted = {o.recipient for o in beside if o.recipient and o.dimension is None and o.value}
    unknown = {o.recipient for o in finding.observations if o.dimension is None and o.value == 0} & counted
    observations = (replace(o, value=None) if o.recipient in unknown else o for o in finding.observations)
    return replace(finding, observations=tuple(observations))
