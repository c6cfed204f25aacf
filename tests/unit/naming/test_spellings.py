"""
`ascn_data.naming.spellings`: the names that a record has.
"""

from typing import Any

import pytest

from ascn_data.models import City, Country, Name, Partner, Place
from ascn_data.models.vocabularies import (
    Confidence,
    NameKind,
    PartnerKind,
)
from ascn_data.naming.spellings import bodies, implied_names


def place(cls: Any = Place, **values: Any) -> Any:
    """
    A place with few facts.
    """
    return cls(id="xx-y", country="xx", confidence="high", **values)


@pytest.mark.parametrize(
    ("kind", "name", "implied"),
    [
        ("component_city", "Cebu City", ["City of Cebu"]),
        ("component_city", "Cauayan", ["Cauayan City", "City of Cauayan"]),
        ("component_city", "City", []),
        ("province", "Phuket City", []),
        ("province", "Phuket", ["Phuket Province", "Province of Phuket"]),
        (
            "municipality",
            "Lubang",
            ["Lubang Municipality", "Municipality of Lubang"],
        ),
        (
            "regency",
            "Banyuwangi",
            [
                "Banyuwangi Regency",
                "Regency of Banyuwangi",
                "Kabupaten Banyuwangi",
            ],
        ),
        ("state", "Selangor", ["Selangor State", "State of Selangor"]),
        ("town", "Bandung", ["Bandung Town", "Town of Bandung"]),
        ("district", "Kuching", ["Kuching District"]),
        (
            "federal_territory",
            "Labuan",
            [
                "Labuan Federal Territory",
                "Federal Territory of Labuan",
                "Labuan City",
                "City of Labuan",
            ],
        ),
        (
            "union_territory",
            "Chandigarh",
            [
                "Chandigarh Union Territory",
                "Chandigarh City",
                "City of Chandigarh",
            ],
        ),
        *(
            (kind, "Vigan", ["Vigan City", "City of Vigan"])
            for kind in ("highly_urbanized_city", "city_state")
        ),
        *(
            (
                kind,
                "Hue",
                [
                    "Hue City",
                    "City of Hue",
                    "Hue Municipality",
                    "Municipality of Hue",
                ],
            )
            for kind in ("city", "capital_region", "province_level_city")
        ),
        ("new_town", "Forest City", []),
        (None, "Miami-Dade County", []),
    ],
)
def test_patterns(kind: Any, name: str, implied: list[str]) -> None:
    """
    A pattern adds what a place is to a name that does not say so.
    """
    assert list(implied_names(place(name=name, kind=kind))) == implied


def test_other_names_get_patterns() -> None:
    """
    Former and romanised names too; codes, official names and scripts not.
    """
    names = (
        Name(text="Rangoon", language="en", kind=NameKind.FORMER),
        Name(text="RGN", language="en", kind=NameKind.ABBREVIATION),
        Name(text="Yangon Proper", language="en", kind=NameKind.OFFICIAL),
        Name(text="Yangon, Burma", language="en"),
        Name(text="ရန်ကုန်", language="my", kind=NameKind.ENDONYM),
    )
    implied = list(
        implied_names(place(name="Yangon", kind="city", names=names))
    )

    assert "Rangoon City" in implied
    assert len(implied) == 8


def test_members_are_cities() -> None:
    """
    A municipality that is a member is called a city as well.
    """
    member = place(
        City,
        name="Siem Reap",
        kind="municipality",
        official_name="Siem Reap",
        joined="2018",
        cohort="pilot",
    )

    assert "Siem Reap City" in set(implied_names(member))


def test_bodies() -> None:
    """
    The name of a body without its country, unless it is a name already.
    """
    country = Country(
        id="us",
        name="United States",
        iso_alpha2="US",
        iso_alpha3="USA",
        iso_numeric="840",
        confidence=Confidence.HIGH,
    )
    partner = Partner(
        id="x",
        name="U.S. Department of State",
        kind=PartnerKind.GOVERNMENT_BODY,
        aliases=(
            "Department of Energy, United States",
            "Office of Science of the United States",
            "United States Office",
            "Department of Energy",
        ),
        confidence=Confidence.HIGH,
    )

    assert list(bodies(partner, country)) == [
        "Department of State",
        "Office of Science",
    ]
