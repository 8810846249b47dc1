"""A chart is written as SVG without an axes: the bytes that matplotlib saves, in a quarter of the time.

An axes makes ticks, spines and scales for whoever reads or pans it, which takes longer than to draw the chart, and no
chart of this house shows them. The artists need no more than a renderer, and the way from points to the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Literal

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D, Bbox, BboxTransformFrom, BboxTransformTo

from reportgen.press.charts.artists import artists
from reportgen.press.charts.layout import Layout
from reportgen.press.charts.settings import NO_DATE, POINTS_PER_INCH
from reportgen.press.charts.style import Style, extent

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.backend_bases import RendererBase
    from matplotlib.font_manager import FontProperties


class Brush(RendererSVG):
    """Writes SVG, and measures no text twice."""

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: bool | Literal["TeX"],  # noqa: FBT001  matplotlib's own
    ) -> tuple[float, float, float]:
        """The size of a text in points, which is the same in every drawing."""
        if ismath:
            return text_to_path.get_text_width_height_descent(s, prop, ismath)
        return extent(s, str(prop.get_file()), prop.get_size_in_points())


def write_svg(layout: Layout, style: Style) -> bytes:
    """The chart under the settings that are in force, on a figure of its own that nothing else ever sees."""
    figure = Figure(figsize=(layout.width / POINTS_PER_INCH, layout.height / POINTS_PER_INCH), dpi=POINTS_PER_INCH)
    if mpl.rcParams["savefig.transparent"]:
        figure.patch.set(facecolor="none", edgecolor="none")
    svg = StringIO()
    brush = Brush(figure.bbox.width, figure.bbox.height, svg, metadata=NO_DATE)  # type: ignore[no-untyped-call]  # matplotlib's
    with _group(brush, "figure"):
        figure.patch.draw(brush)
        with _group(brush, "axes"):
            for artist in _placed(artists(layout, style), layout, figure):
                artist.draw(brush)
    brush.finalize()  # type: ignore[no-untyped-call]  # matplotlib's
    return svg.getvalue().encode()


@contextmanager
def _group(brush: RendererBase, name: str) -> Iterator[None]:
    brush.open_group(name)
    yield
    brush.close_group(name)


def _placed(on_it: tuple[Artist, ...], layout: Layout, figure: Figure) -> Iterator[Artist]:
    """The artists on the figure, where an axes over all of it would put them, to the last digit."""
    points = Bbox([[0, layout.height], [layout.width, 0]])
    way = Affine2D((BboxTransformFrom(points) + BboxTransformTo(figure.bbox)).get_matrix())
    for artist in on_it:
        artist.set_figure(figure)
        artist.set_transform(way)
        yield artist
