"""
The land behind maps, and where a point on Earth lies on them.

`land.json` is made by `tools/generate/land.py` from Natural Earth.
"""

import functools
import importlib.resources
import json
import math

from typing import Any

import attrs


@functools.cache
def land() -> dict[str, Any]:
    """
    Return the land: `region`, `borders`, `east`, `world`, as GeoJSON.
    """
    home = importlib.resources.files("ascn_data.plots")
    found: dict[str, Any] = json.loads((home / "land.json").read_text("utf-8"))
    return found


@attrs.frozen
class Projection:
    """
    A map of a part of the Earth in pixels, as d3-geo draws the same.

    Attributes:
        kind: `mercator` or `equirectangular`, the names that Vega uses.
        west: The longitude of its left edge in degrees east.
        east: That of its right edge; more than 180 beyond the date line.
        south: The latitude of its lower edge in degrees north.
        north: That of its upper edge.
        width: Its width in pixels.
    """

    kind: str
    west: float
    east: float
    south: float
    north: float
    width: float

    @property
    def scale(self) -> float:
        """
        The pixels of a radian.
        """
        return self.width / math.radians(self.east - self.west)

    @property
    def height(self) -> float:
        """
        Its height in pixels.
        """
        return (self._up(self.north) - self._up(self.south)) * self.scale

    @property
    def centre(self) -> float:
        """
        The longitude of its middle.
        """
        return (self.west + self.east) / 2

    @property
    def vega(self) -> dict[str, Any]:
        """
        The arguments of Altair's `project` for the same map.
        """
        return {
            "type": self.kind,
            "rotate": [-self.centre, 0, 0],
            "scale": self.scale,
            "translate": [
                self.width / 2,
                self._up(self.north) * self.scale,
            ],
        }

    def _up(self, latitude: float) -> float:
        radians = math.radians(latitude)
        if self.kind == "mercator":
            return math.log(math.tan(math.pi / 4 + radians / 2))
        return radians

    def holds(self, longitude: float, latitude: float) -> bool:
        """
        Whether a point lies on the map.
        """
        east = self.west + (longitude - self.west) % 360
        return east <= self.east and self.south <= latitude <= self.north

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """
        Return where a point lies: pixels from the left and from the top.

        >>> MERCATOR.point(MERCATOR.west, MERCATOR.north)
        (0.0, 0.0)
        """
        east = (longitude - self.west) % 360
        x = math.radians(east) * self.scale
        y = (self._up(self.north) - self._up(latitude)) * self.scale
        return x, y


MERCATOR = Projection("mercator", 91, 134, -12.5, 25, 640)
"""South-East Asia, with every member city."""

EASTERN = Projection("equirectangular", -26, 334, -50, 74, 640)
"""The Earth with the Pacific and Asia in its middle, cut in the Atlantic."""
