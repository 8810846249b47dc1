"""Small multiples put together: figures that are finished, as panels under their own titles."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from reportgen.model.documents import FigureFact
from reportgen.model.figures import AnyChart, Lines, Multiples, Panel
from reportgen.press.figures.bars import is_compared
from reportgen.press.figures.composed import Composed, Data, Telling, spoken

NARROWEST_OF_THREE = 136  # mm; below, three panels beside one another have no room for their words
ABSENT = "–"


def compose_multiples(fact: FigureFact, telling: Telling, panels: tuple[Composed | None, ...]) -> Composed | None:
    """The panels that have something to show, on one scale; None where none has.

    A panel without values is not drawn, and the note says which.
    """
    drawn = tuple(panel for panel in panels if panel is not None)
    if not drawn:
        return None
    chart = Multiples(
        code=fact.spec.code,
        language=telling.language,
        alt=spoken(f"{telling.told.title}.", *(panel.chart.alt for panel in drawn)),
        width_mm=fact.spec.width_mm,
        panels=tuple(_panel(panel) for panel in drawn),
        columns=_columns(len(drawn), fact.spec.width_mm),
    )
    notes = (telling.words["panels_absent"] if len(drawn) < len(panels) else "", *dict.fromkeys(p.note for p in drawn))
    composed = telling.finish(fact, chart, _data(drawn, telling), *notes)
    said = telling.words["compared"] if is_compared(chart) else ""
    return replace(composed, caption=spoken(composed.caption, said), attached=all(panel.attached for panel in drawn))


def _panel(composed: Composed) -> Panel:
    """The chart under its title; a single line is not named again at its end."""
    chart: AnyChart = replace(composed.chart, title=composed.title)
    if isinstance(chart, Lines) and len(chart.lines) == 1:
        chart = replace(chart, lines=(replace(chart.lines[0], name=""),))
    return cast("Panel", chart)  # the project's checks refuse panels of panels


def _columns(count: int, width_mm: float) -> int:
    """Two beside one another, or three where they fill their rows and have room."""
    return 3 if count % 3 == 0 and width_mm >= NARROWEST_OF_THREE else min(count, 2)


def _data(panels: tuple[Composed, ...], telling: Telling) -> Data:
    """The panels' tables below one another under the heads of all; a panel of one row is named by its title."""
    heads = tuple(dict.fromkeys(head for panel in panels for head in panel.headers[1:]))
    single = all(len(panel.rows) == 1 for panel in panels)
    rows = []
    for panel in panels:
        for row in panel.rows:
            cells = dict(zip(panel.headers[1:], row[1:], strict=True))
            names = (panel.title,) if single else (panel.title, row[0])
            rows.append((*names, *(cells.get(head, ABSENT) for head in heads)))
    first = (telling.words["figure_panel"], *(() if single else (panels[0].headers[0],)))
    receipts = tuple(dict.fromkeys(one for panel in panels for one in panel.receipts))
    return Data((*first, *heads), tuple(rows), receipts)
