"""The map's four windows: the north's mainland, and beside it Iceland, the Faroe Islands and Greenland."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportgen.press.charts.geography import Point, Projection, Ring, read_countries, thinned

# Nothing nearer than this is seen apart on paper (a tenth of a millimetre), in points.
LEAST = 0.25
# Left of the mainland there is sea for the names of Norway's west coast, which are as long on a narrow map; in points.
SEA = 58.0
NAME = 10.0
TOP = 4.0
# How near a place must be to the land that a window shows, in degrees: islands too small for the map count too.
NEAR = 0.7


@dataclass(frozen=True, slots=True)
class Extent:
    """What one window shows and where: countries, centre, size against the mainland, upper left corner (0-1 each)."""

    codes: tuple[str, ...]
    projection: Projection
    size: float = 1.0
    left: float = 0.0
    top: float = 0.0


MAINLAND = Extent(("AX", "DK", "FI", "NO", "SE"), Projection(63.5, 17.0))
# In the sea off Norway's coast, in the order that their names come: Iceland as large as the mainland, the Faroe Islands
# larger, or nobody would see them, Greenland much smaller.
INSETS = (
    Extent(("IS",), Projection(65.0, -18.7), 0.8, 0.25, 0.02),
    Extent(("FO",), Projection(62.0, -6.9), 2.2, 0.02, 0.40),
    Extent(("GL",), Projection(72.0, -41.0), 0.22, 0.0, 0.0),
)


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the map in points: its land, its name and where that stands, and the way there from degrees."""

    surfaces: tuple[tuple[Ring, ...], ...]
    name: str
    name_x: float
    name_y: float
    projection: Projection
    scale: float
    origin: Point
    bounds: tuple[float, float, float, float]

    def at(self, latitude: float, longitude: float) -> Point:
        """Where a place lies."""
        east, south = self.projection.place(latitude, longitude)
        return self.origin[0] + east * self.scale, self.origin[1] + south * self.scale

    def shows(self, latitude: float, longitude: float) -> bool:
        """Whether the place lies in what the window shows."""
        west, south, east, north = self.bounds
        return west - NEAR <= longitude <= east + NEAR and south - NEAR <= latitude <= north + NEAR


def open_windows(templates: Path, width: float, names: tuple[str, str, str]) -> tuple[tuple[Window, ...], float]:
    """The four windows of a map so wide, and how high it is, in points."""
    mainland, height, scale = _mainland(templates, width)
    insets = [
        _window(templates, extent, scale * extent.size, (extent.left * width, TOP + extent.top * height), name)
        for extent, name in zip(INSETS, names, strict=True)
    ]
    return (mainland, *insets), height


@lru_cache(maxsize=8)
def _mainland(templates: Path, width: float) -> tuple[Window, float, float]:
    """The mainland filling the width right of the sea; its height; its points for a kilometre."""
    rings = _projected(templates, MAINLAND)
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    scale = (width - SEA) / (max(xs) - min(xs))
    window = _window(templates, MAINLAND, scale, (SEA, TOP), "")
    return window, (max(ys) - min(ys)) * scale + 2 * TOP, scale


def _projected(templates: Path, extent: Extent) -> list[Ring]:
    return [
        tuple(extent.projection.place(latitude, longitude) for longitude, latitude in surface[0])
        for country in read_countries(templates)
        if country.code in extent.codes
        for surface in country.surfaces
    ]


@lru_cache(maxsize=32)
def _window(templates: Path, extent: Extent, scale: float, corner: Point, name: str) -> Window:
    """A window whose land has its upper left corner there; an inset's name stands below its land."""
    rings = _projected(templates, extent)
    left, top = min(x for ring in rings for x, _ in ring), min(y for ring in rings for _, y in ring)
    origin = (corner[0] - left * scale, corner[1] - top * scale)
    degrees = [
        point
        for country in read_countries(templates)
        if country.code in extent.codes
        for surface in country.surfaces
        for point in surface[0]
    ]
    longitudes, latitudes = [x for x, _ in degrees], [y for _, y in degrees]
    return Window(
        _surfaces(templates, extent, scale, origin),
        name,
        corner[0],
        origin[1] + max(y for ring in rings for _, y in ring) * scale + NAME,
        extent.projection,
        scale,
        origin,
        (min(longitudes), min(latitudes), max(longitudes), max(latitudes)),
    )


def _surfaces(templates: Path, extent: Extent, scale: float, origin: Point) -> tuple[tuple[Ring, ...], ...]:
    surfaces = []
    for country in read_countries(templates):
        for surface in country.surfaces if country.code in extent.codes else ():
            rings = [_placed(ring, extent, scale, origin) for ring in surface]
            if rings[0]:
                surfaces.append(tuple(ring for ring in rings if ring))
    return tuple(surfaces)


def _placed(ring: Ring, extent: Extent, scale: float, origin: Point) -> Ring:
    places = [extent.projection.place(latitude, longitude) for longitude, latitude in ring]
    return thinned(tuple((origin[0] + x * scale, origin[1] + y * scale) for x, y in places), LEAST)
