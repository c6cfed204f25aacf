"""
The land behind maps, and where points lie on them.
"""

import importlib.resources

import pytest

from ascn_data.plots.land import EASTERN, MERCATOR, land


def test_land_is_small_and_says_where_it_comes_from() -> None:
    """
    The file is below 80 kB and names Natural Earth.
    """
    home = importlib.resources.files("ascn_data.plots")

    assert len((home / "land.json").read_bytes()) <= 80_000
    assert "Natural Earth" in land()["attribution"]
    assert land()["world"]["type"] == "MultiPolygon"


def test_projections_are_those_of_d3() -> None:
    """
    Corners fall on corners; the equator of Mercator is where d3 draws it.
    """
    x, y = MERCATOR.point(MERCATOR.east - 1e-9, MERCATOR.south)
    assert (x, y) == pytest.approx((MERCATOR.width, MERCATOR.height))
    assert MERCATOR.vega["translate"][1] == pytest.approx(
        MERCATOR.point(100, 0)[1]
    )
    assert EASTERN.point(-71, 42)[0] > EASTERN.point(139, 35)[0]
    assert EASTERN.holds(-120, 40)
    assert not MERCATOR.holds(2, 48)
