"""
Laws of reading, writing and checking, on the bundled data.
"""

import copy
import json
import pickle

from typing import Any

import pytest

from hypothesis import given
from hypothesis import strategies as st

import ascn_data

from ascn_data.checks.rules import check
from ascn_data.errors import DataError
from ascn_data.files.canonical import canonical, to_plain
from ascn_data.files.strict import converter
from ascn_data.models.catalogue import FILES, TABLES, record_class
from ascn_data.models.records import parse_table
from ascn_data.tables.table import Table
from samples import rows, tables
from strategies import invented


DS = ascn_data.load()


@pytest.mark.parametrize("table", FILES)
def test_writing_and_reading_is_identity(table: str) -> None:
    """
    Every record of the bundled data survives a round trip.
    """
    records = tuple(DS.table(table))

    assert parse_table(canonical(records), table, table) == records


def _through_json(table: Table[Any]) -> tuple[Any, ...]:
    """
    The records of a table once the converter has made JSON of them and back.
    """
    text = json.dumps(converter().unstructure(list(table)), allow_nan=False)
    cls: Any = record_class(table.name)
    return converter().structure(json.loads(text), tuple[cls, ...])


@pytest.mark.parametrize("table", FILES)
def test_the_converter_and_json(table: str) -> None:
    """
    Every record of the bundled data comes back equal, one by one too.
    """
    records = DS.table(table)
    cls = record_class(table)

    assert _through_json(records) == tuple(records)
    for record in records:
        plain = converter().unstructure(record)
        assert plain == to_plain(record)
        assert converter().structure(plain, cls) == record


@given(st.sampled_from(FILES).flatmap(invented))
def test_the_converter_and_any_record(table: Any) -> None:
    """
    Hostile texts, tiny numbers, every vocabulary: all come back equal.
    """
    assert _through_json(table) == tuple(table)


def test_the_converter_and_changes() -> None:
    """
    What is worked out becomes JSON as well.
    """
    changes = ascn_data.diff("2026.1", "2026.2")
    found = json.loads(json.dumps(converter().unstructure(list(changes))))

    assert len(found) == len(changes)
    assert found[0]["id"] == changes[0].id


@pytest.mark.parametrize("table", TABLES)
def test_copies_are_equal(table: str) -> None:
    """
    Copying and pickling a whole table changes nothing.
    """
    records = DS.table(table)

    assert pickle.loads(pickle.dumps(records)) == records  # noqa: S301 - our own bytes
    assert copy.deepcopy(records) == records


_WRONG: st.SearchStrategy[Any] = st.sampled_from(
    [None, 3.5, True, {}, "no such", ["no such"], ""]
)


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_single_mutations_are_caught(table: str, data: st.DataObject) -> None:
    """
    A field of a valid record, replaced by nonsense, is refused.

    Free text may hold anything; every other field may not.
    """
    given_rows = rows()
    index = data.draw(st.integers(0, len(given_rows[table]) - 1))
    row = given_rows[table][index]
    free = {"name", "title", "label", "summary", "note", "official_name"}
    free |= {"series", "number", "aliases", "language", "indicator", "unit"}
    free.add("institution")
    field = data.draw(st.sampled_from(sorted(set(row) - free)))
    wrong: Any = data.draw(_WRONG)
    row[field] = wrong

    with pytest.raises(DataError):
        _check(given_rows)


def _check(given_rows: dict[str, list[dict[str, Any]]]) -> None:
    problems = check(tables(given_rows))
    if problems:
        raise DataError("sample", problems)


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_missing_required_keys_are_caught(
    table: str, data: st.DataObject
) -> None:
    """
    No required field can be left out.
    """
    given_rows = rows()
    row = data.draw(st.sampled_from(given_rows[table]))
    del row[data.draw(st.sampled_from(["id", "confidence"]))]

    with pytest.raises(DataError, match="this key is missing"):
        tables(given_rows)


@pytest.mark.parametrize("table", FILES)
def test_plain_values_are_json(table: str) -> None:
    """
    Plain records are what JSON can hold, nothing more.
    """
    for record in DS.table(table):
        plain = to_plain(record)
        assert json.loads(json.dumps(plain)) == plain
