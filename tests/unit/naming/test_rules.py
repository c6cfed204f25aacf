"""
`ascn_data.naming.rules`: what a name means that no record carries as written.
"""

import time

from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from ascn_data.errors import AmbiguousNameError, UnknownNameError
from ascn_data.naming.index import NameIndex, is_short
from ascn_data.naming.rules import RULES


@attrs.frozen
class Namesake:
    """
    Something else of a name.
    """

    words: str
    subdivision: str


class Map:
    """
    Where the records of the index lie.
    """

    places: Mapping[str, set[str]] = {
        "bangkok": {"thailand", "bkk"},
        "portland": {"us", "oregon"},
        "health": {"indonesia"},
        "state": {"us"},
        "cebu": {"philippines", "cebu"},
        "cauayan": {"philippines", "isabela"},
        "dc": {"us"},
    }

    def is_country(self, name: str) -> bool:
        """
        Whether it is one of the countries here.
        """
        return name.lower() in ("thailand", "us", "indonesia", "korea", "u.s.")

    def lies_in(self, id_: str, where: str) -> bool:
        """
        Whether the record lies there.
        """
        return where.lower() in self.places.get(id_, ())

    def fits(self, _id: str, namesake: Namesake, where: str) -> bool:
        """
        Whether the namesake lies there too.
        """
        return where.lower() in ("philippines", namesake.subdivision)


def index(kind: str = "partner") -> NameIndex:
    """
    An index of a few names.
    """
    return NameIndex(
        kind,
        [
            ("Philippines", "ph"),
            ("the Philippines", "ph"),
            ("Korea", "kr"),
            ("Republic of Korea", "kr"),
            ("Bangkok", "bangkok"),
            ("Krung Thep", "bangkok"),
            ("Portland", "portland"),
            ("Washington, D.C.", "dc"),
            ("Asian Development Bank", "adb"),
            ("ADB", "adb"),
            ("Ministry of Health, Indonesia", "health"),
            ("U.S. Department of State", "state"),
            ("Centre for Liveable Cities", "clc"),
            ("Centers for Good Things", "good"),
            ("Center for Good Thing", "other"),
            ("Agency for Studies", "studies"),
            ("Cebu", "cebu"),
            ("Cebu City", "cebu"),
            ("Cauayan City", "cauayan"),
            ("Cauayan", "cauayan"),
        ],
        incomplete=[
            ("Ministry of Health", "health"),
            ("Department of State", "state"),
            ("Cauayan", "cauayan"),
        ],
        shared=[
            ("Cebu", Namesake("the province", "")),
            ("Cauayan", Namesake("the town", "negros")),
        ],
        whereabouts=Map(),
    )


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Philippines (the)", "ph"),
        ("Philippines, the", "ph"),
        ("Korea, Republic of", "kr"),
        ("Korea (Republic of)", "kr"),
        ("Korea (the Republic of)", "kr"),
        ("Asian Development Bank (ADB)", "adb"),
        ("ADB\uff08Asian Development Bank\uff09", "adb"),
        ("Krung Thep (Bangkok)", "bangkok"),
        ("Bangkok, Thailand", "bangkok"),
        ("Bangkok (Thailand)", "bangkok"),
        ("Krung Thep (Bangkok), Thailand", "bangkok"),
        ("Portland, Oregon, US", "portland"),
        ("Washington, D.C., US", "dc"),
        ("Indonesia Ministry of Health", "health"),
        ("Indonesia's Ministry of Health", "health"),
        ("Ministry of Health of Indonesia", "health"),
        ("Ministry of Health (Indonesia)", "health"),
        ("Ministries of Health of Indonesia", "health"),
        ("Department of State of the US", "state"),
        ("Center for Liveable Cities", "clc"),
        ("The Center for Liveable Cities", "clc"),
        ("Centre for Liveable City", "clc"),
        ("Agency for Study", "studies"),
        ("Cebu, Philippines", "cebu"),
        ("Cebu (Cebu City)", "cebu"),
        ("Cauayan, Isabela", "cauayan"),
        ("Cauayan, Isabela, Philippines", "cauayan"),
        ("Cauayan (Cauayan City)", "cauayan"),
        ("The-Philippines", "ph"),
        ("the the Philippines", "ph"),
    ],
)
def test_rules(name: str, id_: str) -> None:
    """
    What documents print leads to the record that every part means.
    """
    assert index().resolve(name) == id_


@pytest.mark.parametrize(
    "name",
    [
        "(the)",
        ", the",
        "Atlantis (the)",
        "Korea, Democratic Republic of",
        "Portland, Republic of",
        "of, of",
        "Asian Development Bank (Bangkok)",
        "Bangkok (Atlantis)",
        "Portland, Maine",
        "Portland, Oregon, Thailand",
        "Cauayan, Negros",
        "Ministry of Health of Korea",
        "Korea Ministry of Health",
        "Center for Good Things",
        "a" * 400,
        "((((",
    ],
)
def test_contradictions_mean_nothing(name: str) -> None:
    """
    A part that leads elsewhere or nowhere leaves nothing.
    """
    with pytest.raises(UnknownNameError):
        index().resolve(name)


def test_bodies_are_partners() -> None:
    """
    Of cities, nothing is read before or behind a name without a comma.
    """
    assert index("city").find("Thailand Bangkok").ids == ()
    assert index("city").find("Center for Liveable Cities").ids == ()


def test_names_alone() -> None:
    """
    A name that means a record only with a place says what else has it.
    """
    with pytest.raises(AmbiguousNameError, match="or the town; ask") as town:
        index().resolve("Cauayan")
    with pytest.raises(AmbiguousNameError, match="or the town"):
        index().resolve("Cauayan, Philippines")
    with pytest.raises(AmbiguousNameError, match="of another country"):
        index().resolve("Ministry of Health")

    assert town.value.candidates == ("cauayan",)
    assert town.value.others == ("the town",)


def test_what_is_shared_is_told() -> None:
    """
    A namesake is kept until a place rules it out.
    """
    assert index().find("Cebu").namesakes[0].words == "the province"
    assert index().find("Cebu, Philippines").namesakes != ()
    assert index().find("Cebu, Cebu").namesakes == ()
    assert index().find("Cebu (Cebu City)").namesakes == ()


def test_one_name_of_two() -> None:
    """
    What one record has and another lacks a place for may mean either.
    """
    both = NameIndex("partner", [("X y", "a")], incomplete=[("X y", "b")])

    assert both.find("x y").ids == ("a", "b")


def test_without_whereabouts() -> None:
    """
    An index that does not know where records lie reads no places.
    """
    plain = NameIndex("city", [("Hue", "vn-hue")])

    assert plain.find("Hue, Viet Nam").ids == ()


@pytest.mark.parametrize(
    ("name", "short"),
    [("Mỹ", True), ("Bỉ", True), ("My", False), ("Áustria", False)],
)
def test_short_names(name: str, short: bool) -> None:  # noqa: FBT001 - a table of cases
    """
    Short names with accents are told from codes by them.
    """
    assert is_short(name) is short


def test_codes_stay_codes() -> None:
    """
    "Mỹ" is the United States, "my" Malaysia, and "bi" nothing.
    """
    codes = NameIndex(
        "country",
        [("my", "my"), ("Mỹ", "us"), ("Bỉ", "be")],
        weak=[("Mỹ", "united-states"), ("Ý", "it")],
    )

    assert codes.resolve("MỸ") == "us"
    assert codes.resolve("MY") == "my"
    assert codes.resolve("bỉ") == "be"
    assert codes.resolve("ý") == "it"
    assert codes.find("BI").ids == ()


def test_nothing_takes_long() -> None:
    """
    Texts that could be taken apart in many ways are not.
    """
    texts: list[Any] = [
        "of " * 90,
        "a of, " * 8 + "of",
        ("a (b) " * 40).strip(),
        "Ministry of " * 20,
        ", ".join("abcdefgh"),
    ]
    start = time.perf_counter()
    for text in texts:
        assert index().find(text).ids == ()

    assert time.perf_counter() - start < 2
    assert len(RULES) == 6
