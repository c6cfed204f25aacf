"""
The land behind the maps: Natural Earth, simplified, as one small file.

Reads the topologies of the npm package world-atlas (Natural Earth, public
domain), which `npm ci` in tools/site brings, and writes
src/ascn_data/plots/land.json.  Lines are simplified arc by arc, so that
neighbours keep their common border.

    python -m tools.generate.land
"""

import json
import pathlib

from collections import Counter
from typing import Any

import shapely

from shapely.geometry import LineString, MultiLineString, Polygon, box


ROOT = pathlib.Path(__file__).parents[2]
ATLAS = ROOT / "tools/site/node_modules/world-atlas"
TARGET = ROOT / "src/ascn_data/plots/land.json"

REGION = box(86, -15, 148, 31)
"""What the map of the members may show, with room around."""

ATTRIBUTION = (
    "Made with Natural Earth, 1:50m and 1:110m, by way of world-atlas 2.0.2;"
    " public domain. Borders as Natural Earth draws them."
)

Topology = dict[str, Any]
Line = list[tuple[float, float]]


def arcs_of(topology: Topology, tolerance: float) -> list[Line]:
    """
    Return the arcs of a topology in degrees, simplified.
    """
    (kx, ky), (x0, y0) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + x0, y * ky + y0))
        # A closed arc keeps a shape: three corners at least.
        closed = line[0] == line[-1]
        simple = LineString(line).simplify(tolerance)
        kept = list(simple.coords)
        arcs.append(line if closed and len(kept) < 4 else kept)
    return arcs


def rings_of(geometry: Any, arcs: list[Line]) -> list[list[Line]]:
    """
    Return the polygons of a geometry, each as its rings.
    """
    shapes = geometry["arcs"]
    if geometry["type"] == "Polygon":
        shapes = [shapes]
    polygons = []
    for shape in shapes:
        rings = []
        for numbers in shape:
            ring: Line = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                ring += arc[1:] if ring else arc
            rings.append(ring)
        polygons.append(rings)
    return polygons


def land_of(topology: Topology, name: str, tolerance: float) -> Any:
    """
    Return all land of an object of a topology as one geometry.
    """
    arcs = arcs_of(topology, tolerance)
    parts = []
    for geometry in topology["objects"][name]["geometries"]:
        for rings in rings_of(geometry, arcs):
            ring = unrolled(rings[0])
            # What goes around a pole, Antarctica, is no polygon on a map.
            if len(ring) >= 4 and ring[0] == ring[-1]:
                shape = shapely.make_valid(Polygon(ring, rings[1:]))
                parts += [
                    shapely.affinity.translate(shape, turn).intersection(
                        box(-180, -58, 180, 84)
                    )
                    for turn in (-360, 0, 360)
                ]
    return shapely.union_all(parts)


def unrolled(ring: Line) -> Line:
    """
    Return a ring that goes on beyond the date line instead of jumping back.
    """
    found: Line = []
    turn = 0
    for x, y in ring:
        if found and abs(x + turn - found[-1][0]) > 180:
            turn += 360 if x + turn < found[-1][0] else -360
        found.append((x + turn, y))
    return found


def borders_of(topology: Topology, tolerance: float) -> Any:
    """
    Return the lines that two states share.
    """
    arcs = arcs_of(topology, tolerance)
    uses: Counter[int] = Counter()
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = geometry.get("arcs", [])
        if geometry["type"] == "Polygon":
            shapes = [shapes]
        own = {
            number if number >= 0 else ~number
            for shape in shapes
            for ring in shape
            for number in ring
        }
        uses.update(own)
    shared = [arcs[number] for number, count in uses.items() if count > 1]
    return MultiLineString(shared)


def written(geometry: Any, digits: int, smallest: float = 0) -> Any:
    """
    Return a geometry as GeoJSON with few digits, without the smallest parts.

    The order of its rings is that which d3-geo takes for a filled shape.
    """
    polygons = [
        part
        for part in getattr(geometry, "geoms", [geometry])
        if part.geom_type == "Polygon" and part.area >= smallest
    ]
    rings = []
    for part in polygons:
        turned = shapely.geometry.polygon.orient(part, sign=-1)
        whole = [turned.exterior, *turned.interiors]
        rings.append(
            [line for ring in whole if len(line := _line(ring, digits)) > 3]
        )
    return {
        "type": "MultiPolygon",
        "coordinates": [polygon for polygon in rings if polygon],
    }


def _line(line: Any, digits: int) -> list[list[float]]:
    """
    Return the corners of a line, rounded, without repetitions.
    """
    points: list[list[float]] = []
    for x, y in line.coords:
        point = [_rounded(x, digits), _rounded(y, digits)]
        if not points or points[-1] != point:
            points.append(point)
    return points


def _rounded(value: float, digits: int) -> float:
    short = round(value, digits)
    return int(short) if short == int(short) else short


def text() -> str:
    """
    Return the whole file.
    """
    fine = json.loads((ATLAS / "countries-50m.json").read_text("utf-8"))
    coarse = json.loads((ATLAS / "land-110m.json").read_text("utf-8"))
    region = land_of(fine, "land", 0.06).intersection(REGION)
    borders = borders_of(fine, 0.06).intersection(REGION)
    lines = [line for part in borders.geoms if len(line := _line(part, 2)) > 1]
    east = land_of(fine, "land", 0.11).intersection(box(124, 31, 146, 46))
    found = {
        "attribution": ATTRIBUTION,
        "region": written(region, 2, smallest=0.006),
        "borders": {"type": "MultiLineString", "coordinates": lines},
        "east": written(east, 2, smallest=0.03),
        "world": written(land_of(coarse, "land", 0.25), 1, smallest=0.6),
    }
    return json.dumps(found, separators=(",", ":")) + "\n"


def main() -> None:
    """
    Write the file.
    """
    TARGET.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
