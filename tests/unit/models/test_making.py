"""
`ascn_data.models.making`: released records are those of the strict way.
"""

import io
import pickle

from typing import Any

import pytest

import ascn_data

from ascn_data.files.canonical import to_plain
from ascn_data.models.catalogue import FILES
from ascn_data.models.records import parse_table, structure_table
from ascn_data.versions.frozen import Frozen
from released import released_dataset, released_files


def pickled(value: Any) -> bytes:
    """
    A pickle that does not tell which of its texts are one object.
    """
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.fast = True
    pickler.dump(value)
    return stream.getvalue()


def strict(name: str) -> tuple[Any, ...]:
    """
    The records of a table, each value checked.
    """
    return parse_table(released_files()[f"{name}.json"], name, name)


@pytest.mark.parametrize("name", FILES)
def test_records_are_those_of_the_strict_way(name: str) -> None:
    """
    All of every table: class, value, hash, pickle and JSON.
    """
    quick = tuple(released_dataset().table(name))
    checked = strict(name)

    assert quick == checked
    assert [*map(type, quick)] == [*map(type, checked)]
    assert [*map(hash, quick)] == [*map(hash, checked)]
    assert [*map(pickled, quick)] == [*map(pickled, checked)]
    assert [*map(to_plain, quick)] == [*map(to_plain, checked)]
    assert [*map(repr, quick)] == [*map(repr, checked)]


@pytest.mark.parametrize("id_", [each.id for each in ascn_data.revisions()])
@pytest.mark.parametrize("name", FILES)
def test_frozen_records_are_those_of_the_strict_way(
    id_: str, name: str
) -> None:
    """
    Of earlier revisions too, and their rows are canonical.
    """
    rows = Frozen(id_).rows(name)
    checked = structure_table(rows, name, name)

    assert Frozen(id_).read(name) == checked
    assert [to_plain(record) for record in checked] == rows


def test_records_are_frozen() -> None:
    """
    What is made without `__init__` is locked like any other.
    """
    city = released_dataset().city("Saigon")

    with pytest.raises(AttributeError):
        city.name = "Saigon"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del city.name
    assert type(city) is ascn_data.models.City
