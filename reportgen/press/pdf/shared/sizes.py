"""Lengths that follow from a style and the block around it: the same for each cell of a column, in each document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.layout import absolute, block, inline, page, percent, table
from weasyprint.layout import float as floating

from reportgen.press.pdf.seams import Seam
from reportgen.press.pdf.shared.styles import is_shared

MOST = 40  # sizes of blocks that a style's lengths are kept for: columns are as wide as their words
ASKING = (absolute, block, floating, inline, page, percent, table)
SET = (
    *(f"{edge}_{side}" for edge in ("margin", "padding") for side in ("left", "right", "top", "bottom")),
    *(f"border_{side}_width" for side in ("left", "right", "top", "bottom")),
    *(f"{limit}{length}" for length in ("width", "height") for limit in ("", "min_", "max_")),
)

_resolve = percent.resolve_percentages
_strut = inline.strut


def seams() -> Iterator[Seam]:
    """Where the engine asks for the lengths of a box, and for the height of a line."""
    for module in ASKING:
        yield module, "resolve_percentages", resolve_percentages
    yield inline, "strut", strut


def resolve_percentages(box: Any, containing_block: Any) -> None:  # noqa: ANN401
    """Set the used lengths of a box, as they were set for one of the same style in a block of the same size."""
    style = box.style
    if not is_shared(style) or style["border_collapse"] == "collapse":
        _resolve(box, containing_block)  # collapsing borders depend on the cells beside
        return
    is_box = isinstance(containing_block, boxes.Box)
    size = (containing_block.width, containing_block.height) if is_box else tuple(containing_block)
    key = (size, isinstance(box, boxes.PageBox))
    found = style.lengths.get(key)
    if found is None:
        _resolve(box, containing_block)
        if len(style.lengths) >= MOST:
            style.lengths.clear()
        style.lengths[key] = {name: getattr(box, name) for name in SET}
    else:
        box.__dict__.update(found)


def strut(style: Any) -> tuple[float, float]:  # noqa: ANN401
    """The height of a line of this style, and its baseline."""
    if not is_shared(style) or check_math(style["line_height"]):
        return _strut(style)  # type: ignore[no-any-return]
    if style.strut is None:
        style.strut = _strut(style)
    return style.strut  # type: ignore[no-any-return]
