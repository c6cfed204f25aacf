"""
Tables on a map.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ascn_data.exports.features import Geometry, features_of
from ascn_data.models.catalogue import SCHEMAS
from ascn_data.models.geometry import line, point, venue


if TYPE_CHECKING:
    from ascn_data.tables.table import Table


_BETWEEN: Mapping[
    str, Callable[[Any, Mapping[str, Geometry]], Geometry | None]
] = {"venue": venue, "line": line}
"""The geometries that need the points of other tables."""


def features(table: "Table[Any]") -> dict[str, Any]:
    """
    Return a table as a GeoJSON feature collection.

    Raises:
        AttributeError: If records of this class have no place on a map.
        LookupError: If the geometry needs other tables of a dataset that
            this table has come away from.
    """
    geometry = table.schema.geometry
    if geometry == "point":
        return features_of(table, point)
    if geometry not in _BETWEEN:
        mapped = [name for name, each in SCHEMAS.items() if each.geometry]
        raise AttributeError(
            f"{table.name} have no place on a map; {', '.join(mapped)} have"
        )
    points = _points(table)
    shape = _BETWEEN[geometry]
    return features_of(table, lambda record: shape(record, points))


def _points(table: "Table[Any]") -> Mapping[str, Geometry]:
    """
    Return the points of all cities and places of a table's dataset.
    """
    if table.origin is None:
        raise LookupError(
            f"{table.name} are drawn between places, and this table has come "
            "away from the dataset that knows them: ask the dataset again"
        )
    return {
        place.id: found
        for name in ("cities", "places")
        for place in table.origin.table(name)
        if (found := point(place)) is not None
    }
