"""
`ascn_data.store`: tables are read once, and only those that are needed.
"""

import threading
import time

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from ascn_data.dataset import Dataset
from ascn_data.errors import AmbiguousNameError, UnknownNameError
from ascn_data.tables.store import Store
from samples import dataset, tables


def test_queries_read_only_the_tables_they_need() -> None:
    """
    Reads are counted: cities need no projects, and nothing is read twice.
    """
    given = tables()
    reads: list[str] = []

    def read(name: str) -> tuple[Any, ...]:
        reads.append(name)
        return given[name]

    ds = Dataset(Store("sample", read))
    assert reads == []
    ds.cities()
    ds.cities(as_of=2018)
    assert reads == ["cities"]
    ds.partnerships(partner="JETRO")
    ds.partnerships(partner="Japan", kind="agreement")
    assert Counter(reads) == Counter(
        ["cities", "partnerships", "partners", "countries", "retired"]
    )


def test_racing_threads_read_once() -> None:
    """
    Sixteen threads that start together share one table and one index.
    """
    given = tables()
    reads: Counter[str] = Counter()
    start = threading.Barrier(16)

    def read(name: str) -> tuple[Any, ...]:
        reads[name] += 1
        # Long enough for the other threads to come to the lock and wait.
        time.sleep(0.05)
        return given[name]

    store = Store("sample", read)

    def ask(_: int) -> tuple[int, int]:
        start.wait()
        table = store.table("cities")
        start.wait()
        return id(table), id(store.names("city"))

    with ThreadPoolExecutor(16) as pool:
        answers = set(pool.map(ask, range(16)))

    assert len(answers) == 1
    assert reads == {"cities": 1, "retired": 1}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("vn-da-nan", "did you mean 'vn-da-nang'"),
        ("Da Nag", r"did you mean 'vn-da-nang'"),
        ("Dah Nang", r"search\('Dah Nang'\) looks in names"),
        (3, "no record is called '3'; ids are texts"),
    ],
)
def test_unknown_records(asked: Any, message: str) -> None:
    """
    What is no id and no name is told with what may be meant.
    """
    with pytest.raises(UnknownNameError, match=message):
        dataset().record(asked)


@pytest.mark.parametrize(
    "asked", ["vn-da-nang", "VN-DA-NANG", "Đà Nẵng", "Da Nang"]
)
def test_records_are_asked_for_by_any_name(asked: str) -> None:
    """
    By the id or by a name that no record of another table has.
    """
    ds = dataset()

    assert ds.record(asked) is ds.city("Da Nang")
    assert ds.record(ds.search(asked)[0]) is ds.city("Da Nang")
    with pytest.raises(AmbiguousNameError, match="'jp', 'japan'"):
        ds.record("Japan")


def test_other_kinds_have_that_name() -> None:
    """
    One has it, two have it; a place is told from a member.
    """
    with pytest.raises(
        UnknownNameError,
        match=r"'vn-da-nang' has that name: dataset.city\('Da Nang'\)",
    ):
        dataset().partner("Da Nang")
    with pytest.raises(
        UnknownNameError, match="'jp', the partner 'japan' have that name"
    ):
        dataset().city("Japan")
    with pytest.raises(
        UnknownNameError,
        match=r"'Yokohama' is a place that is not a member of the network: "
        r"dataset\.place\('Yokohama'\)",
    ):
        dataset().city("Yokohama")


def test_tables_point_from_names_to_ids() -> None:
    """
    A table is asked by id; a name in its place is told how to ask.
    """
    with pytest.raises(
        UnknownNameError,
        match=r"here 'vn-da-nang'; dataset\.city\('Da Nang'\) finds by name",
    ):
        _ = dataset().cities()["Da Nang"]


def test_errors_do_not_speak_of_the_command() -> None:
    """
    Who uses the library may not have it.
    """
    with pytest.raises(UnknownNameError) as caught:
        dataset().record("no-such-id")
    assert caught.value.hint.startswith("dataset.search('no-such-id')")


def test_records_by_kind() -> None:
    """
    A city is a place too; an id of nothing is a mistake of the caller.
    """
    store = Store("sample", tables().__getitem__)

    assert (
        store.record_of("place", "vn-hue") is store.table("cities")["vn-hue"]
    )
    with pytest.raises(KeyError):
        store.record_of("city", "us-milwaukee")
