"""
`ascn_data.files.lazy`: made once, when asked for, and no others.
"""

import gc
import pickle
import sys
import threading

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from ascn_data.dataset import Dataset
from ascn_data.errors import UnknownNameError
from ascn_data.models import making
from ascn_data.models.catalogue import FILES, TABLES, record_class
from ascn_data.versions import stores
from released import released_dataset
from tools.generate.indexes import answers


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """
    How many records of each class are made.
    """
    count: Counter[str] = Counter()
    maker_of = making.maker_of

    def counted(cls: type[Any]) -> Callable[[Any], Any]:
        make = maker_of(cls)

        def counting(row: Any) -> Any:
            count[cls.__name__] += 1
            return make(row)

        return counting

    monkeypatch.setattr(making, "maker_of", counted)
    return count


@pytest.fixture
def ds() -> Dataset:
    """
    A released dataset of which nothing was asked yet.
    """
    return released_dataset()


def test_nothing_is_made_before_it_is_asked_for(
    ds: Dataset, made: Counter[str]
) -> None:
    """
    Opening, counting, ids, filters and slices make no record.
    """
    for name in TABLES:
        table = ds.table(name)
        assert len(table) == len(table.ids)
        assert table.ids[0] in table
        assert "no-such-id" not in table
        assert len(table[3:5]) == 2
    assert len(ds.projects(city="PHUKET").ids) == len(
        ds.projects(city="Phuket")
    )
    assert ds.resolve(["Saigon"], kind="city")[0] == "vn-ho-chi-minh-city"
    assert made == {}


def test_a_question_makes_its_matches(ds: Dataset, made: Counter[str]) -> None:
    """
    One city for its name; of partnerships those of Japan, and Japan.
    """
    ds.city("Saigon")
    assert made == {"City": 1}
    found = ds.partnerships(partner="Japan")
    assert made == {"City": 1, "Partner": 1}
    assert {*map(type, found)} == {record_class("partnerships")}
    assert made["Partnership"] == len(found) < len(ds.partnerships())
    assert [*found] == [*found]
    ds.city("HCMC")
    assert made["Partnership"] == len(found)
    assert made["City"] == 1


def test_records_are_made_once(ds: Dataset, made: Counter[str]) -> None:
    """
    By id, position, filter, slice or in the whole: the same object.
    """
    table = ds.cities()
    first = table[0]
    by_id = table["vn-da-nang"]
    some = [*ds.cities(country="Viet Nam")]
    last = table[-1]
    whole = [*table]

    assert made["City"] == len(table)
    assert whole[0] is first is table[:1][0] is table.by_id[first.id]
    assert whole[-1] is last is table[-1]
    assert by_id is table["vn-da-nang"] is ds.record("vn-da-nang")
    assert all(record is table[record.id] for record in some)
    assert [*table.at(range(3))] == whole[:3]
    assert made["City"] == len(table)


def test_tables_stay_sequences(ds: Dataset) -> None:
    """
    Length, membership, comparison, hash, pickle and errors.
    """
    table = ds.cities()
    again = released_dataset().cities()
    some = ds.cities(country="Viet Nam")

    assert some == again.filter(lambda city: city.country == "vn")
    assert some[0] in [*some]
    assert some.__contains__(some[0])
    assert some.__contains__(some[0].id)
    assert some[some.ids[-1]] is some[-1]
    assert table.__contains__(again[0])
    assert hash(table) == hash(again)
    assert pickle.loads(pickle.dumps(table)) == again  # noqa: S301 - our own
    assert [city.id for city in reversed(table)] == [*reversed(table.ids)]
    with pytest.raises(IndexError):
        table[len(table)]
    with pytest.raises(UnknownNameError, match="by id, here 'vn-da-nang'"):
        table["vn-danang"]
    assert made_all(table)


def made_all(table: Any) -> bool:
    """
    Whether a table that was read whole is a plain tuple inside.
    """
    assert [*table]
    return type(table._records) is tuple


def test_filters_answer_as_the_strict_way_does(ds: Dataset) -> None:
    """
    Every filter of every table, once.
    """
    strict = Dataset(stores.BUNDLED)
    asked = 0
    for table, name, value, ids in answers(strict):
        found = getattr(ds, table)(**{name: value})
        assert found.ids == ids, (table, name, value)
        asked += 1
    assert asked > 40


@pytest.mark.parametrize(
    "ask",
    [
        lambda ds: ds.city("Saigon"),
        lambda ds: ds.table("partners")["jetro"],
        lambda ds: ds.projects(country="Viet Nam")[0],
        lambda ds: [*ds.terms()][7],
    ],
    ids=["name", "id", "filter", "all"],
)
def test_racing_threads_share_what_is_made(
    ds: Dataset, ask: Callable[[Dataset], object]
) -> None:
    """
    64 threads that start together get one object.
    """
    start = threading.Barrier(64)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)

    def asked(_: int) -> object:
        start.wait()
        return ask(ds)

    try:
        with ThreadPoolExecutor(64) as pool:
            found = [*pool.map(asked, range(64))]
    finally:
        sys.setswitchinterval(before)

    assert all(each is found[0] for each in found)


def test_racing_threads_read_a_table_once() -> None:
    """
    64 threads that read all tables: every file is read once.
    """
    reads: Counter[str] = Counter()
    whole = released_dataset()
    content = whole.store._read.__self__._content  # type: ignore[attr-defined]

    def counted(name: str) -> bytes:
        reads[name] += 1
        return bytes(content(name))

    store = stores.store_of_bundle(whole.revision, counted, "ascn_data")
    store.table("retired")  # reads the list of files
    start = threading.Barrier(64)

    def read(_: int) -> list[int]:
        start.wait()
        return [id(r) for name in FILES for r in store.table(name)]

    with ThreadPoolExecutor(64) as pool:
        found = [*pool.map(read, range(64))]

    assert all(ids == found[0] for ids in found)
    assert all(reads[f"{name}.json"] == 1 for name in FILES)


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_as_it_was(ds: Dataset, on: bool) -> None:  # noqa: FBT001
    """
    It is paused while many are made, and goes on only if it did before.
    """
    (gc.enable if on else gc.disable)()
    try:
        assert [*ds.sources()]
        assert gc.isenabled() == on
    finally:
        gc.enable()


def test_the_collector_goes_on_after_an_error(
    ds: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Whatever happens, and the next who asks gets the record.
    """
    table = ds.terms()

    def fails(_: Any) -> Any:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(making, "maker_of", fails)
        with pytest.raises(MemoryError):
            list(table)
    assert gc.isenabled()
    assert len([*table]) == len(table)
