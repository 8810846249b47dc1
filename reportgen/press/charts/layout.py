"""What stands where on a chart, in points from its upper left corner, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportgen.press.charts.style import Face


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text: `x` is its left edge, `y` its baseline, `width` its measured width."""

    text: str
    x: float
    y: float
    width: float
    face: Face
    size: float
    colour: str

    @property
    def right(self) -> float:
        """Where the text ends."""
        return self.x + self.width


class Role(StrEnum):
    """What a stroke stands for."""

    BAR = "bar"
    COMPARE = "compare"
    NOT_RECORDED = "not_recorded"
    AXIS = "axis"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One straight stroke from (x, y) to (x2, y2), as broad as it says."""

    role: Role
    x: float
    y: float
    x2: float
    y2: float
    breadth: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished chart: its size, its strokes from back to front, its texts."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
