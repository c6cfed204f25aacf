"""
Records on the map: GeoJSON as RFC 7946 has it, longitude first.
"""

import json

from collections.abc import Callable, Iterable
from typing import Any

from ascn_data.exports.columns import Column, columns_of
from ascn_data.exports.layout import Layout, formed
from ascn_data.exports.rows import json_value, row_of
from ascn_data.exports.schema import Tabular


Geometry = dict[str, Any]
"""A geometry of GeoJSON."""

FLAT = Layout(flat=True)
"""The layout of properties, which are single values."""


def feature_of(
    record: Any,
    geometry: Geometry | None,
    columns: Iterable[Column] | None = None,
) -> dict[str, Any]:
    """
    Return a record as a GeoJSON feature, its flat row as the properties.
    """
    if columns is None:
        columns = formed(columns_of(type(record)), FLAT)
    plain = json.loads(json.dumps(row_of(record, columns), default=json_value))
    return {
        "type": "Feature",
        "id": record.id,
        "geometry": geometry,
        "properties": plain,
    }


def features_of(
    table: Tabular,
    geometry_of: Callable[[Any], Geometry | None],
    layout: Layout,
) -> dict[str, Any]:
    """
    Return a table as a GeoJSON feature collection.

    Args:
        table: The table.
        geometry_of: A function that gives the geometry of a record.
        layout: How the properties are formed.
    """
    columns = table.laid_out(layout)
    features = [
        feature_of(record, geometry_of(record), columns) for record in table
    ]
    return {"type": "FeatureCollection", "features": features}
