"""
What a table shows of itself: columns that answer the question asked.

Names instead of ids, where and who before codes, a number with its unit, a
status with its date.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

import attrs

from ascn_data.display.words import cell
from ascn_data.exports.layout import Layout, NameColumn
from ascn_data.exports.schema import Tabular
from ascn_data.exports.wording import dated, measured, spanned, summed


Value = Callable[[Any], Any]
"""A function from a record to what stands in a cell."""


@attrs.frozen
class Answer:
    """
    A column that a table shows.

    Attributes:
        name: What stands at its top.
        value: A function from a record to a text, a number or a value.
    """

    name: str
    value: Value


_WORKED_OUT: dict[str, Callable[[Any], str]] = {
    "status": dated,
    "value": measured,
    "date": spanned,
}


def answers(table: Tabular) -> tuple[Answer, ...]:
    """
    Return the columns that a table shows of itself.
    """
    if table.chosen:
        layout = Layout(exact=True, columns=table.chosen)
        return tuple(
            Answer(column.name, column.of) for column in table.laid_out(layout)
        )
    named = {
        column.field: column.of
        for column in table.everything(Layout(names=True))
        if isinstance(column, NameColumn)
    }
    return tuple(
        Answer(name, _value(table, name, named.get(name)))
        for name in table.schema.shown
    )


def _value(table: Tabular, name: str, named: Value | None) -> Value:
    """
    Return the function that makes the cells of a shown column.
    """
    if name == "amount":
        return summed
    if table.schema.singular:
        if name in _WORKED_OUT:
            return _WORKED_OUT[name]
        if name == "where":
            return lambda record: _names(_places(record), table)
    if named is not None:
        return lambda record: _listed(named(record))
    return lambda record: _spelt(getattr(record, name))


def _spelt(value: Any) -> Any:
    """
    Return the words of a vocabulary with spaces, which filters take too.
    """
    if isinstance(value, StrEnum):
        return value.replace("_", " ")
    if isinstance(value, tuple):
        return tuple(map(_spelt, value))
    return value


def _places(record: Any) -> Iterable[str]:
    """
    Return the ids of where a record is: cities and places, else countries.
    """
    found = (
        *getattr(record, "cities", ()),
        *getattr(record, "places", ()),
    )
    place = getattr(record, "place", None)
    if hasattr(record, "hosts"):
        found = () if place is None else (place,)
    if found:
        return found
    country = getattr(record, "country", None)
    return getattr(record, "countries", None) or (
        () if country is None else (country,)
    )


def _names(ids: Iterable[str], table: Tabular) -> str:
    return _listed(tuple(map(table.called, ids)))


def _listed(names: Any) -> str:
    """
    Return names as one text; names have commas in them, so lists have none.
    """
    if isinstance(names, tuple):
        return "; ".join(map(cell, names))
    return cell(names)
