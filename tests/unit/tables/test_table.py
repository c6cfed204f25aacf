"""
`ascn_data.table`: an immutable, typed sequence.
"""

import copy
import pickle
import random

from collections.abc import Sequence

import pytest

from ascn_data.errors import UnknownNameError
from ascn_data.models.catalogue import SCHEMAS
from ascn_data.tables.table import Table
from samples import dataset, tables


CITIES = dataset().cities()


def test_tables_are_sequences() -> None:
    """
    Length, position, id, slice, iteration, membership, order.
    """
    first, second = CITIES

    assert len(CITIES) == 2
    assert CITIES[0] is CITIES["vn-da-nang"] is first
    assert CITIES[-1] is second
    assert list(reversed(CITIES)) == [second, first]
    assert CITIES[:1] == CITIES.at([0])
    assert isinstance(CITIES[:1], Table)
    assert first in CITIES
    assert "vn-hue" in CITIES  # type: ignore[comparison-overlap]
    assert "vn-hui" not in CITIES  # type: ignore[comparison-overlap]
    assert CITIES.ids == ("vn-da-nang", "vn-hue")
    assert CITIES.index(second) == 1
    assert isinstance(CITIES, Sequence)
    assert random.Random(1).sample(CITIES, 2)  # noqa: S311 - no secret
    match CITIES:
        case [_, last]:
            assert last is second
        case _:
            pytest.fail("no sequence")


@pytest.mark.parametrize("name", ["name", "revision", "ids", "other"])
def test_tables_never_change(name: str) -> None:
    """
    A table is shared, so nobody can rename it for all the others.
    """
    with pytest.raises(AttributeError):
        setattr(CITIES, name, "x")


def test_unknown_ids_suggest() -> None:
    """
    A wrong id raises an error that knows better.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'vn-hue'"):
        _ = CITIES["vn-hui"]
    with pytest.raises(IndexError):
        _ = CITIES[2]


def test_filter() -> None:
    """
    A function narrows a table to another table.
    """
    later = CITIES.filter(lambda city: city.cohort == "later")

    assert later.ids == ("vn-hue",)
    assert (later.name, later.revision) == ("cities", "sample")


def test_equality() -> None:
    """
    Tables are equal by name and records, and equal to nothing else.
    """
    again = Table(SCHEMAS["cities"], tables()["cities"], revision="other")

    assert again == CITIES
    assert hash(again) == hash(CITIES)
    assert CITIES[:1] != CITIES
    assert Table(SCHEMAS["places"], CITIES, revision="sample") != CITIES
    assert list(CITIES) != CITIES


def test_tables_survive_copy_and_pickle() -> None:
    """
    A table sent to a worker process arrives whole.
    """
    again = pickle.loads(pickle.dumps(CITIES))  # noqa: S301 - our own bytes

    assert again == copy.copy(CITIES) == copy.deepcopy(CITIES) == CITIES
    assert again.revision == "sample"


def test_tables_do_not_change() -> None:
    """
    There is no way to set or delete an item.
    """
    with pytest.raises(TypeError):
        CITIES[0] = CITIES[1]  # type: ignore[index]


def test_positions_are_indexed_once() -> None:
    """
    The function that gives keys is called once for each record.
    """
    calls = []

    def keys_of(city: object) -> tuple[str, ...]:
        calls.append(city)
        return ("a", "a", "b")

    first = CITIES[:].positions("x", keys_of)
    table = CITIES[:]
    calls.clear()

    assert table.positions("x", keys_of) is table.positions("x", keys_of)
    assert first == {"a": [0, 1], "b": [0, 1]}
    assert len(calls) == 2
