"""A figure that is finished: what is drawn, what stands beside it, and the receipt of every number in it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.model.documents import Evidence, Figure
from reportgen.model.figures import AnyChart
from reportgen.model.findings import Number
from reportgen.model.records import PrintedValue


@dataclass(frozen=True, slots=True)
class Composed:
    """A chart with its title, caption, data as a table of words (headers × rows), and receipts."""

    code: str
    title: str
    caption: str
    chart: Figure | AnyChart
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    receipts: tuple[PrintedValue, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One number of a figure: whose it is, of which period, exact and as printed, and the rows behind it."""

    code: str
    scope: str
    label: str
    period: str
    value: Number | None
    shown: str
    rows: int


def receipt(evidence: Evidence, language: str, mark: Mark) -> PrintedValue:
    """The receipt of one number of a figure."""
    title = evidence.title.read(language)
    return PrintedValue(
        code=mark.code,
        scope=mark.scope,
        title=f"{title}: {mark.label}" if mark.label else title,
        definition=evidence.definition.read(language),
        exact="" if mark.value is None else str(mark.value),
        shown=mark.shown,
        unit=evidence.unit.read(language),
        period=mark.period,
        source=evidence.source,
        filter=evidence.filter,
        rows=mark.rows,
    )
