"""
The two drawings of land that all small maps and the explorer show.
"""

import pathlib

from typing import Any

import shapely

from ascn_data.plots.land import EASTERN, MERCATOR, Projection, land


def outline(geometry: dict[str, Any], on: Projection) -> str:
    """
    Return a geometry as the path of an SVG, cut at the edge of a map.
    """
    shape = shapely.geometry.shape(geometry)
    if not shape.is_valid:
        shape = shapely.make_valid(shape)
    # What lies beyond the date line comes again, 360 degrees further east.
    again = shapely.affinity.translate(shape, 360, 0)
    frame = shapely.box(on.west, on.south, on.east, on.north)
    parts = shapely.union_all([shape, again]).intersection(frame)
    paths = []
    for part in getattr(parts, "geoms", [parts]):
        if part.geom_type == "Polygon":
            rings, end = [part.exterior, *part.interiors], "Z"
        elif part.geom_type == "LineString":
            rings, end = [part], ""
        else:
            continue
        paths += [_path(ring.coords, on) + end for ring in rings]
    return "".join(paths)


def _path(points: Any, on: Projection) -> str:
    shown: list[str] = []
    for longitude, latitude in points:
        # An edge must not come back on the other side of the map.
        inside = min(max(longitude, on.west), on.east - 1e-9)
        x, y = on.point(inside, latitude)
        pair = f"{x:.1f},{y:.1f}".replace(".0,", ",")
        pair = pair.removesuffix(".0")
        if not shown or shown[-1] != pair:
            shown.append(pair)
    return "M" + "L".join(shown)


def drawing(on: Projection, path: str) -> str:
    """
    Return a drawing as a whole SVG.
    """
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0'
        f' {on.width:.1f} {on.height:.1f}"><path d="{path}"/></svg>\n'
    )


def write_drawings(target: pathlib.Path) -> None:
    """
    Write `region.svg` and `world.svg`.
    """
    for name, on in (("region", MERCATOR), ("world", EASTERN)):
        text = drawing(on, outline(land()[name], on))
        (target / f"{name}.svg").write_text(text, encoding="utf-8")
