"""
Tables on the map: shapely, geopandas and folium.
"""

import pathlib

import folium
import geopandas
import shapely

import ascn_data

from samples import mapped_dataset


DS = mapped_dataset()


def test_shapely_takes_records() -> None:
    """
    A city is a point: x is its longitude.
    """
    city = DS.city("Da Nang")
    point = shapely.geometry.shape(city.__geo_interface__["geometry"])

    assert (point.x, point.y) == (108.22, 16.07)


def test_geopandas_takes_tables() -> None:
    """
    One row a record, with its columns; east and north are not swapped.
    """
    cities = ascn_data.cities()
    frame = geopandas.GeoDataFrame.from_features(cities, crs="EPSG:4326")
    located = frame[frame.geometry.notna()]

    assert frame["id"].to_list() == list(cities.ids)
    assert located.geometry.x.between(90, 150).all()
    assert located.geometry.y.between(-15, 30).all()


def test_city_pairs_are_lines() -> None:
    """
    From the one city to the other.
    """
    pairs = DS.partnerships(kind="city_pair")
    frame = geopandas.GeoDataFrame.from_features(pairs, crs="EPSG:4326")

    assert frame.geometry.to_wkt().to_list() == [
        "LINESTRING (108.22 16.07, 139.64 35.44)"
    ]
    assert frame["kind"].to_list() == ["city_pair"]


def test_geopackages(tmp_path: pathlib.Path) -> None:
    """
    Flat properties go into the files of a GIS as they are.
    """
    path = tmp_path / "cities.gpkg"
    frame = geopandas.GeoDataFrame.from_features(DS.cities(), crs=4326)
    frame.to_file(path)
    again = geopandas.read_file(path)

    assert again["joined"].to_list() == frame["joined"].to_list()
    assert again.geometry[0].x == 108.22


def test_folium_takes_tables() -> None:
    """
    The map's page has every city in it.
    """
    cities = DS.cities().filter(lambda city: city.latitude is not None)
    page = folium.Map()
    folium.GeoJson(cities).add_to(page)
    html = page.get_root().render()

    assert all(id_ in html for id_ in cities.ids)
