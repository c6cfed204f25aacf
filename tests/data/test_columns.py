"""
Real columns of names, each kept with its source, against what they mean.
"""

import json
import pathlib

from typing import Any

import pytest

import ascn_data

from ascn_data.naming.resolution import Resolution


COLUMNS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(
        (pathlib.Path(__file__).parent / "columns").glob("*.json")
    )
}


def resolved(column: dict[str, Any], **options: Any) -> Resolution:
    """
    Resolve a column beside its columns of countries or subdivisions.
    """
    where: dict[str, Any] = {
        name: [row[2 + place] for row in column["rows"]]
        for place, name in enumerate(column.get("where", []))
    }
    return ascn_data.resolve(
        [row[0] for row in column["rows"]],
        kind=column["kind"],
        on_unknown="none",
        on_ambiguous="none",
        **{**where, **options},
    )


def label(row: list[Any]) -> str:
    """
    A name as a report shows it, with where it lies.
    """
    return ", ".join([row[0], *row[2:]])


def test_there_are_many() -> None:
    """
    At least thirty columns, each with a source.
    """
    assert len(COLUMNS) >= 30
    assert all(column["source"] for column in COLUMNS.values())


@pytest.mark.parametrize("name", COLUMNS)
def test_nothing_is_taken_for_another(name: str) -> None:
    """
    A name gives its own record; another only if it is reported as shared.
    """
    column = COLUMNS[name]
    found = resolved(column)

    wrong = [
        (label(row), id_)
        for row, id_ in zip(column["rows"], found, strict=True)
        if id_ not in (None, row[1]) and label(row) not in found.shared
    ]
    assert wrong == []


@pytest.mark.parametrize("name", COLUMNS)
def test_nothing_is_wrong_where_shared_names_are_refused(name: str) -> None:
    """
    With `on_shared="none"` a name gives its own record or none.
    """
    column = COLUMNS[name]
    found = resolved(column, on_shared="none")

    assert [
        label(row)
        for row, id_ in zip(column["rows"], found, strict=True)
        if id_ not in (None, row[1])
    ] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_every_miss_is_explained(name: str) -> None:
    """
    What means a record and is not found stands among the misses, with why.
    """
    column = COLUMNS[name]
    found = resolved(column)

    missed = {
        label(row)
        for row, id_ in zip(column["rows"], found, strict=True)
        if row[1] is not None and id_ is None
    }
    assert missed == set(column["misses"])
    assert all(column["misses"].values())


def test_nearly_all_names_are_found() -> None:
    """
    Of the names that mean a record, 99 of 100 or more are found.
    """
    known = [
        (name, label(row))
        for name, column in COLUMNS.items()
        for row in column["rows"]
        if row[1] is not None
    ]
    missed = sum(len(column["misses"]) for column in COLUMNS.values())

    assert len(known) > 2000
    assert missed / len(known) <= 0.01
