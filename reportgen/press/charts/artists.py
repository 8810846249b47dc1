"""What stands on a chart, as matplotlib's artists: the same for every kind of picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from math import pi, sqrt
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, PathPatch, Polygon
from matplotlib.path import Path as Outline
from matplotlib.text import Text

from reportgen.press.charts.layout import Area, Dot, Label, Layout, Mark, Path, Role, Shape, Stroke
from reportgen.press.charts.style import INK, MARK, PAPER, SOFT, Style

if TYPE_CHECKING:
    from matplotlib.artist import Artist

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


def artists(layout: Layout, style: Style) -> tuple[Artist, ...]:
    """The chart from back to front: strokes, marks, texts; in points from its upper left corner, on no canvas yet."""
    strokes = chain.from_iterable(_stroke(stroke, style) for stroke in layout.strokes)
    marks = chain.from_iterable(map(_mark, layout.marks))
    return (*strokes, *marks, *(_text(label, style) for label in layout.labels))


def _stroke(stroke: Stroke, style: Style) -> Iterator[Line2D]:
    colours = {Role.BAR: style.accent, Role.COMPARE: MARK, Role.NOT_RECORDED: SOFT, Role.AXIS: INK}
    xs, ys = (stroke.x, stroke.x2), (stroke.y, stroke.y2)
    if stroke.role is Role.COMPARE:
        # White on both sides, so that the mark is seen on a bar too, whatever the accent.
        yield Line2D(xs, ys, color=PAPER, linewidth=stroke.breadth + CASING, clip_on=False)
    dashes: Any = (0, (1.0, 2.0)) if stroke.role is Role.NOT_RECORDED else "solid"
    yield Line2D(xs, ys, color=colours[stroke.role], linewidth=stroke.breadth, linestyle=dashes, clip_on=False)


def _mark(mark: Mark) -> Iterator[Artist]:
    if isinstance(mark, Path):
        yield from _path(mark)
    else:
        patch = _dot(mark) if isinstance(mark, Dot) else _area(mark)
        patch.set(facecolor=mark.fill, edgecolor=mark.edge or "none", linewidth=mark.breadth)
        patch.set(linestyle=_pattern(mark.dashes, mark.breadth), clip_on=False, zorder=ABOVE)
        yield patch


def _path(path: Path) -> Iterator[Line2D]:
    xs, ys = zip(*path.points, strict=True)
    if path.casing:
        breadth = path.breadth + 2 * path.casing
        yield Line2D(xs, ys, color=PAPER, linewidth=breadth, clip_on=False, zorder=ABOVE)
    pattern = _pattern(path.dashes, path.breadth)
    look: dict[str, Any] = {"color": path.colour, "linewidth": path.breadth, "linestyle": pattern}
    yield Line2D(xs, ys, solid_joinstyle="round", clip_on=False, zorder=ABOVE, **look)


def _pattern(dashes: tuple[float, ...], breadth: float) -> Any:  # noqa: ANN401  matplotlib takes a word or a pair
    """Dashes in points: matplotlib counts them in line widths."""
    return (0, tuple(dash / breadth for dash in dashes)) if dashes else "solid"


def _area(area: Area) -> Patch:
    rings = [Outline([*ring, ring[0]], closed=True) for ring in area.rings]
    return PathPatch(Outline.make_compound_path(*rings))


def _dot(dot: Dot) -> Patch:
    patch: Patch
    if dot.shape is Shape.CIRCLE:
        patch = Circle((dot.x, dot.y), dot.radius)
    else:
        patch = Polygon([(dot.x + x * dot.radius, dot.y + y * dot.radius) for x, y in CORNERS[dot.shape]])
    patch.set_alpha(dot.opacity if dot.opacity < 1 else None)
    return patch


def _text(label: Label, style: Style) -> Text:
    look: dict[str, Any] = {"color": label.colour, "fontproperties": style.font(label.face, label.size)}
    return Text(label.x, label.y, label.text, ha="left", va="baseline", clip_on=False, zorder=TOP, **look)
