"""
`ascn_data.tables.knowledge`: what was certain, and what only possible.
"""

import pickle

from typing import Any

import pytest

from ascn_data.dataset import Dataset
from ascn_data.tables.store import Store
from samples import dataset, rows, stage, tables


DS = dataset()


@pytest.mark.parametrize(
    ("table", "day", "ids", "possible"),
    [
        ("partnerships", "2018-06", [], []),
        ("partnerships", "2018-07-15", ["mou"], ["mou"]),
        ("partnerships", "2019-12", ["da-nang-pair", "mou"], ["mou"]),
        ("partnerships", "2020-06-15", ["da-nang-pair", "mou"], None),
        ("partnerships", "2020-07", ["mou"], ["mou"]),
        ("cities", "2018", ["vn-da-nang"], []),
        ("cities", "2024-06", ["vn-da-nang", "vn-hue"], ["vn-hue"]),
        ("cities", "2024-12", ["vn-da-nang", "vn-hue"], []),
        (
            "projects",
            "2020-08",
            ["vn-da-nang--control-centre", "vn-da-nang--gardens"],
            ["vn-da-nang--gardens"],
        ),
        (
            "projects",
            "2021-06",
            ["vn-da-nang--control-centre", "vn-da-nang--gardens"],
            None,
        ),
        (
            "projects",
            "2022",
            ["vn-da-nang--control-centre"],
            ["vn-da-nang--control-centre"],
        ),
    ],
)
def test_as_of(
    table: str, day: str, ids: list[str], possible: list[str] | None
) -> None:
    """
    Windows and what comes after the last sign are possible, not certain.
    """
    found = getattr(DS, table)(as_of=day)

    assert list(found.ids) == ids
    assert list(found.possible) == (ids if possible is None else possible)


def test_status_on_a_day() -> None:
    """
    With `as_of`, a status is that of the day and an area that of the report.
    """
    then = DS.projects(as_of="2019-10", status="planning")

    assert list(then.ids) == ["vn-da-nang--control-centre"]
    assert len(DS.projects(as_of="2019-10", status="ongoing")) == 0
    assert DS.projects(as_of=2019, focus_area="civic & social") == then
    assert len(DS.projects(as_of=2019, focus_area="safety & security")) == 0


def test_reports_that_leave_the_status_open() -> None:
    """
    A project that a report lists without a status counts as unknown.
    """
    given = rows()
    centre = given["projects"][0]
    centre["history"] = [{**centre["history"][0], "status": "unknown"}]
    ds = Dataset(Store("sample", tables(given).__getitem__))

    assert len(ds.projects(as_of="2019-08")) == 0
    assert list(ds.projects(as_of="2019-09", status="unknown").ids) == [
        "vn-da-nang--control-centre"
    ]


def test_undated_reports_say_nothing_of_a_day() -> None:
    """
    When it was known what they list, nobody can tell.
    """
    given = rows()
    del given["sources"][0]["published"]
    ds = Dataset(Store("sample", tables(given).__getitem__))

    assert len(ds.projects(as_of="2019-10")) == 0
    assert len(ds.projects(as_of="2019-10", report="report-1")) == 0
    assert len(ds.projects(report="report-1")) == 1


def test_what_is_possible_is_told() -> None:
    """
    The caption counts it; slices, filters and pickles keep it.
    """
    found = DS.partnerships(as_of="2019-12")

    assert repr(found).endswith(
        "2 records of partnerships (1 possible, not certain: see .possible), "
        "ascn-data revision sample"
    )
    assert "(1 possible, not certain: see .possible)" in found._repr_html_()
    assert found[1:].possible == ("mou",)
    assert found[:1].possible == ()
    assert found.filter(lambda p: p.id == "mou").possible == ("mou",)
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes
    assert again == found
    assert again.possible == ("mou",)
    assert "possible" not in repr(DS.partnerships())


def _linked() -> Any:
    """
    The sample with events that belong to the pair and the gardens.
    """
    given = rows()
    given["events"][0]["partnerships"] = ["da-nang-pair"]
    given["events"][1]["projects"] = ["vn-da-nang--gardens"]
    given["projects"][1]["partnerships"] = ["da-nang-pair"]
    given["projects"][1]["milestones"].insert(0, stage("announced", "2019"))
    return Dataset(Store("sample", tables(given).__getitem__))


def test_a_parent_has_what_hangs_on_its_children() -> None:
    """
    Projects and events of a partnership are those of its parts too.
    """
    ds = _linked()

    assert list(ds.projects(partnership="Memorandum").ids) == [
        "vn-da-nang--gardens"
    ]
    assert list(ds.events(partnership="mou").ids) == ["meeting-1"]
    assert list(ds.events(partnership="da-nang-pair").ids) == ["meeting-1"]
    assert list(ds.events(project="vn-da-nang--gardens").ids) == ["meeting-2"]
    assert list(ds.projects(as_of="2019").ids) == [
        "vn-da-nang--control-centre",
        "vn-da-nang--gardens",
    ]
