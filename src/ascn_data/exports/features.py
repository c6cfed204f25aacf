"""
Records on the map: GeoJSON as RFC 7946 has it, longitude first.
"""

import json

from collections.abc import Callable
from typing import Any

from ascn_data.exports.columns import columns_of
from ascn_data.exports.rows import json_value, row_of
from ascn_data.exports.schema import Tabular


Geometry = dict[str, Any]
"""A geometry of GeoJSON."""

_COORDINATES = ("latitude", "longitude")


def feature_of(record: Any, geometry: Geometry | None) -> dict[str, Any]:
    """
    Return a record as a GeoJSON feature, its flat row as the properties.
    """
    columns = columns_of(type(record), flat=True)
    row = row_of(record, [c for c in columns if c.name not in _COORDINATES])
    plain = json.loads(json.dumps(row, default=json_value))
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": geometry,
        "properties": plain,
    }


def features_of(
    table: Tabular, geometry_of: Callable[[Any], Geometry | None]
) -> dict[str, Any]:
    """
    Return a table as a GeoJSON feature collection.

    Args:
        table: The table.
        geometry_of: A function that gives the geometry of a record.
    """
    features = [feature_of(record, geometry_of(record)) for record in table]
    return {"type": "FeatureCollection", "features": features}
