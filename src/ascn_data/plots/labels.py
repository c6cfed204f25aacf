"""
Where labels stand: none over another, each nearest to its own point.
"""

import math

from collections.abc import Sequence

import attrs

from ascn_data.plots.style import SIZE, width_of


@attrs.frozen
class Box:
    """
    A rectangle in pixels, from the left and from the top.
    """

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", room: float = 0) -> bool:
        """
        Whether the rectangle comes nearer to another than some pixels.
        """
        return (
            self.left < other.right + room
            and other.left < self.right + room
            and self.top < other.bottom + room
            and other.top < self.bottom + room
        )

    def distance(self, x: float, y: float) -> float:
        """
        Return how far a point is; 0 if the point lies inside.
        """
        across = max(self.left - x, x - self.right, 0)
        down = max(self.top - y, y - self.bottom, 0)
        return math.hypot(across, down)

    def holds(self, other: "Box") -> bool:
        """
        Whether another rectangle lies wholly inside.
        """
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@attrs.frozen
class Spot:
    """
    A point that wants a label.
    """

    x: float
    y: float
    text: str


@attrs.frozen
class Label:
    """
    A label in its place.

    Attributes:
        spot: The point that it names.
        x: The pixel at which the text begins, ends or has its middle.
        y: The middle of the text.
        align: `left`, `right` or `center`: which of those `x` is.
        box: What the text covers.
        leads: Whether a line leads from the point to the text.
    """

    spot: Spot
    x: float
    y: float
    align: str
    box: Box
    leads: bool


_STEPS = (7.0, 10.0, 14.0, 19.0, 25.0, 33.0, 42.0, 54.0, 68.0)
_ANGLES = sorted(range(-180, 180, 12), key=lambda a: min(abs(a), 180 - abs(a)))


def placed(
    spots: Sequence[Spot],
    frame: Box,
    *,
    others: Sequence[tuple[float, float]] = (),
    taken: Sequence[Box] = (),
    size: float = SIZE,
) -> tuple[list[Label], list[Spot]]:
    """
    Return labels that can be read, and the points for which none is free.

    The most crowded points choose first.  A label stands inside the frame,
    over no other label, over no point and nowhere nearer to another point
    than to its own.

    Args:
        spots: The points and their texts.
        frame: What the labels must stay in.
        others: Points that want no label but must not be covered.
        taken: Rectangles that must stay free.
        size: The size of the type in pixels.
    """
    points = [(spot.x, spot.y) for spot in spots] + list(others)
    order = sorted(spots, key=lambda spot: _room(spot, points))
    found: dict[Spot, Label] = {}
    for spot in order:
        for label in _candidates(spot, size):
            boxes = [*taken, *(each.box for each in found.values())]
            if _fits(label, frame, boxes, points):
                found[spot] = label
                break
    labels = [found[spot] for spot in spots if spot in found]
    return labels, [spot for spot in spots if spot not in found]


def _room(spot: Spot, points: Sequence[tuple[float, float]]) -> float:
    """
    Return how far the third nearest point is: little where it is crowded.
    """
    distances = sorted(math.hypot(spot.x - x, spot.y - y) for x, y in points)
    return distances[min(3, len(distances) - 1)]


def _candidates(spot: Spot, size: float) -> list[Label]:
    wide, high = width_of(spot.text, size), size * 1.36
    found = []
    for step in _STEPS:
        for angle in _ANGLES:
            x = spot.x + step * math.cos(math.radians(angle))
            y = spot.y + step * math.sin(math.radians(angle))
            across = math.cos(math.radians(angle))
            if across > 0.4:
                align, left = "left", x
            elif across < -0.4:
                align, left = "right", x - wide
            else:
                align, left = "center", x - wide / 2
                y += math.copysign(high / 4, y - spot.y)
            box = Box(left, y - high / 2, left + wide, y + high / 2)
            leads = box.distance(spot.x, spot.y) > 9
            found.append(Label(spot, x, y, align, box, leads))
    return found


def _fits(
    label: Label,
    frame: Box,
    boxes: Sequence[Box],
    points: Sequence[tuple[float, float]],
) -> bool:
    own = label.box.distance(label.spot.x, label.spot.y)
    return (
        frame.holds(label.box)
        and not any(label.box.meets(box) for box in boxes)
        and all(
            label.box.distance(x, y) > own + 1.5
            for x, y in points
            if (x, y) != (label.spot.x, label.spot.y)
        )
    )
