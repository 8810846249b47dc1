"""The Nordic coasts and borders, and the way from degrees to the plane: every square kilometre equally large."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin, sqrt
from pathlib import Path

from reportgen.errors import TemplateError

EARTH_KM = 6371.0

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """Lambert's azimuthal equal-area projection about a point (Snyder, Map Projections, 1987, 24-2 to 24-4)."""

    latitude: float
    longitude: float

    def place(self, latitude: float, longitude: float) -> Point:
        """Kilometres to the east and to the south of the centre."""
        phi, centre, turn = radians(latitude), radians(self.latitude), radians(longitude - self.longitude)
        nearness = 1 + sin(centre) * sin(phi) + cos(centre) * cos(phi) * cos(turn)
        scale = EARTH_KM * sqrt(2 / nearness)
        east = scale * cos(phi) * sin(turn)
        north = scale * (cos(centre) * sin(phi) - sin(centre) * cos(phi) * cos(turn))
        return east, -north


@dataclass(frozen=True, slots=True)
class Country:
    """A country's code (ISO 3166-1) and its surfaces, each an outline with its holes, in (longitude, latitude)."""

    code: str
    surfaces: tuple[tuple[Ring, ...], ...]


@lru_cache(maxsize=4)
def read_countries(templates: Path) -> tuple[Country, ...]:
    """The countries of `map/nordic.geojson`; a `TemplateError` where it is missing or is no GeoJSON."""
    file = templates / "map" / "nordic.geojson"
    try:
        collection = json.loads(file.read_text(encoding="utf-8"))
        return tuple(
            Country(feature["id"], _surfaces(feature["geometry"]["coordinates"])) for feature in collection["features"]
        )
    except FileNotFoundError:
        raise TemplateError("map/nordic.geojson: the map needs this file and it is not there; put it back") from None
    except (ValueError, KeyError, TypeError):
        message = "map/nordic.geojson: this is not the map's GeoJSON; make it again as map/README.md tells"
        raise TemplateError(message) from None


def _surfaces(coordinates: list[list[list[list[float]]]]) -> tuple[tuple[Ring, ...], ...]:
    return tuple(tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in coordinates)


def thinned(ring: Ring, least: float) -> Ring:
    """The ring without points nearer than `least` to the one kept before; empty where nothing of a surface is left."""
    kept: list[Point] = []
    for x, y in ring:
        if not kept or (x - kept[-1][0]) ** 2 + (y - kept[-1][1]) ** 2 >= least**2:
            kept.append((x, y))
    return tuple(kept) if len(kept) > 2 else ()  # noqa: PLR2004  a surface has three corners
