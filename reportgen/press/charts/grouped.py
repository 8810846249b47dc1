"""Grouped bars: in every category a bar for each series, the series named once, beside their first bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.model.figures import Amount, Bars, Group
from reportgen.press.charts import bars, scales
from reportgen.press.charts.keys import Key, Look, key
from reportgen.press.charts.layout import Area, Label, Layout, Mark, Path
from reportgen.press.charts.palette import fills
from reportgen.press.charts.style import INK, SOFT, Style
from reportgen.press.charts.texts import GAP, LEADING, Pen, pens

BREADTH = 8.0
PITCH = 11.0
GROUP_GAP = 9.0
LEAST = 60.0
NO_KEY = Key((), (), 0.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where labels end, the axis stands and the bars may reach; `named` is the group whose bars carry the names."""

    scale: scales.Scale
    named: int | None
    looks: tuple[Look, ...]
    key: Key


def lay_out(chart: Bars, style: Style, peers: Sequence[Bars] = ()) -> Layout:
    """The groups in their order, from zero; `peers` share one scale.

    A value that was not recorded is a dotted stub with its words. A value below zero is a `TemplateError`.
    """
    peers = peers or (chart,)
    scales.refuse_many(chart, len(chart.series))
    scales.refuse_negative(chart, _amounts(peers))
    if len(chart.series) == 1:
        return bars.lay_out(chart, style, peers)
    frame = _frame(chart, peers, style)
    marks: list[Mark] = list(frame.key.marks)
    labels: list[Label] = list(frame.key.labels)
    top = frame.key.height
    for number, group in enumerate(chart.groups):
        placed = _group(chart, number, frame, style)
        marks += placed.moved(0, top).marks
        labels += placed.moved(0, top).labels
        top += _height(group, frame, style) + GROUP_GAP
    bottom = max(top - GROUP_GAP, bars.ROW)
    marks.append(Path(((frame.scale.start, frame.key.height), (frame.scale.start, bottom)), INK, bars.AXIS_BREADTH))
    return Layout(scales.points(chart), bottom, (), tuple(labels), tuple(marks))


def _amounts(charts: Sequence[Bars]) -> list[Amount]:
    groups = [group for chart in charts for group in chart.groups]
    compared = [group.compare for group in groups if group.compare]
    return [*compared, *(amount for group in groups for amount in group.amounts)]


def _frame(chart: Bars, peers: Sequence[Bars], style: Style) -> Frame:
    """With the names beside the bars where that leaves the bars room, else in a key above them."""
    plain, strong, _ = pens(style)
    width = scales.points(chart)
    column = plain.widest([group.label for peer in peers for group in peer.groups])
    axis = min(column, width * bars.WIDEST_COLUMN) + bars.COLUMN_GAP
    looks = tuple(Look(colour) for colour in fills(style.accent, len(chart.series)))
    figures = strong.widest([amount.shown for amount in _amounts(peers)]) + 2 * GAP
    scale = scales.from_zero(_amounts(peers), axis, width - figures)
    full = (index for index, group in enumerate(chart.groups) if recorded(group))
    named = next(full, None)
    names = plain.widest(chart.series) + GAP
    if named is not None and len(peers) == 1:
        most = max(amount.value or 0 for amount in chart.groups[named].amounts)
        rest = max(amount.value or 0 for amount in _amounts(peers))
        end = min(width - figures, axis + (width - figures - names - axis) * rest / most) if most else width - figures
        if end - axis >= LEAST and (most or end - axis >= names):
            return Frame(replace(scale, end=end), named, looks, NO_KEY)
    scales.refuse_narrow(chart, scale.end - axis, 0)
    return Frame(scale, None, looks, key(chart.series, looks, axis, width, plain))


def recorded(group: Group) -> bool:
    """Whether every one of its values is."""
    return all(amount.value is not None for amount in group.amounts)


def _height(group: Group, frame: Frame, style: Style) -> float:
    lines = pens(style)[0].lines(group.label, frame.scale.start - bars.COLUMN_GAP)
    return max(len(group.amounts) * PITCH, len(lines) * LEADING)


def _group(chart: Bars, number: int, frame: Frame, style: Style) -> Layout:
    """One group, from the top of its band."""
    plain, strong, _ = pens(style)
    group = chart.groups[number]
    height = _height(group, frame, style)
    lines = plain.lines(group.label, frame.scale.start - bars.COLUMN_GAP)
    labels = plain.block(lines, 0.0, height / 2)
    marks: list[Mark] = []
    middle = (height - (len(group.amounts) - 1) * PITCH) / 2
    for name, amount, look in zip(chart.series, group.amounts, frame.looks, strict=True):
        bar, value = _one(amount, middle, look, frame, strong)
        marks.append(bar)
        labels.append(value)
        if number == frame.named:
            labels.append(plain.left(name, value.right + GAP, value.y))
        middle += PITCH
    return Layout(scales.points(chart), height, (), tuple(labels), tuple(marks))


def _one(amount: Amount, middle: float, look: Look, frame: Frame, pen: Pen) -> tuple[Area | Path, Label]:
    axis = frame.scale.start
    if amount.value is None:
        stub = Path(((axis + 1.5, middle), (axis + bars.STUB, middle)), SOFT, 1.0, (1.0, 2.0))
        small = pens(pen.style)[2]
        return stub, small.left(amount.shown, axis + bars.STUB + GAP, small.on(middle))
    end = frame.scale.at(amount.value)
    bar = look.box(axis, middle - BREADTH / 2, end, middle + BREADTH / 2)
    return bar, pen.left(amount.shown, end + GAP, pen.on(middle))
