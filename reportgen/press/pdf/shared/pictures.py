"""What the elements of a picture declare: few declarations, in each picture of a kind the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from weasyprint import svg

from reportgen.press.pdf.seams import Seam

parse_declarations = lru_cache(1_000)(svg.parse_declarations)


def seams() -> Iterator[Seam]:
    """Where the engine reads what an element of an SVG declares."""
    yield svg, "parse_declarations", parse_declarations
