"""
Tables on a map.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ascn_data.exports.features import Geometry, features_of
from ascn_data.exports.layout import Layout
from ascn_data.models.geometry import line, point, venue


if TYPE_CHECKING:
    from ascn_data.tables.table import Table


_BETWEEN: Mapping[
    str, Callable[[Any, Mapping[str, Geometry]], Geometry | None]
] = {"venue": venue, "line": line}
"""The geometries that need the points of other tables."""


def features(table: "Table[Any]", *, names: bool = False) -> dict[str, Any]:
    """
    Return a table of records with a place as a GeoJSON feature collection.

    Args:
        table: The table.
        names: Whether the properties have names beside ids.

    Raises:
        LookupError: If the geometry needs other tables of a dataset that
            this table has come away from.
    """
    layout = Layout(flat=True, names=names)
    geometry = table.schema.geometry
    if geometry == "point":
        return features_of(table, point, layout)
    points = _points(table)
    shape = _BETWEEN[geometry]
    return features_of(table, lambda record: shape(record, points), layout)


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
