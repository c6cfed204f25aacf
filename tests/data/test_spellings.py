"""
Real-world spellings, typed by hand with the place each was seen in.
"""

import json
import pathlib

from collections import Counter

import pytest

import ascn_data

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


@pytest.mark.parametrize("text", ["Atlantis", "Siem Reap Province", "Penang"])
def test_others_do_not_resolve(text: str) -> None:
    """
    A name of nothing in the data, or of something larger, is no city.
    """
    with pytest.raises(LookupError):
        ascn_data.city(text)


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
                letters = [c for c in name.text if c.isalnum()]
                assert all(c in fold(name.text) for c in letters)
        assert len(list(written_names(city))) > 1
    assert seen == scripts
    assert default().city("กรุงเทพมหานคร").id == "th-bangkok"
