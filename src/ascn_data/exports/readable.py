"""
Tables for people: names for ids, one date, states with dates, sources.

The readable CSV and the workbook have these columns.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import attrs

from ascn_data.exports.columns import Column
from ascn_data.exports.delimited import csv_row
from ascn_data.exports.layout import Layout, NameColumn
from ascn_data.exports.schema import Tabular
from ascn_data.exports.wording import dated, worded


_STATED = {"status_as_of"}
"""Fields that stand in the column of another."""


@attrs.frozen
class Heading:
    """
    A column for people.

    Attributes:
        name: What stands at its top.
        value: A function from a record to what stands in its cell: a text, a
            number, a truth value, a `PartialDate` or None.
        column: The column behind it; None for one that is made here.
    """

    name: str
    value: Callable[[Any], Any]
    column: Column | None = None


def headings(
    table: Tabular, wanted: Iterable[str] | None = None, *, ids: bool = False
) -> tuple[Heading, ...]:
    """
    Return the columns of a table for people.

    Args:
        table: The table.
        wanted: The names of the columns wanted; None for all.
        ids: Whether ids stand beside names.
    """
    chosen = None if wanted is None else tuple(wanted)
    columns = table.laid_out(Layout(names=True, exact=True, columns=chosen))
    if chosen is not None:
        return tuple(_heading(column, table) for column in columns)
    named = {c.field for c in columns if isinstance(c, NameColumn)}
    found = []
    for column in columns:
        if column.field == "evidence":
            continue
        if isinstance(column, NameColumn):
            name = column.field if not ids else column.name
            found.append(attrs.evolve(_heading(column, table), name=name))
        elif ids or column.field not in named:
            found.append(_heading(column, table))
    if any(column.field == "evidence" for column in columns):
        found += _sources(table)
    if any(column.field == "status_as_of" for column in columns):
        found = [h for h in found if h.name not in _STATED]
    return tuple(found)


def _heading(column: Column, table: Tabular) -> Heading:
    """
    Return a column as one for people.
    """
    if column.field == "status" and table.schema.dated:
        return Heading(column.name, dated, column)
    if column.kind in ("integer", "number", "decimal", "boolean"):
        return Heading(column.name, column.of, column)
    if column.kind == "text":
        return Heading(column.name, column.of, column)

    def words(record: Any) -> str:
        return worded(column.of(record), table.called)

    return Heading(column.name, words, column)


def _sources(table: Tabular) -> list[Heading]:
    """
    Return the columns for titles, places and addresses of sources.
    """

    def titles(record: Any) -> str:
        places: dict[str, list[str]] = {}
        for item in record.evidence:
            places.setdefault(item.source, []).append(item.locator)
        return "; ".join(
            f"{table.called(source)} ({', '.join(dict.fromkeys(found))})"
            for source, found in places.items()
        )

    def addresses(record: Any) -> str:
        return " ".join(addresses_of(record, table))

    return [
        Heading("sources", titles),
        Heading("source_addresses", addresses),
    ]


def addresses_of(record: Any, table: Tabular) -> Sequence[str]:
    """
    Return the addresses of the sources of a record, each once.
    """
    found = dict.fromkeys(
        table.address(item.source) for item in record.evidence
    )
    return [address for address in found if address]


def readable_csv(table: Tabular, wanted: Iterable[str] | None = None) -> str:
    """
    Return a table as CSV for people.
    """
    columns = headings(table, wanted)
    lines = [csv_row([column.name for column in columns])]
    for record in table:
        values = [column.value(record) for column in columns]
        lines.append(csv_row([_cell(value) for value in values]))
    return "".join(f"{line}\r\n" for line in lines)


def _cell(value: Any) -> Any:
    """
    Return a value as a cell of CSV takes it.
    """
    return str(value) if isinstance(value, str) else value
