"""
`ascn_data.display.cards`: what a record shows of itself.
"""

import dataclasses
import gc

import pytest

import ascn_data

from ascn_data.display.owners import owner_of
from ascn_data.display.shown import Shown
from samples import dataset, rows, tables


DS = ascn_data.load("2026.2")


def _card(record: object) -> dict[str, str]:
    """
    The first line of each field of a card.
    """
    lines = str(record).splitlines()[1:]
    return {
        line[2:].split("  ")[0].strip(): line[2:].partition("  ")[2].strip()
        for line in lines
        if line[2:3] != " "
    }


def test_the_main_fact_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A project's status with its date, an observation's number with its unit.
    """
    monkeypatch.setenv("COLUMNS", "120")
    project = _card(DS.project("JakPreneur"))
    number = _card(DS.observation("ascn--projects-total--2024-09-25"))

    assert list(project)[:3] == ["id", "name", "status"]
    assert project["status"] == "ongoing (2025-09-30)"
    assert "status_as_of" not in project
    assert list(number)[:3] == ["id", "title", "value"]
    assert number["value"] == "108 projects"
    assert "unit" not in number


def test_names_stand_beside_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Of the dataset that holds the record; a record by itself has ids.
    """
    monkeypatch.setenv("COLUMNS", "200")
    project = DS.project("JakPreneur")
    alone = dict(tables())["projects"][0]

    assert _card(project)["cities"] == "Jakarta (id-jakarta)"
    assert _card(project)["country"] == "Indonesia (id)"
    assert "Monitoring & Evaluation Report 2022 (me-2022)" in str(project)
    assert _card(alone)["country"] == "vn"
    assert owner_of(alone) is None
    assert owner_of("text") is None


def test_owners_are_forgotten() -> None:
    """
    A dataset is not kept alive by being asked for names.
    """
    ds = dataset()
    city = ds.city("Hue")
    assert owner_of(city) is not None
    del ds
    gc.collect()
    assert owner_of(city) is None


def test_dates_tell_how_precisely_they_are_known() -> None:
    """
    A day is a day; what is less is told.
    """
    given = rows()
    given["events"][0]["start"] = "[2019-10-01..2019-10-09]"
    window, year = tables(given)["events"]

    assert _card(window)["start"] == "some day from 2019-10-01 to 2019-10-09"
    assert "is known)" in _card(DS.project("JakPreneur"))["start"]
    assert _card(DS.city("Phuket"))["joined"] == "2018-04-28"
    assert year.id


def test_money_is_as_people_write_it() -> None:
    """
    Not one field after the other.
    """
    assert "AUD 20 million, approved; five years" in str(
        DS.partnership("aasctf")
    )


def test_long_lists_fold() -> None:
    """
    Five of many; a file has all.
    """
    city = DS.city("Phuket")

    assert "... and 10 more in .evidence" in str(city)


def test_links_in_a_notebook() -> None:
    """
    To sources, Wikidata and GeoNames.
    """
    page = DS.city("Phuket")._repr_html_()

    assert (
        '<a href="https://www.wikidata.org/wiki/Q182565">Q182565</a>' in page
    )
    assert '<a href="https://www.geonames.org/1151254">1151254</a>' in page
    assert '2019/02/ASCN-Consolidated-SCAPs.pdf">' in page


def test_records_are_dataclasses_to_other_software() -> None:
    """
    Encoders, caches and data frames that know no attrs know their fields.
    """
    term = dataset().terms()[0]
    row = dataclasses.asdict(term)  # type: ignore[call-overload]

    assert row["label"] == term.label
    assert row["evidence"][0]["source"] == "report-1"
    changed = dataclasses.replace(term, label="X")  # type: ignore[type-var]
    assert changed.label == "X"
    assert changed.id == term.id
    assert not dataclasses.is_dataclass(Shown)
