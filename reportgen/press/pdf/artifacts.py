"""What stands on a page and is no part of its text: running headers, headers a table repeats, leading dots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Any

from pydyf import Array

from reportgen.press.pdf.passages import Passages
from reportgen.press.pdf.structure import Element, Holders, at, walk

POINTS_PER_PIXEL = Decimal("0.75")

PLACE_OF_TEXT = re.compile(rb"1 0 0 -1 \S+ (\S+) Tm")


def drop_leaders(document: Element, passages: Passages) -> None:
    """Take the dots that lead from a title to its page out of the elements that hold them."""
    leading = {spot for spot, passage in passages.items() if passage.leads}
    for element in walk(document) if leading else ():
        element.pieces = [
            piece for piece in element.pieces if not isinstance(piece, int) or (element.page, piece) not in leading
        ]


def set_aside(pdf: Any, passages: Passages, held: Holders) -> None:  # noqa: ANN401 - an untyped library
    """Make artifacts (ISO 32000-1, 14.8.2.2.2) of leading dots, and of all else that no element of the tree holds."""
    aside = {spot: passage.leads for spot, passage in passages.items() if spot not in held}
    for number, reference in enumerate(pdf.page_references):
        page = at(pdf, reference)
        leads = {mark: leading for (place, mark), leading in aside.items() if place == number}
        _rewrite(at(pdf, page["Contents"]).stream, leads, page["MediaBox"][3])
        _keep_annotations(page, held)


def _rewrite(operations: list[Any], leads: dict[int, bool], height: float) -> None:
    """Open as artifacts the marked content that `leads` numbers, and tells of each whether it is leading dots."""
    marks = [
        place
        for place, operation in enumerate(operations)
        if isinstance(operation, dict) and operation.get("MCID") in leads
    ]
    for place in reversed(marks):
        number, inside = operations[place]["MCID"], operations[place + 2 :]
        kind = b"/Layout" if leads[number] else b"/Pagination" + _subtype(inside, height)
        operations[place - 1 : place + 2] = [b"/Artifact <</Type %s>> BDC" % kind]


def _subtype(operations: Sequence[Any], height: float) -> bytes:
    """Header or footer, by where its text stands; nothing for what is no text."""
    for operation in takewhile(lambda each: each != b"EMC", operations):
        if isinstance(operation, bytes) and (text := PLACE_OF_TEXT.fullmatch(operation)):
            below_top = Decimal(text[1].decode()) * POINTS_PER_PIXEL
            return b" /Subtype /Header" if below_top < height / 2 else b" /Subtype /Footer"
    return b""


def _keep_annotations(page: Any, held: Holders) -> None:  # noqa: ANN401  the engine's
    """Keep the annotations of links only; PDF/UA allows none elsewhere, and in an artifact none could be reached."""
    kept = [annotation for annotation in page.pop("Annots", ()) if annotation in held]
    if kept:
        page["Annots"] = Array(kept)
