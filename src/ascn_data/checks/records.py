"""
What the rules go through: records, the values in them, and problems.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ascn_data.errors import Problem
from ascn_data.models.catalogue import TABLES


Tables = Mapping[str, tuple[Any, ...]]
"""The records of every table, by the name of the table."""

PARTNERED = ("partnerships", "projects")
"""The tables of what partners do, with milestones, parts and amounts."""


def problem(table: str, record: Any, field: str, what: str) -> Problem:
    """
    Return a problem of a record, in one of its fields.
    """
    where = f"{table}.json, record {record.id!r}"
    return Problem(f"{where}, {field}" if field else where, what)


def records_of(tables: Tables, *names: str) -> Iterator[tuple[str, Any]]:
    """
    Yield the records of some tables, or of all, each with its table.
    """
    for table in names or TABLES:
        for record in tables[table]:
            yield table, record


def values(value: Any) -> tuple[Any, ...]:
    """
    Return the values of a field of one or many; nothing for an unknown one.
    """
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def shown(value: Any) -> str:
    """
    Return a value in a message, cut if it is long.
    """
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def numbers(value: Any) -> Iterator[int]:
    """
    Yield every whole number in a value, however deep.
    """
    if isinstance(value, int):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from numbers(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from numbers(getattr(value, field.name))


def texts(value: Any) -> Iterator[str]:
    """
    Yield every text in a value, however deep.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name))
