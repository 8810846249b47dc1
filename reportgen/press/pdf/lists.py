"""Lists that say how they count, and the table of contents (ISO 32000-1, tables 333, 336 and 347)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.press.pdf.passages import Passages
from reportgen.press.pdf.structure import drop, elements, pieces, spots, walk

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

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


def mend_lists(pdf: Pdf, document: Object, passages: Passages) -> None:
    """Make a TOC of each list of contents, and let each other list with signs before its items name their kind."""
    for element in list(walk(document)):
        if element.S == "/LI":
            _gather_body(pdf, element)
        if element.S == "/L":
            first = next(spots(element), None)
            if first is not None and passages[first].in_contents:
                _turn_into_contents(element)
            else:
                _number(element, passages)


def _gather_body(pdf: Pdf, item: Object) -> None:
    """Put into the body of an item what WeasyPrint leaves beside it: paragraphs, and all that stands as a block."""
    from pikepdf import Array, Dictionary, Name

    beside = [kid for kid in elements(item) if kid.S not in {"/Lbl", "/LBody"}]
    if not beside:
        return
    body = next((kid for kid in elements(item) if kid.S == "/LBody"), None)
    drop(item, {kid.objgen for kid in beside})
    if body is None:
        body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg, K=Array([])))
        item.K.append(body)
    for kid in beside:
        kid.P = body
    body.K = Array([*pieces(body), *beside])


def _turn_into_contents(listed: Object) -> None:
    """TOC > TOCI > Reference > Link; a number before an entry stays a Lbl."""
    from pikepdf import Name

    for element in (listed, *walk(listed)):
        if str(element.S) in ROLES_IN_CONTENTS:
            element.S = Name(ROLES_IN_CONTENTS[str(element.S)])


def _number(listed: Object, passages: Passages) -> None:
    from pikepdf import Dictionary, Name

    labels = (kid for item in elements(listed) for kid in elements(item) if kid.S == "/Lbl")
    first = next((spot for label in labels for spot in spots(label)), None)
    numbering = NUMBERINGS.get(passages[first].list_style) if first is not None else None
    if numbering is not None:
        listed.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{numbering}"))
