"""Names find a place beside their dots: none on another name or dot, and near; a line leads to those farther off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, hypot, pi, sin

Point = tuple[float, float]

DISTANCES = (1.5, 3.5, 7.0, 10.0, 13.5, 17.5, 22.0, 27.0, 32.0, 38.0, 45.0, 53.0, 62.0, 72.0, 84.0)
ANGLES = 24
# From this distance on, a name without a line could be read as another dot's.
LED = 6.0
ASLANT = 0.3
PASSES = 4
LOST = 1000.0
AIR = 0.8
NEIGHBOURHOOD = 60.0
# What is worth how many points of distance: a line across a dot, across another line, a name that another dot claims.
# Distance itself counts the more the farther it is: twice at FARTHER.
OVER_DOT, OVER_LINE, MISTAKEN = 60.0, 40.0, 30.0
FARTHER = 40.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something fills."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def nearest(self, point: Point) -> Point:
        """Its point that lies nearest."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.bottom)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A dot, and how much room its name needs; a width of 0 for a dot without a name."""

    x: float
    y: float
    radius: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """What the dot fills."""
        reach = self.radius + AIR
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a name stands, and the line that leads to it, if one does."""

    box: Box
    leader: tuple[Point, Point] | None
    cost: float = 0.0


NAMELESS = Found(Box(0.0, 0.0, 0.0, 0.0), None)


def place(wanted: Sequence[Wanted], taken: Sequence[Box], canvas: Box) -> tuple[Found | None, ...]:
    """A place for each name, None where there is none; `taken` is what other texts fill.

    Greedy, then each name again among all others, so that early choices are mended; begun with the most crowded, and
    from the west, east, north and south: the cheapest of the five is taken.
    """
    attempts = [_attempt(order, wanted, (canvas, *taken)) for order in _orders(wanted)]
    return min(attempts, key=lambda found: sum(LOST if one is None else one.cost for one in found))


def _orders(wanted: Sequence[Wanted]) -> Iterator[list[int]]:
    named = [number for number, one in enumerate(wanted) if one.width]
    crowds = {number: _crowd(wanted[number], wanted) for number in named}
    yield sorted(named, key=lambda number: (-crowds[number], number))
    for way in (1, -1):
        yield sorted(named, key=lambda number: (way * wanted[number].x, number))
        yield sorted(named, key=lambda number: (way * wanted[number].y, number))


def _attempt(order: Sequence[int], wanted: Sequence[Wanted], around: Sequence[Box]) -> tuple[Found | None, ...]:
    found: list[Found | None] = [None] * len(wanted)
    for _ in range(PASSES):
        before = list(found)
        for number in order:
            found[number] = None
            found[number] = _best(number, wanted, found, around)
        if found == before:
            break
    return tuple(found[number] if one.width else NAMELESS for number, one in enumerate(wanted))


def _crowd(one: Wanted, wanted: Sequence[Wanted]) -> int:
    return sum(hypot(one.x - other.x, one.y - other.y) < NEIGHBOURHOOD for other in wanted)


def _best(number: int, wanted: Sequence[Wanted], found: Sequence[Found | None], around: Sequence[Box]) -> Found | None:
    """The cheapest free place of one name."""
    one, (canvas, *taken) = wanted[number], around
    placed = [other for other in found if other is not None]
    boxes = [*taken, *(other.box for other in placed)]
    dots = [other.box for other in wanted]
    best, least = None, float("inf")
    for cost, candidate in _candidates(one):
        if cost >= least:
            break
        box = candidate.box
        if not canvas.holds(box) or any(box.meets(other) for other in (*boxes, *dots)):
            continue
        others = [dot for index, dot in enumerate(wanted) if index != number]
        cost_here = cost + _crossings(candidate, boxes, others, placed) + _doubt(candidate, one, others)
        if cost_here < least:
            best, least = replace(candidate, cost=cost_here), cost_here
    return best


def _candidates(one: Wanted) -> Iterator[tuple[float, Found]]:
    """The places around a dot, the cheapest first: near, and rather to the right than to the left, above, below."""
    for cost, distance, x, y in _ways():
        reach = one.radius + distance
        touch = (one.x + reach * x, one.y + reach * y)
        left = touch[0] - one.width * (0.0 if x > ASLANT else 1.0 if x < -ASLANT else 0.5)
        top = touch[1] - one.height * (0.0 if y > ASLANT else 1.0 if y < -ASLANT else 0.5)
        box = Box(left, top, left + one.width, top + one.height)
        start = (one.x + one.radius * x, one.y + one.radius * y)
        yield cost, Found(box, (start, box.nearest(touch)) if distance >= LED else None)


@lru_cache(maxsize=1)
def _ways() -> tuple[tuple[float, float, float, float], ...]:
    """Every distance and direction with its cost."""
    turns = [2 * pi * number / ANGLES for number in range(ANGLES)]
    ways = [
        (
            distance + 3.0 * (1 - cos(turn)) / 2 + 2.0 * abs(sin(turn)) + (8.0 if distance >= LED else 0.0),
            distance,
            turn,
        )
        for distance in DISTANCES
        for turn in turns
    ]
    return tuple((round(cost, 6), distance, cos(turn), sin(turn)) for cost, distance, turn in sorted(ways))


def _crossings(candidate: Found, boxes: Sequence[Box], dots: Sequence[Wanted], placed: Sequence[Found]) -> float:
    """What a place costs for the lines it crosses; infinitely much where a line would run through a name."""
    box, leader = candidate.box, candidate.leader
    if any(other.leader and crosses(other.leader, box) for other in placed):
        return float("inf")
    if leader is None:
        return 0.0
    if any(crosses(leader, other) for other in boxes):
        return float("inf")
    cost = OVER_DOT * sum(crosses(leader, dot.box) for dot in dots)
    return cost + OVER_LINE * sum(other.leader is not None and _cut(leader, other.leader) for other in placed)


def _doubt(candidate: Found, one: Wanted, others: Sequence[Wanted]) -> float:
    """What a name without a line costs where another dot is as near to it as its own."""
    if candidate.leader is not None:
        return 0.0
    own = _gap(candidate.box, one)
    return MISTAKEN if any(_gap(candidate.box, other) < own + AIR for other in others) else 0.0


def _gap(box: Box, dot: Wanted) -> float:
    x, y = box.nearest((dot.x, dot.y))
    return hypot(x - dot.x, y - dot.y) - dot.radius


def crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a line runs through a box (Liang and Barsky, 1984)."""
    (x, y), (x2, y2) = line
    first, last = 0.0, 1.0
    for start, step, low, high in ((x, x2 - x, box.left, box.right), (y, y2 - y, box.top, box.bottom)):
        if step == 0:
            if not low < start < high:
                return False
            continue
        enter, leave = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, enter), min(last, leave)
    return first < last


def _cut(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two lines cross."""
    return _side(one, other[0]) * _side(one, other[1]) < 0 and _side(other, one[0]) * _side(other, one[1]) < 0


def _side(line: tuple[Point, Point], point: Point) -> float:
    (x, y), (x2, y2) = line
    return (x2 - x) * (point[1] - y) - (y2 - y) * (point[0] - x)
