"""
`ascn_data.tables`: asking for one record, for several, and for numbers.
"""

import io
import json
import pathlib

from typing import Any

import pytest

import ascn_data

from ascn_data.errors import AmbiguousNameError, UnknownNameError
from ascn_data.models.catalogue import SCHEMAS, TABLES
from samples import dataset


DS = ascn_data.load("2026.2")
NOW = ascn_data.load()
TITLE = (
    "Job Creation Through Linking Research Institutes And Potential "
    "Entrepreneurs"
)


@pytest.mark.parametrize(
    ("singular", "name", "id_"),
    [
        ("city", "Saigon", "vn-ho-chi-minh-city"),
        ("country", "Lao PDR", "la"),
        ("place", "Surabaya", "id-surabaya"),
        ("partner", "JETRO", "jetro"),
        ("partnership", "USASCP", "usascp"),
        ("project", "JakPreneur", "id-jakarta--jakpreneur"),
        (
            "project",
            TITLE,
            "id-jakarta--jakpreneur",
        ),
        ("event", "asean-japan-hlm-1", "asean-japan-hlm-1"),
        ("event", "1st ASCN Annual Meeting", "ascn-annual-meeting-1"),
        ("role", "chair-2019", "chair-2019"),
        ("source", "okamoto-2022", "okamoto-2022"),
        ("source", "ISBN 978-4-910833-02-6", "okamoto-2022"),
        ("term", "Civic & Social", "civic-and-social"),
        (
            "observation",
            "ascn--projects-total--2024-09-25",
            "ascn--projects-total--2024-09-25",
        ),
    ],
)
def test_every_table_has_its_singular(
    singular: str, name: str, id_: str
) -> None:
    """
    By id, name, alias, title of a report, label or identifier.
    """
    assert getattr(DS, singular)(name).id == id_


def test_singulars_are_those_of_the_tables() -> None:
    """
    No table is without one, and each is a function of the package.
    """
    for table in TABLES:
        singular = SCHEMAS[table].singular
        assert singular in ascn_data.__all__
        for first in DS.table(table)[:1]:
            assert getattr(DS, singular)(first.id) is first
            assert getattr(DS, singular)(first) is first


def test_filters_take_one_several_or_records() -> None:
    """
    A list is either of them; duplicates change nothing.
    """
    jakarta = DS.city("Jakarta")
    one = DS.projects(city="Jakarta")
    both = DS.projects(city=["Makassar", jakarta, "DKI Jakarta"])

    assert one == DS.projects(city=jakarta) == DS.projects(city=[jakarta])
    assert set(both.ids) == {*one.ids, *DS.projects(city="Makassar").ids}
    assert DS.roles(country=DS.cities(country="vn")[:0]).ids == ()
    assert DS.projects(city=DS.cities(country="la")) == DS.projects(
        city=["Vientiane", "Luang Prabang"]
    )
    assert len(DS.projects(status=["ongoing", "completed"])) == len(
        DS.projects(status="ongoing")
    ) + len(DS.projects(status="completed"))
    assert len(DS.projects(report=["me-2022", "me-2025"])) > 134
    found = DS.projects(
        city=["Makassar", "Jakarta"],
        focus_area="health & well-being",
        status="ongoing",
        report="me-2024",
    )
    assert found.ids == ("id-makassar--smart-health-care",)
    japan, korea = (
        set(DS.partnerships(partner=p).ids) for p in ("Japan", "Korea")
    )
    assert set(DS.partnerships(partner=["Japan", "Korea"]).ids) == (
        japan | korea
    )


def test_a_wrong_one_of_a_list_is_named() -> None:
    """
    Wherever it stands in the list.
    """
    with pytest.raises(UnknownNameError, match="'Jakrta'; did you mean 'Jak"):
        DS.projects(city=["Makassar", "Jakrta"])
    with pytest.raises(UnknownNameError, match="'stoped'"):
        DS.projects(status=["ongoing", "stoped"])
    with pytest.raises(UnknownNameError, match="'me-1999'"):
        DS.projects(report=["me-2022", "me-1999"])
    number: Any = 3
    with pytest.raises(TypeError, match="a city is asked for as text, as a"):
        DS.projects(city=number)


def test_numbers_about_a_city_include_those_of_its_projects() -> None:
    """
    Four of Putrajaya, 55 of Malaysia, 119 of the action plans.
    """
    assert len(DS.observations(city="Putrajaya")) == 4
    assert len(DS.observations(about="Putrajaya")) == 4
    assert len(DS.observations(country="Malaysia")) == 55
    assert len(DS.observations(report="scap-2018")) == 119
    project = "my-putrajaya--cctv-and-panic-button"
    assert len(DS.observations(project=project)) == 4
    assert len(DS.observations(about=project)) == 4
    assert {o.subject for o in DS.observations(about="jetro-undp-mou")} <= {
        "jetro-undp-mou"
    }
    phuket = {o.subject for o in DS.observations(city="Phuket")}
    assert "th-phuket--city-data-platform" in phuket


def test_numbers_about_partners_and_partnerships() -> None:
    """
    What belongs to a partner and to a programme counts.
    """
    usascp = {o.subject for o in NOW.observations(about="USASCP")}
    programmes = {
        "usascp",
        *NOW.partnerships(parent="usascp").ids,
        *NOW.projects(partnership="usascp").ids,
        *NOW.events(partnership="usascp").ids,
    }
    partner = NOW.partner("Asian Development Bank")
    about = {o.subject for o in NOW.observations(about=partner)}
    ties = {
        "adb",
        *NOW.partnerships(partner="adb").ids,
        *NOW.projects(partner="adb").ids,
    }

    assert "usascp" in usascp
    assert usascp <= programmes
    assert about <= ties


def test_empty_tables_say_what_to_ask_instead() -> None:
    """
    Which filter leaves nothing, or where the numbers are.
    """
    none = DS.observations(subject="Putrajaya")
    narrow = DS.projects(city="Phuket", status="suspended")

    assert len(none) == len(narrow) == 0
    assert (
        "load('2026.2').observations(about='Putrajaya') has 4, also about "
        "what belongs to it." in " ".join(repr(none).split())
    )
    assert "There are 7 without status." in repr(narrow)
    assert "There are 7 without status." in narrow._repr_html_()
    nowhere = DS.observations(subject="Baguio")
    assert "has" not in repr(nowhere).splitlines()[2]
    assert DS.projects(city="Phuket").advice == ""
    past = DS.events(city="Phuket", until=1990)
    assert "without when" in repr(past)


def test_search_finds_the_best_first() -> None:
    """
    The name itself, then beginnings, words, parts; summaries last.
    """
    flood = DS.search("flood")
    lingko = DS.search("Jak-Lingko")

    assert lingko[0].id == "id-jakarta--jaklingko"
    ranks = ["name", "id", "text"]
    order = [ranks.index(hit.found_in) for hit in flood]
    assert order == sorted(order)
    assert order[0] == 0
    assert order[-1] == 2
    assert DS.search("saigon")[0].id == "vn-ho-chi-minh-city"
    assert DS.search("monitoring flood")[0].id == (
        DS.project("Integrated Flood and Monitoring Pump House System").id
    )
    # By a title that one report has.
    assert "id-jakarta--jakpreneur" in DS.search("Linking Research").ids
    assert DS.search("my-kuching--flood")[0].found_in == "id"
    assert len(DS.search("zzzz")) == 0


def test_records_of_any_table() -> None:
    """
    By an id, a name that one record has, a hit, or the record itself.
    """
    assert DS.record("Johor Bahru").id == "my-johor-bahru"
    assert DS.record(DS.search("Phuket")[0]).id
    assert DS.record(DS.city("Phuket")) is DS.city("Phuket")
    with pytest.raises(AmbiguousNameError, match="'sg-singapore', 'sg'"):
        DS.record("Singapore")


def test_about_a_city() -> None:
    """
    The record and all that refers to it, table by table.
    """
    about = DS.about("Phuket")

    assert about.record is DS.city("Phuket")
    assert list(about) == [
        "events",
        "observations",
        "partners",
        "partnerships",
        "projects",
        "roles",
        "sources",
    ]
    assert about["projects"] == DS.projects(city="Phuket")
    assert set(about["partnerships"].ids) == set(
        DS.partnerships(city="Phuket").ids
    )
    assert about["observations"] == DS.observations(about="Phuket")
    assert "scap-2018" in about["sources"]
    assert len(about) == 7


def test_about_other_records() -> None:
    """
    A country has its cities, a partnership its events, a source what rests.
    """
    assert about_ids("Viet Nam", "cities") == DS.cities(country="vn").ids
    assert "jetro-undp-mou" in about_ids("jetro", "partnerships")
    assert about_ids("usascp", "events")
    assert "th-phuket" not in DS.about("okamoto-2022")
    assert DS.about(DS.term("civic-and-social")).record.label


def about_ids(name: str, table: str) -> tuple[str, ...]:
    """
    The ids of a table about something.
    """
    kind = "country" if name == "Viet Nam" else "record"
    return DS.about(getattr(DS, kind)(name))[table].ids


def test_about_is_a_page(tmp_path: pathlib.Path) -> None:
    """
    As text, as HTML and as JSON.
    """
    about = dataset().about("Da Nang")
    text = repr(about)
    page = about._repr_html_()
    file = io.StringIO()
    about.to_json(file)
    about.to_json(tmp_path / "a.json")
    rows = json.loads(file.getvalue())

    assert text.startswith("City\n  id ")
    assert "\n\nprojects (" in text
    assert "<summary>projects (" in page
    assert rows == about.to_dict()
    assert rows["table"] == "cities"
    assert rows["record"]["id"] == "vn-da-nang"
    assert json.loads((tmp_path / "a.json").read_bytes()) == rows
