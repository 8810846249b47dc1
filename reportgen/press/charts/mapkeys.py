"""How large a dot is: circles of a few round values, one in another, and the rings for zero and not recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from reportgen.model.figures import Amount, NordicMap
from reportgen.press.charts.layout import Dot, Label, Mark, Path
from reportgen.press.charts.palette import PAPER
from reportgen.press.charts.placement import Box
from reportgen.press.charts.style import MARK, SOFT, Style
from reportgen.press.charts.texts import FALL, LEADING, RISE, Pen, pens, spread

HAIRLINE = 0.7
KEY_GAP = 6.0
LEADER = 8.0
EDGE = 2.0
HOLLOW = 2.4
WIDEST = 0.3


@dataclass(frozen=True, slots=True)
class SizeKey:
    """The circles, the words, and the room they fill."""

    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    box: Box


def size_key(chart: NordicMap, unit: float, size: tuple[float, float], style: Style) -> SizeKey:
    """The key in the lower right corner, where the map is sea; nothing where the chart has no sizes."""
    pen = pens(style)[2]
    amounts = sorted((amount for amount in chart.sizes if amount.value), key=lambda amount: -(amount.value or 0))
    rings = _rings(chart)
    if not amounts and not rings:
        return SizeKey((), (), Box(size[0], size[1], size[0], size[1]))
    radii = [unit * sqrt(amount.value or 0) for amount in amounts]
    widest = pen.widest([amount.shown for amount in (*amounts, *rings)])
    heads = pen.lines(chart.sizes_label, size[0] * WIDEST) if chart.sizes_label else ()
    radius = max(radii, default=HOLLOW)
    right = max(2 * radius + LEADER + KEY_GAP + widest, pen.widest(heads))
    left = size[0] - right
    bottom = size[1] - EDGE
    foot = bottom - len(rings) * LEADING
    marks, labels = _ringed(rings, (left + radius, bottom), left + 2 * radius + LEADER, pen)
    circles, numbers = _circles(list(zip(amounts, radii, strict=True)), (left + radius, foot), pen)
    top = min([foot - 2 * radius, *(label.y - RISE * label.size for label in numbers)], default=foot)
    titles = [pen.left(line, left, top - KEY_GAP - (len(heads) - 1 - n) * LEADING) for n, line in enumerate(heads)]
    box = Box(left - KEY_GAP, top - (KEY_GAP + len(heads) * LEADING if heads else 0), *size)
    return SizeKey((*circles, *marks), (*titles, *numbers, *labels), box)


def _rings(chart: NordicMap) -> list[Amount]:
    """Zero and not recorded, where the map has them, each once, in the words of their spots."""
    rings = []
    for wanted in (0, None):
        match = (spot.amount for spot in chart.spots if spot.amount.value == wanted and spot.amount.shown)
        rings += list(match)[:1]
    return rings


def _ringed(rings: Sequence[Amount], foot: tuple[float, float], x: float, pen: Pen) -> tuple[list[Mark], list[Label]]:
    marks: list[Mark] = []
    labels: list[Label] = []
    for number, amount in enumerate(reversed(rings)):
        y = foot[1] - number * LEADING - LEADING / 2
        dashes = (1.0, 1.0) if amount.value is None else ()
        marks.append(Dot(foot[0], y, HOLLOW if amount.value is None else HOLLOW - 0.8, PAPER, SOFT, 0.9, dashes=dashes))
        labels.append(pen.left(amount.shown, x + KEY_GAP, pen.on(y)))
    return marks, labels


def _circles(
    sizes: Sequence[tuple[Amount, float]], foot: tuple[float, float], pen: Pen
) -> tuple[list[Mark], list[Label]]:
    """The circles standing on one point, each with a line from its top to its value."""
    if not sizes:
        return [], []
    x, bottom = foot
    widest = max(radius for _, radius in sizes)
    tops = [bottom - 2 * radius for _, radius in sizes]
    places = spread(
        tops, [LEADING - 1] * len(tops), bottom - 2 * widest - len(tops) * LEADING, bottom - FALL * pen.size
    )
    marks: list[Mark] = []
    labels: list[Label] = []
    end = x + widest + LEADER
    for (amount, radius), top, place in zip(sizes, tops, places, strict=True):
        marks.append(Dot(x, bottom - radius, radius, PAPER, MARK, HAIRLINE))
        marks.append(Path(((x, top), (end - LEADER / 2, top), (end, place), (end + KEY_GAP - 2, place)), MARK, 0.6))
        labels.append(pen.left(amount.shown, end + KEY_GAP, pen.on(place)))
    return marks, labels
