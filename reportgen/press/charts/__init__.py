"""Figures are drawn: one module a family, one door, `draw`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.press.charts import bars, canvas
from reportgen.press.charts.style import open_style

if TYPE_CHECKING:
    from pathlib import Path

    from reportgen.model.documents import Figure

__all__ = ["draw"]


def draw(figure: Figure, templates: Path, accent: str) -> bytes:
    """The figure as SVG, `figure.width_mm` wide and as high as its bars need, the same bytes every time.

    `templates` holds `house.mplstyle` and `fonts`; `accent` is the publisher's colour (#RRGGBB). The text stays text,
    in Inter at 8 and 9 pt, and is set by whatever prints the page: place the picture at its own width, never scaled.
    A style or a font that is missing is a `TemplateError`.
    """
    style = open_style(templates, accent)
    layout = bars.lay_out(figure, style)
    return canvas.paint(layout, style)
