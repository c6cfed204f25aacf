"""
`ascn_data.versions.upgrades`: old tables under the present schema.
"""

import json
import pathlib

from typing import Any

import pytest

import ascn_data

from ascn_data.errors import DataError
from ascn_data.models.catalogue import FILES
from ascn_data.models.records import parse_table
from ascn_data.versions.upgrades import to_schema_2, upgrade
from samples import rows


PROJECT = "vn-da-nang--gardens"


def former() -> dict[str, list[dict[str, Any]]]:
    """
    The sample as schema 1 had it.
    """
    given = rows()
    reported, stated = given["projects"]
    for name in ("status", "status_as_of"):
        del reported[name]
    for name in ("milestones", "status", "status_as_of", "partnerships"):
        del stated[name]
    stated["partnership"] = "mou"
    stated["stated_status"] = "completed"
    stated["stated_status_as_of"] = "2021"
    stated["evidence"] = [
        {"source": "report-1", "locator": "p. 1", "fields": names}
        for names in (
            ["name", "country", "cities", "partners", "start", "end"],
            ["partnership", "stated_status", "stated_status_as_of"],
        )
    ]
    stated["disputes"] = [
        {
            "field": "stated_status",
            "value": "ongoing",
            "source": "report-2",
            "locator": "p. 2",
            "reason": "Out of date.",
        }
    ]
    meeting, other = given["events"]
    meeting["partnership"] = "mou"
    other["evidence"] = [
        {"source": "report-1", "locator": "p. 1"},
        {"source": "report-1", "locator": "p. 2", "fields": ["partnership"]},
    ]
    for partnership in given["partnerships"]:
        del partnership["milestones"]
    return given


def test_fields_are_renamed() -> None:
    """
    A partnership becomes a list, a stated status the status.
    """
    found = to_schema_2(former())
    reported, stated = found["projects"]
    meeting, other = found["events"]

    assert stated["partnerships"] == meeting["partnerships"] == ["mou"]
    assert (stated["status"], stated["status_as_of"]) == ("completed", "2021")
    assert stated["evidence"][1]["fields"] == [
        "partnerships",
        "status",
        "status_as_of",
    ]
    assert stated["disputes"][0]["field"] == "status"
    assert other["evidence"][1]["fields"] == ["partnerships"]
    assert "milestones" not in stated
    assert reported["status"] == "ongoing"
    assert reported["status_as_of"] == "2020-09-01"


def test_reports_without_a_day_give_no_date() -> None:
    """
    The status of an undated report has no date; without any it is unknown.
    """
    given = former()
    del given["sources"][1]["published"]
    for name in ("stated_status", "stated_status_as_of"):
        del given["projects"][1][name]
    reported, bare = to_schema_2(given)["projects"]

    assert reported["status"] == "ongoing"
    assert "status_as_of" not in reported
    assert bare["status"] == "unknown"


def test_the_step_is_taken_once() -> None:
    """
    Tables of schema 2 stay as they are.
    """
    once = to_schema_2(former())

    assert to_schema_2(once) == once


def test_a_table_may_be_unknown() -> None:
    """
    A revision from before there were projects has none afterwards.
    """
    assert to_schema_2({"events": []}) == {"events": [], "projects": []}


def _written(directory: pathlib.Path, given: dict[str, Any]) -> None:
    for table in FILES:
        file = directory / f"{table}.json"
        file.write_text(json.dumps(given[table]), encoding="utf-8")


def test_directories_are_upgraded(tmp_path: pathlib.Path) -> None:
    """
    The error names the old field and the step; after it, the rules ask.
    """
    _written(tmp_path, former())
    with pytest.raises(DataError) as caught:
        ascn_data.read(tmp_path)
    first, *rest = map(str, caught.value.problems)
    assert "are of schema 1, revisions before 2026.3" in first
    assert f"'ascn-data upgrade {tmp_path}' writes them anew" in first
    assert (
        f"projects.json, record '{PROJECT}': unknown key 'stated_status', "
        "which schema 2 calls 'status'"
    ) in rest

    upgrade(tmp_path)

    raw = (tmp_path / "projects.json").read_bytes()
    _, stated = parse_table(raw, "projects", "projects.json")
    assert stated.id == PROJECT
    assert stated.status == "completed"
    with pytest.raises(DataError) as caught:
        ascn_data.read(tmp_path)
    told = {problem.what.split(" ", 1)[1] for problem in caught.value.problems}
    assert all("from milestones" in what or "sign" in what for what in told)


def test_damaged_directories_stay_as_they_are(
    tmp_path: pathlib.Path,
) -> None:
    """
    Nothing is written where something is wrong.
    """
    given = former()
    given["terms"][0]["colour"] = "red"
    _written(tmp_path, given)
    before = (tmp_path / "projects.json").read_bytes()

    with pytest.raises(DataError, match="unknown key 'colour'"):
        upgrade(tmp_path)

    assert (tmp_path / "projects.json").read_bytes() == before


def test_frozen_revisions_take_the_step() -> None:
    """
    2026.2 opens under schema 2 with its links and without any milestone.
    """
    old = ascn_data.load("2026.2")

    assert len(old.projects()) == 179
    assert len(old.projects(partnership="USASCP")) > 0
    assert all(p.milestones == () for p in old.partnerships())
