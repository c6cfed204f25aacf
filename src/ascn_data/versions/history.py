"""
One record through the revisions.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.errors import UnknownNameError
from ascn_data.exports.schema import TableSchema
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table
from ascn_data.versions.changes import Change, changes_of
from ascn_data.versions.edits import edit_between
from ascn_data.versions.index import revisions
from ascn_data.versions.stores import store_of
from ascn_data.versions.wording import step


class HistoryEvent(StrEnum):
    """
    What a revision did to a record.
    """

    ABSENT = "absent"
    """It is not in it."""
    ADDED = "added"
    """It is new in it."""
    UNCHANGED = "unchanged"
    """It is as it was."""
    CHANGED = "changed"
    """Some of its fields have other values."""
    RENAMED = "renamed"
    """Its id leads to what took its place."""
    RETIRED = "retired"
    """It was withdrawn."""
    REMOVED = "removed"
    """It is gone, and nothing says why."""


@attrs.frozen(kw_only=True, repr=False)
class HistoryEntry(Shown):
    """
    What one revision says of a record, against the revision before.

    Attributes:
        id: Id of the revision.
        released: The day it was frozen; None if it is not.
        event: Added, changed, unchanged, absent and so on.
        table: The record's table; None where it is absent.
        changes: What changed since the revision before.
    """

    id: str
    released: PartialDate | None = None
    event: HistoryEvent
    table: str | None = None
    changes: tuple[Change, ...] = ()

    @property
    def summary(self) -> str | None:
        """
        The changes in words; None if there are none.
        """
        return "; ".join(told(change) for change in self.changes) or None


HISTORY = TableSchema(
    "history",
    __name__,
    "HistoryEntry",
    shown=("id", "released", "event", "summary"),
)
"""The table of them."""


def told(change: Change) -> str:
    """
    A change of one record, which need not be named again.
    """
    if change.field is None:
        return str(change)
    return f"{change.field}: {step(change.old, change.new)}"


def traced(
    id_: str, store: Store, unknown: Callable[[str], UnknownNameError]
) -> Table[HistoryEntry]:
    """
    A record through the published revisions, then as a store has it.

    Args:
        id_: The record's id.
        store: What comes after the revisions.
        unknown: Makes the error for an id, with ids that may be meant.

    Raises:
        UnknownNameError: If none of them has it.
    """
    stores = [store_of(entry.id) for entry in revisions()]
    if store.revision not in {each.revision for each in stores}:
        stores.append(store)
    released = {entry.id: entry.released for entry in revisions()}
    entries = []
    before: dict[str, Any] = {}
    for each in stores:
        now = {
            name: each.table(name).by_id[id_]
            for name in FILES
            if id_ in each.table(name).by_id
        }
        entries.append(
            _entry(
                id_, each.revision, released.get(each.revision), before, now
            )
        )
        before = now
    if all(entry.event is HistoryEvent.ABSENT for entry in entries):
        raise unknown(id_)
    return Table(HISTORY, entries, revision=store.revision)


def _entry(
    id_: str,
    revision: str,
    released: PartialDate | None,
    before: dict[str, Any],
    now: dict[str, Any],
) -> HistoryEntry:
    """
    What became of a record between two revisions.
    """
    edits = {
        (table, id_): edit_between(before.get(table), now.get(table))
        for table in before.keys() | now.keys()
        if before.get(table) != now.get(table)
    }
    changes = tuple(changes_of(edits))
    return HistoryEntry(
        id=revision,
        released=released,
        event=_event(changes, present=bool(now.keys() & set(TABLES))),
        table=next((name for name in TABLES if name in now), None),
        changes=changes,
    )


def _event(changes: Iterable[Change], *, present: bool) -> HistoryEvent:
    kinds = {change.kind.value for change in changes}
    if len(kinds) == 1:
        return HistoryEvent(kinds.pop())
    # A record that moves from one table to another is added and removed.
    if kinds:
        return HistoryEvent.CHANGED
    return HistoryEvent.UNCHANGED if present else HistoryEvent.ABSENT
