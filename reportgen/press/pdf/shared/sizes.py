"""Lengths that follow from a style and the block around it: the same for each cell of a column, in each document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.layout import absolute, background, block, inline, page, percent, preferred, table
from weasyprint.layout import float as floating

from reportgen.press.pdf.seams import Seam
from reportgen.press.pdf.shared.styles import is_shared

MOST_CELLS = 200  # texts of cells of one style that their widths are kept for
MOST = 40  # sizes of blocks that a style's lengths are kept for: columns are as wide as their words
ASKING = (absolute, block, floating, inline, page, percent, table)
SET = (
    *(f"{edge}_{side}" for edge in ("margin", "padding") for side in ("left", "right", "top", "bottom")),
    *(f"border_{side}_width" for side in ("left", "right", "top", "bottom")),
    *(f"{limit}{length}" for length in ("width", "height") for limit in ("", "min_", "max_")),
)

RADII = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))

_resolve = percent.resolve_percentages
_strut = inline.strut
_round = percent.resolve_radii_percentages
_measure = preferred.table_cell_min_max_content_width


def seams() -> Iterator[Seam]:
    """Where the engine asks for the lengths of a box, its corners, a cell's widths, and the height of a line."""
    for module in ASKING:
        yield module, "resolve_percentages", resolve_percentages
    yield inline, "strut", strut
    yield background, "resolve_radii_percentages", resolve_radii
    yield preferred, "table_cell_min_max_content_width", cell_widths


def resolve_percentages(box: Any, containing_block: Any) -> None:  # noqa: ANN401  the engine's
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


def strut(style: Any) -> tuple[float, float]:  # noqa: ANN401  the engine's
    """The height of a line of this style, and its baseline."""
    if not is_shared(style) or check_math(style["line_height"]):
        return _strut(style)  # type: ignore[no-any-return]  # the engine has no types
    if style.strut is None:
        style.strut = _strut(style)
    return style.strut  # type: ignore[no-any-return]  # the engine has no types


def resolve_radii(box: Any) -> None:  # noqa: ANN401  the engine's
    """Set the corners of a box, which are sharp wherever its style rounds none."""
    style = box.style
    if not is_shared(style):
        _round(box)
        return
    if style.is_sharp is None:
        style.is_sharp = all(style[name] == ((0, "px"), (0, "px")) for name in RADII)
    if not style.is_sharp:
        _round(box)
        return
    for name in RADII:  # one by one, because a placeholder hands them on to the box that it stands for
        setattr(box, name, (0, 0))


def cell_widths(context: Any, box: Any, outer: bool = True) -> tuple[float, float]:  # noqa: ANN401, FBT001, FBT002  as the engine has it
    """The least and the most width that a cell can use, as found for another that says the same in the same styles."""
    said = _only_text(box)
    if said is None:
        return _measure(context, box, outer)  # type: ignore[no-any-return]  # the engine has no types
    line, text = said
    cells = box.style.cells
    known = cells.get((outer, text.text))
    if known is None or known[0] is not line.style or known[1] is not text.style:
        if len(cells) >= MOST_CELLS:
            cells.clear()
        known = cells[outer, text.text] = (line.style, text.style, _measure(context, box, outer))
    return known[2]  # type: ignore[no-any-return]  # the engine has no types


def _only_text(cell: Any) -> tuple[Any, Any] | None:  # noqa: ANN401  the engine's
    """The one line of a cell and the one text in it, where it holds nothing else and shares its styles."""
    if len(cell.children) != 1 or not is_shared(cell.style) or cell.style["border_collapse"] == "collapse":
        return None
    (line,) = cell.children
    if type(line) is not boxes.LineBox or len(line.children) != 1 or not is_shared(line.style):
        return None
    (text,) = line.children
    return (line, text) if type(text) is boxes.TextBox and is_shared(text.style) else None
