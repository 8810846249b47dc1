"""A laid-out chart becomes SVG; the only module that paints."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportgen.press.charts.layout import Layout, Role, Stroke
from reportgen.press.charts.style import INK, MARK, PAPER, SOFT, Style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

POINTS_PER_INCH = 72.0
CASING = 1.8


def paint(layout: Layout, style: Style) -> bytes:
    """The chart as SVG: one axes over the whole canvas, measured in points, the origin at the upper left."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(fname=style.settings):
        figure = Figure(figsize=(layout.width / POINTS_PER_INCH, layout.height / POINTS_PER_INCH))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, layout.width), ylim=(layout.height, 0))
        for stroke in layout.strokes:
            _paint_stroke(axes, stroke, style)
        _paint_labels(axes, layout, style)
        picture = BytesIO()
        figure.savefig(picture, format="svg", metadata={"Date": None, "Creator": None})
    return picture.getvalue()


def _paint_stroke(axes: Axes, stroke: Stroke, style: Style) -> None:
    colours = {Role.BAR: style.accent, Role.COMPARE: MARK, Role.NOT_RECORDED: SOFT, Role.AXIS: INK}
    xs, ys = (stroke.x, stroke.x2), (stroke.y, stroke.y2)
    if stroke.role is Role.COMPARE:
        # White on both sides, so that the mark is seen on a bar too, whatever the accent.
        axes.plot(xs, ys, color=PAPER, linewidth=stroke.breadth + CASING, clip_on=False)
    dashes = (0, (1.0, 2.0)) if stroke.role is Role.NOT_RECORDED else "solid"
    axes.plot(xs, ys, color=colours[stroke.role], linewidth=stroke.breadth, linestyle=dashes, clip_on=False)


def _paint_labels(axes: Axes, layout: Layout, style: Style) -> None:
    for label in layout.labels:
        axes.text(
            label.x,
            label.y,
            label.text,
            color=label.colour,
            fontproperties=style.font(label.face, label.size),
            ha="left",
            va="baseline",
        )
