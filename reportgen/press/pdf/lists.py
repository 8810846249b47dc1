"""Lists that say how they count, and the table of contents (ISO 32000-1, tables 333, 336 and 347)."""

from __future__ import annotations

from typing import Any

from pydyf import Dictionary

from reportgen.press.pdf.passages import Passages
from reportgen.press.pdf.structure import Element, add, drop, spots, walk

# The value of ListNumbering for a `list-style-type`; a list with another sign has none, which says: not numbered.
NUMBERINGS = {
    "circle": "Circle",
    "decimal": "Decimal",
    "disc": "Disc",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "lower-roman": "LowerRoman",
    "square": "Square",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "upper-roman": "UpperRoman",
}
ROLES_IN_CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}


def mend_lists(pdf: Any, document: Element, passages: Passages) -> None:  # noqa: ANN401 - an untyped library
    """Make a TOC of each list of contents, and let each other list with signs before its items name their kind."""
    for element in list(walk(document)):
        if element.role == "/LI":
            _gather_body(pdf, element)
        if element.role == "/L":
            first = next(spots(element), None)
            if first is not None and passages[first].in_contents:
                _turn_into_contents(element)
            else:
                _number(element, passages)


def _gather_body(pdf: Any, item: Element) -> None:  # noqa: ANN401  the engine's
    """Put into the body of an item what WeasyPrint leaves beside it: paragraphs, and all that stands as a block."""
    beside = [kid for kid in item.elements if kid.role not in {"/Lbl", "/LBody"}]
    if not beside:
        return
    body = next((kid for kid in item.elements if kid.role == "/LBody"), None)
    drop(item, beside)
    if body is None:
        body = add(pdf, "/LBody", item)
        item.pieces.append(body)
    body.pieces += beside


def _turn_into_contents(listed: Element) -> None:
    """TOC > TOCI > Reference > Link; a number before an entry stays a Lbl."""
    for element in (listed, *walk(listed)):
        element.role = ROLES_IN_CONTENTS.get(element.role, element.role)


def _number(listed: Element, passages: Passages) -> None:
    labels = (kid for item in listed.elements for kid in item.elements if kid.role == "/Lbl")
    first = next((spot for label in labels for spot in spots(label)), None)
    numbering = NUMBERINGS.get(passages[first].list_style) if first is not None else None
    if numbering is not None:
        listed.entry["A"] = Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})
