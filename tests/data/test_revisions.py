"""
The frozen revisions: all open, none changed, and the versions agree.
"""

import importlib.metadata
import json
import pathlib
import subprocess

import pytest

import ascn_data

from ascn_data.checks.references import ids_stay_known
from ascn_data.files.bundle import bundled_bytes
from ascn_data.files.canonical import canonical_tables, digest_of
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.versions.index import Revision, canonical_index, order_of
from ascn_data.versions.upgrades import SCHEMA
from tools.release import freeze


TESTS = pathlib.Path(__file__).parent
ROOT = TESTS.parents[1]
SEALS = json.loads((TESTS / "frozen.json").read_bytes())
PUBLISHED = {entry.id: entry for entry in ascn_data.revisions()}
VERSION = ascn_data.__version__
WORKING = {name: tuple(ascn_data.load().table(name)) for name in FILES}


def _tables(id_: str) -> dict[str, tuple[object, ...]]:
    ds = ascn_data.load(id_)
    return {name: tuple(ds.table(name)) for name in FILES}


def test_index_is_canonical_and_in_order() -> None:
    """
    The index is what `tools/release/freeze.py` writes, oldest revision first.
    """
    raw = bundled_bytes("data/frozen/index.json")

    assert raw == canonical_index(PUBLISHED.values())
    assert [*PUBLISHED] == sorted(PUBLISHED, key=order_of)
    assert len(PUBLISHED) == len(json.loads(raw))


def test_nothing_frozen_is_changed_or_lost() -> None:
    """
    File and entry of each revision have the seal of the day it was frozen.
    """
    seals = {
        entry.id: freeze.seal(
            entry, bundled_bytes(f"data/frozen/{entry.id}.json.bz2")
        )
        for entry in PUBLISHED.values()
    }

    assert seals == SEALS


@pytest.mark.parametrize("entry", PUBLISHED.values(), ids=PUBLISHED)
def test_frozen_revisions_open(entry: Revision) -> None:
    """
    Each opens under today's code and has the records it was frozen with.
    """
    ds = ascn_data.load(entry.id)
    counts = {name: len(ds.table(name)) for name in entry.counts}

    assert counts == entry.counts
    assert ds.revision == entry.id
    assert entry.released is not None
    assert entry.released.precision == "day"
    assert entry.package_version == f"{entry.id}.0"
    assert entry.schema <= SCHEMA


@pytest.mark.parametrize("entry", PUBLISHED.values(), ids=PUBLISHED)
def test_frozen_bytes_are_canonical(entry: Revision) -> None:
    """
    Read and written again, a revision of today's schema keeps its digest.
    """
    if entry.schema == SCHEMA:
        again = canonical_tables(_tables(entry.id))
        assert digest_of(again) == entry.digest


@pytest.mark.parametrize("id_", PUBLISHED)
def test_ids_stay_known(id_: str) -> None:
    """
    Whatever id a revision used is in use still, or known as retired.
    """
    assert list(ids_stay_known(WORKING, _tables(id_), id_)) == []


def test_retirements_belong_to_a_revision() -> None:
    """
    A retired id was published once, and not in the revision it left in.
    """
    for old in WORKING["retired"]:
        having = [
            id_
            for id_ in PUBLISHED
            if old.id in ascn_data.load(id_).table(old.table).by_id
        ]
        assert having, f"{old.id} was never published: no need to retire it"
        assert all(order_of(i) < order_of(old.revision) for i in having)


def test_versions_agree() -> None:
    """
    Metadata and package have one version, and it names the revision.
    """
    installed = importlib.metadata.version("ascn-data")

    assert installed == VERSION, "install it again: pip install -e ."
    assert ascn_data.revision().package_version.startswith(
        ".".join(VERSION.split(".")[:2])
    )


def test_released_data_are_frozen_data() -> None:
    """
    A release, with whatever third number, has the bytes of its revision.

    The working tables may differ from the newest revision only under a
    development version, and that one is not behind it.
    """
    digest = digest_of(canonical_tables(WORKING))
    id_ = ".".join(VERSION.split(".")[:2])
    newest = [*PUBLISHED][-1:]

    assert all(order_of(id_) >= order_of(newest_id) for newest_id in newest)
    if "dev" not in VERSION:
        assert [id_] == newest
        assert digest == PUBLISHED[id_].digest, (
            f"revision {id_} is released, so that its tables may not change: "
            "to work on the next one, run python -m tools.release.begin"
        )
    assert ascn_data.revision().digest == digest
    assert ascn_data.revision().counts == {
        name: len(WORKING[name]) for name in TABLES
    }


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.decode()


def test_nothing_published_is_changed() -> None:
    """
    Revisions that a release tag carries are here as they were there.
    """
    for tag in _git("tag", "--list", "v2*").split():
        for kind in ("data/frozen/index.json", "revisions"):
            path = f"src/ascn_data/{kind}"
            changed = _git("diff", "--name-only", tag, "--", path).split()
            assert all(
                name.endswith("index.json")
                or not _git("ls-tree", "--name-only", tag, "--", name)
                for name in changed
            )
        then = json.loads(
            _git("show", f"{tag}:src/ascn_data/data/frozen/index.json")
        )
        now = json.loads(bundled_bytes("data/frozen/index.json"))
        assert now[: len(then)] == then
