"""Trends over editions: lines from zero, named at their end, with a gap where nothing was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportgen.errors import TemplateError
from reportgen.model.figures import Amount, Line, Lines
from reportgen.press.charts import scales
from reportgen.press.charts.layout import Area, Dot, Label, Layout, Mark, Path, Point, Shape
from reportgen.press.charts.palette import DASHES, PAPER, SHAPES, inks, tint
from reportgen.press.charts.scales import Scale
from reportgen.press.charts.style import INK, Face, Style
from reportgen.press.charts.texts import FALL, GAP, LEADING, RISE, Pen, pens, spread

BREADTH = 1.8
RADIUS = 2.6
HEIGHT = 0.42
LEAST_HEIGHT, MOST_HEIGHT = 70.0, 96.0
WIDEST_NAMES = 0.36
LEAST = 40.0
HEAD = 14.0
TICK = 3.0
FOOT = 18.5
PALE = 0.14
NEAR = 3.0
AXIS = 0.6


@dataclass(frozen=True, slots=True)
class Look:
    """How one line is told from the others: colour, dashes, the shape of its points."""

    colour: str
    dashes: tuple[float, ...]
    shape: Shape


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the steps and the values lie, and how the lines look."""

    xs: tuple[float, ...]
    ys: Scale
    looks: tuple[Look, ...]

    def point(self, step: int, value: float) -> Point:
        """Where a value of a step lies."""
        return self.xs[step], self.ys.at(value)

    @property
    def end(self) -> float:
        """Where the names begin."""
        return (self.xs[-1] if self.xs else 0.0) + RADIUS + GAP


def lay_out(chart: Lines, style: Style, peers: Sequence[Lines] = ()) -> Layout:
    """The lines from the first step to the last; `peers` share both scales.

    What was not recorded breaks the line and is a hollow dotted mark on the axis, with its words below the step.
    More than four lines, or an area below several or below zero, are a `TemplateError`.
    """
    peers = peers or (chart,)
    scales.refuse_many(chart, len(chart.lines))
    if chart.area:
        _refuse_area(chart)
    frame = _frame(chart, peers, style)
    marks: list[Mark] = [_axis(frame)]
    labels = [*_steps(chart, frame, style), *_ends(chart, frame, style)]
    for number, line in enumerate(chart.lines):
        marks += _drawn(line, frame, frame.looks[number], filled=chart.area)
    if len(chart.lines) == 1:
        labels += _between(chart.lines[0], frame, style)
    lost = any(_lost(chart, step) for peer in peers for step in range(len(peer.steps)))
    bottom = frame.ys.start + FOOT + (LEADING if lost else 0.0)
    return Layout(scales.points(chart), bottom, (), tuple(labels), (*marks, *_gaps(chart, frame)))


def _refuse_area(chart: Lines) -> None:
    scales.refuse_negative(chart, [amount for line in chart.lines for amount in line.amounts])
    if len(chart.lines) > 1:
        message = f"figure {chart.code}: one area would hide another; draw lines, or an area in each of small multiples"
        raise TemplateError(message)


def _frame(chart: Lines, peers: Sequence[Lines], style: Style) -> Frame:
    plain, strong, small = pens(style)
    width = scales.points(chart)
    names = [line.name for peer in peers for line in peer.lines]
    lasts = [amount.shown for peer in peers for line in peer.lines for amount in line.amounts[-1:]]
    firsts = [amount.shown for peer in peers for line in peer.lines for amount in line.amounts[:1] if _known(amount)]
    column = strong.widest(lasts) + (min(plain.widest(names), width * WIDEST_NAMES) + GAP if any(names) else 0.0)
    left = max(strong.widest(firsts) + GAP + RADIUS, small.widest([step for p in peers for step in p.steps[:1]]) / 2)
    right = width - max(column + GAP + RADIUS, small.widest([step for p in peers for step in p.steps[-1:]]) / 2)
    scales.refuse_narrow(chart, right - left, LEAST)
    amounts = [amount for peer in peers for line in peer.lines for amount in line.amounts]
    height = max(min(max(width * HEIGHT, LEAST_HEIGHT), MOST_HEIGHT), _blocks(peers, style))
    count = len(chart.steps)
    xs = tuple(left + (right - left) * step / max(count - 1, 1) for step in range(count))
    colours = inks(style.accent, max(len(chart.lines), 1))[: len(chart.lines)]
    looks = zip(colours, DASHES, SHAPES, strict=False)
    return Frame(xs, scales.from_zero(amounts, HEAD + height, HEAD), tuple(Look(*look) for look in looks))


def _blocks(peers: Sequence[Lines], style: Style) -> float:
    """How high the names of the lines are together."""
    return max(sum(map(len, _names(peer, style))) * LEADING for peer in peers)


def _names(chart: Lines, style: Style) -> list[tuple[str, ...]]:
    pen = pens(style)[0]
    return [pen.lines(line.name, scales.points(chart) * WIDEST_NAMES) for line in chart.lines]


def _known(amount: Amount) -> bool:
    return amount.value is not None


def _axis(frame: Frame) -> Path:
    y = frame.ys.at(0)
    return Path(((frame.xs[0] if frame.xs else 0.0, y), (frame.xs[-1] if frame.xs else 0.0, y)), INK, AXIS)


def _runs(line: Line) -> Iterator[list[tuple[int, float]]]:
    """The stretches of steps without a gap."""
    steps = [(step, amount.value) for step, amount in enumerate(line.amounts)]
    for known, run in groupby(steps, key=lambda pair: pair[1] is not None):
        if known:
            yield [(step, float(value)) for step, value in run if value is not None]


def _drawn(line: Line, frame: Frame, look: Look, *, filled: bool) -> Iterator[Mark]:
    for run in _runs(line):
        points = tuple(frame.point(step, value) for step, value in run)
        if filled and len(points) > 1:
            floor = frame.ys.at(0)
            ring = (*points, (points[-1][0], floor), (points[0][0], floor))
            yield Area((ring,), tint(look.colour, PALE))
        if len(points) > 1:
            yield Path(points, look.colour, BREADTH, look.dashes)
        for x, y in points:
            yield Dot(x, y, RADIUS, look.colour, PAPER, 0.8, look.shape)


def _lost(chart: Lines, step: int) -> str:
    """The words below a step where a line has no value."""
    return next((line.amounts[step].shown for line in chart.lines if not _known(line.amounts[step])), "")


def _gaps(chart: Lines, frame: Frame) -> Iterator[Dot]:
    """A hollow mark for each line without a value at a step, standing on the axis one upon the other."""
    for step, x in enumerate(frame.xs):
        level = 0
        for line, look in zip(chart.lines, frame.looks, strict=True):
            if not _known(line.amounts[step]):
                y = frame.ys.at(0) - level * (2 * RADIUS + 2.0)
                yield Dot(x, y, RADIUS, PAPER, look.colour, 0.9, look.shape, (1.0, 1.0))
                level += 1


def _steps(chart: Lines, frame: Frame, style: Style) -> list[Label]:
    """The names of the steps: the first, the last, and those between that have room; below, the words for a gap."""
    pen = pens(style)[2]
    edges = (0.0, scales.points(chart))
    baseline = frame.ys.start + FOOT - 4
    labels = [pen.within(text, x, baseline, edges) for text, x in zip(chart.steps, frame.xs, strict=True)]
    lost = [
        pen.within(_lost(chart, step), x, baseline + LEADING, edges)
        for step, x in enumerate(frame.xs)
        if _lost(chart, step)
    ]
    return [*_apart(labels), *_apart(lost)]


def _apart(labels: Sequence[Label]) -> list[Label]:
    """The first, the last, and as many between, from the left, as do not meet."""
    kept = list(labels[:1])
    for label in labels[1:-1]:
        if kept[-1].right + GAP <= label.x and label.right + GAP <= labels[-1].x:
            kept.append(label)
    if len(labels) > 1 and kept[-1].right + GAP <= labels[-1].x:
        kept.append(labels[-1])
    return kept


def _ends(chart: Lines, frame: Frame, style: Style) -> list[Label]:
    """At the end of each line its last value and its name; at its start, its first value."""
    names = _names(chart, style)
    top, bottom = 0.0, frame.ys.start + LEADING / 2
    middles = [frame.ys.at(_last(line)) for line in chart.lines]
    places = spread(middles, [len(lines) * LEADING for lines in names], top, bottom)
    labels: list[Label] = []
    for line, look, lines, place in zip(chart.lines, frame.looks, names, places, strict=True):
        labels += _end(line, look, lines, (frame.end, place - (len(lines) - 1) * LEADING / 2), style)
    known = [
        (line, look) for line, look in zip(chart.lines, frame.looks, strict=True) if line.amounts[0].value is not None
    ]
    starts = spread(
        [frame.ys.at(float(line.amounts[0].value or 0)) for line, _ in known], [LEADING] * len(known), top, bottom
    )
    for (line, look), place in zip(known, starts, strict=True):
        if len(chart.steps) > 1:
            pen = Pen(style, style.label_size, Face.STRONG, look.colour)
            labels.append(pen.right(line.amounts[0].shown, frame.xs[0] - RADIUS - GAP, pen.on(place)))
    return labels


def _last(line: Line) -> float:
    """The last value that was recorded."""
    return next((float(amount.value) for amount in reversed(line.amounts) if amount.value is not None), 0.0)


def _end(line: Line, look: Look, lines: Sequence[str], place: Point, style: Style) -> list[Label]:
    plain, _, small = pens(style)
    amount = line.amounts[-1]
    pen = Pen(style, style.label_size, Face.STRONG, look.colour) if _known(amount) else small
    value = pen.left(amount.shown, place[0], pen.on(place[1]))
    names = [
        plain.left(text, value.right + GAP, plain.on(place[1]) + row * LEADING)
        for row, text in enumerate(lines)
        if text
    ]
    return [value, *names]


def _between(line: Line, frame: Frame, style: Style) -> list[Label]:
    """The values of a single line's inner points, on the side where the line is not."""
    pen = Pen(style, style.label_size, Face.STRONG, frame.looks[0].colour)
    labels: list[Label] = []
    for step in range(1, len(frame.xs) - 1):
        value = line.amounts[step].value
        if value is None:
            continue
        label = _beside(line, step, frame, pen)
        free = frame.xs[0] + RADIUS if not labels else labels[-1].right + NEAR
        if label.x >= free and label.right <= frame.xs[-1] - RADIUS:
            labels.append(label)
    return labels


def _beside(line: Line, step: int, frame: Frame, pen: Pen) -> Label:
    """Above a peak, below a trough, and above the rising or falling line on its outer side."""
    x, y = frame.point(step, float(line.amounts[step].value or 0))
    before, after = (_neighbour(line, step + way, frame, y) for way in (-1, 1))
    text = line.amounts[step].shown
    above, below = y - RADIUS - NEAR - FALL * pen.size, y + RADIUS + NEAR + RISE * pen.size - 2
    if before < y and after < y and below < frame.ys.start:
        return pen.centred(text, x, below)
    if before >= y > after or before > y >= after:
        return pen.right(text, x + NEAR, above)
    if before <= y < after or before < y <= after:
        return pen.left(text, x - NEAR, above)
    return pen.centred(text, x, above)


def _neighbour(line: Line, step: int, frame: Frame, default: float) -> float:
    value = line.amounts[step].value
    return default if value is None else frame.ys.at(float(value))
