"""Each figure made to stand alone: number, title, source line, definitions, chart, its data as table and as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportgen.model.annexes import Datum, Definition, Grid, Standing
from reportgen.model.documents import FigureFact
from reportgen.model.findings import Observation
from reportgen.model.records import PrintedValue
from reportgen.press.annex.figure_tables import figure_table
from reportgen.press.annex.voice import Voice
from reportgen.press.figures.composed import Composed

CODE = re.compile(r"(?P<indicator>[\w.]+)(?:\[(?P<dimension>[^=]+)=(?P<category>.*)\])?", re.DOTALL)
NOT_RECORDED = "not recorded"
Halves = Mapping[tuple[str, str], Observation]  # of the ratios, by indicator and period


def stand(
    number: int, fact: FigureFact, composed: Composed, known: tuple[Mapping[str, Definition], Halves, str], voice: Voice
) -> Standing:
    """The figure with its number; `known` are the definitions by indicator, the ratios' halves, and the data's day."""
    definitions, halves, taken = known
    grid = figure_table(fact, composed.title, voice)
    grid = replace(grid, printed=(*grid.printed, *composed.said))
    told = tuple(definitions[code] for code in _indicators(fact) if code in definitions)
    sources = dict.fromkeys(definition.source for definition in told) or {fact.evidence.source: None}
    return Standing(
        number=number,
        code=fact.spec.code,
        title=composed.title,
        caption=composed.caption,
        note=composed.note,
        source=f"{voice.words['counted_source']}: {', '.join(sources)}. {taken}.",
        definitions=told,
        chart=composed.chart,
        grid=grid,
        data=tuple(_data(grid, halves)),
    )


def _indicators(fact: FigureFact) -> tuple[str, ...]:
    """The indicators that the figure shows, its panels' too, each once."""
    own = () if fact.table else tuple(fact.spec.indicators)
    return tuple(dict.fromkeys((*own, *(code for panel in fact.panels for code in _indicators(panel)))))


def _data(grid: Grid, halves: Halves) -> Iterator[Datum]:
    """A row for each value of the table; the values are the table's own, so that no two can differ."""
    for row in grid.rows:
        for cell in row:
            if cell.receipt is not None and (cell.value is None or isinstance(cell.value, int | float)):
                yield _datum(grid.printed[cell.receipt], cell.value, row[0].shown, halves)


def _datum(value: PrintedValue, number: float | None, label: str, halves: Halves) -> Datum:
    found = CODE.fullmatch(value.code)
    parts = found.groupdict() if found else {"indicator": value.code, "dimension": None, "category": None}
    seen = halves.get((value.code, value.period))
    category = parts["category"] or ""
    return Datum(
        indicator=parts["indicator"] or "",
        scope=value.scope,
        dimension=parts["dimension"] or "",
        category="" if category == NOT_RECORDED else category,
        label=label,
        period=value.period,
        value=number,
        unit=value.unit,
        rows=value.rows,
        numerator=seen.numerator if seen else None,
        denominator=seen.denominator if seen else None,
    )
