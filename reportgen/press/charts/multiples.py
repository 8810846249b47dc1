"""Small multiples: charts of one kind beside and below one another, on one scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportgen.errors import TemplateError
from reportgen.model.figures import Multiples, Panel
from reportgen.press.charts import scales
from reportgen.press.charts.layout import Label, Layout
from reportgen.press.charts.style import Style
from reportgen.press.charts.texts import LEADING, pens

GUTTER_MM = 8.0
ROW_GAP = 16.0
TITLE_GAP = 7.0
TITLE_RISE = 2.0

LayOut = Callable[[Panel, Style, Sequence[Panel]], Layout]


def lay_out(chart: Multiples, style: Style, lay_out_panel: LayOut) -> Layout:
    """The panels from left to right and from above, each below its title, those of a row on one level.

    Panels of different kinds have no scale in common: a `TemplateError`.
    """
    kinds = {type(panel).__name__ for panel in chart.panels}
    if len(kinds) > 1:
        message = (
            f"figure {chart.code}: small multiples are of one kind, these are {' and '.join(sorted(kinds))}; part them"
        )
        raise TemplateError(message)
    columns = max(chart.columns, 1)
    width_mm = (chart.width_mm - (columns - 1) * GUTTER_MM) / columns
    scales.refuse_narrow(chart, width_mm, 1.0)
    panels = [replace(panel, width_mm=width_mm) for panel in chart.panels]
    layouts = [lay_out_panel(panel, style, panels) for panel in panels]
    titles = [_title(panel, style) for panel in panels]
    placed: list[Layout] = []
    top = 0.0
    for first in range(0, len(panels), columns):
        row = slice(first, first + columns)
        head = max(len(lines) for lines in titles[row]) * LEADING + TITLE_GAP + TITLE_RISE
        for number, (layout, lines) in enumerate(zip(layouts[row], titles[row], strict=True)):
            x = number * (width_mm + GUTTER_MM) * scales.POINTS_PER_MM
            placed += [layout.moved(x, top + head), _titled(lines, style).moved(x, top + head - TITLE_GAP)]
        top += head + max(layout.height for layout in layouts[row]) + ROW_GAP
    return _joined(scales.points(chart), max(top - ROW_GAP, LEADING), placed)


def _title(panel: Panel, style: Style) -> tuple[str, ...]:
    return pens(style)[1].lines(panel.title, scales.points(panel)) if panel.title else ()


def _titled(lines: Sequence[str], style: Style) -> Layout:
    """The title's lines, ending at the level 0."""
    pen = pens(style)[1]
    labels: list[Label] = [
        pen.left(line, 0.0, -3.0 - (len(lines) - 1 - number) * LEADING) for number, line in enumerate(lines)
    ]
    return Layout(0.0, 0.0, (), tuple(labels))


def _joined(width: float, height: float, layouts: Sequence[Layout]) -> Layout:
    return Layout(
        width,
        height,
        tuple(stroke for layout in layouts for stroke in layout.strokes),
        tuple(label for layout in layouts for label in layout.labels),
        tuple(mark for layout in layouts for mark in layout.marks),
    )
