"""Bars in parts: counts from zero, or shares of the whole width; the parts named above the first bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reportgen.model.figures import Amount, Stack, StackedBars
from reportgen.press.charts import bars, scales
from reportgen.press.charts.keys import Key, Look, key
from reportgen.press.charts.layout import Label, Layout, Mark, Path
from reportgen.press.charts.palette import fills
from reportgen.press.charts.style import INK, MARK, PAPER, SOFT, Face, Style
from reportgen.press.charts.texts import GAP, LEADING, Pen, pens, spread

BREADTH = 16.0
ROW = 25.0
SEAM = 1.0
PADDING = 1.5
LEAST = 40.0
LEADER = 7.0
FARTHEST = 45.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the axis stands and, for counts, how many points one unit is."""

    axis: float
    room: float
    most: float
    looks: tuple[Look, ...]

    def length(self, stack: Stack, value: float, *, share: bool) -> float:
        """How long a part is drawn."""
        whole = _whole(stack) if share else self.most
        return value / whole * self.room if whole else 0.0


def lay_out(chart: StackedBars, style: Style, peers: Sequence[StackedBars] = ()) -> Layout:
    """The stacks in their order; `peers` share one scale. A part too short for its figure goes without.

    A part that was not recorded is a dotted stub behind the others. A value below zero is a `TemplateError`.
    """
    peers = peers or (chart,)
    every = [stack for peer in peers for stack in peer.stacks]
    scales.refuse_many(chart, sum(series.recorded for series in chart.series))
    scales.refuse_negative(chart, [amount for stack in every for amount in stack.amounts])
    frame = _frame(chart, every, style)
    names = _names(chart, frame, style)
    marks: list[Mark] = list(names.marks)
    labels: list[Label] = list(names.labels)
    top = names.height
    for stack in chart.stacks:
        placed = _stack(stack, chart, frame, style)
        marks += placed.moved(0, top).marks
        labels += placed.moved(0, top).labels
        top += placed.height
    bottom = max(top, ROW)
    if not chart.share:
        reach = (ROW - BREADTH) / 2 - 2
        marks.append(Path(((frame.axis, names.height + reach), (frame.axis, bottom - reach)), INK, bars.AXIS_BREADTH))
    return Layout(scales.points(chart), bottom, (), tuple(labels), tuple(marks))


def _whole(stack: Stack) -> float:
    return sum(scales.recorded(stack.amounts))


def _frame(chart: StackedBars, stacks: Sequence[Stack], style: Style) -> Frame:
    plain, strong, small = pens(style)
    width = scales.points(chart)
    total = strong.widest([stack.total for stack in stacks])
    # Behind the bar: its total, and the stub with its words where a part was not recorded.
    lost = [small.width(_lost(stack)) + bars.STUB + 2 * GAP for stack in stacks if _lost(stack)]
    tail = max([total + GAP if total else 0.0, *(part + total + GAP for part in lost)])
    labels = [stack.label for stack in stacks]
    column = plain.column(labels, width * bars.WIDEST_COLUMN, width - tail - LEAST - bars.COLUMN_GAP)
    axis = column + bars.COLUMN_GAP if column else 0.0
    room = width - axis - tail
    scales.refuse_narrow(chart, room, LEAST)
    colours = iter(fills(style.accent, sum(series.recorded for series in chart.series)))
    looks = tuple(Look(next(colours) if series.recorded else PAPER, series.recorded) for series in chart.series)
    return Frame(axis, room, max((_whole(stack) for stack in stacks), default=0.0), looks)


def _lost(stack: Stack) -> str:
    """The words for a part that was not recorded."""
    return next((amount.shown for amount in stack.amounts if amount.value is None), "")


def _names(chart: StackedBars, frame: Frame, style: Style) -> Key:
    """The names of the parts, each above its part of the first bar, or in a key where they would stray too far."""
    plain = pens(style)[0]
    names = [series.name for series in chart.series]
    above = _above(chart, frame, names, plain) if chart.stacks else None
    return above or key(names, frame.looks, frame.axis, scales.points(chart), plain)


def _above(chart: StackedBars, frame: Frame, names: Sequence[str], pen: Pen) -> Key | None:
    first = chart.stacks[0]
    lengths = [frame.length(first, amount.value or 0, share=chart.share) for amount in first.amounts]
    if min(lengths, default=0.0) < PADDING:
        return None
    ends = list(accumulate(lengths, initial=frame.axis))
    middles = [(left + right) / 2 for left, right in pairwise(ends)]
    widths = [pen.width(name) + 2 * GAP for name in names]
    places = spread(middles, widths, frame.axis - GAP, scales.points(chart) + GAP)
    strays = max(abs(place - middle) for place, middle in zip(places, middles, strict=True))
    if strays > FARTHEST or sum(widths) > scales.points(chart) - frame.axis + 2 * GAP:
        return None
    labels = tuple(pen.centred(name, place, LEADING - 2) for name, place in zip(names, places, strict=True))
    leaders = [
        Path(((place, LEADING + 1), (middle, LEADING + LEADER)), MARK, 0.6)
        for place, middle in zip(places, middles, strict=True)
    ]
    return Key(tuple(leaders), labels, LEADING + LEADER - (ROW - BREADTH) / 2 + 1)


def _stack(stack: Stack, chart: StackedBars, frame: Frame, style: Style) -> Layout:
    """One stack, from the top of its band: its label, its parts with their figures, its total."""
    plain, strong, _ = pens(style)
    lines = plain.lines(stack.label, frame.axis - bars.COLUMN_GAP) if frame.axis else ()
    height = max(ROW, (len(lines) + 1) * LEADING)
    middle = height / 2
    marks: list[Mark] = []
    labels = plain.block(lines, 0.0, middle)
    x = frame.axis
    for amount, look in zip(stack.amounts, frame.looks, strict=True):
        length = frame.length(stack, amount.value or 0, share=chart.share)
        if length:
            # White between the parts: they stay apart where two greys would meet.
            end = max(x + length - SEAM, x + SEAM / 2)
            marks.append(look.box(x, middle - BREADTH / 2, end, middle + BREADTH / 2))
            labels += _figure(amount, (x, end), middle, Pen(style, style.label_size, Face.REGULAR, look.ink))
        x += length
    marks_after, labels_after = _tail(stack, x, middle, strong)
    return Layout(scales.points(chart), height, (), (*labels, *labels_after), (*marks, *marks_after))


def _figure(amount: Amount, edges: tuple[float, float], middle: float, pen: Pen) -> list[Label]:
    if pen.width(amount.shown) + 2 * PADDING > edges[1] - edges[0]:
        return []
    return [pen.centred(amount.shown, sum(edges) / 2, pen.on(middle))]


def _tail(stack: Stack, x: float, middle: float, pen: Pen) -> tuple[list[Mark], list[Label]]:
    """What stands behind the bar: the stub of what was not recorded, the total."""
    marks: list[Mark] = []
    labels: list[Label] = []
    if _lost(stack):
        small = pens(pen.style)[2]
        marks.append(Path(((x + 1.5, middle), (x + bars.STUB, middle)), SOFT, 1.0, (1.0, 2.0)))
        labels.append(small.left(_lost(stack), x + bars.STUB + GAP, small.on(middle)))
        x = labels[-1].right
    if stack.total:
        labels.append(pen.left(stack.total, x + GAP, pen.on(middle)))
    return marks, labels
