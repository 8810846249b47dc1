"""Which chart is laid out by which module."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportgen.model.figures import (
    AnyChart,
    Bars,
    Bullet,
    Lines,
    Multiples,
    NordicMap,
    Panel,
    Slope,
    StackedBars,
    Strip,
    Timeline,
)
from reportgen.press.charts import (
    bullets,
    grouped,
    lines,
    maps,
    multiples,
    slopes,
    stacked,
    strips,
    timelines,
)
from reportgen.press.charts.layout import Layout
from reportgen.press.charts.style import Style

# Each takes its own kind and peers of it, which a mapping from types cannot say.
KINDS: Mapping[type, Callable[[Any, Style, Sequence[Any]], Layout]] = {
    Bars: grouped.lay_out,
    StackedBars: stacked.lay_out,
    Lines: lines.lay_out,
    Slope: slopes.lay_out,
    Strip: strips.lay_out,
    Bullet: bullets.lay_out,
    Timeline: timelines.lay_out,
    NordicMap: maps.lay_out,
}


def lay_out(chart: AnyChart, style: Style) -> Layout:
    """The chart laid out by the module of its kind."""
    if isinstance(chart, Multiples):
        return multiples.lay_out(chart, style, _panel)
    return _panel(chart, style, ())


def _panel(chart: Panel, style: Style, peers: Sequence[Panel]) -> Layout:
    return KINDS[type(chart)](chart, style, peers)
