"""From the year before to this one: a line a category, its value at both ends, its name at the second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.figures import Amount, Change, Slope
from reportgen.press.charts import scales
from reportgen.press.charts.layout import Dot, Label, Layout, Mark, Path, Point
from reportgen.press.charts.palette import PAPER
from reportgen.press.charts.scales import Scale
from reportgen.press.charts.style import INK, MARK, SOFT, Face, Style
from reportgen.press.charts.texts import GAP, LEADING, Pen, pens, spread

RADIUS = 2.6
BREADTH, MARKED_BREADTH = 1.2, 2.2
HEAD = 20.0
WIDEST_NAMES = 0.42
LEAST = 40.0
HEIGHT = 0.5
LEAST_HEIGHT = 80.0
MOST_HEIGHT = 150.0
AIR = 1.25
# How far below zero the level lies of what was not recorded.
LOST = 16.0
HAIRLINE = 0.6


@dataclass(frozen=True, slots=True)
class Frame:
    """Where both years stand, where a value lies, and the names in their lines."""

    left: float
    right: float
    ys: Scale
    foot: float
    names: tuple[tuple[str, ...], ...]

    def level(self, amount: Amount) -> float:
        """Where an end lies; without a value, below zero."""
        return self.ys.start + LOST if amount.value is None else self.ys.at(float(amount.value))


def lay_out(chart: Slope, style: Style, peers: Sequence[Slope] = ()) -> Layout:
    """The lines from zero, in the order given, the marked ones last and in the accent; `peers` share one scale.

    A year that was not recorded is a hollow dotted mark on a level of its own, below the others, without a line.
    """
    frame = _frame(chart, peers or (chart,), style)
    marks: list[Mark] = [_upright(frame.left, frame), _upright(frame.right, frame)]
    for change in sorted(chart.changes, key=_is_marked):
        marks += _drawn(change, frame, style)
    labels = [*_heads(chart, frame, style), *_befores(chart, frame, style), *_afters(chart, frame, style)]
    return Layout(scales.points(chart), frame.foot, (), tuple(labels), tuple(marks))


def _frame(chart: Slope, peers: Sequence[Slope], style: Style) -> Frame:
    width = scales.points(chart)
    changes = [change for peer in peers for change in peer.changes]
    left = _widest([change.before for change in changes], style) + RADIUS + GAP
    values = _widest([change.after for change in changes], style) + RADIUS + GAP
    room = width - left - values - GAP - LEAST
    faces = [(_face(change, style), change.name) for change in changes]
    column = max((pen.column([name], width * WIDEST_NAMES, room) for pen, name in faces), default=0.0)
    right = width - values - GAP - column
    scales.refuse_narrow(chart, right - left, LEAST - GAP)
    lines = [_names(peer, column, style) for peer in peers]
    highest = max(sum(map(len, one)) for one in lines) * LEADING * AIR
    height = max(min(width * HEIGHT, MOST_HEIGHT), LEAST_HEIGHT, highest)
    amounts = [amount for change in changes for amount in (change.before, change.after)]
    ys = scales.from_zero(amounts, HEAD + height, HEAD + LEADING / 2)
    lost = max(_lost(peer, one) for peer, one in zip(peers, lines, strict=True))
    foot = ys.start + LEADING / 2 + 2 + (LOST + (lost - 1) * LEADING if lost else 0.0)
    return Frame(left, right, ys, foot, _names(chart, column, style))


def _names(chart: Slope, width: float, style: Style) -> tuple[tuple[str, ...], ...]:
    return tuple(_face(change, style).lines(change.name, width) for change in chart.changes)


def _face(change: Change, style: Style) -> Pen:
    """What a line's name is set in: strong where it is marked, which is broader."""
    return pens(style)[1 if change.marked else 0]


def _lost(chart: Slope, names: Sequence[Sequence[str]]) -> int:
    """How many lines the names without a second value take; one at least where a first value is missing."""
    lines = [len(name) for name, one in zip(names, chart.changes, strict=True) if one.after.value is None]
    return max(sum(lines), int(any(one.before.value is None for one in chart.changes)))


def _widest(amounts: Sequence[Amount], style: Style) -> float:
    _, strong, small = pens(style)
    known = [amount.shown for amount in amounts if amount.value is not None]
    return max(strong.widest(known), small.widest([amount.shown for amount in amounts if amount.value is None]))


def _upright(x: float, frame: Frame) -> Path:
    return Path(((x, frame.ys.end - LEADING / 2), (x, frame.ys.start)), MARK, HAIRLINE)


def _ends(change: Change, frame: Frame) -> tuple[Point, Point]:
    return (frame.left, frame.level(change.before)), (frame.right, frame.level(change.after))


def _drawn(change: Change, frame: Frame, style: Style) -> list[Mark]:
    colour = style.accent if change.marked else MARK
    breadth = MARKED_BREADTH if change.marked else BREADTH
    ends = _ends(change, frame)
    amounts = (change.before, change.after)
    marks: list[Mark] = []
    if all(amount.value is not None for amount in amounts):
        marks.append(Path(ends, colour, breadth, casing=0.8 if change.marked else 0.0))
    for amount, (x, y) in zip(amounts, ends, strict=True):
        if amount.value is None:
            marks.append(Dot(x, y, RADIUS, PAPER, SOFT, 0.9, dashes=(1.0, 1.0)))
        else:
            marks.append(Dot(x, y, RADIUS, colour, PAPER, 0.8))
    return marks


def _heads(chart: Slope, frame: Frame, style: Style) -> list[Label]:
    """The two years above their uprights, turned inwards where they would leave the canvas."""
    pen = pens(style)[2]
    width = scales.points(chart)
    before = pen.within(chart.before_label, frame.left, LEADING - 2, (0.0, width))
    after = Pen(style, style.small_size, Face.STRONG, INK)
    return [before, after.within(chart.after_label, frame.right, LEADING - 2, (before.right + GAP, width))]


def _pen(change: Change, amount: Amount, style: Style) -> Pen:
    if amount.value is None:
        return pens(style)[2]
    return Pen(style, style.label_size, Face.STRONG, style.accent if change.marked else INK)


def _befores(chart: Slope, frame: Frame, style: Style) -> list[Label]:
    """The first values; the same one of several lines is printed once, in the accent if a marked line has it."""
    every = {change.before: _pen(change, change.before, style) for change in sorted(chart.changes, key=_is_marked)}
    places = spread([frame.level(amount) for amount in every], [LEADING] * len(every), HEAD - 4, frame.foot)
    return [
        pen.right(amount.shown, frame.left - RADIUS - GAP, pen.on(place))
        for (amount, pen), place in zip(every.items(), places, strict=True)
    ]


def _is_marked(change: Change) -> bool:
    return change.marked


def _afters(chart: Slope, frame: Frame, style: Style) -> list[Label]:
    middles = [_ends(change, frame)[1][1] for change in chart.changes]
    heights = [len(lines) * LEADING for lines in frame.names]
    places = spread(middles, heights, HEAD - 4, frame.foot)
    labels: list[Label] = []
    for change, lines, place in zip(chart.changes, frame.names, places, strict=True):
        labels += _after(change, lines, (frame.right, place - (len(lines) - 1) * LEADING / 2), style)
    return labels


def _after(change: Change, lines: Sequence[str], place: Point, style: Style) -> list[Label]:
    pen = _pen(change, change.after, style)
    name = Pen(style, style.label_size, Face.STRONG if change.marked else Face.REGULAR)
    value = pen.left(change.after.shown, place[0] + RADIUS + GAP, pen.on(place[1]))
    return [
        value,
        *(name.left(text, value.right + GAP, name.on(place[1]) + row * LEADING) for row, text in enumerate(lines)),
    ]
