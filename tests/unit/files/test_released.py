"""
`ascn_data.files.released`: other bytes than the released ones are told.
"""

import json
import re
import zlib

from collections.abc import Callable

import pytest

from ascn_data.dataset import Dataset
from ascn_data.errors import DataError
from ascn_data.files.canonical import canonical_tables, digest_of
from ascn_data.files.released import ADVICE, LIST
from ascn_data.models.catalogue import FILES, NAMED
from ascn_data.versions.stores import store_of_bundle
from released import released_dataset, released_files


GOOD = released_files()
DIGEST = released_dataset().digest


def first(pattern: bytes, by: bytes) -> Callable[[bytes], bytes]:
    """
    A function that replaces the first bytes that a pattern finds.
    """
    return lambda raw: re.sub(pattern, by, raw, count=1)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "header": lambda raw: b" " + raw[1:],
    "a digit": first(rb"[1-8]", b"9"),
    "a name": first(rb'"name": "\w|"label": "\w|"title": "\w|"id": "\w', b'"'),
    "a letter": first(rb"e", b"a"),
    "a bracket": first(rb"\}", b"]"),
    "a space": first(rb"\n  ", b"\n\t "),
    "cut": lambda raw: raw[:-1],
    "cut in half": lambda raw: raw[: len(raw) // 2],
    "empty": lambda _: b"",
    "appended": lambda raw: raw + b"\n",
    "a record more": lambda raw: raw[:-3] + b',\n  {"id": "x"}\n]\n',
}


def damaged(name: str, damage: Callable[[bytes], bytes]) -> Dataset:
    """
    A dataset of the release with one file damaged.
    """
    raw = damage(GOOD[name])
    assert raw != GOOD[name]
    return released_dataset({**GOOD, name: raw})


def use_everything(ds: Dataset) -> None:
    """
    Use every file of a dataset: tables, filters, names and the digest.
    """
    for name in FILES:
        table = ds.table(name)
        table.positions("country", lambda _: ())
    for kind in NAMED:
        if f"indexes/names-{kind}.json" in GOOD:
            ds.store.names(kind)
    assert ds.digest == DIGEST


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("table", FILES)
def test_damaged_tables_are_named(table: str, damage: str) -> None:
    """
    At their first use, with advice; and no digest stands for them.
    """
    file = f"{table}.json"
    if DAMAGE[damage](GOOD[file]) == GOOD[file]:
        damage = "cut"  # a table without digits
    ds = damaged(file, DAMAGE[damage])

    for ask in (lambda: ds.table(table), lambda: ds.digest):
        with pytest.raises(DataError, match=re.escape(ADVICE)) as caught:
            ask()
        assert caught.value.path == file
    with pytest.raises(DataError, match=re.escape(ADVICE)):
        ds.store.rows(table)
    other = FILES[FILES.index(table) - 1]
    assert len(ds.table(other)) == len(released_dataset().table(other))


@pytest.mark.parametrize("name", sorted(GOOD.keys() - {LIST}))
@pytest.mark.parametrize("damage", ["a digit", "cut", "appended", "empty"])
def test_damaged_files_give_no_wrong_answer(name: str, damage: str) -> None:
    """
    Whether of the data or of the indexes.
    """
    broken = damaged(
        name, DAMAGE[damage] if b"1" in GOOD[name] else DAMAGE["cut"]
    )

    with pytest.raises(DataError, match=re.escape(ADVICE)) as caught:
        use_everything(broken)
    assert caught.value.path == name


def test_a_damaged_list_gives_no_wrong_answer() -> None:
    """
    Wherever a byte of the list changes.
    """
    raw = GOOD[LIST]
    step = max(1, len(raw) // 200)
    for place in range(0, len(raw) - 1, step):
        other = b"7" if raw[place : place + 1] != b"7" else b"6"
        changed = raw[:place] + other + raw[place + 1 :]
        ds = released_dataset({**GOOD, LIST: changed})
        with pytest.raises(DataError, match=re.escape(ADVICE)) as caught:
            ds.cities()
        assert caught.value.path == LIST


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"null", b'{"crc32": 1}', b"\xff", b'{"crc32":0,}'],
)
def test_what_is_no_list(content: bytes) -> None:
    """
    A list that cannot be read is damaged, too.
    """
    with pytest.raises(DataError, match="not the file of the release"):
        released_dataset({**GOOD, LIST: content}).cities()


@pytest.mark.parametrize("name", ["cities.json", LIST, "indexes/cities.json"])
def test_missing_files_are_named(name: str) -> None:
    """
    With the advice to install the package again.
    """
    files = {key: raw for key, raw in GOOD.items() if key != name}

    with pytest.raises(DataError, match="cannot be read: install") as caught:
        released_dataset(files).cities()
    assert caught.value.path == name


def test_files_that_the_list_lacks() -> None:
    """
    A file that the release does not know is none of its files.
    """
    known = json.loads(GOOD[LIST])
    del known["files"]["cities.json"]
    del known["crc32"]
    rest = json.dumps(known)[1:].encode()
    raw = b'{"crc32":%d,' % zlib.crc32(rest) + rest
    with pytest.raises(DataError) as caught:
        released_dataset({**GOOD, LIST: raw}).cities()
    assert caught.value.path == LIST


def test_the_list_is_of_the_revision() -> None:
    """
    One of another revision is not believed.
    """
    store = store_of_bundle("2998.1", GOOD.__getitem__, "ascn_data")

    with pytest.raises(DataError) as caught:
        store.table("cities")
    assert caught.value.path == LIST


def test_edited_files_have_their_problems_told_first() -> None:
    """
    As the strict way tells them, word for word, then the advice.
    """
    edited = first(rb'"name": "[^"]+"', b'"name": 3')
    ds = damaged("cities.json", edited)

    with pytest.raises(DataError) as caught:
        ds.cities()

    first_, last = caught.value.problems
    assert first_.where.startswith("cities.json, record '")
    assert first_.where.endswith("', name")
    assert first_.what == "3 is not a text"
    assert str(last) == (f"cities.json: not the file of the release: {ADVICE}")


def test_the_digest_is_that_of_the_records() -> None:
    """
    Proven by checksums or worked out: the same.
    """
    tables = {name: released_dataset().table(name) for name in FILES}

    assert digest_of(canonical_tables(tables)) == DIGEST
