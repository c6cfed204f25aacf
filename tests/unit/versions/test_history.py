"""
`ascn_data.tracing`: one record through the revisions.
"""

import bz2

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ascn_data import opening
from ascn_data.dataset import Dataset
from ascn_data.dates import PartialDate
from ascn_data.errors import UnknownNameError
from ascn_data.files.canonical import canonical_tables, digest_of
from ascn_data.models.catalogue import TABLES
from ascn_data.tables.store import Store
from ascn_data.versions import frozen, index, stores
from ascn_data.versions.index import Revision, canonical_index
from samples import carry, rows, tables


Rows = dict[str, list[dict[str, Any]]]
RETIRED = {"table": "terms", "revision": "2026.2", "reason": "A test."}


def _revision(id_: str, given: Rows) -> tuple[Revision, bytes]:
    canonical = canonical_tables(tables(given))
    entry = Revision(
        id=id_,
        released=PartialDate("2026-11-24"),
        as_of=PartialDate("2026-11"),
        digest=digest_of(canonical),
        counts={name: len(given[name]) for name in TABLES},
        schema=1,
        package_version=f"{id_}.0",
        notes="A sample.",
    )
    return entry, bz2.compress(canonical)


def _cleared() -> None:
    index.index.cache_clear()
    stores._frozen.cache_clear()
    opening._dataset_of.cache_clear()


@pytest.fixture
def published(
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Dataset]]:
    """
    A function that publishes rows, one revision after the other.
    """
    files: dict[str, bytes] = {}
    for module in (frozen, index):
        monkeypatch.setattr(module, "bundled_bytes", files.__getitem__)

    def publish(*given: Rows, working: Rows) -> Dataset:
        entries = []
        for number, each in enumerate(given, 1):
            entry, compressed = _revision(f"2026.{number}", each)
            files[f"data/frozen/{entry.id}.json.bz2"] = compressed
            entries.append(entry)
        files["data/frozen/index.json"] = canonical_index(entries)
        return Dataset(Store("working", tables(working).__getitem__))

    carry(monkeypatch, "2026.9.dev")
    _cleared()
    yield publish
    _cleared()


def test_the_life_of_a_record(published: Callable[..., Dataset]) -> None:
    """
    Absent, added, unchanged, changed, retired, and absent again.
    """
    absent = rows()
    absent["terms"] = []
    changed = rows()
    changed["terms"][0]["label"] = "Civil"
    retired = {**rows(), "terms": []}
    retired["retired"] = [*retired["retired"], {"id": "civic", **RETIRED}]
    ds = published(absent, rows(), rows(), changed, retired, working=retired)

    found = ds.history("civic")

    assert [(e.id, e.event.value, e.table) for e in found] == [
        ("2026.1", "absent", None),
        ("2026.2", "added", "terms"),
        ("2026.3", "unchanged", "terms"),
        ("2026.4", "changed", "terms"),
        ("2026.5", "retired", None),
        ("working", "absent", None),
    ]
    assert found["2026.4"].summary == "label: Civic → Civil"
    assert found["2026.3"].summary is None
    assert found["2026.3"].released == PartialDate("2026-11-24")
    assert found["working"].released is None
    assert "terms civic added: Civic" in repr(found)
    assert found.to_dicts()[1]["changes"][0]["kind"] == "added"


def test_published_datasets_are_not_told_twice(
    published: Callable[..., Dataset],
) -> None:
    """
    The history ends with the newest revision if the dataset is one of them.
    """
    published(rows(), rows(), working=rows())

    found = opening.load("2026.1").history("civic")

    assert found.ids == ("2026.1", "2026.2")


def test_a_move_between_tables(published: Callable[..., Dataset]) -> None:
    """
    The id stays, the table changes.
    """
    moved = {**rows(), "terms": []}
    moved["places"] = [*moved["places"], {**moved["places"][0], "id": "civic"}]

    entry = published(rows(), working=moved).history("civic")["working"]

    assert (entry.event.value, entry.table) == ("changed", "places")
    assert {change.kind.value for change in entry.changes} == {
        "added",
        "removed",
    }


def test_unknown_everywhere(published: Callable[..., Dataset]) -> None:
    """
    An id of no revision is a mistake.
    """
    ds = published(rows(), working=rows())

    with pytest.raises(UnknownNameError, match="no record is called 'x'"):
        ds.history("x")


def test_records_can_be_asked_for(published: Callable[..., Dataset]) -> None:
    """
    A record stands for its id, as it does where it is cited.
    """
    ds = published(rows(), working=rows())

    assert ds.history(ds.city("vn-hue")) == ds.history("vn-hue")
    assert ds.history("Huế") == ds.history("vn-hue")
    with pytest.raises(UnknownNameError, match="did you mean 'vn-hue'"):
        ds.history("vn-huee")
