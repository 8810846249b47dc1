"""The Nordic map: quiet land, dots whose area is their value, names beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from reportgen.errors import TemplateError
from reportgen.model.figures import NordicMap, Spot
from reportgen.press.charts import scales
from reportgen.press.charts.layout import Area, Dot, Label, Layout, Mark, Path
from reportgen.press.charts.mapkeys import size_key
from reportgen.press.charts.palette import PAPER
from reportgen.press.charts.placement import Box, Found, Wanted, place
from reportgen.press.charts.style import MARK, SOFT, Face, Style
from reportgen.press.charts.texts import FALL, RISE, Pen, pens
from reportgen.press.charts.windows import Window, open_windows

LAND, BORDER = "#e4e9ea", "#ffffff"
HAIRLINE = 0.6
# The largest dot's radius, as a part of the width; no dot that counts something is smaller than the least.
LARGEST, LEAST = 0.029, 1.6
HOLLOW = 2.4
NAME_GAP = 3.0
OPACITY = 0.82
NARROWEST = 150.0


def lay_out(chart: NordicMap, style: Style, peers: Sequence[NordicMap] = ()) -> Layout:
    """The map at its width and as high as the north is long; `peers` share one scale for the dots.

    Zero is a small ring, and not recorded a dotted one. A value below zero, a place outside the map, or a name that
    finds no place is a `TemplateError`.
    """
    peers = peers or (chart,)
    scales.refuse_negative(chart, [spot.amount for spot in chart.spots])
    scales.refuse_narrow(chart, scales.points(chart), NARROWEST)
    windows, height = open_windows(style.templates, scales.points(chart), (chart.iceland, chart.faroe, chart.greenland))
    unit = _unit(chart, peers)
    dots = [_dot(spot, _position(chart, spot, windows), unit, chart, style) for spot in chart.spots]
    legend = size_key(chart, unit, (scales.points(chart), height), style)
    names = [pens(style)[2].left(window.name, window.name_x, window.name_y) for window in windows if window.name]
    taken = [*(_box(label) for label in names), legend.box]
    leaders, labels = _named(chart, dots, taken, (scales.points(chart), height), style)
    land = [area for window in windows for area in _land(window)]
    front = [
        dot
        for dot, _ in sorted(zip(dots, chart.spots, strict=True), key=lambda pair: (pair[1].marked, -pair[0].radius))
    ]
    return Layout(
        scales.points(chart),
        height,
        (),
        (*labels, *names, *legend.labels),
        (*land, *leaders, *front, *legend.marks),
    )


def _unit(chart: NordicMap, peers: Sequence[NordicMap]) -> float:
    """The radius of a dot of one: areas are as values."""
    amounts = [spot.amount for peer in peers for spot in peer.spots]
    most = max(scales.recorded([*amounts, *(size for peer in peers for size in peer.sizes)]), default=0.0)
    return scales.points(chart) * LARGEST / sqrt(most) if most else 0.0


def _land(window: Window) -> Iterator[Area]:
    for rings in window.surfaces:
        yield Area(rings, LAND, BORDER, HAIRLINE)


def _position(chart: NordicMap, spot: Spot, windows: Sequence[Window]) -> tuple[float, float]:
    for window in windows:
        if window.shows(spot.latitude, spot.longitude):
            return window.at(spot.latitude, spot.longitude)
    message = (
        f"figure {chart.code}: {spot.label or 'a place'} at {spot.latitude:g}, {spot.longitude:g} lies outside the "
        "map; correct its latitude and longitude, or leave it out and name it in the caption"
    )
    raise TemplateError(message)


def _dot(spot: Spot, at: tuple[float, float], unit: float, chart: NordicMap, style: Style) -> Dot:
    """The dot; where some are marked, the others are grey."""
    quiet = any(other.marked for other in chart.spots) and not spot.marked
    colour = MARK if quiet else style.accent
    if spot.amount.value is None:
        return Dot(*at, HOLLOW, PAPER, SOFT if quiet else colour, 0.9, dashes=(1.0, 1.0))
    if not spot.amount.value:
        return Dot(*at, LEAST, PAPER, colour, 0.9)
    radius = max(unit * sqrt(spot.amount.value), LEAST)
    return Dot(*at, radius, colour, PAPER, HAIRLINE, opacity=OPACITY)


def _box(label: Label) -> Box:
    return Box(label.x - 1, label.y - RISE * label.size, label.right + 1, label.y + FALL * label.size)


def _pieces(spot: Spot, style: Style) -> list[tuple[Pen, str]]:
    """A name, and its value in strong."""
    face = Face.REGULAR if spot.amount.value is None else Face.STRONG
    strong = Pen(style, style.small_size, face, style.accent if spot.marked else SOFT)
    name = Pen(style, style.small_size, Face.STRONG if spot.marked else Face.REGULAR)
    return [(pen, text) for pen, text in ((name, spot.label), (strong, spot.amount.shown)) if text]


def _named(
    chart: NordicMap, dots: Sequence[Dot], taken: Sequence[Box], size: tuple[float, float], style: Style
) -> tuple[list[Mark], list[Label]]:
    """The names of the spots that have one, each at the place it found, and the lines that lead to them."""
    rise, fall = RISE * style.small_size, FALL * style.small_size
    wanted = [
        Wanted(dot.x, dot.y, dot.radius, _width(spot, style) if spot.label else 0.0, rise + fall)
        for dot, spot in zip(dots, chart.spots, strict=True)
    ]
    found = place(wanted, taken, Box(0.0, 0.0, *size))
    marks: list[Mark] = []
    labels: list[Label] = []
    for spot, one in zip(chart.spots, found, strict=True):
        if one is None and spot.label:
            message = (
                f"figure {chart.code}: {chart.width_mm:g} mm leave no place for the name {spot.label}; give it a "
                "larger width_mm, or name fewer cities"
            )
            raise TemplateError(message)
        if one is not None and spot.label:
            marks += [Path(one.leader, SOFT, HAIRLINE)] if one.leader else []
            labels += _written(spot, one, rise, style)
    return marks, labels


def _width(spot: Spot, style: Style) -> float:
    pieces = _pieces(spot, style)
    return sum(pen.width(text) for pen, text in pieces) + NAME_GAP * (len(pieces) - 1) + 2.0


def _written(spot: Spot, found: Found, rise: float, style: Style) -> list[Label]:
    labels: list[Label] = []
    x = found.box.left + 1.0
    for pen, text in _pieces(spot, style):
        labels.append(pen.left(text, x, found.box.top + rise))
        x = labels[-1].right + NAME_GAP
    return labels
