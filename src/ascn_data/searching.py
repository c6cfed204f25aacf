"""
Finding records by a part of a name.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ascn_data.loading import TABLES
from ascn_data.names import fold


if TYPE_CHECKING:
    from ascn_data.dataset import Dataset


def search(dataset: "Dataset", text: str) -> Iterator[tuple[str, Any, str]]:
    """
    Every record with a text in a name, title or alias, folded.

    Yields:
        The table, the record and the name that fits.

    Raises:
        ValueError: If the text has nothing that could be found in a name.
    """
    wanted = fold(text)
    if not wanted:
        raise ValueError(f"{text!r} has no letter or digit to search for")
    for table in TABLES:
        for record in dataset.table(table):
            for name in _names(record):
                if wanted in fold(name):
                    yield table, record, name
                    break


def _names(record: Any) -> Iterator[str]:
    """
    What a record is called, its id last.
    """
    for field in ("name", "title", "label", "official_name"):
        value = getattr(record, field, None)
        if value is not None:
            yield value
    for name in getattr(record, "names", ()):
        yield name.text
    yield from getattr(record, "aliases", ())
    yield record.id
