"""Cuts the Nordic countries out of Natural Earth: `python make_map.py countries-50m.json` writes nordic.geojson.

The file comes from `npm pack world-atlas@2.0.2`. It is TopoJSON: borders are arcs, quantised and delta-encoded
(TopoJSON specification 2.1.3 and 2.2.4), shared by the countries on either side.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# ISO 3166-1: the numbers in the atlas, and what a project calls the places.
COUNTRIES = {
    "208": ("DK", "Denmark"),
    "234": ("FO", "Faroe Islands"),
    "246": ("FI", "Finland"),
    "248": ("AX", "Åland"),
    "304": ("GL", "Greenland"),
    "352": ("IS", "Iceland"),
    "578": ("NO", "Norway"),
    "752": ("SE", "Sweden"),
}
# Of Norway only what lies here: Svalbard, Jan Mayen and Bouvet have no cities and would make the others small.
NORWAY = {"west": 4.0, "south": 57.0, "north": 72.0}
# A hundredth of a degree is a kilometre at most, a line's breadth on the printed map.
DECIMALS = 2

Point = tuple[float, float]
Ring = list[Point]


def main(atlas: Path) -> None:
    """Write the GeoJSON beside this script."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    arcs = decode(topology)
    found = {shape["id"]: shape for shape in topology["objects"]["countries"]["geometries"] if shape.get("id")}
    features = [feature(number, found[number], arcs) for number in sorted(COUNTRIES)]
    target = Path(__file__).with_name("nordic.geojson")
    collection = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{target.name}: {target.stat().st_size // 1000} kB, {', '.join(name for _, name in COUNTRIES.values())}")


def decode(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees."""
    (east, north), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc: Ring = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * east + x0, y * north + y0))
        arcs.append(arc)
    return arcs


def feature(number: str, shape: dict[str, Any], arcs: list[Ring]) -> dict[str, Any]:
    """One country as GeoJSON, its rings closed."""
    code, name = COUNTRIES[number]
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [[thin(join(ring, arcs)) for ring in polygon] for polygon in polygons]
    kept = [polygon for polygon in rings if code != "NO" or is_norway(polygon[0])]
    kept = [[ring for ring in polygon if len(ring) >= 4] for polygon in kept]  # noqa: PLR2004  RFC 7946, 3.1.6
    geometry = {"type": "MultiPolygon", "coordinates": [polygon for polygon in kept if polygon]}
    return {"type": "Feature", "id": code, "properties": {"name": name}, "geometry": geometry}


def join(numbers: Iterable[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; a negative number (one's complement) is an arc walked backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def thin(ring: Ring) -> Ring:
    """The ring in hundredths of a degree, without what falls on the point before."""
    rounded = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring]
    return [point for number, point in enumerate(rounded) if number == 0 or point != rounded[number - 1]]


def is_norway(ring: Ring) -> bool:
    """Whether it is part of the mainland and its islands."""
    return all(x > NORWAY["west"] and NORWAY["south"] < y < NORWAY["north"] for x, y in ring)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
