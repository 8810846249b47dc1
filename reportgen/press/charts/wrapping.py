"""Long labels are broken into lines that fit their column."""

from __future__ import annotations

from collections.abc import Callable


def wrap(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken between words, and within a word only where one is too wide.

    Every letter of the text is kept; runs of spaces at a break are not.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(text, width, measure):
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line)


def _pieces(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    return [piece for word in text.split(" ") if word for piece in _cut(word, width, measure)]


def _cut(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    pieces, piece = [], ""
    for letter in word if measure(word) > width else (word,):
        if piece and measure(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
