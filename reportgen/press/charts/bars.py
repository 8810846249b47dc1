"""Horizontal bars of one series: one a category, with the year before as a thin line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportgen.errors import TemplateError
from reportgen.model.figures import Bars, Group
from reportgen.model.findings import Number
from reportgen.press.charts.layout import Label, Layout, Role, Stroke
from reportgen.press.charts.style import INK, SOFT, Face, Style
from reportgen.press.charts.wrapping import wrap

POINTS_PER_MM = 72 / 25.4
ROW = 18.0
LEADING = 11.0
BREADTH = 9.0
HEAD = 11.0
GAP = 5.0
COLUMN_GAP = 9.0
MARK_BREADTH = 1.6
AXIS_BREADTH = 0.6
MARK_REACH = 2.5
STUB = 15.0
# Half the height of a capital of Inter (0.727 em): puts a text's middle on its bar's.
HALF_CAPITAL = 0.364
WIDEST_COLUMN = 0.42


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns of the chart: where its axis stands, and how many points one unit is long."""

    width: float
    axis: float
    scale: float
    marked: int | None

    def at(self, value: float) -> float:
        """Where a value lies."""
        return self.axis + value * self.scale


@dataclass(frozen=True, slots=True)
class Row:
    """One bar and its band: `top` and `middle` in points, its label already broken into lines."""

    group: Group
    lines: tuple[str, ...]
    top: float
    middle: float
    bottom: float


def lay_out(chart: Bars, style: Style, peers: Sequence[Bars] = ()) -> Layout:
    """The bars in the chart's order: labels to the left, values at the bars' ends, the axis from zero.

    A value that was not recorded is a dotted stub with its words; a zero is no bar at all with its figure. `peers`
    are the charts, this one among them, that share one axis and one scale.
    """
    frame = _frame(chart, peers or (chart,), style)
    rows = _rows(chart, frame, style)
    strokes = [_axis(rows, frame)]
    labels: list[Label] = []
    for row in rows:
        strokes += _strokes(row, frame)
        labels += [*_category(row, style), _value(row, frame, style)]
    if frame.marked is not None:
        labels += _periods(chart, rows[frame.marked], frame, style)
    return Layout(frame.width, rows[-1].bottom if rows else ROW, tuple(strokes), tuple(labels))


def _frame(chart: Bars, peers: Sequence[Bars], style: Style) -> Frame:
    width = chart.width_mm * POINTS_PER_MM
    every = [group for peer in peers for group in peer.groups]
    widest = max((style.measure(group.label, Face.REGULAR, style.label_size) for group in every), default=0.0)
    axis = min(widest, width * WIDEST_COLUMN) + COLUMN_GAP
    scale = min((_room(group, width - axis, style) / _reach(group) for group in every if _reach(group)), default=1.0)
    if scale <= 0:
        message = f"figure {chart.code}: {chart.width_mm} mm leave no room for its bars; give it a larger width_mm"
        raise TemplateError(message)
    marked = next((i for i, one in enumerate(chart.groups) if _before(one) is not None and chart.compare_label), None)
    return Frame(width, axis, scale, marked)


def _before(group: Group) -> Number | None:
    """The value of the year before, where there is one to mark."""
    return group.compare.value if group.compare else None


def _reach(group: Group) -> float:
    return max(group.amounts[0].value or 0, _before(group) or 0)


def _room(group: Group, width: float, style: Style) -> float:
    """How long this bar, or its mark, may grow before its figure leaves the canvas."""
    amount = group.amounts[0]
    stub = STUB if amount.value is None else 0.0
    return width - stub - style.measure(amount.shown, Face.STRONG, style.label_size) - 2 * GAP - MARK_BREADTH


def _rows(chart: Bars, frame: Frame, style: Style) -> tuple[Row, ...]:
    rows: list[Row] = []
    top = 0.0
    measure = partial(style.measure, face=Face.REGULAR, size=style.label_size)
    for number, group in enumerate(chart.groups):
        lines = wrap(group.label, frame.axis - COLUMN_GAP, measure)
        start = top + (HEAD if number == frame.marked else 0.0)
        bottom = start + max(ROW, len(lines) * LEADING + ROW - LEADING)
        rows.append(Row(group, lines, start, (start + bottom) / 2, bottom))
        top = bottom
    return tuple(rows)


def _axis(rows: tuple[Row, ...], frame: Frame) -> Stroke:
    reach = BREADTH / 2 + MARK_REACH
    top, bottom = (rows[0].middle - reach, rows[-1].middle + reach) if rows else (0.0, ROW)
    return Stroke(Role.AXIS, frame.axis, top, frame.axis, bottom, AXIS_BREADTH)


def _strokes(row: Row, frame: Frame) -> list[Stroke]:
    value, before, y = row.group.amounts[0].value, _before(row.group), row.middle
    strokes = []
    if value is None:
        strokes.append(Stroke(Role.NOT_RECORDED, frame.axis + 1.5, y, frame.axis + STUB, y, 1.0))
    elif value:
        strokes.append(Stroke(Role.BAR, frame.axis, y, frame.at(value), y, BREADTH))
    if before is not None:
        x, reach = frame.at(before), BREADTH / 2 + MARK_REACH
        strokes.append(Stroke(Role.COMPARE, x, y - reach, x, y + reach, MARK_BREADTH))
    return strokes


def _category(row: Row, style: Style) -> list[Label]:
    size = style.label_size
    first = row.middle - (len(row.lines) - 1) * LEADING / 2 + HALF_CAPITAL * size
    return [
        Label(line, 0.0, first + number * LEADING, style.measure(line, Face.REGULAR, size), Face.REGULAR, size, INK)
        for number, line in enumerate(row.lines)
    ]


def _value(row: Row, frame: Frame, style: Style) -> Label:
    amount, before = row.group.amounts[0], _before(row.group)
    face, colour = (Face.REGULAR, SOFT) if amount.value is None else (Face.STRONG, INK)
    width = style.measure(amount.shown, face, style.label_size)
    x = (frame.axis + STUB if amount.value is None else frame.at(amount.value)) + GAP
    if before is not None and x - GAP <= frame.at(before) <= x + width + GAP:
        # The mark of the year before would stand in the figure: the figure steps behind it.
        x = frame.at(before) + MARK_BREADTH + GAP
    return Label(amount.shown, x, row.middle + HALF_CAPITAL * style.label_size, width, face, style.label_size, colour)


def _periods(chart: Bars, row: Row, frame: Frame, style: Style) -> list[Label]:
    """The names of the two years above the first row that has both: once on the bar, once on the mark."""
    y = row.middle - BREADTH / 2 - MARK_REACH - 2.0
    mark = chart.compare_label or ""
    width = style.measure(mark, Face.REGULAR, style.small_size)
    x = frame.at(_before(row.group) or 0) - width / 2
    labels = []
    if chart.value_label and row.group.amounts[0].value:
        own = style.measure(chart.value_label, Face.STRONG, style.small_size)
        labels.append(Label(chart.value_label, frame.axis, y, own, Face.STRONG, style.small_size, style.accent))
        x = max(x, frame.axis + own + GAP)
    x = min(max(x, frame.axis), frame.width - width)
    return [*labels, Label(mark, x, y, width, Face.REGULAR, style.small_size, SOFT)]
