"""
`ascn_data.checks`: every record and every item is looked at, to the edge.
"""

from collections.abc import Callable
from typing import Any

import pytest

from ascn_data.checks import codes, dates, names, places
from ascn_data.checks.records import Tables
from samples import rows, tables


PLACE: dict[str, Any] = {
    "name": "Somewhere",
    "confidence": "high",
    "evidence": [{"source": "report-1", "locator": "p. 1"}],
}

# Extreme points that lie within each state: south, west, north and east of
# it, in degrees, as a gazetteer has them.
CORNERS = {
    "bn": ((4.0, 114.6), (4.6, 114.1), (5.0, 114.9), (4.9, 115.3)),
    "id": ((-10.9, 122.9), (5.9, 95.3), (5.9, 95.2), (-8.5, 140.9)),
    "kh": ((10.4, 104.3), (13.4, 102.4), (14.6, 105.2), (13.9, 107.6)),
    "la": ((14.1, 105.9), (20.3, 100.1), (22.4, 101.8), (14.8, 107.6)),
    "ph": ((4.6, 119.4), (7.0, 118.4), (20.8, 121.8), (7.3, 126.6)),
    "mm": ((9.8, 98.5), (20.1, 92.3), (28.4, 97.4), (22.0, 101.1)),
    "my": ((0.9, 103.8), (5.4, 99.7), (7.3, 116.9), (5.0, 119.2)),
    "sg": ((1.2, 103.8), (1.3, 103.6), (1.5, 103.8), (1.4, 104.1)),
    "th": ((5.7, 101.1), (18.3, 97.4), (20.4, 99.9), (15.4, 105.6)),
    "tl": ((-9.5, 125.1), (-9.2, 124.1), (-8.2, 127.0), (-8.4, 127.3)),
    "vn": ((8.6, 104.7), (22.4, 102.2), (23.3, 105.3), (12.6, 109.4)),
}

# Points just beyond the border in each direction.
BEYOND = {
    "bn": ((3.8, 114.6), (4.6, 113.8), (5.3, 114.9), (4.9, 115.6)),
    "id": ((-11.3, 122.9), (5.9, 94.7), (6.3, 95.2), (-8.5, 141.2)),
    "kh": ((9.7, 104.3), (13.4, 102.1), (14.9, 105.2), (13.9, 107.8)),
    "la": ((13.7, 105.9), (20.3, 99.9), (22.7, 101.8), (14.8, 107.9)),
    "ph": ((4.3, 119.4), (7.0, 116.7), (21.4, 121.8), (7.3, 126.8)),
    "mm": ((9.3, 98.5), (20.1, 92.0), (28.7, 97.4), (22.0, 101.4)),
    "my": ((0.7, 103.8), (5.4, 99.4), (7.6, 116.9), (5.0, 119.5)),
    "sg": ((1.0, 103.8), (1.3, 103.4), (1.7, 103.8), (1.4, 104.3)),
    "th": ((5.4, 101.1), (18.3, 97.2), (20.7, 99.9), (15.4, 105.9)),
    "tl": ((-9.7, 125.1), (-9.2, 123.8), (-7.9, 127.0), (-8.4, 127.6)),
    "vn": ((8.0, 104.7), (22.4, 101.9), (23.6, 105.3), (12.6, 110.1)),
}


def _places(*points: tuple[str, tuple[float, float] | None]) -> Tables:
    """
    The sample with places of some countries at some points.
    """
    given = rows()
    given["places"] = [
        {
            **PLACE,
            "id": f"{country}-{number}",
            "country": country,
            **(
                {}
                if point is None
                else {"latitude": point[0], "longitude": point[1]}
            ),
        }
        for number, (country, point) in enumerate(points)
    ]
    return tables(given)


@pytest.mark.parametrize("country", CORNERS)
def test_bounds_hold_a_state_and_no_more(country: str) -> None:
    """
    What lies at the ends of a state passes, what lies beyond does not.
    """
    inside = [(country, point) for point in CORNERS[country]]
    outside = [(country, point) for point in BEYOND[country]]

    assert list(places.coordinates_lie_in_country(_places(*inside))) == []
    found = [*places.coordinates_lie_in_country(_places(*outside))]
    assert len(found) == 4


def test_a_place_without_a_point_hides_no_other() -> None:
    """
    After a place without a point, or one elsewhere, the next is looked at.
    """
    wrong = ("vn", (0.0, 0.0))
    given = _places(("vn", None), ("jp", (35.4, 139.6)), wrong, wrong)

    assert len([*places.coordinates_lie_in_country(given)]) == 2


def test_the_term_of_an_office_hides_no_other_date() -> None:
    """
    A role may lie ahead; nothing else may, wherever it stands.
    """
    given = rows()
    given["roles"][0] |= {"start": "2999", "end": "2999"}
    assert [*dates.nothing_lies_ahead(tables(given))] == []
    given["cities"][1]["joined"] = "2999"
    given["cities"][0]["joined"] = "2998"

    found = [*dates.nothing_lies_ahead(_backwards(given))]

    assert len(found) == 2


def test_short_names_hide_no_other() -> None:
    """
    After "Bỉ", which is no code, the names that follow are compared.
    """
    given = rows()
    given["countries"][0]["names"] = [{"text": "Bỉ"}, {"text": "Vietnam"}]

    found = [*names.names_are_unique(tables(given))]

    assert len(found) == 1
    assert "is called 'Viet Nam' too" in found[0].what


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("geonames_id", 1583992),
        ("wikidata_id", "Q25282"),
        ("unlocode", "VNDAD"),
    ],
)
def test_identifiers_belong_to_one_locality(field: str, value: Any) -> None:
    """
    Each of the identifiers of localities is looked at.
    """
    given = rows()
    given["cities"][1][field] = value

    (problem,) = codes.codes_are_unique(tables(given))

    assert problem.where == "cities.json and places.json"
    assert problem.what == f"{field} {value!r} belongs to 2 records"


def test_identifiers_belong_to_one_country() -> None:
    """
    So are those of countries, of which a city may share one.
    """
    given = rows()
    given["countries"][1]["iso_alpha3"] = "JPN"
    given["cities"][0]["geonames_id"] = 1861060
    given["countries"][0]["geonames_id"] = 1861060

    (problem,) = codes.codes_are_unique(tables(given))

    assert problem.where == "countries.json"
    assert problem.what == "iso_alpha3 'JPN' belongs to 2 records"


FORMS = {
    "unlocode": (
        "cities",
        ("VNDAD", "VN2ZZ"),
        ("VNDA", "vndad", "VN1AD", "VN0AD", "V1DAD", "VNDADX"),
    ),
    "wikidata_id": (
        "cities",
        ("Q1", "Q1234567890"),
        ("Q0", "q1", "1", "Q", "Q12345678901", "Q1 "),
    ),
    "geonames_id": ("cities", (1, 999_999_999), (0, -1, 1_000_000_000)),
    "subdivision": (
        "cities",
        ("VN-DN", "VN-1", "VN-HCM"),
        ("VN", "VN-", "vn-dn", "VN-ABCD", "VN_DN"),
    ),
    "iso_numeric": ("countries", ("004",), ("4", "0044", "٠٠٤")),
    "m49": ("countries", ("004",), ("4", "0044", "٠٠٤")),
    "iso_alpha2": ("countries", ("XX",), ("X", "XXX", "xx")),
    "iso_alpha3": ("countries", ("XXX",), ("XX", "XXXX", "xxx")),
    "url": (
        "sources",
        ("http://a", "https://a/b?c=%5C#d"),
        ("ftp://a", "https://", "https://a b", "https://a\\b", "https://a}"),
    ),
    "identifier": ("sources", ("ISBN 1",), ("", "a\\b", "{", "}")),
    "indicator": (
        "observations",
        ("cameras", "a_b_c", "co2_2"),
        ("", "_a", "a_", "a__b", "A", "a-b", "a b", "é"),
    ),
}


@pytest.mark.parametrize("field", FORMS)
def test_codes_have_the_form_of_their_standard(field: str) -> None:
    """
    Whatever has the form passes, and nothing else does.
    """
    table, good, bad = FORMS[field]
    for value in (*good, *bad):
        given = rows()
        given[table][-1][field] = value

        found = [*codes.codes_are_well_formed(tables(given))]

        assert len(found) == (value in bad), value


def _backwards(given: dict[str, list[dict[str, Any]]]) -> Tables:
    """
    The records, in reverse order of tables and ids.
    """
    made = tables(given)
    return {name: made[name][::-1] for name in reversed(made)}


Rule = Callable[[Tables], Any]


@pytest.mark.parametrize(
    ("table", "field", "value", "rule"),
    [
        ("cities", "latitude", -80.0, places.coordinates_lie_in_country),
        ("events", "country", "vn", places.countries_agree),
        ("projects", "country", "jp", places.countries_agree),
    ],
)
def test_the_order_of_records_does_not_matter(
    table: str, field: str, value: Any, rule: Rule
) -> None:
    """
    A bad record is found wherever it stands.
    """
    given = rows()
    given[table][0][field] = value

    assert [*rule(tables(given))] == [*rule(_backwards(given))] != []
