"""
`ascn_data.frozen`: revisions written once, verified, opened for ever.
"""

import bz2

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

import ascn_data

from ascn_data import opening
from ascn_data.dates import PartialDate
from ascn_data.errors import DataError, RevisionError
from ascn_data.files.canonical import canonical_tables, digest_of
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.opening import require
from ascn_data.versions import frozen, index, stores, unpacking, upgrades
from ascn_data.versions.frozen import verified
from ascn_data.versions.index import (
    Revision,
    canonical_index,
    order_of,
    parse_index,
)
from ascn_data.versions.upgrades import upgraded
from samples import carry, rows, tables


CANONICAL = canonical_tables(tables())
COMPRESSED = bz2.compress(CANONICAL)
ENTRY = Revision(
    id="2026.1",
    released=PartialDate("2026-11-24"),
    as_of=PartialDate("2026-11"),
    digest=digest_of(CANONICAL),
    counts={name: len(rows()[name]) for name in TABLES},
    schema=1,
    package_version="2026.1.0",
    notes="A sample.",
)


def _cleared() -> None:
    index.index.cache_clear()
    stores._frozen.cache_clear()
    opening._dataset_of.cache_clear()
    opening._working.cache_clear()


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """
    A package whose one frozen revision is the sample.
    """
    files = {
        "data/frozen/index.json": canonical_index([ENTRY]),
        "data/frozen/2026.1.json.bz2": COMPRESSED,
    }
    for module in (frozen, index):
        monkeypatch.setattr(module, "bundled_bytes", files.__getitem__)
    _cleared()
    yield files
    _cleared()


def test_index_reads_back() -> None:
    """
    An index written is the index read, counts and all.
    """
    assert parse_index(canonical_index([ENTRY])) == {"2026.1": ENTRY}
    assert canonical_index([]) == b"[]\n"


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("id", "latest", "this is no id of a revision"),
        ("digest", "0", "'0' is no SHA-256"),
        ("schema", 99, "schema 99 is not known"),
        ("schema", 0, "schema 0 is not known"),
        ("counts", {"cities": -1}, "no count is negative"),
    ],
)
def test_entries_that_say_what_cannot_be(
    field: str, value: Any, what: str
) -> None:
    """
    An entry of another schema, or with a digest that is none, is refused.
    """
    entry = attrs.evolve(ENTRY, **{field: value})

    with pytest.raises(DataError, match=what):
        parse_index(canonical_index([entry]))


@pytest.mark.parametrize(
    "compressed",
    [
        COMPRESSED + b"x",
        COMPRESSED + bz2.compress(b""),
        COMPRESSED[:-1],
        b"",
        b"x",
        COMPRESSED * 2,
    ],
)
def test_what_is_no_single_stream(compressed: bytes) -> None:
    """
    Bytes after the stream, or too few, are damage.
    """
    with pytest.raises(RevisionError, match="is damaged"):
        verified(compressed, ENTRY)


def test_counts_that_are_wrong() -> None:
    """
    The index may not say of a revision what the revision does not hold.
    """
    entry = attrs.evolve(ENTRY, counts={**ENTRY.counts, "cities": 99})

    with pytest.raises(RevisionError, match="'cities': 99"):
        verified(COMPRESSED, entry)


def _missing(name: str) -> bytes:
    raise FileNotFoundError(name)


@pytest.mark.usefixtures("bundled")
def test_missing_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The error says how to get them again.
    """
    monkeypatch.setattr(frozen, "bundled_bytes", _missing)
    with pytest.raises(RevisionError, match="force-reinstall"):
        ascn_data.load("2026.1")
    monkeypatch.setattr(index, "bundled_bytes", _missing)
    index.index.cache_clear()
    with pytest.raises(DataError, match="force-reinstall"):
        ascn_data.revisions()


def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A small file of much is unpacked no further than a revision could be.
    """
    monkeypatch.setattr(unpacking, "LARGEST", 2**20)
    bomb = bz2.compress(bytes(2**22))
    assert len(bomb) < 100

    with pytest.raises(ValueError, match="more than 1 MiB"):
        unpacking.unpacked(bomb)
    with pytest.raises(RevisionError, match="is damaged"):
        verified(bomb, ENTRY)


@pytest.mark.parametrize(
    "counts", ['{"cities": "1"}', '{"cities": 1.5}', "[]", "1"]
)
def test_index_is_read_strictly(counts: str) -> None:
    """
    Counts are whole numbers by table, nothing that looks like them.
    """
    text = canonical_index([attrs.evolve(ENTRY, counts={})]).decode()

    with pytest.raises(DataError, match=r"index\.json"):
        parse_index(text.replace("{}", counts).encode())


def test_order_of_revisions() -> None:
    """
    The tenth revision of a year comes after the ninth.
    """
    ids = ["2027.1", "2026.10", "2026.9"]

    assert sorted(ids, key=order_of) == ["2026.9", "2026.10", "2027.1"]


@pytest.mark.parametrize("id_", ["2026", "2026.0", "2026.01", "2026.1.0", ""])
def test_what_is_no_revision(id_: str) -> None:
    """
    An id has a year and a number from 1, no more.
    """
    with pytest.raises(ValueError, match=r"write 2026\.1"):
        order_of(id_)


def test_open_a_frozen_revision(bundled: dict[str, bytes]) -> None:
    """
    It has the same methods and, every time, the same object.
    """
    assert bundled
    ds = ascn_data.load("2026.1")

    assert ds is ascn_data.load("2026.1")
    assert ds.revision == "2026.1"
    assert ds.city("Da Nang").id == "vn-da-nang"
    assert ds.partner("jetro-tokyo").id == "jetro"
    assert ascn_data.revisions() == (ENTRY,)


def test_unknown_revisions_name_those_that_exist(
    bundled: dict[str, bytes],
) -> None:
    """
    The error says what there is and how to get more.
    """
    assert bundled
    with pytest.raises(RevisionError, match=r"it has 2026\.1; a later"):
        ascn_data.load("9999.1")


@pytest.mark.parametrize(
    "damaged", [b"", COMPRESSED[:-9], bz2.compress(b"{}")]
)
def test_damaged_files_do_not_open(
    bundled: dict[str, bytes], damaged: bytes
) -> None:
    """
    Other bytes than those of the digest are no revision.
    """
    bundled["data/frozen/2026.1.json.bz2"] = damaged

    with pytest.raises(RevisionError, match="is damaged: its SHA-256"):
        ascn_data.load("2026.1")


def test_upgrades_run_in_order() -> None:
    """
    Each older schema takes the steps from its own version on.
    """
    taken = []

    def step(version: int) -> upgrades.Upgrade:
        def upgrade(given: upgrades.Rows) -> upgrades.Rows:
            taken.append(version)
            return given

        return upgrade

    steps = {version: step(version) for version in (3, 1, 2)}

    assert upgraded(rows(), 2, steps) == rows()
    assert taken == [2, 3]


def test_tables_of_later_schemas_are_empty() -> None:
    """
    A revision from before a table was known has no records of it.
    """
    old = rows()
    del old["retired"]

    assert set(upgraded(old, upgrades.SCHEMA)) == set(FILES)
    assert upgraded(old, upgrades.SCHEMA)["retired"] == []


def test_verified_gives_rows() -> None:
    """
    What was frozen comes out as the same rows.
    """
    assert verified(COMPRESSED, ENTRY)["terms"] == rows()["terms"]


def test_released_versions_are_published(
    bundled: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A release knows its revision from the index.
    """
    carry(monkeypatch, "2026.1")
    entry = attrs.evolve(ENTRY, digest=ascn_data.load().digest)
    bundled["data/frozen/index.json"] = canonical_index([entry])

    assert ascn_data.revision() is ascn_data.revisions()[0]


def test_a_release_is_what_it_says(
    bundled: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Tables with another digest than the published one are not passed off.
    """
    assert bundled
    carry(monkeypatch, "2026.1")

    with pytest.raises(RevisionError, match=f"not {ENTRY.digest}; install"):
        ascn_data.revision()


def test_development_versions_describe_themselves(
    bundled: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Tables under development have a digest but no day of release.
    """
    assert bundled
    carry(monkeypatch, "2026.2.dev")
    found = ascn_data.revision()

    assert found is ascn_data.revision()
    assert found.released is None
    assert found.counts["cities"] == len(ascn_data.cities())
    assert require(found.id) is found
    assert require(digest=found.digest[:8].upper()) is found


def test_require_says_what_to_do(
    bundled: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The wrong revision: the command that installs, the line that opens.
    """
    assert bundled
    carry(monkeypatch, "2026.2.dev")
    with pytest.raises(RevisionError) as caught:
        require("2025.3")
    text = str(caught.value)
    assert "pip install 'ascn-data==2025.3.*'" in text
    assert "This package can open 2026.1" in text

    with pytest.raises(RevisionError) as caught:
        require("2026.1", digest=ENTRY.digest)
    assert "ascn_data.load('2026.1')" in str(caught.value)


def test_require_compares_digests() -> None:
    """
    A digest that is not that of the data in use is told as such.
    """
    found = ascn_data.revision()

    with pytest.raises(RevisionError, match=f"{found.digest}, not 0{{64}}"):
        require(found.id, digest="0" * 64)


def test_require_needs_something() -> None:
    """
    Nothing to compare, or too little of a digest, is a mistake.
    """
    with pytest.raises(ValueError, match="say which"):
        require()
    with pytest.raises(ValueError, match="8 digits or more"):
        require(digest="abc")


def test_revisions_stand_for_their_ids() -> None:
    """
    Whatever takes an id takes the revision, too.
    """
    first = ascn_data.revisions()[0]

    assert ascn_data.load(first) is ascn_data.load(first.id)
    assert require(ascn_data.revision()) is ascn_data.revision()
    assert list(ascn_data.diff(first, first)) == []


@pytest.mark.parametrize("ask", [ascn_data.load, require])
@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (2026.1, "named as text, such as '2026.1', not by 2026.1"),
        ("latest", "there is no revision 'latest' in ascn-data .* it has 20"),
        ("", "there is no revision '' in"),
        ("x" * 9999, "there is no revision 'x{79}'… in"),
    ],
)
def test_what_names_no_revision(
    ask: Callable[[Any], object], wanted: Any, message: str
) -> None:
    """
    The revisions that exist, and no advice to install what cannot be.
    """
    with pytest.raises(RevisionError, match=message) as caught:
        ask(wanted)
    assert "pip" not in str(caught.value)
    with pytest.raises(RevisionError, match=message):
        ascn_data.diff(wanted, ascn_data.load())
