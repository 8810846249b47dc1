"""What the elements of a picture say: the same words, lengths and outlines in each picture of a kind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache

from weasyprint import svg
from weasyprint.svg import utils

from reportgen.press.pdf.seams import Seam

MODULES = tuple(module for name, module in sys.modules.items() if name.split(".")[:2] == svg.__name__.split("."))

parse_declarations = lru_cache(1_000)(svg.parse_declarations)  # of an element; those of a style sheet are a list
size = lru_cache(20_000)(utils.size)
normalize = lru_cache(1_000)(utils.normalize)  # an outline among others: the coasts of a map

_ASKING = tuple(
    (module, name, remembered)
    for name, remembered in (("size", size), ("normalize", normalize))
    for module in MODULES
    if getattr(module, name, None) is getattr(utils, name)
)


def seams() -> Iterator[Seam]:
    """Where the engine reads what an element of an SVG says."""
    yield svg, "parse_declarations", parse_declarations
    yield from _ASKING
