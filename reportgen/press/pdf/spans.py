"""Words within a paragraph: in which language they are, and no element around them that says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.press.pdf.passages import Passages
from reportgen.press.pdf.structure import ObjectNumber, Parents, elements, pieces, spots

if TYPE_CHECKING:
    from pikepdf import Object

TRANSPARENT = ("/NonStruct", "/Span")
GROUPING = ("/Div", "/P", *TRANSPARENT)
TELLING = ("/A", "/ActualText", "/Alt", "/E", "/ID", "/Lang")


def say_languages(document: Object, passages: Passages, language: str) -> None:
    """Put the language (ISO 32000-1, 14.9.2) on each element that holds only words of another than `language`."""
    if any(_is_foreign(passage.language, language) for passage in passages.values()):
        _say_below(document, passages, language)


def _say_below(element: Object, passages: Passages, language: str) -> None:
    for kid in elements(element):
        spoken = {passages[spot].language for spot in spots(kid)}
        if len(spoken) > 1:
            _say_below(kid, passages, language)
        elif any(_is_foreign(each, language) for each in spoken):
            kid.Lang = spoken.pop()


def _is_foreign(spoken: str, language: str) -> bool:
    return spoken not in {"", language}


def fold(document: Object, parents: Parents) -> None:
    """Leave out what holds nothing, and give to a paragraph itself what lies in it in a Span that says nothing.

    WeasyPrint makes a Span of every line of text, and of each value, emphasis and line break an element of its own.
    What a template's own `<span>` parts within a list's item, as a number from its label, stays parted.
    """
    heirs: dict[ObjectNumber, Object] = {}
    _fold(document, heirs)
    parents.inherit(heirs)


def _fold(element: Object, heirs: dict[ObjectNumber, Object]) -> None:
    from pikepdf import Array

    kept: list[Object | int] = []
    for kid in pieces(element):
        if isinstance(kid, int) or "/S" not in kid:
            kept.append(kid)
            continue
        is_line = not elements(kid)
        _fold(kid, heirs)
        if _dissolves(kid, element) and (is_line or kid.S != "/Span" or element.S != "/LBody"):
            heirs[kid.objgen] = element
            kept += _moved(kid, element)
        elif pieces(kid) or kid.S not in GROUPING:
            kept.append(kid)
    element.K = Array(kept)


def _dissolves(kid: Object, parent: Object) -> bool:
    """Whether its parent can hold what it holds: numbers of marked content mean nothing on another page."""
    if kid.S not in TRANSPARENT or any(key in kid for key in TELLING):
        return False
    return ("/Pg" in parent and kid.Pg.objgen == parent.Pg.objgen) or len(elements(kid)) == len(pieces(kid))


def _moved(kid: Object, parent: Object) -> list[Object | int]:
    for grandchild in elements(kid):
        grandchild.P = parent
    return pieces(kid)
