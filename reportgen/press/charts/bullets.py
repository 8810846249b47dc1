"""What was promised and what came of it: a bar, a tick for the target, a light mark for the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model.figures import Amount, Bullet, Judged
from reportgen.press.charts import bars, scales
from reportgen.press.charts.keys import corners
from reportgen.press.charts.layout import Area, Label, Layout, Mark, Path
from reportgen.press.charts.palette import tint
from reportgen.press.charts.scales import Scale
from reportgen.press.charts.style import INK, MARK, SOFT, Face, Style
from reportgen.press.charts.texts import LEADING, Pen, pens

BREADTH = 9.0
TARGET_REACH, TARGET_BREADTH = 8.0, 2.0
BASELINE_REACH, BASELINE_BREADTH = 6.0, 1.4
CASING = 0.9
ROW = 24.0
WIDEST_LABELS = 0.32
NARROWEST_HEAD = 46.0
COLUMN_GAP = 8.0
LEAST = 28.0
PALE = 0.10
HEAD_GAP = 4.0
TARGETS_STAND = 0.8
# The marks below the headings: the height they take, their length, the breadth of the bar's.
SAMPLE, SAMPLE_LENGTH, SAMPLE_BAR = 6.0, 16.0, 4.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column of numbers: which of the row's amounts, its heading in lines, its right edge, its width."""

    place: int
    lines: tuple[str, ...]
    right: float
    width: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The labels' width, the shared scale, the columns of numbers and their head, and where aligned targets stand."""

    labels: float
    scale: Scale
    columns: tuple[Column, ...]
    head: float
    stand: float


def lay_out(chart: Bullet, style: Style, peers: Sequence[Bullet] = ()) -> Layout:
    """The rows in their order, from zero; each number stands in its column, headed once. `peers` share one scale.

    An actual that was not recorded is a dotted stub. A value below zero is a `TemplateError`.
    """
    peers = peers or (chart,)
    every = [row for peer in peers for row in peer.rows]
    scales.refuse_negative(chart, [amount for row in every for amount in _amounts(row)])
    frame = _frame(chart, every, style)
    labels, marks = _heads(frame, style)
    top = frame.head
    for row in chart.rows:
        lines = pens(style)[0].lines(row.label, frame.labels)
        height = max(ROW, (len(lines) + 1) * LEADING)
        middle = top + height / 2
        marks += _drawn(row, _scale(row, frame, aligned=chart.aligned), middle, style)
        labels += [*pens(style)[0].block(lines, 0.0, middle), *_figures(row, frame, middle, style)]
        top += height
    bottom = max(top, frame.head + ROW)
    axis = frame.scale.start
    marks.append(Path(((axis, frame.head + 2), (axis, bottom - 2)), INK, bars.AXIS_BREADTH))
    return Layout(scales.points(chart), bottom, (), tuple(labels), tuple(marks))


# The places of a row's amounts, from left to right: baseline, actual, target.
BASELINE, ACTUAL, TARGET = 0, 1, 2


def _amounts(row: Judged) -> tuple[Amount | None, ...]:
    return row.baseline, row.actual, row.target


def _frame(chart: Bullet, rows: Sequence[Judged], style: Style) -> Frame:
    plain = pens(style)[0]
    width = scales.points(chart)
    columns = _columns(chart, rows, style)
    end = (columns[0].right - columns[0].width if columns else width) - COLUMN_GAP
    names = [row.label for row in rows]
    labels = plain.column(names, width * WIDEST_LABELS, end - LEAST - bars.COLUMN_GAP)
    start = labels + bars.COLUMN_GAP
    scales.refuse_narrow(chart, end - start, LEAST)
    head = max((len(column.lines) for column in columns), default=0) * LEADING + SAMPLE + HEAD_GAP
    scale = scales.from_zero([amount for row in rows for amount in _amounts(row)], start, end)
    return Frame(labels, scale, columns, head, _stand(rows))


def _columns(chart: Bullet, rows: Sequence[Judged], style: Style) -> tuple[Column, ...]:
    """From right to left: target, actual, baseline, those that any row has."""
    _, strong, small = pens(style)
    names = (chart.baseline_label, chart.actual_label, chart.target_label)
    found: list[Column] = []
    right = scales.points(chart)
    for place in (TARGET, ACTUAL, BASELINE):
        amounts = [amount for row in rows if (amount := _amounts(row)[place]) is not None]
        if amounts:
            numbers = strong.widest([amount.shown for amount in amounts])
            lines = small.lines(names[place], max(numbers, NARROWEST_HEAD, small.widest(names[place].split())))
            column = Column(place, lines, right, max(numbers, small.widest(lines)))
            found.insert(0, column)
            right -= column.width + COLUMN_GAP
    return tuple(found)


def _heads(frame: Frame, style: Style) -> tuple[list[Label], list[Mark]]:
    """The headings, their last lines on one level, each with the mark that stands for it in the rows."""
    small = pens(style)[2]
    foot = frame.head - HEAD_GAP - SAMPLE
    labels: list[Label] = []
    marks: list[Mark] = []
    for column in frame.columns:
        first = foot - (len(column.lines) - 1) * LEADING
        labels += [small.right(text, column.right, first + row * LEADING) for row, text in enumerate(column.lines)]
        marks.append(_sample(column, frame.head - SAMPLE / 2 - 1, style))
    return labels, marks


def _sample(column: Column, y: float, style: Style) -> Path:
    """The mark of the rows, small and lying, below its heading."""
    look = {BASELINE: (MARK, BASELINE_BREADTH), ACTUAL: (style.accent, SAMPLE_BAR), TARGET: (INK, TARGET_BREADTH)}
    return Path(((column.right - SAMPLE_LENGTH, y), (column.right, y)), *look[column.place])


def _stand(rows: Sequence[Judged]) -> float:
    """Where all targets stand, as a share of the room: at four fifths, or nearer where an actual goes far beyond."""
    targets = [(scales.recorded([row.target]), max(scales.recorded(_amounts(row)), default=0.0)) for row in rows]
    return min([TARGETS_STAND, *(target[0] / most for target, most in targets if target and target[0])])


def _scale(row: Judged, frame: Frame, *, aligned: bool) -> Scale:
    """The shared scale; or the row's own, with its target where all targets stand."""
    if not aligned:
        return frame.scale
    target = scales.recorded([row.target])
    if not target or not target[0]:
        return scales.from_zero(_amounts(row), frame.scale.start, frame.scale.end)
    return Scale(0.0, target[0] / frame.stand, frame.scale.start, frame.scale.end)


def _drawn(row: Judged, scale: Scale, middle: float, style: Style) -> list[Mark]:
    marks: list[Mark] = [
        Area((corners(scale.start, middle - BREADTH / 2, scale.end, middle + BREADTH / 2),), tint(SOFT, PALE))
    ]
    if row.actual.value is None:
        marks.append(Path(((scale.start + 1.5, middle), (scale.start + bars.STUB, middle)), SOFT, 1.2, (1.0, 2.0)))
    elif row.actual.value:
        end = scale.at(row.actual.value)
        marks.append(Area((corners(scale.start, middle - BREADTH / 2, end, middle + BREADTH / 2),), style.accent))
    if row.baseline is not None and row.baseline.value is not None:
        marks += _tick(scale.at(row.baseline.value), middle, BASELINE_REACH, MARK, BASELINE_BREADTH)
    if row.target is not None and row.target.value is not None:
        marks += _tick(scale.at(row.target.value), middle, TARGET_REACH, INK, TARGET_BREADTH)
    return marks


def _tick(x: float, middle: float, reach: float, colour: str, breadth: float) -> list[Mark]:
    return [Path(((x, middle - reach), (x, middle + reach)), colour, breadth, casing=CASING)]


def _figures(row: Judged, frame: Frame, middle: float, style: Style) -> list[Label]:
    """The row's numbers in their columns, the actual in the accent."""
    plain, _, small = pens(style)
    strong = Pen(style, style.label_size, Face.STRONG, style.accent)
    labels = []
    for column in frame.columns:
        amount = _amounts(row)[column.place]
        if amount is not None:
            pen = small if amount.value is None else strong if column.place == ACTUAL else plain
            labels.append(pen.right(amount.shown, column.right, pen.on(middle)))
    return labels
