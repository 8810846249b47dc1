"""Where one city stands among all: dots on one axis, the city marked and named, nobody ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.errors import TemplateError
from reportgen.model.figures import City, Strip
from reportgen.press.charts import scales
from reportgen.press.charts.layout import Dot, Label, Layout, Mark, Path
from reportgen.press.charts.palette import PAPER
from reportgen.press.charts.scales import Scale
from reportgen.press.charts.style import INK, MARK, SOFT, Face, Style
from reportgen.press.charts.texts import GAP, LEADING, Pen, pens, spread

# The dots' radii, the largest first that keeps the highest heap below HIGHEST; the marked city's is larger.
RADII = (3.4, 3.0, 2.6, 2.3)
HIGHEST = 70.0
MARKED = 1.25
# How far below the lowest dots' middles the axis lies.
FLOOR = 6.5
AIR = 0.9
STEP = 0.5
TICK = 3.0
FOOT = 15.0
HAIRLINE = 0.6
LEADER = 5.0
SIDE = 8.0
LEAST = 60.0
ASIDE_GAP = 18.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The axis, and where the dots without a value stand."""

    scale: Scale
    aside: float
    aside_width: float
    radius: float = RADII[0]


@dataclass(frozen=True, slots=True)
class Placed:
    """A city's dot: `height` is how far its middle lies above the axis' first row."""

    city: City
    x: float
    height: float
    radius: float


def lay_out(chart: Strip, style: Style, peers: Sequence[Strip] = ()) -> Layout:
    """The dots heaped where values are equal; those not recorded hollow, to the right of the axis.

    `peers` share one scale. A chart of fewer than two ticks is a `TemplateError`: its axis would say nothing.
    """
    peers = peers or (chart,)
    scales.refuse_negative(chart, [city.amount for city in chart.cities])
    if len(chart.ticks) < 2:  # noqa: PLR2004  from one to another
        message = f"figure {chart.code}: a strip needs two ticks or more, the first where its axis begins; give them"
        raise TemplateError(message)
    frame = _frame(chart, peers, style)
    frame = next(
        (one for one in _sized(frame) if all(_height(peer, one) <= HIGHEST for peer in peers)), _sized(frame)[-1]
    )
    placed = [*_heap(chart, frame), *_aside(chart, frame)]
    head, names = _names(chart, placed, frame, style)
    top = head + max((dot.height + dot.radius for dot in placed), default=frame.radius)
    marks = [*_axis(chart, frame, top), *_dots(placed, top, style)]
    bottom = top + FLOOR
    below = _ticks(chart, frame, bottom + FOOT - 4, style)
    leaders = _leaders(names, placed, chart, frame, (head, top))
    return Layout(scales.points(chart), bottom + FOOT, (), (*names, *below), (*leaders, *marks))


def _frame(chart: Strip, peers: Sequence[Strip], style: Style) -> Frame:
    pen = pens(style)[2]
    width = scales.points(chart)
    lost = max(sum(city.amount.value is None for city in peer.cities) for peer in peers)
    aside = max(pen.widest([peer.not_recorded for peer in peers]), 3 * (2 * RADII[0] + AIR), 2 * FLOOR) if lost else 0.0
    ticks = [tick for peer in peers for tick in peer.ticks]
    amounts = [*(city.amount for peer in peers for city in peer.cities), *ticks, *(peer.middle for peer in peers)]
    start = max(pen.widest([peer.ticks[0].shown for peer in peers]) / 2, SIDE)
    end = (
        width - max(pen.widest([peer.ticks[-1].shown for peer in peers]) / 2, SIDE) - (aside + ASIDE_GAP if lost else 0)
    )
    scales.refuse_narrow(chart, end - start, LEAST)
    low = min(scales.recorded(ticks[:1]), default=0.0)
    known = scales.recorded(amounts)
    high = max(known, default=1.0)
    return Frame(Scale(min(low, *known), high if high > low else low + 1.0, start, end), width - aside, aside)


def _sized(frame: Frame) -> list[Frame]:
    return [replace(frame, radius=radius) for radius in RADII]


def _height(chart: Strip, frame: Frame) -> float:
    return max((dot.height for dot in _heap(chart, frame)), default=0.0)


def _radius(city: City, frame: Frame) -> float:
    return frame.radius * MARKED if city.marked else frame.radius


def _heap(chart: Strip, frame: Frame) -> list[Placed]:
    """Every dot as low as it can lie without touching another; the marked one last, so that its name reaches it."""
    heap: list[Placed] = []
    known = [city for city in chart.cities if city.amount.value is not None]
    for city in sorted(known, key=lambda city: (city.marked, city.amount.value, city.name)):
        x = frame.scale.at(float(city.amount.value or 0))
        height = 0.0
        while _touches(placed := Placed(city, x, height, _radius(city, frame)), heap):
            height += STEP
        heap.append(placed)
    return heap


def _touches(dot: Placed, heap: Sequence[Placed]) -> bool:
    return any(
        (dot.x - other.x) ** 2 + (dot.height - other.height) ** 2 < (dot.radius + other.radius + AIR) ** 2
        for other in heap
    )


def _aside(chart: Strip, frame: Frame) -> list[Placed]:
    """The cities without a value, in rows from the axis up."""
    lost = sorted((city for city in chart.cities if city.amount.value is None), key=lambda city: not city.marked)
    pitch = 2 * max((_radius(city, frame) for city in lost), default=frame.radius) + AIR
    columns = max(int(frame.aside_width // pitch), 1)
    first = frame.aside + pitch / 2
    return [
        Placed(city, first + number % columns * pitch, number // columns * pitch, _radius(city, frame))
        for number, city in enumerate(lost)
    ]


def _axis(chart: Strip, frame: Frame, y: float) -> list[Mark]:
    below = y + FLOOR
    scale = frame.scale
    marks: list[Mark] = [Path(((scale.start, below), (scale.end, below)), INK, HAIRLINE)]
    for tick in chart.ticks:
        if tick.value is not None:
            x = scale.at(float(tick.value))
            marks.append(Path(((x, below), (x, below + TICK)), INK, HAIRLINE))
    return marks


def _ticks(chart: Strip, frame: Frame, baseline: float, style: Style) -> list[Label]:
    pen = pens(style)[2]
    labels: list[Label] = []
    for tick in chart.ticks:
        label = pen.centred(tick.shown, frame.scale.at(float(tick.value or 0)), baseline)
        if not labels or labels[-1].right + GAP <= label.x:
            labels.append(label)
    if frame.aside_width and chart.not_recorded:
        labels.append(pen.left(chart.not_recorded, frame.aside, baseline))
    return labels


def _dots(placed: Sequence[Placed], top: float, style: Style) -> list[Mark]:
    """The marked dot last, over all others."""
    marks: list[Mark] = []
    for dot in sorted(placed, key=lambda dot: dot.city.marked):
        y = top - dot.height
        colour = style.accent if dot.city.marked else MARK
        if dot.city.amount.value is None:
            edge = style.accent if dot.city.marked else SOFT
            marks.append(Dot(dot.x, y, dot.radius - 0.5, PAPER, edge, 0.9, dashes=(1.0, 1.2)))
        else:
            marks.append(Dot(dot.x, y, dot.radius, colour, PAPER, 0.6))
    return marks


def _words(placed: Sequence[Placed], style: Style, chart: Strip, frame: Frame) -> list[tuple[Label, float]]:
    """What stands above the dots, each with the place that it speaks of: the marked cities, the middle."""
    strong = Pen(style, style.label_size, Face.STRONG, style.accent)
    found = [
        (strong.left(f"{dot.city.name}  {dot.city.amount.shown}", 0.0, 0.0), dot.x) for dot in placed if dot.city.marked
    ]
    if chart.middle is not None and chart.middle.value is not None:
        found.append((pens(style)[2].left(chart.middle.shown, 0.0, 0.0), frame.scale.at(float(chart.middle.value))))
    return found


def _names(chart: Strip, placed: Sequence[Placed], frame: Frame, style: Style) -> tuple[float, list[Label]]:
    """The words in one line above the dots, or in lines of their own where one does not hold them; and its height."""
    words = _words(placed, style, chart, frame)
    width = scales.points(chart)
    if not words:
        return 0.0, []
    widths = [label.width + 2 * GAP for label, _ in words]
    one_line = sum(widths) <= width
    places = spread([x for _, x in words], widths, -GAP, width + GAP) if one_line else [x for _, x in words]
    labels = []
    for number, ((label, _), place) in enumerate(zip(words, places, strict=True)):
        baseline = LEADING - 2 + (0 if one_line else number * LEADING)
        pen = Pen(style, label.size, label.face, label.colour)
        labels.append(pen.within(label.text, place, baseline, (0.0, width)))
    rows = 1 if one_line else len(words)
    return rows * LEADING + LEADER + 2, labels


def _leaders(
    names: Sequence[Label], placed: Sequence[Placed], chart: Strip, frame: Frame, ys: tuple[float, float]
) -> list[Mark]:
    """From each word down to its dot, and for the middle down to the axis; behind the dots."""
    head, top = ys
    targets = [(dot.x, top - dot.height) for dot in placed if dot.city.marked]
    if chart.middle is not None and chart.middle.value is not None:
        targets.append((frame.scale.at(float(chart.middle.value)), top + FLOOR))
    marks: list[Mark] = []
    for label, (x, y) in zip(names, targets, strict=True):
        foot = min(max(x, label.x), label.right)
        marks.append(Path(((foot, label.y + 3), (x, head), (x, y)), SOFT, HAIRLINE))
    return marks
