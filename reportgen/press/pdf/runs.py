"""What runs on over a page: WeasyPrint begins each element anew there, and a reader would meet two of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.press.pdf.layout import Sheet
from reportgen.press.pdf.structure import ObjectNumber, drop, elements, take_in, walk

if TYPE_CHECKING:
    from pikepdf import Object, Page

REPEATED = ("/THead", "/TFoot")


def join_pages(document: Object, pages: Sequence[Page], sheets: Sequence[Sheet]) -> None:
    """Make one element again of what a page break parted; a table's repeated header and footer leave the tree."""
    for page, sheet in zip(pages, sheets, strict=True):
        parent = document
        for role in sheet.continued:
            halves = _halves(parent, f"/{role}", page.obj.objgen)
            if halves is None:
                break
            parent = _join(parent, *halves)


def _halves(parent: Object, role: str, page: ObjectNumber) -> tuple[Object, Object] | None:
    """The last element of this role before a page, and the first on it."""
    alike = [kid for kid in elements(parent) if role == kid.S]
    pairs = ((one, other) for one, other in pairwise(alike) if one.Pg.objgen != page == other.Pg.objgen)
    return next(pairs, None)


def _join(parent: Object, first: Object, second: Object) -> Object:
    """The first element, now with all that the second held."""
    if first.S == "/Table":
        _drop_repeated(first, second)
    take_in(first, second)
    drop(parent, {second.objgen})
    if first.S == "/Table":
        _join_bodies(first)
    return first


def _drop_repeated(first: Object, second: Object) -> None:
    """Take from a table's second half the header and footer it repeats, and point its cells to those of the first."""
    from pikepdf import Array, String

    kept = {str(kid.S): kid for kid in elements(first) if kid.S in REPEATED}
    repeated = [kid for kid in elements(second) if kid.S in kept]
    twins = dict(pair for kid in repeated for pair in zip(_ids(kid), _ids(kept[str(kid.S)]), strict=True))
    drop(second, {kid.objgen for kid in repeated})
    for cell in walk(second):
        if cell.S == "/TD" and "/Headers" in cell.A:
            cell.A.Headers = Array([String(twins.get(bytes(name), bytes(name))) for name in cell.A.Headers])


def _ids(element: Object) -> list[bytes]:
    return [bytes(kid.ID) for kid in walk(element) if "/ID" in kid]


def _join_bodies(table: Object) -> None:
    """Make the bodies that a page break parted one body."""
    body, *rest = [kid for kid in elements(table) if kid.S == "/TBody"]
    for other in rest:
        take_in(body, other)
    drop(table, {other.objgen for other in rest})
