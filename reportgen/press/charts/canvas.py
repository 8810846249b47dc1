"""A laid-out chart becomes SVG, PNG or PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportgen.press.charts.layout import Layout
from reportgen.press.charts.settings import NO_DATE, POINTS_PER_INCH, house_settings
from reportgen.press.charts.standalone import Says, complete_svg, png_words
from reportgen.press.charts.style import PAPER, Style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PRINT_DPI = 300


def paint(layout: Layout, style: Style) -> bytes:
    """The chart as SVG for the page, in points from its upper left corner."""
    from reportgen.press.charts.brush import write_svg

    with house_settings(style.settings):
        return write_svg(layout, style)


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
    from matplotlib.figure import Figure

    from reportgen.press.charts.artists import artists

    with house_settings(style.settings):
        figure = Figure(figsize=(layout.width / POINTS_PER_INCH, layout.height / POINTS_PER_INCH))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, layout.width), ylim=(layout.height, 0))
        for artist in artists(layout, style):
            axes.add_artist(artist)
        yield figure


def _save(layout: Layout, style: Style, format_: str, words: Mapping[str, str | None] | None, **options: Any) -> bytes:  # noqa: ANN401  matplotlib's own
    picture = BytesIO()
    with composed(layout, style) as figure:
        figure.savefig(picture, format=format_, metadata=words, **options)
    return picture.getvalue()
