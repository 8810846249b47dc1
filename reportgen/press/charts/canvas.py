"""A laid-out chart becomes SVG, PNG or PDF; the only module that paints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from math import pi, sqrt
from typing import TYPE_CHECKING, Any

from reportgen.press.charts.layout import Area, Dot, Layout, Mark, Path, Role, Shape, Stroke
from reportgen.press.charts.standalone import Says, complete_svg, png_words
from reportgen.press.charts.style import INK, MARK, PAPER, SOFT, Style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

POINTS_PER_INCH = 72.0
PRINT_DPI = 300
NO_DATE = {"Date": None, "Creator": None}
CASING = 1.8
# matplotlib paints what has the same order as it came: marks over strokes, texts over both.
ABOVE, TOP = 3, 4
# Corners of shapes whose surface is that of the unit circle.
SQUARE = sqrt(pi) / 2
DIAMOND = sqrt(pi / 2)
TRIANGLE = sqrt(4 * pi / (3 * sqrt(3)))
CORNERS = {
    Shape.SQUARE: ((-SQUARE, -SQUARE), (SQUARE, -SQUARE), (SQUARE, SQUARE), (-SQUARE, SQUARE)),
    Shape.DIAMOND: ((0, -DIAMOND), (DIAMOND, 0), (0, DIAMOND), (-DIAMOND, 0)),
    Shape.TRIANGLE: ((0, -TRIANGLE), (TRIANGLE * sqrt(3) / 2, TRIANGLE / 2), (-TRIANGLE * sqrt(3) / 2, TRIANGLE / 2)),
}


def paint(layout: Layout, style: Style) -> bytes:
    """The chart as SVG: one axes over the whole canvas, measured in points, the origin at the upper left."""
    return _save(layout, style, "svg", NO_DATE)


def paint_svg(layout: Layout, style: Style, says: Says) -> bytes:
    """The chart as an SVG of its own, on white paper, with its title and alt text."""
    svg = _save(layout, style, "svg", NO_DATE, facecolor=PAPER, transparent=False)
    return complete_svg(svg.decode(), layout, says).encode()


def paint_png(layout: Layout, style: Style, says: Says) -> bytes:
    """The chart on white paper at 300 dots an inch; the words to the blind stand in the file's own text chunks."""
    words = {"pnginfo": png_words(says)}
    return _save(layout, style, "png", None, dpi=PRINT_DPI, facecolor=PAPER, transparent=False, pil_kwargs=words)


def paint_pdf(layout: Layout, style: Style, says: Says) -> bytes:
    """The chart as a PDF page of its own size, without a date, so that the same figure gives the same bytes."""
    words = {"Title": says.title, "Subject": says.alt, "CreationDate": None, "Creator": None, "Producer": None}
    return _save(layout, style, "pdf", words)


@contextmanager
def composed(layout: Layout, style: Style) -> Iterator[Figure]:
    """The chart as matplotlib holds it, under the house's settings; to be saved or measured."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    # Letters are as wide in dots as they were measured: hinting would set each on a whole dot.
    with mpl.rc_context({"text.hinting": "none"}, fname=style.settings):
        figure = Figure(figsize=(layout.width / POINTS_PER_INCH, layout.height / POINTS_PER_INCH))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, layout.width), ylim=(layout.height, 0))
        for stroke in layout.strokes:
            _paint_stroke(axes, stroke, style)
        for mark in layout.marks:
            _paint_mark(axes, mark)
        _paint_labels(axes, layout, style)
        yield figure


def _save(layout: Layout, style: Style, format_: str, words: Mapping[str, str | None] | None, **options: Any) -> bytes:  # noqa: ANN401  matplotlib's own
    picture = BytesIO()
    with composed(layout, style) as figure:
        figure.savefig(picture, format=format_, metadata=words, **options)
    return picture.getvalue()


def _paint_stroke(axes: Axes, stroke: Stroke, style: Style) -> None:
    colours = {Role.BAR: style.accent, Role.COMPARE: MARK, Role.NOT_RECORDED: SOFT, Role.AXIS: INK}
    xs, ys = (stroke.x, stroke.x2), (stroke.y, stroke.y2)
    if stroke.role is Role.COMPARE:
        # White on both sides, so that the mark is seen on a bar too, whatever the accent.
        axes.plot(xs, ys, color=PAPER, linewidth=stroke.breadth + CASING, clip_on=False)
    dashes = (0, (1.0, 2.0)) if stroke.role is Role.NOT_RECORDED else "solid"
    axes.plot(xs, ys, color=colours[stroke.role], linewidth=stroke.breadth, linestyle=dashes, clip_on=False)


def _paint_mark(axes: Axes, mark: Mark) -> None:
    if isinstance(mark, Path):
        _paint_path(axes, mark)
    else:
        patch = _dot(mark) if isinstance(mark, Dot) else _area(mark)
        patch.set(facecolor=mark.fill, edgecolor=mark.edge or "none", linewidth=mark.breadth)
        patch.set(linestyle=_pattern(mark.dashes, mark.breadth), clip_on=False, zorder=ABOVE)
        axes.add_patch(patch)


def _paint_path(axes: Axes, path: Path) -> None:
    xs, ys = zip(*path.points, strict=True)
    if path.casing:
        breadth = path.breadth + 2 * path.casing
        axes.plot(xs, ys, color=PAPER, linewidth=breadth, clip_on=False, zorder=ABOVE)
    pattern = _pattern(path.dashes, path.breadth)
    look = {"color": path.colour, "linewidth": path.breadth, "linestyle": pattern, "solid_joinstyle": "round"}
    axes.plot(xs, ys, clip_on=False, zorder=ABOVE, **look)


def _pattern(dashes: tuple[float, ...], breadth: float) -> Any:  # noqa: ANN401  matplotlib takes a word or a pair
    """Dashes in points: matplotlib counts them in line widths."""
    return (0, tuple(dash / breadth for dash in dashes)) if dashes else "solid"


def _area(area: Area) -> Patch:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path as Outline

    rings = [Outline([*ring, ring[0]], closed=True) for ring in area.rings]
    return PathPatch(Outline.make_compound_path(*rings))


def _dot(dot: Dot) -> Patch:
    from matplotlib.patches import Circle, Polygon

    patch: Patch
    if dot.shape is Shape.CIRCLE:
        patch = Circle((dot.x, dot.y), dot.radius)
    else:
        patch = Polygon([(dot.x + x * dot.radius, dot.y + y * dot.radius) for x, y in CORNERS[dot.shape]])
    patch.set_alpha(dot.opacity if dot.opacity < 1 else None)
    return patch


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
            zorder=TOP,
        )
