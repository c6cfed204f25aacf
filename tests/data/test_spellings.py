"""
Real-world spellings, typed by hand with the place each was seen in.
"""

import json
import pathlib
import unicodedata

from collections import Counter

import pytest

import ascn_data

from ascn_data.errors import AmbiguousNameError
from ascn_data.naming.folding import fold
from ascn_data.naming.spellings import written_names
from ascn_data.opening import default


SPELLINGS = json.loads(
    pathlib.Path(__file__)
    .with_name("spellings.json")
    .read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("text", "kind", "id_"),
    [(row["text"], row["kind"], row["id"]) for row in SPELLINGS],
)
def test_spelling(text: str, kind: str, id_: str) -> None:
    """
    What people write resolves to what they mean.
    """
    assert getattr(ascn_data, kind)(text).id == id_


@pytest.mark.parametrize("kind", ["city", "country", "partner", "place"])
def test_columns_resolve_alike(kind: str) -> None:
    """
    A column of spellings gives the same ids as one at a time.
    """
    rows = [row for row in SPELLINGS if row["kind"] == kind]
    found = ascn_data.resolve([row["text"] for row in rows], kind=kind)  # type: ignore[arg-type]

    assert list(found) == [row["id"] for row in rows]


def test_every_member_city_is_there() -> None:
    """
    All 38 cities and the eleven states of ASEAN have spellings here.
    """
    seen = Counter(row["id"] for row in SPELLINGS)

    assert [c.id for c in ascn_data.cities() if c.id not in seen] == []
    members = [c for c in ascn_data.countries() if c.asean_joined is not None]
    assert len(members) == 11
    assert [c.id for c in members if c.id not in seen] == []


@pytest.mark.parametrize(
    "text",
    [
        "Atlantis",
        "Siem Reap Province",
        "Penang",
        "Chiang Mai Province",
        "Khon Kaen Province",
        "Chonburi Province",
        "Cebu City City",
        "City of Davao City",
        "Ho Chi Minh City Municipality",
        "Cauayan, Negros Occidental",
        "Cauayan",
        "Viangchan",
        "Preah Sihanouk",
        "Baat Dambang",
        "Siem Reab",
    ],
)
def test_others_do_not_resolve(text: str) -> None:
    """
    A name of nothing in the data, or of something larger, is no city.
    """
    with pytest.raises(LookupError):
        ascn_data.city(text)


@pytest.mark.parametrize(
    ("text", "subdivision", "id_"),
    [
        ("Cauayan", "Isabela", "ph-cauayan-city"),
        ("Cauayan", "PH-ISA", "ph-cauayan-city"),
        ("Viang Chan", "LA-VT", "la-vientiane"),
        ("New York", "NY", "us-new-york-city"),
        ("Portland", "Oregon", "us-portland"),
        ("Portland", "Maine", None),
        ("Cauayan", "Negros Occidental", None),
    ],
)
def test_where_settles(text: str, subdivision: str, id_: str | None) -> None:
    """
    A name that others bear means its record together with where this lies.
    """
    found = ascn_data.resolve(
        [text], kind="place", subdivision=subdivision, on_unknown="none"
    )

    assert list(found) == [id_]
    assert found.shared == {}


def test_shared_names_are_told() -> None:
    """
    A name that a larger area bears too is found, reported and refusable.
    """
    found = ascn_data.resolve(["Cebu", "Cebu City"], kind="city")

    assert list(found) == ["ph-cebu-city", "ph-cebu-city"]
    assert list(found.shared) == ["Cebu"]
    assert "the province" in found.shared["Cebu"][0]
    with pytest.raises(AmbiguousNameError, match="the province"):
        ascn_data.resolve(["Cebu"], kind="city", on_shared="raise")
    with pytest.raises(AmbiguousNameError, match="the municipality in PH-NEC"):
        ascn_data.resolve(["Cauayan"], kind="city", country="PH")


def test_korea_is_not_japan() -> None:
    """
    A ministry's name without its country leads to no other country's.
    """
    name = "Ministry of Land, Infrastructure and Transport"

    with pytest.raises(AmbiguousNameError) as caught:
        ascn_data.partner(name)
    assert caught.value.candidates == ("molit-kr",)
    assert ascn_data.partner(f"{name}, Republic of Korea").id == "molit-kr"
    assert ascn_data.partner(f"Korea {name}").id == "molit-kr"


def test_names_keep_their_scripts() -> None:
    """
    Names in Thai, Lao, Khmer, Burmese, Tamil and Chinese fold to themselves.
    """
    scripts = {"th", "lo", "km", "my", "ta", "zh-Hans"}
    seen = set()
    for city in ascn_data.cities():
        for name in city.names:
            if name.language in scripts and not name.text.isascii():
                seen.add(name.language)
                plain = unicodedata.normalize("NFKC", name.text)
                letters = [c for c in plain if c.isalnum()]
                assert all(c in fold(name.text) for c in letters)
        assert len(list(written_names(city))) > 1
    assert seen == scripts
    assert default().city("กรุงเทพมหานคร").id == "th-bangkok"
