"""
Finding records by a part of a name.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from ascn_data.loading import TABLES
from ascn_data.models._shown import Shown
from ascn_data.names import fold
from ascn_data.table import Table


if TYPE_CHECKING:
    from ascn_data.dataset import Dataset


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


def search(dataset: "Dataset", text: str) -> Table[Hit]:
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
        for record in dataset.table(table)
        if (name := _fitting(record, wanted)) is not None
    ]
    return Table("search", hits, revision=dataset.revision)


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
