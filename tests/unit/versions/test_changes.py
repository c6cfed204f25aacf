"""
`ascn_data.changes`: what differs between two revisions.
"""

import json
import pathlib
import pickle

from typing import Any

import pytest

import ascn_data

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.errors import RevisionError
from ascn_data.exports.columns import columns_of
from ascn_data.files.canonical import canonical_tables
from ascn_data.models.catalogue import FILES
from ascn_data.tables.store import Store
from ascn_data.versions.changes import Change, ChangeKind, Changes
from samples import carry, dataset, rows, tables


def _dataset(given: dict[str, list[dict[str, Any]]], label: str) -> Dataset:
    return Dataset(Store(label, tables(given).__getitem__))


def _later() -> dict[str, list[dict[str, Any]]]:
    """
    The sample after one change of every kind.
    """
    given = rows()
    hue = given["cities"][1]
    hue["joined"] = "2024-06"
    hue["note"] = "Joined in the middle of the year."
    given["events"] = given["events"][:1]
    given["terms"] = []
    given["partners"][2:3] = []
    given["partners"].append(
        {**rows()["partners"][2], "id": "state-of-japan", "name": "Nippon"}
    )
    for table, id_, replaced_by in (
        ("terms", "civic", []),
        ("partners", "japan", ["state-of-japan"]),
    ):
        given["retired"].append(
            {
                "id": id_,
                "table": table,
                "revision": "2026.2",
                "replaced_by": replaced_by,
                "reason": "A test.",
            }
        )
    return given


OLD = dataset()
NEW = _dataset(_later(), "later")
CHANGES = diff(OLD, NEW)


def _canonical(ds: Dataset) -> bytes:
    return canonical_tables({name: ds.table(name) for name in FILES})


def test_changes_of_every_kind() -> None:
    """
    Each says which record, which field, old and new.
    """
    assert [str(change) for change in CHANGES] == [
        "cities vn-hue, joined: 2024 → 2024-06",
        "cities vn-hue, note: (none) → Joined in the middle of the year.",
        "events meeting-2 removed: Second Meeting",
        "partners japan is now state-of-japan",
        "partners state-of-japan added: Nippon",
        "terms civic retired: A test.",
    ]
    assert [change.kind for change in CHANGES] == [
        ChangeKind.CHANGED,
        ChangeKind.CHANGED,
        ChangeKind.REMOVED,
        ChangeKind.RENAMED,
        ChangeKind.ADDED,
        ChangeKind.RETIRED,
    ]


def test_changes_are_found_by_id() -> None:
    """
    The id of a change is table, record and field.
    """
    change = CHANGES["cities/vn-hue/joined"]

    assert isinstance(change, Change)
    assert (change.table, change.record) == ("cities", "vn-hue")
    assert (change.field, change.old, change.new) == (
        "joined",
        "2024",
        "2024-06",
    )
    assert CHANGES["terms/civic"].old == rows()["terms"][0]
    assert CHANGES["partners/japan"].new["replaced_by"] == ["state-of-japan"]


def test_counts() -> None:
    """
    By table and kind, a record with two changed fields once.
    """
    assert CHANGES.counts == {
        "cities": {"changed": 1},
        "events": {"removed": 1},
        "partners": {"added": 1, "renamed": 1},
        "terms": {"retired": 1},
    }


def test_changes_print() -> None:
    """
    In a terminal and in a notebook.
    """
    text = repr(CHANGES)
    html = CHANGES._repr_html_()

    assert text.splitlines()[0].split() == [
        "kind",
        "table",
        "record",
        "field",
        "before",
        "after",
    ]
    assert text.endswith("6 changes, ascn-data revision sample to later")
    assert "<td" in html
    assert "2024-06" in html


def test_changes_export() -> None:
    """
    Values are JSON in every export, and words beside them.
    """
    found = CHANGES.to_dicts()[0]

    assert found["old"] == '"2024"'
    assert found["before"] == "2024"
    assert found["kind"] == "changed"
    last = json.loads(CHANGES.to_json())[-1]
    assert json.loads(last["old"])["label"] == "Civic"
    assert CHANGES.to_csv().splitlines()[0].startswith("id,kind,table,record")
    assert {c.name: c.required for c in columns_of(Change)} == {
        "id": True,
        "kind": True,
        "table": True,
        "record": True,
        "field": False,
        "old": False,
        "new": False,
        "before": False,
        "after": False,
    }


def test_changes_filter_and_travel() -> None:
    """
    A selection is a table of changes; all of them survive a pickle.
    """
    again = pickle.loads(pickle.dumps(CHANGES))  # noqa: S301 - our own bytes

    assert again == CHANGES
    assert isinstance(again, Changes)
    assert (again.start, again.end) == ("sample", "later")
    hue = CHANGES.filter(lambda change: change.record == "vn-hue")
    assert len(hue) == 2
    assert hash(hue) == hash(CHANGES[:2])


def test_apply() -> None:
    """
    Old tables and changes give the new tables.
    """
    found = CHANGES.apply(OLD)

    assert _canonical(found) == _canonical(NEW)
    assert found.revision == "sample changed to later"
    assert found.digest == NEW.digest


@pytest.mark.parametrize("table", ["cities", "terms"])
def test_apply_elsewhere(table: str) -> None:
    """
    Changes do not apply to tables that they do not lead from.
    """
    given = rows()
    given[table] = given[table][:1]
    given[table][0]["note"] = "Another."

    with pytest.raises(RevisionError, match="these changes do not begin at x"):
        CHANGES.apply(_dataset(given, "x"))


def test_then() -> None:
    """
    Two differences are one; there and back again is none.
    """
    back = diff(NEW, OLD)

    assert list(CHANGES.then(back)) == []
    assert CHANGES.then(back).end == "sample"
    assert CHANGES.then(diff(NEW, NEW)) == CHANGES
    with pytest.raises(RevisionError, match="do not begin at sample"):
        CHANGES.then(CHANGES)


def test_what_is_gone_cannot_change() -> None:
    """
    A field of a removed record is no place to begin a change.
    """
    given = rows()
    given["terms"][0]["definition"] = "Said."
    note = diff(OLD, _dataset(given, "noted"))

    with pytest.raises(RevisionError, match="do not begin at sample"):
        CHANGES.then(note).apply(OLD)


def test_directories_and_revisions(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A side is an id, a dataset, or a directory of the same files.
    """
    for name, table in rows().items():
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(table), encoding="utf-8")
    working = "2026.9.dev"
    carry(monkeypatch, working)

    assert list(diff(tmp_path, OLD)) == list(diff(str(tmp_path), OLD)) == []
    assert diff(tmp_path, OLD).start == f"from {tmp_path.name}"
    assert list(diff(working, ascn_data.load())) == []
    assert list(diff("2026.1", ascn_data.load("2026.1"))) == []
    with pytest.raises(RevisionError, match="there is no revision '9999"):
        diff("9999.1", OLD)


def test_the_frozen_revision_is_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    In a release its id means the frozen file, not the working tables.
    """
    carry(monkeypatch, "2026.1")
    now = ascn_data.load()

    assert len(diff("2026.1", now)) == len(diff(ascn_data.load("2026.1"), now))
    assert list(diff("2026.1", ascn_data.load("2026.1"))) == []


def test_a_directory_does_not_hide_a_revision(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The id of a revision means the revision wherever one stands.
    """
    (tmp_path / "2026.1").mkdir()
    monkeypatch.chdir(tmp_path)

    assert list(diff("2026.1", "2026.1")) == []
