"""
What a number about a record may be about: the record and its parts.
"""

from __future__ import annotations

from ascn_data.tables.selection import keys_in


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ascn_data.tables.store import Store


def subjects_of(store: Store, record: Any) -> tuple[str, ...]:
    """
    Return the ids of a record and of what belongs to it.

    To a city or place belong its projects and the partnerships that name no
    other city; to a country its cities, places and their projects; to a
    partnership its projects, events and narrower partnerships; to a partner
    its partnerships and projects.
    """
    found = [record.id]
    if hasattr(record, "iso_alpha3"):
        for table in ("cities", "places", "projects"):
            found += _with(store, table, "country", record.id)
    elif record.id in store.table("partners"):
        for table in ("partnerships", "projects"):
            found += _with(store, table, "partners", record.id)
    elif record.id in store.table("partnerships"):
        found += _with(store, "partnerships", "parent", record.id)
        for table in ("projects", "events"):
            found += _with(store, table, "partnerships", record.id)
    elif hasattr(record, "wikidata_id"):
        for field in ("cities", "places"):
            found += _with(store, "projects", field, record.id)
        found += _own_partnerships(store, record.id)
    return tuple(dict.fromkeys(found))


def _with(store: Store, table: str, field: str, id_: str) -> list[str]:
    """
    Return the ids of the records that have an id in a field.
    """
    records = store.table(table)
    positions = records.positions(field, keys_in(field)).get(id_, ())
    ids = records.ids
    return [ids[position] for position in positions]


def _own_partnerships(store: Store, place: str) -> list[str]:
    """
    Return the ids of the partnerships of one city or place alone.
    """
    partnerships = store.table("partnerships")
    return [
        id_
        for field in ("cities", "places")
        for id_ in _with(store, "partnerships", field, place)
        if len(getattr(partnerships[id_], field)) == 1
    ]
