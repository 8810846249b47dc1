"""A drawing knows nothing of those before it: the same figure is the same bytes in any order, whatever went wrong."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache

import matplotlib as mpl
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.figures import AnyChart
from reportgen.press.charts import canvas, draw, draw_svg, kinds
from reportgen.press.charts.settings import read_settings
from reportgen.press.charts.style import extent, open_style
from tests.unit.press.charts.samples import ACCENT, TEMPLATES, every

CHARTS: dict[str, AnyChart] = runpy.run_path(str(TEMPLATES.parent / "docs" / "make_gallery.py"))["charts"]() | every()
Way = Callable[[AnyChart], bytes]


def on_the_page(chart: AnyChart) -> bytes:
    return draw(chart, TEMPLATES, ACCENT)


def in_another_colour(chart: AnyChart) -> bytes:
    return draw(chart, TEMPLATES, "#8A1538")


def alone(chart: AnyChart) -> bytes:
    return draw_svg(chart, TEMPLATES, ACCENT)


def unfinished(chart: AnyChart) -> bytes:
    """Nothing: half of the chart is written, and then comes what is no letter."""
    style = open_style(TEMPLATES, ACCENT)
    layout = kinds.lay_out(chart, style)
    half = len(layout.labels) // 2
    labels = [*layout.labels[:half], replace(layout.labels[half], text="\ud800"), *layout.labels[half + 1 :]]
    with suppress(TypeError):
        return canvas.paint(replace(layout, labels=tuple(labels)), style)
    return b""


DRAWINGS = st.tuples(
    st.sampled_from(sorted(CHARTS)), st.sampled_from([on_the_page, in_another_colour, alone, unfinished])
)


@cache
def first(name: str, way: Way) -> bytes:
    """The chart as it is drawn by who has never drawn or measured anything."""
    extent.cache_clear()
    read_settings.cache_clear()
    return way(CHARTS[name])


@settings(deadline=None, max_examples=40)
@given(st.lists(DRAWINGS, min_size=2, max_size=5))
def test_a_drawing_is_the_same_in_any_order(drawings: list[tuple[str, Way]]) -> None:
    expected = [first(name, way) for name, way in drawings]
    before = dict(mpl.rcParams.copy())
    forth = [way(CHARTS[name]) for name, way in drawings]
    back = [way(CHARTS[name]) for name, way in reversed(drawings)]
    assert forth == expected
    assert back == expected[::-1]
    assert dict(mpl.rcParams.copy()) == before


def test_a_drawing_that_failed_halfway_is_nothing_and_spoils_nothing() -> None:
    one, other = "bars", "multiples"
    expected = [first(one, on_the_page), first(other, on_the_page)]
    for chart in (one, other):
        assert unfinished(CHARTS[chart]) == b""
        assert [on_the_page(CHARTS[one]), on_the_page(CHARTS[other])] == expected
