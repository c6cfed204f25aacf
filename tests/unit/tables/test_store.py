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
from ascn_data.errors import UnknownNameError
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
        ("REPORT-1", "did you mean 'report-1'.*ask by its id"),
        ("VN-DA-NANG", "ask by the id of what has that name: vn-da-nang"),
        ("vn-da-nan", "did you mean 'vn-da-nang'"),
        ("Đà Nẵng", "ask by the id of what has that name: vn-da-nang"),
        ("Japan", "ask by the id of what has that name: jp, japan"),
        (3, "no record is called '3'; ids are texts"),
    ],
)
def test_records_are_asked_for_by_id(asked: Any, message: str) -> None:
    """
    What is no id is told with ids that may be meant.
    """
    with pytest.raises(UnknownNameError, match=message):
        dataset().record(asked)


def test_other_kinds_have_that_name() -> None:
    """
    One has it, two have it.
    """
    with pytest.raises(UnknownNameError, match="'vn-da-nang' has that name"):
        dataset().partner("Da Nang")
    with pytest.raises(UnknownNameError, match="'jp' and 'japan' have that"):
        dataset().city("Japan")


def test_errors_do_not_speak_of_the_command() -> None:
    """
    Who uses the library may not have it.
    """
    with pytest.raises(UnknownNameError) as caught:
        dataset().record("no-such-id")
    assert caught.value.hint == "ask by its id"


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
