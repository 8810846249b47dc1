"""What the parts of a chart are called, where the names do not fit beside the parts: a line of swatches above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.press.charts.layout import Area, Label, Mark
from reportgen.press.charts.palette import PAPER, is_dark, is_faint
from reportgen.press.charts.style import INK, MARK, SOFT
from reportgen.press.charts.texts import LEADING, Pen

SWATCH = 7.0
SWATCH_GAP = 4.0
NAME_GAP = 14.0
BELOW = 6.0
HAIRLINE = 0.6
DOTTED = (1.0, 1.6)


@dataclass(frozen=True, slots=True)
class Look:
    """How one part is filled; what was not recorded is an outline of dots."""

    fill: str
    recorded: bool = True

    @property
    def ink(self) -> str:
        """The colour of letters on it."""
        return PAPER if self.recorded and is_dark(self.fill) else INK

    def box(self, left: float, top: float, right: float, bottom: float) -> Area:
        """A part of a bar; a light one gets an edge, so that it is seen on paper."""
        if not self.recorded:
            inset = HAIRLINE / 2
            ring = corners(left + inset, top + inset, right - inset, bottom - inset)
            return Area((ring,), PAPER, SOFT, HAIRLINE, DOTTED)
        if is_faint(self.fill):
            inset = HAIRLINE / 2
            ring = corners(left + inset, top + inset, right - inset, bottom - inset)
            return Area((ring,), self.fill, MARK, HAIRLINE)
        return Area((corners(left, top, right, bottom),), self.fill)


@dataclass(frozen=True, slots=True)
class Key:
    """The swatches, the names and the height that they take."""

    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    height: float


def corners(left: float, top: float, right: float, bottom: float) -> tuple[tuple[float, float], ...]:
    """A rectangle as a ring."""
    return (left, top), (right, top), (right, bottom), (left, bottom)


def key(names: Sequence[str], looks: Sequence[Look], start: float, end: float, pen: Pen) -> Key:
    """The swatches with their names from `start` on, in as many lines as the names need."""
    marks: list[Mark] = []
    labels: list[Label] = []
    x, middle = start, LEADING / 2
    for name, look in zip(names, looks, strict=True):
        lines = pen.lines(name, end - start - SWATCH - SWATCH_GAP)
        width = SWATCH + SWATCH_GAP + pen.widest(lines)
        if x > start and x + width > end:
            x, middle = start, middle + LEADING + 1
        marks.append(look.box(x, middle - SWATCH / 2, x + SWATCH, middle + SWATCH / 2))
        for number, line in enumerate(lines):
            middle += LEADING if number else 0
            labels.append(pen.left(line, x + SWATCH + SWATCH_GAP, pen.on(middle)))
        x += width + NAME_GAP
    return Key(tuple(marks), tuple(labels), middle + LEADING / 2 + BELOW)
