"""Where matplotlib itself puts the letters: on the canvas, and none on another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.transforms import Bbox

from reportgen.model.figures import AnyChart
from reportgen.press.charts import canvas, kinds
from reportgen.press.charts.layout import Layout
from reportgen.press.charts.style import open_style
from tests.unit.press.charts import samples

STYLE = open_style(samples.TEMPLATES, samples.ACCENT)
# Side bearings and rounding, in points.
SLACK = 0.6


def boxes(layout: Layout) -> list[tuple[str, Bbox]]:
    """Every text of the chart with its extent in points, the origin at the lower left."""
    with canvas.composed(layout, STYLE) as figure:
        figure.set_dpi(288)
        renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]  # matplotlib's
        found = [(text.get_text(), text.get_window_extent(renderer)) for text in figure.axes[0].texts]
    return [(text, Bbox(box.get_points() / 4)) for text, box in found]


def meet(one: Bbox, other: Bbox) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    upright = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(across > SLACK and upright > SLACK)


@pytest.mark.parametrize("language", samples.ROLES)
@pytest.mark.parametrize(
    ("kind", "width_mm"),
    # A bullet's three columns of numbers need more than 90 mm: test_refused.py holds what is said then.
    [(kind, width) for kind in samples.KINDS for width in (90, 108, 164) if (kind, width) != (samples.bullet, 90)],
)
def test_no_text_leaves_the_canvas_or_meets_another(
    kind: Callable[[str, float], AnyChart], width_mm: float, language: str
) -> None:
    layout = kinds.lay_out(kind(language, width_mm), STYLE)
    found = boxes(layout)
    assert layout.width == pytest.approx(width_mm * 72 / 25.4)
    outside = [
        text
        for text, box in found
        if box.x0 < -SLACK or box.y0 < -SLACK or box.x1 > layout.width + SLACK or box.y1 > layout.height + SLACK
    ]
    assert not outside
    assert not [(one[0], other[0]) for one, other in combinations(found, 2) if meet(one[1], other[1])]


@pytest.mark.parametrize("kind", samples.KINDS)
def test_every_drawn_thing_lies_on_the_canvas(kind: Callable[[str], AnyChart]) -> None:
    layout = kinds.lay_out(kind("fi"), STYLE)
    with canvas.composed(layout, STYLE) as figure:
        figure.set_dpi(72)
        FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]  # matplotlib's
        drawn = [artist.get_window_extent() for artist in (*figure.axes[0].lines, *figure.axes[0].patches)]
    assert drawn
    assert min(box.x0 for box in drawn) > -1
    assert min(box.y0 for box in drawn) > -1
    assert max(box.x1 for box in drawn) < layout.width + 1
    assert max(box.y1 for box in drawn) < layout.height + 1


@pytest.mark.parametrize("kind", samples.KINDS)
def test_every_name_and_number_is_printed(kind: Callable[[str], AnyChart]) -> None:
    printed = " ".join(label.text for label in kinds.lay_out(kind("fi"), STYLE).labels).split()
    names = {
        "strip": ("Helsinki – Helsingfors 5", "ei kirjattu", "median 3", "400"),
        "nordic_map": (*samples.PLACES, "388", "ei kirjattu", "Färsaaret"),
        "area": (samples.ROLES["fi"][0], "157", "ei kirjattu"),
        "timeline": ("14.6.", "8.3.", "Pohjoismaiset", *samples.ROLES["fi"]),
    }
    for text in names.get(kind.__name__, (*samples.ROLES["fi"][:2], "ei kirjattu")):
        assert set(text.split()) <= set(printed), text
