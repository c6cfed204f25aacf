"""
`ascn_data.geojson`: records on the map.
"""

import json
import pathlib
import pickle

from typing import Any

import pytest

from ascn_data.models.catalogue import SCHEMAS
from ascn_data.tables.table import PlacedTable, Table
from samples import dataset, mapped_dataset, tables


def test_cities_are_points_longitude_first() -> None:
    """
    A record is a feature by itself; properties are flat and JSON.
    """
    city, other = mapped_dataset().cities()
    feature = city.__geo_interface__

    assert feature["type"] == "Feature"
    assert feature["id"] == "vn-da-nang"
    assert feature["geometry"] == {
        "type": "Point",
        "coordinates": [108.22, 16.07],
    }
    assert feature["properties"]["joined"] == "2018-04-28"
    assert feature["properties"]["cohort"] == "pilot"
    assert feature["properties"]["latitude"] == 16.07
    assert feature["properties"]["longitude"] == 108.22
    assert other.__geo_interface__["geometry"] is None


def test_places_are_features_too() -> None:
    """
    A place has the properties of a place, not of a city.
    """
    (place,) = mapped_dataset().places()
    feature = place.__geo_interface__

    assert feature["geometry"]["coordinates"] == [139.64, 35.44]
    assert "cohort" not in feature["properties"]


def test_tables_are_feature_collections() -> None:
    """
    One feature a record, in order.
    """
    table = mapped_dataset().cities()
    found = table.__geo_interface__

    assert found["type"] == "FeatureCollection"
    assert found["features"] == [city.__geo_interface__ for city in table]


def test_city_pairs_are_lines() -> None:
    """
    Other partnerships have no geometry.
    """
    pair, agreement = (
        mapped_dataset().partnerships().__geo_interface__["features"]
    )

    assert pair["geometry"] == {
        "type": "LineString",
        "coordinates": [[108.22, 16.07], [139.64, 35.44]],
    }
    assert agreement["geometry"] is None


def test_pairs_with_an_unknown_end_have_no_line() -> None:
    """
    Half a line is none.
    """
    pair = dataset().partnerships().__geo_interface__["features"][0]

    assert pair["geometry"] is None


def test_events_lie_where_they_were_held() -> None:
    """
    Those without a known place nowhere.
    """
    first, second = mapped_dataset().events().__geo_interface__["features"]

    assert first["geometry"]["coordinates"] == [139.64, 35.44]
    assert second["geometry"] is None


def test_other_tables_are_not_mapped() -> None:
    """
    Libraries that look for the interface do not find it, by type either.
    """
    terms = mapped_dataset().terms()
    cities = mapped_dataset().cities()

    assert not hasattr(terms, "__geo_interface__")
    assert not hasattr(type(terms), "__geo_interface__")
    assert type(cities) is type(cities[:1]) is PlacedTable
    assert pickle.loads(pickle.dumps(cities)).to_geojson()  # noqa: S301 - our own bytes


def test_properties_can_have_names() -> None:
    """
    For a tooltip, the country as people call it.
    """
    text = mapped_dataset().cities().to_geojson(names=True)
    first = json.loads(text)["features"][0]["properties"]

    assert (first["country"], first["country_name"]) == ("vn", "Viet Nam")


def test_lines_need_their_dataset() -> None:
    """
    A table that is not asked of a dataset says so.
    """
    away: Any = Table(
        SCHEMAS["events"], tables()["events"], revision="from files"
    )

    with pytest.raises(LookupError, match="ask the dataset again"):
        away.to_geojson()


def test_geojson_files(tmp_path: pathlib.Path) -> None:
    """
    The file is the text.
    """
    table = mapped_dataset().places()
    table.to_geojson(tmp_path / "p.geojson")
    text = (tmp_path / "p.geojson").read_text(encoding="utf-8")

    assert text == table.to_geojson() + "\n"
    assert json.loads(text) == table.__geo_interface__
