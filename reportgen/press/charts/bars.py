"""Horizontal bars: one a category, with the year before as a thin line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportgen.errors import TemplateError
from reportgen.model.documents import Bar, Figure
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

    bar: Bar
    lines: tuple[str, ...]
    top: float
    middle: float
    bottom: float


def lay_out(figure: Figure, style: Style, peers: Sequence[Figure] = ()) -> Layout:
    """The bars in the figure's order: labels to the left, values at the bars' ends, the axis from zero.

    A value that was not recorded is a dotted stub with its words; a zero is no bar at all with its figure. `peers`
    are the figures, this one among them, that share one axis and one scale.
    """
    frame = _frame(figure, peers or (figure,), style)
    rows = _rows(figure, frame, style)
    strokes = [_axis(rows, frame)]
    labels: list[Label] = []
    for row in rows:
        strokes += _strokes(row, frame)
        labels += [*_category(row, style), _value(row, frame, style)]
    if frame.marked is not None:
        labels += _periods(figure, rows[frame.marked], frame, style)
    return Layout(frame.width, rows[-1].bottom if rows else ROW, tuple(strokes), tuple(labels))


def _frame(figure: Figure, peers: Sequence[Figure], style: Style) -> Frame:
    width = figure.width_mm * POINTS_PER_MM
    every = [bar for peer in peers for bar in peer.bars]
    widest = max((style.measure(bar.label, Face.REGULAR, style.label_size) for bar in every), default=0.0)
    axis = min(widest, width * WIDEST_COLUMN) + COLUMN_GAP
    scale = min((_room(bar, width - axis, style) / _reach(bar) for bar in every if _reach(bar)), default=1.0)
    if scale <= 0:
        message = f"figure {figure.code}: {figure.width_mm} mm leave no room for its bars; give it a larger width_mm"
        raise TemplateError(message)
    marked = next((i for i, bar in enumerate(figure.bars) if bar.compare is not None and figure.compare_label), None)
    return Frame(width, axis, scale, marked)


def _reach(bar: Bar) -> float:
    return max(bar.value or 0, bar.compare or 0)


def _room(bar: Bar, width: float, style: Style) -> float:
    """How long this bar, or its mark, may grow before its figure leaves the canvas."""
    stub = STUB if bar.value is None else 0.0
    return width - stub - style.measure(bar.shown, Face.STRONG, style.label_size) - 2 * GAP - MARK_BREADTH


def _rows(figure: Figure, frame: Frame, style: Style) -> tuple[Row, ...]:
    rows: list[Row] = []
    top = 0.0
    measure = partial(style.measure, face=Face.REGULAR, size=style.label_size)
    for number, bar in enumerate(figure.bars):
        lines = wrap(bar.label, frame.axis - COLUMN_GAP, measure)
        start = top + (HEAD if number == frame.marked else 0.0)
        bottom = start + max(ROW, len(lines) * LEADING + ROW - LEADING)
        rows.append(Row(bar, lines, start, (start + bottom) / 2, bottom))
        top = bottom
    return tuple(rows)


def _axis(rows: tuple[Row, ...], frame: Frame) -> Stroke:
    reach = BREADTH / 2 + MARK_REACH
    top, bottom = (rows[0].middle - reach, rows[-1].middle + reach) if rows else (0.0, ROW)
    return Stroke(Role.AXIS, frame.axis, top, frame.axis, bottom, AXIS_BREADTH)


def _strokes(row: Row, frame: Frame) -> list[Stroke]:
    bar, y = row.bar, row.middle
    strokes = []
    if bar.value is None:
        strokes.append(Stroke(Role.NOT_RECORDED, frame.axis + 1.5, y, frame.axis + STUB, y, 1.0))
    elif bar.value:
        strokes.append(Stroke(Role.BAR, frame.axis, y, frame.at(bar.value), y, BREADTH))
    if bar.compare is not None:
        x, reach = frame.at(bar.compare), BREADTH / 2 + MARK_REACH
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
    bar = row.bar
    face, colour = (Face.REGULAR, SOFT) if bar.value is None else (Face.STRONG, INK)
    width = style.measure(bar.shown, face, style.label_size)
    x = (frame.axis + STUB if bar.value is None else frame.at(bar.value)) + GAP
    if bar.compare is not None and x - GAP <= frame.at(bar.compare) <= x + width + GAP:
        # The mark of the year before would stand in the figure: the figure steps behind it.
        x = frame.at(bar.compare) + MARK_BREADTH + GAP
    return Label(bar.shown, x, row.middle + HALF_CAPITAL * style.label_size, width, face, style.label_size, colour)


def _periods(figure: Figure, row: Row, frame: Frame, style: Style) -> list[Label]:
    """The names of the two years above the first row that has both: once on the bar, once on the mark."""
    y = row.middle - BREADTH / 2 - MARK_REACH - 2.0
    mark = figure.compare_label or ""
    width = style.measure(mark, Face.REGULAR, style.small_size)
    x = frame.at(row.bar.compare or 0) - width / 2
    labels = []
    if figure.value_label and row.bar.value:
        own = style.measure(figure.value_label, Face.STRONG, style.small_size)
        labels.append(Label(figure.value_label, frame.axis, y, own, Face.STRONG, style.small_size, style.accent))
        x = max(x, frame.axis + own + GAP)
    x = min(max(x, frame.axis), frame.width - width)
    return [*labels, Label(mark, x, y, width, Face.REGULAR, style.small_size, SOFT)]
