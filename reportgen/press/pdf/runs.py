"""What runs on over a page: WeasyPrint begins each element anew there, and a reader would meet two of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pydyf import Array

from reportgen.press.pdf.layout import Sheet
from reportgen.press.pdf.structure import Element, drop, walk

REPEATED = ("/THead", "/TFoot")


def join_pages(document: Element, sheets: Sequence[Sheet]) -> None:
    """Make one element again of what a page break parted; a table's repeated header and footer leave the tree."""
    for page, sheet in enumerate(sheets):
        parent = document
        for role in sheet.continued:
            halves = _halves(parent, f"/{role}", page)
            if halves is None:
                break
            parent = _join(parent, *halves)


def _halves(parent: Element, role: str, page: int) -> tuple[Element, Element] | None:
    """The last element of this role before a page, and the first on it."""
    alike = [kid for kid in parent.elements if kid.role == role]
    pairs = ((one, other) for one, other in pairwise(alike) if one.page != page == other.page)
    return next(pairs, None)


def _join(parent: Element, first: Element, second: Element) -> Element:
    """The first element, now with all that the second held."""
    if first.role == "/Table":
        _drop_repeated(first, second)
    first.pieces += second.pieces
    drop(parent, [second])
    if first.role == "/Table":
        _join_bodies(first)
    return first


def _drop_repeated(first: Element, second: Element) -> None:
    """Take from a table's second half the header and footer it repeats, and point its cells to those of the first."""
    kept = {kid.role: kid for kid in first.elements if kid.role in REPEATED}
    repeated = [kid for kid in second.elements if kid.role in kept]
    twins = dict(pair for kid in repeated for pair in zip(_ids(kid), _ids(kept[kid.role]), strict=True))
    drop(second, repeated)
    for cell in walk(second):
        if cell.role == "/TD" and "Headers" in cell.entry["A"]:
            cell.entry["A"]["Headers"] = Array([twins.get(name, name) for name in cell.entry["A"]["Headers"]])


def _ids(element: Element) -> list[Any]:
    return [kid.entry["ID"] for kid in walk(element) if "ID" in kid.entry]


def _join_bodies(table: Element) -> None:
    """Make the bodies that a page break parted one body."""
    body, *rest = [kid for kid in table.elements if kid.role == "/TBody"]
    for other in rest:
        body.pieces += other.pieces
    drop(table, rest)
