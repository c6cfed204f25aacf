"""
Where labels stand.
"""

import math

from ascn_data.plots.labels import Box, Spot, placed


FRAME = Box(0, 0, 200, 200)


def test_boxes_meet_and_measure() -> None:
    """
    Rectangles know whether they meet, what they hold, how far points are.
    """
    box = Box(0, 0, 10, 10)

    assert box.meets(Box(9, 9, 12, 12))
    assert not box.meets(Box(11, 0, 12, 10))
    assert box.meets(Box(11, 0, 12, 10), 2)
    assert box.holds(Box(1, 1, 9, 9))
    assert not box.holds(Box(1, 1, 11, 9))
    assert box.distance(5, 5) == 0
    assert box.distance(13, 14) == 5


def test_crowded_labels_keep_the_rules() -> None:
    """
    Labels in a crowd do not touch, stay inside and are nearest to their own.
    """
    spots = [
        Spot(60 + 30 * (n % 4), 60 + 30 * (n // 4), f"Place {n}")
        for n in range(12)
    ]
    labels, left = placed(spots, FRAME)

    assert len(labels) + len(left) == 12
    assert len(labels) >= 8
    for label in labels:
        own = label.box.distance(label.spot.x, label.spot.y)
        assert FRAME.holds(label.box)
        assert all(
            own < label.box.distance(spot.x, spot.y)
            for spot in spots
            if spot != label.spot
        )
        assert not any(
            label.box.meets(other.box)
            for other in labels
            if other is not label
        )


def test_what_has_no_room_is_told() -> None:
    """
    Two places at one point cannot both be named, so none is.
    """
    same = [Spot(50, 50, "One"), Spot(50.2, 50, "Two")]
    labels, left = placed(same, FRAME)

    assert (labels, left) == ([], same)


def test_labels_avoid_what_is_taken() -> None:
    """
    A rectangle that must stay free stays free, and far labels have a line.
    """
    taken = Box(20, 20, 180, 180)
    (label,), left = placed([Spot(100, 30, "Far")], FRAME, taken=[taken])

    assert left == []
    assert not label.box.meets(taken)
    assert label.leads
    assert math.isclose(label.spot.y, 30)
