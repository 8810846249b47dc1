"""Words within a paragraph: in which language they are, and no element around them that says nothing."""

from __future__ import annotations

from pydyf import String

from reportgen.press.pdf.passages import Passages
from reportgen.press.pdf.structure import Element, Piece, spots

TRANSPARENT = ("/NonStruct", "/Span")
GROUPING = ("/Div", "/P", *TRANSPARENT)
TELLING = frozenset({"A", "ActualText", "Alt", "E", "ID", "Lang"})


def say_languages(document: Element, passages: Passages, language: str) -> None:
    """Put the language (ISO 32000-1, 14.9.2) on each element that holds only words of another than `language`."""
    if any(_is_foreign(passage.language, language) for passage in passages.values()):
        _say_below(document, passages, language)


def _say_below(element: Element, passages: Passages, language: str) -> None:
    for kid in element.elements:
        spoken = {passages[spot].language for spot in spots(kid)}
        if len(spoken) > 1:
            _say_below(kid, passages, language)
        elif any(_is_foreign(each, language) for each in spoken):
            kid.entry["Lang"] = String(spoken.pop())


def _is_foreign(spoken: str, language: str) -> bool:
    return spoken not in {"", language}


def fold(element: Element) -> None:
    """Leave out what holds nothing, and give to a paragraph itself what lies in it in a Span that says nothing.

    WeasyPrint makes a Span of every line of text, and of each value, emphasis and line break an element of its own.
    What a template's own `<span>` parts within a list's item, as a number from its label, stays parted.
    """
    kept: list[Piece] = []
    for piece in element.pieces:
        if isinstance(piece, Element):
            kept += _folded(piece, element)
        else:
            kept.append(piece)
    element.pieces = kept


def _folded(kid: Element, parent: Element) -> list[Piece]:
    """What `parent` holds in the place of `kid`."""
    is_line = not kid.elements
    fold(kid)
    if _dissolves(kid, parent) and (is_line or kid.role != "/Span" or parent.role != "/LBody"):
        return kid.pieces
    return [kid] if kid.pieces or kid.role not in GROUPING else []


def _dissolves(kid: Element, parent: Element) -> bool:
    """Whether its parent can hold what it holds: numbers of marked content mean nothing on another page."""
    if kid.role not in TRANSPARENT or not TELLING.isdisjoint(kid.entry):
        return False
    return kid.page == parent.page or len(kid.elements) == len(kid.pieces)
