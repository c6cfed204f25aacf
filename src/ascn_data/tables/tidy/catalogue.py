"""
The tidy tables, one entry each.
"""

from __future__ import annotations

from ascn_data.exports.schema import TableSchema
from ascn_data.tables.table import Table


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ascn_data.tables.store import Store


_ROWS = "ascn_data.tables.tidy.rows"


TIDY: Mapping[str, TableSchema] = {
    each.name: each
    for each in (
        TableSchema(
            "statuses",
            _ROWS,
            "StatusRow",
            shown=("title", "city", "year", "status", "focus_area"),
        ),
        TableSchema(
            "milestones",
            _ROWS,
            "MilestoneRow",
            shown=("record", "date", "stage", "component", "source"),
        ),
        TableSchema(
            "amounts",
            _ROWS,
            "AmountRow",
            shown=("record", "amount", "payers", "recipient", "date"),
        ),
        TableSchema(
            "links",
            _ROWS,
            "LinkRow",
            shown=("source", "relation", "target", "roles"),
        ),
        TableSchema(
            "evidence",
            _ROWS,
            "EvidenceRow",
            shown=("record", "source", "locator", "fields"),
        ),
        TableSchema(
            "names",
            _ROWS,
            "NameRow",
            shown=("text", "kind", "language", "record"),
        ),
    )
}
"""Every tidy table, by its name."""


def tidy_table(store: Store, name: str) -> Table[Any]:
    """
    Return a tidy table of a store, made once.
    """
    return store.derived(name, lambda: _made(store, name))


def _made(store: Store, name: str) -> Table[Any]:
    from ascn_data.tables.tidy.making import MAKERS

    return Table(
        TIDY[name],
        MAKERS[name](store),
        revision=store.revision,
        origin=store,
    )
