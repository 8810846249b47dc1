"""What stands where on a chart, in points from its upper left corner, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
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


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; `dashes` are its strokes and gaps in points, `casing` the white on either side."""

    points: tuple[Point, ...]
    colour: str
    breadth: float
    dashes: tuple[float, ...] = ()
    casing: float = 0.0

    def moved(self, x: float, y: float) -> Path:
        """The same elsewhere."""
        return replace(self, points=shift(self.points, x, y))


@dataclass(frozen=True, slots=True)
class Area:
    """A surface: its outline, and its holes if it has any, each a ring of points."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str
    edge: str | None = None
    breadth: float = 0.0
    dashes: tuple[float, ...] = ()

    def moved(self, x: float, y: float) -> Area:
        """The same elsewhere."""
        return replace(self, rings=tuple(shift(ring, x, y) for ring in self.rings))


class Shape(StrEnum):
    """How a dot looks, so that it can be told from others without its colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark at a point; `radius` is that of the circle, the other shapes have its area."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str | None = None
    breadth: float = 0.0
    shape: Shape = Shape.CIRCLE
    dashes: tuple[float, ...] = ()
    opacity: float = 1.0

    def moved(self, x: float, y: float) -> Dot:
        """The same elsewhere."""
        return replace(self, x=self.x + x, y=self.y + y)


Mark = Path | Area | Dot


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished chart: its size, its strokes and then its marks from back to front, its texts."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...] = ()

    def moved(self, x: float, y: float) -> Layout:
        """The same elsewhere on a larger canvas; the size stays its own."""
        return replace(
            self,
            strokes=tuple(
                replace(stroke, x=stroke.x + x, x2=stroke.x2 + x, y=stroke.y + y, y2=stroke.y2 + y)
                for stroke in self.strokes
            ),
            labels=tuple(replace(label, x=label.x + x, y=label.y + y) for label in self.labels),
            marks=tuple(mark.moved(x, y) for mark in self.marks),
        )


def shift(points: tuple[Point, ...], x: float, y: float) -> tuple[Point, ...]:
    """Every point moved by the same."""
    return tuple((left + x, top + y) for left, top in points)
