"""
Finding records by a part of a name.
"""

from collections.abc import Iterator
from typing import Any

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.exports.schema import TableSchema
from ascn_data.models.catalogue import TABLES
from ascn_data.naming.folding import fold
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table


@attrs.frozen(kw_only=True, repr=False)
class Hit(Shown):
    """
    A record that was found.

    Attributes:
        id: Its id.
        table: Its table.
        name: The first of its names that fits; where only the id does, what
            it is called.
    """

    id: str
    table: str
    name: str


HITS = TableSchema("search", __name__, "Hit", shown=("table", "id", "name"))
"""The table of them."""


def search(store: Store, text: str) -> Table[Hit]:
    """
    Every record with a text in a name, title, alias or id, folded.

    Raises:
        ValueError: If the text has nothing that could be found in a name.
    """
    wanted = fold(text)
    if not wanted:
        raise ValueError(f"{text!r} has no letter or digit to search for")
    hits = [
        Hit(id=record.id, table=table, name=name)
        for table in TABLES
        for record in store.table(table)
        if (name := _fitting(record, wanted)) is not None
    ]
    return Table(HITS, hits, revision=store.revision)


def _fitting(record: Any, wanted: str) -> str | None:
    """
    The name of a record in which a folded text occurs; None if none is.
    """
    names = list(_names(record))
    found = next((name for name in names if wanted in fold(name)), None)
    return names[0] if found is None and wanted in fold(record.id) else found


def _names(record: Any) -> Iterator[str]:
    """
    What a record is called.
    """
    for field in ("name", "title", "label", "official_name"):
        value = getattr(record, field, None)
        if value is not None:
            yield value
    for name in getattr(record, "names", ()):
        yield name.text
    yield from getattr(record, "aliases", ())
    yield from getattr(record, "components", ())
