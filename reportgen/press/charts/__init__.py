"""Figures are drawn: one module a kind, one door, `draw`; `draw_svg`, `draw_png` and `draw_pdf` for other hands."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportgen.errors import TemplateError
from reportgen.model.figures import AnyChart
from reportgen.press.charts import canvas, kinds
from reportgen.press.charts.standalone import Says
from reportgen.press.charts.style import open_style

__all__ = ["draw", "draw_pdf", "draw_png", "draw_svg"]


def draw(figure: AnyChart, templates: Path, accent: str) -> bytes:
    """The figure as SVG, `figure.width_mm` wide and as high as it needs, the same bytes every time.

    `templates` holds `house.mplstyle`, `fonts` and `map`; `accent` is the publisher's colour (#RRGGBB). The text stays
    text, in Inter at 8 and 9 pt, and is set by whatever prints the page: place the picture at its own width, never
    scaled. A style, a font or a map that is missing, a width that leaves no room, or values that its kind cannot show
    are a `TemplateError`.
    """
    style = open_style(templates, accent)
    with warnings.catch_warnings():
        # A letter that the fonts lack is refused with its name when the page is set; matplotlib's own word is noise.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        return canvas.paint(kinds.lay_out(figure, style), style)


def draw_svg(figure: AnyChart, templates: Path, accent: str, title: str = "") -> bytes:
    """The figure as an SVG that stands alone, with its title, alt text and language in the file; faults as `draw_png`.

    `title` is the page's, where the figure has none of its own. Its text is Inter, else the reader's own plain face.
    """
    style = open_style(templates, accent)
    with _every_letter(figure):
        return canvas.paint_svg(kinds.lay_out(figure, style), style, _says(figure, title))


def draw_png(figure: AnyChart, templates: Path, accent: str, title: str = "") -> bytes:
    """The figure as PNG at 300 dots an inch, on white, with its title and alt text in the file; faults as `draw`.

    Here the letters become dots, so one that the fonts lack is a `TemplateError` too.
    """
    style = open_style(templates, accent)
    with _every_letter(figure):
        return canvas.paint_png(kinds.lay_out(figure, style), style, _says(figure, title))


def draw_pdf(figure: AnyChart, templates: Path, accent: str, title: str = "") -> bytes:
    """The figure as a PDF page of its own size, its fonts embedded, without a date; faults as `draw_png`."""
    style = open_style(templates, accent)
    with _every_letter(figure):
        return canvas.paint_pdf(kinds.lay_out(figure, style), style, _says(figure, title))


def _says(figure: AnyChart, title: str) -> Says:
    return Says(figure.code, title or figure.title, figure.alt, figure.language)


@contextmanager
def _every_letter(figure: AnyChart) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message="Glyph .* missing from font")
            yield
    except UserWarning as warning:
        message = f"figure {figure.code}: {warning}; write it otherwise, or put a font that has it into fonts"
        raise TemplateError(message) from None
