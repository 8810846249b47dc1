"""Texts on a chart: set left, right or centred, in lines, and moved apart where they would meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

from reportgen.press.charts.layout import Label
from reportgen.press.charts.style import INK, SOFT, Face, Style
from reportgen.press.charts.wrapping import wrap

LEADING = 11.0
# Half the height of a capital of Inter (0.727 em): puts a text's middle on its mark's.
HALF_CAPITAL = 0.364
# Inter's letters with their accents and tails, in em above and below the baseline.
RISE, FALL = 0.96, 0.22
GAP = 5.0


@dataclass(frozen=True, slots=True)
class Pen:
    """A face, a size and a colour to write with."""

    style: Style
    size: float
    face: Face = Face.REGULAR
    colour: str = INK

    def width(self, text: str) -> float:
        """How wide the text will be."""
        return self.style.measure(text, self.face, self.size)

    def widest(self, texts: Sequence[str]) -> float:
        """The width of the widest, 0 of none."""
        return max(map(self.width, texts), default=0.0)

    def left(self, text: str, x: float, baseline: float) -> Label:
        """The text from x on."""
        return Label(text, x, baseline, self.width(text), self.face, self.size, self.colour)

    def right(self, text: str, x: float, baseline: float) -> Label:
        """The text up to x."""
        return self.left(text, x - self.width(text), baseline)

    def centred(self, text: str, x: float, baseline: float) -> Label:
        """The text with its middle at x."""
        return self.left(text, x - self.width(text) / 2, baseline)

    def within(self, text: str, x: float, baseline: float, edges: tuple[float, float]) -> Label:
        """The text with its middle at x, or as near as the edges let it."""
        start = min(x - self.width(text) / 2, edges[1] - self.width(text))
        return self.left(text, max(start, edges[0]), baseline)

    def column(self, texts: Sequence[str], most: float, room: float) -> float:
        """How wide a column these texts get: their widest, `most` at most, and less where `room` is less.

        No word is broken to save room.
        """
        words = [word for text in texts for word in text.split(" ")]
        return min(self.widest(texts), most, max(self.widest(words), room))

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The text in lines no wider than this."""
        # A column as wide as its widest text must hold it, whatever the last digit of the sum says.
        return wrap(text, width + 0.01, partial(self.style.measure, face=self.face, size=self.size))

    def on(self, y: float) -> float:
        """The baseline of a text whose capitals have their middle at y."""
        return y + HALF_CAPITAL * self.size

    def block(self, lines: Sequence[str], x: float, y: float) -> list[Label]:
        """Lines from x on, their middle at y."""
        first = self.on(y) - (len(lines) - 1) * LEADING / 2
        return [self.left(line, x, first + number * LEADING) for number, line in enumerate(lines)]


def pens(style: Style) -> tuple[Pen, Pen, Pen]:
    """For labels, for figures, for small words."""
    return (
        Pen(style, style.label_size),
        Pen(style, style.label_size, Face.STRONG),
        Pen(style, style.small_size, colour=SOFT),
    )


def spread(middles: Sequence[float], heights: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """The middles moved as little as keeps blocks of these heights apart and between low and high, in their order.

    Where all together are too high for the room, they begin at `low` and leave it at the other end.
    """
    order = sorted(range(len(middles)), key=lambda number: (middles[number], number))
    steps = [(heights[one] + heights[other]) / 2 for one, other in pairwise(order)]
    offsets = list(accumulate(steps, initial=0.0))
    level = _level([middles[number] - offset for number, offset in zip(order, offsets, strict=False)])
    first = low + heights[order[0]] / 2 if order else low
    last = high - heights[order[-1]] / 2 - offsets[-1] if order else high
    moved = dict(zip(order, (max(first, min(last, y)) + o for y, o in zip(level, offsets, strict=False)), strict=True))
    return tuple(moved[number] for number in range(len(middles)))


def _level(wanted: Sequence[float]) -> list[float]:
    """The nearest numbers that never fall (isotonic regression: neighbours out of order share their mean)."""
    pools: list[tuple[float, int]] = []
    for value in wanted:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, n), (other, m) = pools[-2:]
            pools[-2:] = [((one * n + other * m) / (n + m), n + m)]
    return [mean for mean, count in pools for _ in range(count)]
