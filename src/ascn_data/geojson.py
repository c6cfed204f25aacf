"""
Records on the map: GeoJSON as RFC 7946 has it, longitude first.

A city or place is a point; an event lies where it was held; a city pair is a
line between its two ends.  What has no verified coordinates, and every other
partnership, is a feature without a geometry.
"""

import json

from typing import Any

from ascn_data.cells import json_value, row_of
from ascn_data.schema import columns_of
from ascn_data.table import Table


MAPPED = ("cities", "places", "events", "partnerships")
"""The tables that can be drawn on a map."""

_COORDINATES = ("latitude", "longitude")


def feature_of_place(place: Any) -> dict[str, Any]:
    """
    A city or place as a GeoJSON feature.
    """
    table = "cities" if hasattr(place, "cohort") else "places"
    return _feature(place, table, _point(place))


def features_of(table: Table[Any]) -> dict[str, Any]:
    """
    A table as a GeoJSON feature collection.

    Raises:
        LookupError: If the geometry needs other tables of a dataset that
            this package does not have.
    """
    if table.name in ("cities", "places"):
        features = [_feature(r, table.name, _point(r)) for r in table]
    else:
        points = _points(table)
        shape = _line if table.name == "partnerships" else _venue
        features = [_feature(r, table.name, shape(r, points)) for r in table]
    return {"type": "FeatureCollection", "features": features}


def _feature(
    record: Any, table: str, geometry: dict[str, Any] | None
) -> dict[str, Any]:
    """
    A feature with the flat row of a record as its properties.
    """
    columns = columns_of(table, flat=True)
    row = row_of(record, [c for c in columns if c.name not in _COORDINATES])
    plain = json.loads(json.dumps(row, default=json_value))
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": geometry,
        "properties": plain,
    }


def _point(place: Any) -> dict[str, Any] | None:
    if place.latitude is None:
        return None
    coordinates = [place.longitude, place.latitude]
    return {"type": "Point", "coordinates": coordinates}


Points = dict[str, dict[str, Any]]


def _points(table: Table[Any]) -> Points:
    """
    The points of all cities and places of a table's dataset.
    """
    if table.origin is None:
        raise LookupError(
            f"{table.name} are drawn between places, and this table has come "
            "away from the dataset that knows them: ask the dataset again"
        )
    points = {}
    for name in ("cities", "places"):
        for place in table.origin.table(name):
            point = _point(place)
            if point is not None:
                points[place.id] = point
    return points


def _venue(event: Any, points: Points) -> dict[str, Any] | None:
    return points.get(event.place)


def _line(partnership: Any, points: Points) -> dict[str, Any] | None:
    """
    The line between the two ends of a city pair, if both are known.
    """
    ends = (*partnership.cities, *partnership.places)
    found = [points[end]["coordinates"] for end in ends if end in points]
    if partnership.kind != "city_pair" or not len(ends) == len(found) == 2:
        return None
    return {"type": "LineString", "coordinates": found}
