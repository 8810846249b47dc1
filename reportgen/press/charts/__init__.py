"""Figures are drawn: one module a family, one door, `draw`."""

from __future__ import annotations

import warnings
from pathlib import Path

from reportgen.model.documents import Figure
from reportgen.press.charts import bars, canvas
from reportgen.press.charts.style import open_style

__all__ = ["draw"]


def draw(figure: Figure, templates: Path, accent: str) -> bytes:
    """The figure as SVG, `figure.width_mm` wide and as high as its bars need, the same bytes every time.

    `templates` holds `house.mplstyle` and `fonts`; `accent` is the publisher's colour (#RRGGBB). The text stays text,
    in Inter at 8 and 9 pt, and is set by whatever prints the page: place the picture at its own width, never scaled.
    A style or a font that is missing, or a width that leaves no room for bars, is a `TemplateError`.
    """
    style = open_style(templates, accent)
    with warnings.catch_warnings():
        # A letter that the fonts lack is refused with its name when the page is set; matplotlib's own word is noise.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        layout = bars.lay_out(figure, style)
        return canvas.paint(layout, style)
