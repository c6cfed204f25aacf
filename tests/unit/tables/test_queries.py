"""
`ascn_data.queries` and `ascn_data.dataset`: filters and single records.
"""

import datetime

from typing import Any

import pytest

from ascn_data.errors import AmbiguousNameError, UnknownNameError
from ascn_data.models.catalogue import TABLES
from samples import dataset


DS = dataset()


@pytest.mark.parametrize(
    ("table", "filters", "ids"),
    [
        ("cities", {"as_of": 2018}, ["vn-da-nang"]),
        ("cities", {"as_of": "2018-04"}, ["vn-da-nang"]),
        ("cities", {"as_of": "2018-04-27"}, []),
        ("cities", {"as_of": 2024}, ["vn-da-nang", "vn-hue"]),
        ("cities", {"country": "VIETNAM"}, ["vn-da-nang", "vn-hue"]),
        ("cities", {"country": "JPN"}, []),
        ("places", {"country": "日本"}, ["jp-yokohama"]),
        ("places", {"kind": "City"}, ["jp-yokohama"]),
        ("places", {"kind": "province"}, []),
        ("partners", {"country": "Japan"}, ["japan", "jetro"]),
        ("partners", {"kind": "state"}, ["european-union", "japan"]),
        (
            "partners",
            {"parent": "European Union"},
            ["european-commission"],
        ),
        ("partnerships", {"partner": "Japan"}, ["da-nang-pair", "mou"]),
        ("partnerships", {"partner": "jp"}, ["da-nang-pair", "mou"]),
        ("partnerships", {"partner": "JETRO"}, ["da-nang-pair"]),
        ("partnerships", {"partner": "jetro-tokyo"}, ["da-nang-pair"]),
        ("partnerships", {"partner": "european union"}, ["mou"]),
        ("partnerships", {"partner": "European Commission"}, ["mou"]),
        ("partnerships", {"city": "Danang"}, ["da-nang-pair"]),
        ("partnerships", {"city": "Hue"}, []),
        ("partnerships", {"place": "Yokohama City"}, ["da-nang-pair"]),
        ("partnerships", {"place": "Da Nang"}, ["da-nang-pair"]),
        ("partnerships", {"country": "Viet Nam"}, ["da-nang-pair", "mou"]),
        ("partnerships", {"country": "Japan"}, ["da-nang-pair", "mou"]),
        ("partnerships", {"kind": "City Pair"}, ["da-nang-pair"]),
        ("partnerships", {"status": "active"}, ["mou"]),
        ("partnerships", {"focus_area": "Health & Well-Being"}, ["mou"]),
        ("partnerships", {"parent": "mou"}, ["da-nang-pair"]),
        ("partnerships", {"as_of": 2018}, ["mou"]),
        ("partnerships", {"as_of": "2020-06"}, ["da-nang-pair", "mou"]),
        ("partnerships", {"as_of": "2020-07"}, ["mou"]),
        (
            "partnerships",
            {"as_of": datetime.date(2019, 1, 1), "partner": "JETRO"},
            ["da-nang-pair"],
        ),
        (
            "projects",
            {"city": "Da Nang"},
            ["vn-da-nang--control-centre", "vn-da-nang--gardens"],
        ),
        ("projects", {"city": "Hue"}, []),
        (
            "projects",
            {"place": "Da Nang", "status": "completed"},
            ["vn-da-nang--gardens"],
        ),
        ("projects", {"partner": "Japan"}, ["vn-da-nang--gardens"]),
        ("projects", {"partnership": "mou"}, ["vn-da-nang--gardens"]),
        (
            "projects",
            {"country": "vn", "status": "ongoing"},
            ["vn-da-nang--control-centre"],
        ),
        (
            "projects",
            {"focus_area": "safety & security"},
            ["vn-da-nang--control-centre"],
        ),
        ("projects", {"report": "report-1"}, ["vn-da-nang--control-centre"]),
        ("projects", {"report": "report-1", "status": "ongoing"}, []),
        (
            "projects",
            {"report": "report-1", "status": "planning"},
            ["vn-da-nang--control-centre"],
        ),
        (
            "projects",
            {"report": "report-1", "focus_area": "civic & social"},
            ["vn-da-nang--control-centre"],
        ),
        (
            "projects",
            {"report": "report-2", "focus_area": "civic & social"},
            [],
        ),
        ("projects", {"report": "report-2", "as_of": "2020-08"}, []),
        (
            "projects",
            {"report": "report-2", "as_of": "2020-09"},
            ["vn-da-nang--control-centre"],
        ),
        ("projects", {"as_of": "2019-08"}, []),
        ("projects", {"as_of": "2019-09"}, ["vn-da-nang--control-centre"]),
        (
            "projects",
            {"as_of": 2019, "status": "planning"},
            ["vn-da-nang--control-centre"],
        ),
        (
            "projects",
            {"as_of": 2020, "status": "ongoing", "partner": "JETRO"},
            ["vn-da-nang--gardens"],
        ),
        (
            "projects",
            {"as_of": 2021, "status": "completed"},
            ["vn-da-nang--gardens"],
        ),
        ("events", {"series": "meetings"}, ["meeting-1", "meeting-2"]),
        ("events", {"series": "Meetings"}, ["meeting-1", "meeting-2"]),
        ("events", {"kind": "meeting", "since": 2019}, ["meeting-1"]),
        ("events", {"since": "2019-10-09"}, ["meeting-1"]),
        ("events", {"since": "2019-10-10"}, []),
        ("events", {"until": "2019-10-08"}, ["meeting-1"]),
        ("events", {"until": "2019-10-07"}, []),
        ("events", {"partner": "JETRO"}, ["meeting-1"]),
        ("events", {"place": "Yokohama", "country": "Japan"}, ["meeting-1"]),
        ("roles", {"kind": "chair", "as_of": "2020-03"}, ["chair-2020"]),
        ("roles", {"as_of": 2021}, []),
        (
            "roles",
            {"country": "Viet Nam"},
            ["chair-2020", "office-da-nang"],
        ),
        ("roles", {"city": "Da Nang"}, ["office-da-nang"]),
        ("roles", {"as_of": "2019-01"}, ["office-da-nang"]),
        ("roles", {"as_of": 2019}, []),
        ("terms", {"scheme": "areas"}, ["civic"]),
        (
            "observations",
            {"subject": "Da Nang", "indicator": "Cameras"},
            ["vn-da-nang--cameras--2019"],
        ),
        ("observations", {"subject": "Hue"}, []),
        ("observations", {"unit": "trips"}, ["vn-da-nang--trips--2020"]),
        ("observations", {"kind": "target"}, ["vn-da-nang--trips--2020"]),
        ("observations", {"since": 2020}, ["vn-da-nang--trips--2020"]),
        ("observations", {"until": 2019}, ["vn-da-nang--cameras--2019"]),
        ("sources", {"mentions": "vn-da-nang"}, ["report-1"]),
        ("sources", {"mentions": "Danang"}, ["report-1"]),
        ("sources", {"found_in": "report-1"}, ["report-2"]),
        ("sources", {"language": "EN"}, ["report-1"]),
        ("sources", {"since": 2020, "kind": "official"}, ["report-2"]),
    ],
)
def test_filters(table: str, filters: dict[str, Any], ids: list[str]) -> None:
    """
    Each filter keeps exactly the records it names, in id order.
    """
    assert list(getattr(DS, table)(**filters).ids) == ids


@pytest.mark.parametrize("table", TABLES)
def test_no_filter_gives_the_whole_table(table: str) -> None:
    """
    Asked for nothing in particular, a table is all of itself.
    """
    assert getattr(DS, table)() is DS.table(table)


@pytest.mark.parametrize(
    ("table", "filters", "message"),
    [
        ("cities", {"country": "Vietnma"}, "did you mean 'Viet Nam'"),
        ("partnerships", {"partner": "Jetor"}, "did you mean 'JETRO'"),
        (
            "partnerships",
            {"city": "Yokohama"},
            "'Yokohama' is a place that is not a member",
        ),
        ("partnerships", {"kind": "pact"}, "no partnership kind is called"),
        ("projects", {"report": "report-3"}, "did you mean 'report-1'"),
        ("projects", {"status": "done"}, "known are completed, ended"),
        ("events", {"series": "meeting"}, "did you mean 'meetings'"),
        ("observations", {"indicator": "camera"}, "did you mean 'cameras'"),
        ("observations", {"subject": "Da Nag"}, "no record is called"),
        ("sources", {"publisher": "Someone"}, "no publisher is called"),
    ],
)
def test_misspellings_raise(
    table: str, filters: dict[str, str], message: str
) -> None:
    """
    A wrong value never gives an empty table.
    """
    with pytest.raises(UnknownNameError, match=message):
        getattr(DS, table)(**filters)


@pytest.mark.parametrize("value", [3, b"x", [3]])
def test_values_are_texts(value: Any) -> None:
    """
    What is no text is told before anything is looked up.
    """
    with pytest.raises(TypeError, match="a series is asked for as text"):
        DS.events(series=value)
    with pytest.raises(TypeError, match="a record is asked for as text"):
        DS.sources(mentions=value)


def test_what_fits_two_raises() -> None:
    """
    Japan is a country and a partner: a record of either must be chosen.
    """
    with pytest.raises(AmbiguousNameError, match="'jp', 'japan'"):
        DS.sources(mentions="Japan")


@pytest.mark.parametrize("as_of", ["2018-13", "last year", True])
def test_wrong_dates_raise(as_of: Any) -> None:
    """
    A date that is none is told so.
    """
    with pytest.raises(ValueError, match="is not a date"):
        DS.cities(as_of=as_of)


def test_stretches_run_forwards() -> None:
    """
    Dates the wrong way round are told, not answered with nothing.
    """
    assert DS.events(since=2018, until=2018) == DS.events(
        since="2018-01-01", until="2018-12"
    )
    with pytest.raises(ValueError, match="until 2020 lies before since 2022"):
        DS.events(since=2022, until=2020)


def test_single_records() -> None:
    """
    One record by name, code, alias or id; a city is a place too.
    """
    assert DS.city("Q25282").id == DS.city("VN DAD").id == "vn-da-nang"
    assert DS.city("City of Da Nang").id == DS.city("1583992").id
    assert DS.country("704").id == "vn"
    assert DS.partner("JETRO").id == "jetro"
    assert DS.place("yokohama") is DS.place("jp-yokohama")
    assert DS.place("Da Nang") is DS.city("Da Nang")
    assert DS.record("mou").name == "Memorandum"
    assert DS.revision == "sample"
    assert repr(DS) == "<ascn_data.Dataset revision sample>"


@pytest.mark.parametrize("kind", ["city", "country", "partner", "place"])
def test_unknown_single_records(kind: str) -> None:
    """
    Nothing of that name raises.
    """
    with pytest.raises(UnknownNameError, match=f"no {kind} is called"):
        getattr(DS, kind)("Atlantis")


def test_unknown_record() -> None:
    """
    An id of no table raises.
    """
    with pytest.raises(UnknownNameError, match="no record is called 'xx'"):
        DS.record("xx")
