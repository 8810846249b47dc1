"""Whether a box stands in the flow of the page, which follows from its style alone but in flex boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from reportgen.press.pdf.seams import Seam
from reportgen.press.pdf.shared.styles import is_shared

_is_in_flow = boxes.Box.is_in_normal_flow


def seams() -> Iterator[Seam]:
    """Where the engine asks it."""
    yield boxes.Box, "is_in_normal_flow", is_in_normal_flow


def is_in_normal_flow(box: Any) -> bool:  # noqa: ANN401  the engine's
    """Whether the box is in the flow, as it was found for another of the same style."""
    style = box.style
    if not is_shared(style) or "is_floated" in vars(box):  # what is in a flex box is told that it floats no more
        return bool(_is_in_flow(box))
    if style.in_flow is None:
        style.in_flow = _is_in_flow(box)
    return bool(style.in_flow)
