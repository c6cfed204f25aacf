"""
The small map on a record's page: land, and dots where its places are.
"""

from typing import Any

import attrs

from ascn_data.plots.land import EASTERN, MERCATOR, Projection
from tools.site.relations import Relations


@attrs.frozen
class Dot:
    """
    A place on a small map, in percent of its width and height.
    """

    left: float
    top: float
    name: str
    href: str


@attrs.frozen
class SmallMap:
    """
    A window of one of the two drawings of land.

    Attributes:
        land: Which drawing, `region` or `world`.
        size: The width of the whole drawing in percent of the window's.
        x: The horizontal background position in percent.
        y: The vertical one.
        ratio: Width over height of the window.
        dots: The places.
        words: What the map shows, for those who do not see the map.
    """

    land: str
    size: float
    x: float
    y: float
    ratio: float
    dots: list[Dot]
    words: str


def map_of(record: Any, table: str, known: Relations) -> SmallMap | None:
    """
    Return the map of a record that has a place; None for all others.
    """
    ids: tuple[str | None, ...] = ()
    if table in ("cities", "places"):
        ids = (record.id,)
    elif table == "events":
        ids = (record.place,)
    elif table in ("projects", "partnerships"):
        ids = (*record.cities, *record.places)
    elif table == "countries":
        cities = known.dataset.cities()
        ids = tuple(city.id for city in cities if city.country == record.id)
    places = [
        known.records[id_]
        for id_ in ids
        if id_ and known.records[id_].latitude is not None
    ]
    return drawn(places, known) if places else None


def drawn(places: list[Any], known: Relations) -> SmallMap:
    """
    Return a window around some places, on the drawing that holds them all.
    """
    near = all(MERCATOR.holds(p.longitude, p.latitude) for p in places)
    land: Projection = MERCATOR if near else EASTERN
    points = [land.point(p.longitude, p.latitude) for p in places]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    least = land.width / 3.2 if near else land.width / 2.2
    width = min(max(max(xs) - min(xs) + least / 2, least), land.width)
    height = width * land.height / land.width
    if max(ys) - min(ys) + height / 4 > height:
        height = min(max(ys) - min(ys) + height / 3, land.height)
        width = height * land.width / land.height
    left = _kept((max(xs) + min(xs) - width) / 2, land.width - width)
    top = _kept((max(ys) + min(ys) - height) / 2, land.height - height)
    dots = [
        Dot(
            round((x - left) / width * 100, 2),
            round((y - top) / height * 100, 2),
            place.name,
            f"../{known.table_of[place.id]}/{place.id}.html",
        )
        for place, (x, y) in zip(places, points, strict=True)
    ]
    return SmallMap(
        land="region" if near else "world",
        size=round(land.width / width * 100, 2),
        x=_position(left, land.width - width),
        y=_position(top, land.height - height),
        ratio=round(land.width / land.height, 3),
        dots=dots,
        words=f"Map with {', '.join(p.name for p in places)}",
    )


def _kept(start: float, room: float) -> float:
    """
    Return where a window begins so that it stays on the drawing.
    """
    return min(max(start, 0), max(room, 0))


def _position(start: float, room: float) -> float:
    """
    Return a background position in percent, as CSS means that.
    """
    return round(start / room * 100, 2) if room > 0 else 0
