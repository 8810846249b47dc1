"""A chart is written as SVG without an axes: the bytes that matplotlib saves, in a quarter of the time.

An axes makes ticks, spines and scales for whoever reads or pans it, which takes longer than to draw the chart, and no
chart of this house shows them. The artists need no more than a renderer, a sheet, and the way from points to it; a
figure of matplotlib's is more than a sheet, and takes a tenth of a second to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Literal

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D, Bbox, BboxTransformFrom, BboxTransformTo, TransformedBbox

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


class Sheet:
    """What artists ask of the figure that they stand on, and no more."""

    dpi = POINTS_PER_INCH

    def __init__(self, layout: Layout) -> None:
        """As large as the chart; its size in dots is reckoned as a figure's, to the last digit."""
        inches = Bbox.from_bounds(0, 0, layout.width / POINTS_PER_INCH, layout.height / POINTS_PER_INCH)
        self.bbox = TransformedBbox(inches, Affine2D().scale(self.dpi))

    def get_figure(self, root: bool = True) -> Sheet:  # noqa: ARG002, FBT001, FBT002  matplotlib's own
        """Itself: it is part of no other."""
        return self

    @property
    def paper(self) -> Rectangle:
        """The ground of the chart in the colour that the settings name; none where they want it transparent."""
        colours = {"facecolor": mpl.rcParams["figure.facecolor"], "edgecolor": mpl.rcParams["figure.edgecolor"]}
        if mpl.rcParams["savefig.transparent"]:
            colours = dict.fromkeys(colours, "none")
        paper = Rectangle((0, 0), 1, 1, linewidth=0, **colours)
        paper.set_transform(BboxTransformTo(self.bbox))
        paper.set_visible(mpl.rcParams["figure.frameon"])
        return paper


def write_svg(layout: Layout, style: Style) -> bytes:
    """The chart under the settings that are in force, on a sheet of its own that nothing else ever sees."""
    sheet, svg = Sheet(layout), StringIO()
    brush = Brush(sheet.bbox.width, sheet.bbox.height, svg, metadata=NO_DATE)  # type: ignore[no-untyped-call]  # matplotlib's
    with _group(brush, "figure"):
        sheet.paper.draw(brush)
        with _group(brush, "axes"):
            for artist in _placed(artists(layout, style), layout, sheet):
                artist.draw(brush)
    brush.finalize()  # type: ignore[no-untyped-call]  # matplotlib's
    return svg.getvalue().encode()


@contextmanager
def _group(brush: RendererBase, name: str) -> Iterator[None]:
    brush.open_group(name)
    yield
    brush.close_group(name)


def _placed(on_it: tuple[Artist, ...], layout: Layout, sheet: Sheet) -> Iterator[Artist]:
    """The artists on the sheet, where an axes over all of it would put them, to the last digit."""
    points = Bbox([[0, layout.height], [layout.width, 0]])
    way = Affine2D((BboxTransformFrom(points) + BboxTransformTo(sheet.bbox)).get_matrix())
    for artist in on_it:
        artist.set_figure(sheet)  # type: ignore[arg-type]  # which is all that they ask a figure for
        artist.set_transform(way)
        yield artist
