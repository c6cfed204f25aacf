"""
Where records lie on a map.

A city or place is a point; an event lies where it was held; a city pair is a
line between its two ends.  What has no verified coordinates, and every other
partnership, has no geometry.
"""

from collections.abc import Mapping
from typing import Any


Points = Mapping[str, dict[str, Any]]
"""The points of places, by the id of the place."""


def point(place: Any) -> dict[str, Any] | None:
    """
    Return the point of a place; None if its coordinates are not known.
    """
    if place.latitude is None:
        return None
    coordinates = [place.longitude, place.latitude]
    return {"type": "Point", "coordinates": coordinates}


def venue(event: Any, points: Points) -> dict[str, Any] | None:
    """
    Return the point of the place where an event was held.
    """
    return points.get(event.place)


def line(partnership: Any, points: Points) -> dict[str, Any] | None:
    """
    Return the line between the two ends of a city pair, if both are known.
    """
    ends = (*partnership.cities, *partnership.places)
    found = [points[end]["coordinates"] for end in ends if end in points]
    if partnership.kind != "city_pair" or not len(ends) == len(found) == 2:
        return None
    return {"type": "LineString", "coordinates": found}
