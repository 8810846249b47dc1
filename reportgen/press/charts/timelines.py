"""The year's activities: a lane a kind, a dot a day, each with its date and its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportgen.errors import TemplateError
from reportgen.model.figures import Lane, Occasion, Timeline
from reportgen.press.charts import scales
from reportgen.press.charts.layout import Dot, Label, Layout, Mark, Path, Shape
from reportgen.press.charts.palette import PAPER, SHAPES, tint
from reportgen.press.charts.scales import Scale
from reportgen.press.charts.style import INK, SOFT, Style
from reportgen.press.charts.texts import GAP, LEADING, pens

RADIUS = 3.0
ROW = 12.5
LANE_GAP = 9.0
WIDEST_NAMES = 0.22
WIDEST_LABELS = 0.62
COLUMN_GAP = 12.0
LEAST = 120.0
HEAD = 20.0
TICK = 3.0
HAIRLINE = 0.6
PALE = 0.25
DAY_GAP = 4.0
# Wider than between a dot and its own words, so that nobody takes them for another's.
NOTE_GAP = 14.0
STEPS = (1, 2, 3, 6)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the year begins and ends, in days and in points."""

    width: float
    scale: Scale


@dataclass(frozen=True, slots=True)
class Note:
    """A dot with its words: `row` is the first of the lane's rows that it takes, `lines` the name's."""

    occasion: Occasion
    x: float
    left: float
    right: float
    lines: tuple[str, ...]
    row: int = 0


def lay_out(chart: Timeline, style: Style, peers: Sequence[Timeline] = ()) -> Layout:
    """The lanes one below another. What is only planned is a hollow dot; a day not recorded a dotted one, at the start.

    `peers` share the width of their lanes' names. A day outside the chart's days is a `TemplateError`.
    """
    frame = _frame(chart, peers or (chart,), style)
    marks: list[Mark] = _axis(chart, frame)
    labels = _months(chart, frame, style)
    top = HEAD
    for number, lane in enumerate(chart.lanes):
        if number:
            y = top - LANE_GAP / 2
            marks.append(Path(((0.0, y), (frame.width, y)), tint(SOFT, PALE), HAIRLINE))
        placed = _lane(lane, chart, frame, SHAPES[number % len(SHAPES)], style).moved(0, top)
        marks += placed.marks
        labels += placed.labels
        top += placed.height + LANE_GAP
    return Layout(frame.width, max(top - LANE_GAP, HEAD + ROW), (), tuple(labels), tuple(marks))


def _frame(chart: Timeline, peers: Sequence[Timeline], style: Style) -> Frame:
    strong = pens(style)[1]
    width = scales.points(chart)
    names = [lane.name for peer in peers for lane in peer.lanes]
    words = [word for name in names for word in name.split()]
    start = min(strong.widest(names), max(width * WIDEST_NAMES, strong.widest(words)))
    start += COLUMN_GAP if start else RADIUS
    scales.refuse_narrow(chart, width - start, LEAST)
    return Frame(width, Scale(0, (chart.last - chart.first).days + 1, start, width))


def _axis(chart: Timeline, frame: Frame) -> list[Mark]:
    """A line with a tick where each month begins."""
    y, scale = HEAD - 6.0, frame.scale
    marks: list[Mark] = [Path(((scale.start, y), (scale.end, y)), INK, HAIRLINE)]
    for day in _firsts(chart):
        x = scale.at((day - chart.first).days)
        marks.append(Path(((x, y), (x, y + TICK)), INK, HAIRLINE))
    return marks


def _firsts(chart: Timeline) -> list[date]:
    """The first day of each month, and of the chart."""
    days = [chart.first]
    while (following := (days[-1].replace(day=1) + timedelta(days=32)).replace(day=1)) <= chart.last:
        days.append(following)
    return days


def _months(chart: Timeline, frame: Frame, style: Style) -> list[Label]:
    """The names of the months from their ticks on: all, or every second, third or sixth, as there is room."""
    pen = pens(style)[2]
    labels = [
        pen.left(name, frame.scale.at((day - chart.first).days), HEAD - 9.0)
        for day, name in zip(_firsts(chart), chart.months, strict=False)
    ]
    return next((labels[::step] for step in STEPS if _fits(labels[::step], frame.width)), labels[:1])


def _fits(labels: Sequence[Label], width: float) -> bool:
    ends = [*(label.x - GAP for label in labels[1:]), width]
    return all(label.right <= end for label, end in zip(labels, ends, strict=False))


def _lane(lane: Lane, chart: Timeline, frame: Frame, shape: Shape, style: Style) -> Layout:
    """One lane from its top: its name at the left, its activities in as few rows as keep them apart."""
    strong = pens(style)[1]
    names = strong.lines(lane.name, frame.scale.start - COLUMN_GAP) if lane.name else ()
    notes = _pack([_note(occasion, chart, frame, style) for occasion in lane.occasions])
    rows = max([1, *(note.row + len(note.lines) for note in notes)])
    height = max(rows * ROW, len(names) * LEADING)
    labels = strong.block(names, 0.0, ROW / 2 + (len(names) - 1) * LEADING / 2)
    marks: list[Mark] = []
    for note in notes:
        y = note.row * ROW + ROW / 2
        marks.append(_dot(note, y, shape, style))
        labels += _words(note, y, style)
    return Layout(frame.width, height, (), tuple(labels), tuple(marks))


def _note(occasion: Occasion, chart: Timeline, frame: Frame, style: Style) -> Note:
    """The words to the right of the dot, or to the left where they need fewer lines there."""
    plain, _, small = pens(style)
    x = _place(occasion, chart, frame)
    day = RADIUS + GAP + small.width(occasion.shown) + (DAY_GAP if occasion.shown else 0.0)
    most = (frame.width - frame.scale.start) * WIDEST_LABELS
    rooms = [min(room - day, most) for room in (frame.width - x, x - frame.scale.start)]
    sides = [plain.lines(occasion.label, max(room, plain.size)) for room in rooms]
    rightwards = len(sides[0]) <= len(sides[1])
    lines = sides[0] if rightwards else sides[1]
    width = day + plain.widest(lines)
    return Note(occasion, x, x - RADIUS if rightwards else x - width, x + width if rightwards else x + RADIUS, lines)


def _place(occasion: Occasion, chart: Timeline, frame: Frame) -> float:
    if occasion.day is None:
        return frame.scale.start + RADIUS
    if not chart.first <= occasion.day <= chart.last:
        message = (
            f"figure {chart.code}: {occasion.label!r} of {occasion.day} lies outside {chart.first} to {chart.last}; "
            "leave it out, or let the figure begin earlier or end later"
        )
        raise TemplateError(message)
    # The middle of the day, and never so near the edge that the dot is cut.
    x = frame.scale.at((occasion.day - chart.first).days + 0.5)
    return min(max(x, frame.scale.start + RADIUS), frame.scale.end - RADIUS)


def _pack(notes: Sequence[Note]) -> list[Note]:
    """Each note in the first row from which all its lines are free."""
    packed: list[Note] = []
    for note in notes:
        row = 0
        while any(_meet(replace(note, row=row), other) for other in packed):
            row += 1
        packed.append(replace(note, row=row))
    return packed


def _meet(one: Note, other: Note) -> bool:
    beside = one.right + NOTE_GAP <= other.left or other.right + NOTE_GAP <= one.left
    apart = one.row + len(one.lines) <= other.row or other.row + len(other.lines) <= one.row
    return not beside and not apart


def _dot(note: Note, y: float, shape: Shape, style: Style) -> Dot:
    if note.occasion.day is None:
        return Dot(note.x, y, RADIUS - 0.3, PAPER, SOFT, 0.9, shape, (1.0, 1.0))
    if not note.occasion.held:
        return Dot(note.x, y, RADIUS - 0.3, PAPER, style.accent, 1.1, shape)
    return Dot(note.x, y, RADIUS, style.accent, shape=shape)


def _words(note: Note, y: float, style: Style) -> list[Label]:
    plain, _, small = pens(style)
    start = note.x + RADIUS + GAP if note.right > note.x + RADIUS else note.left
    day = small.left(note.occasion.shown, start, plain.on(y))
    name = day.right + DAY_GAP if note.occasion.shown else start
    lines = [plain.left(text, name, plain.on(y) + row * ROW) for row, text in enumerate(note.lines)]
    return [day, *lines] if note.occasion.shown else lines
