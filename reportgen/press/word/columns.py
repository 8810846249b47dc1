"""How wide the columns of a table are, from the words in them; all widths in twentieths of a point."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.model.annexes import Grid

# Arial's letters by their kind, in parts of its size; the table's text is 8.5 pt, its head bold and so a little wider.
_SIZE, _BOLD = 170, 1.12
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]-–/ \u00a0"), frozenset("mwMWæœÆŒ@%—")
_LEAST, _MIDDLE, _CAPITAL, _MOST = 0.34, 0.57, 0.72, 0.9
# No word breaks where the face is replaced by a wider one: DejaVu Sans, LibreOffice's usual stand-in, is broader so.
_WIDER = 1.12
# The space beside a cell's text.
_BESIDE = 215
# No column asks for more: a sentence turns its line, a word without end is broken, and before the short ones are.
_LONGEST_LINE, _LONGEST_WORD, _SHORTEST, _STEP = 8300, 6400, 600, 100
# A small table is as wide as its words with some air, so that the eye finds the number that belongs to a name.
_AIR, _NARROWEST = 1.5, 0.45


def widths(grid: Grid, room: int) -> tuple[int, ...]:
    """The width of each column, together at most `room`."""
    words = [_widest(grid, place, str.split) * _WIDER for place in range(len(grid.headings))]
    lines = [_widest(grid, place, lambda text: [text]) for place in range(len(grid.headings))]
    least = _for_words(words, room)
    liked = [max(low, min(line, _LONGEST_LINE) + _BESIDE) for low, line in zip(least, lines, strict=True)]
    if sum(liked) <= room:
        return _share(liked, min(room, max(int(sum(liked) * _AIR), int(room * _NARROWEST))))
    if sum(least) >= room:
        return _share(least, room)
    ease = (room - sum(least)) / (sum(liked) - sum(least))
    return _share([low + (high - low) * ease for low, high in zip(least, liked, strict=True)], room)


def _for_words(words: Sequence[float], room: int) -> list[float]:
    """What the longest word of each column needs; where the room is short, the longest of them give way."""
    for most in range(_LONGEST_WORD, _SHORTEST, -_STEP):
        wide = [min(word, most) + _BESIDE for word in words]
        if sum(wide) <= room:
            return wide
    return [min(word, _SHORTEST) + _BESIDE for word in words]


def _widest(grid: Grid, place: int, pieces: Callable[[str], list[str]]) -> float:
    """The widest piece of a column's texts."""
    head = (_measure(piece) * _BOLD for piece in pieces(grid.headings[place].text))
    cells = (_measure(piece) for row in grid.rows for piece in pieces(row[place].shown))
    return max((*head, *cells), default=0.0)


def _measure(text: str) -> float:
    return sum(map(_letter, text)) * _SIZE


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return _LEAST
    if letter in _WIDE:
        return _MOST
    return _CAPITAL if letter.isupper() else _MIDDLE


def _share(wishes: Sequence[float], room: int) -> tuple[int, ...]:
    scale = room / sum(wishes)
    return tuple(int(wish * scale) for wish in wishes)
