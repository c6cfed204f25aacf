"""
Finding records by what they are called and what is said of them.
"""

from collections.abc import Iterator
from typing import Any

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.exports.schema import TableSchema
from ascn_data.models.catalogue import TABLES
from ascn_data.naming.folding import LONGEST, fold
from ascn_data.naming.spellings import name_of
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table


@attrs.frozen(kw_only=True, repr=False)
class Hit(Shown):
    """
    A record that was found.

    Attributes:
        id: Its id.
        table: Its table.
        name: The first of its names that fits; where only its id or what is
            said of it does, what it is called.
        found_in: What fits: `name`, `id` or `text`.
    """

    id: str
    table: str
    name: str
    found_in: str = "name"


HITS = TableSchema(
    "search", __name__, "Hit", shown=("name", "table", "found_in", "id")
)
"""The table of them."""


_TEXTS = ("summary", "definition", "vision", "subtitle", "note")
"""The fields of sentences."""


_ID, _TEXT = 5, 6
"""How far a record stands down the list that its id or texts alone found."""


def search(store: Store, text: str) -> Table[Hit]:
    """
    Return every record with a text in a name, title or summary, best first.

    Names that are the text come first, then those that begin with it, those
    in which a word begins with it, those that have it anywhere and those
    that have all its words; then ids, then summaries and notes.  Case,
    accents and punctuation do not matter.

    Raises:
        TypeError: If it is no text.
        ValueError: If the text has nothing that could be found in a name.
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is searched for, not {text!r}")
    wanted = fold(text)
    if not wanted:
        raise ValueError(f"{text!r} has no letter or digit to search for")
    words = tuple(dict.fromkeys(filter(None, map(fold, text.split()))))
    found: list[tuple[int, int, str, Any, str]] = []
    for table in TABLES:
        for record in store.table(table):
            best = _fitting(record, wanted, words)
            if best is not None:
                found.append((best[0], len(found), table, record, best[1]))
    found.sort(key=lambda each: each[:2])
    hits = [
        Hit(id=record.id, table=table, name=name, found_in=_where(rank))
        for rank, _, table, record, name in found
    ]
    return Table(HITS, hits, revision=store.revision, origin=store)


def _where(rank: int) -> str:
    return {_ID: "id", _TEXT: "text"}.get(rank, "name")


def _fitting(
    record: Any, wanted: str, words: tuple[str, ...]
) -> tuple[int, str] | None:
    """
    Return how well a record fits and by which name; None if it does not.
    """
    best: tuple[int, str] | None = None
    for name in dict.fromkeys(searched_names(record)):
        rank = _rank(name, wanted, words)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, name
    if best is not None:
        return best
    if wanted in fold(record.id):
        return _ID, name_of(record)
    if any(wanted in _sentences(text) for text in _texts(record)):
        return _TEXT, name_of(record)
    return None


def _sentences(text: str) -> str:
    """
    Return a text of any length folded; what is too long for a name by words.
    """
    if len(text) <= LONGEST:
        return fold(text)
    return "".join(map(fold, text.split()))


def _rank(name: str, wanted: str, words: tuple[str, ...]) -> int | None:
    """
    Return how well a name fits, from 0 for the best; None if it does not.
    """
    folded = fold(name)
    if folded == wanted:
        return 0
    if folded.startswith(wanted):
        return 1
    if wanted in folded:
        begins = any(fold(w).startswith(words[0]) for w in name.split())
        return 2 if begins else 3
    return 4 if all(word in folded for word in words) else None


def searched_names(record: Any) -> Iterator[str]:
    """
    Yield what a record is called, anywhere.
    """
    yield name_of(record)
    for field in ("official_name", "institution"):
        value = getattr(record, field, None)
        if value is not None:
            yield value
    for name in getattr(record, "names", ()):
        yield name.text
    yield from getattr(record, "aliases", ())
    yield from getattr(record, "components", ())
    for entry in getattr(record, "history", ()):
        yield entry.title


def _texts(record: Any) -> Iterator[str]:
    """
    Yield the sentences about a record.
    """
    for field in _TEXTS:
        value = getattr(record, field, None)
        if value is not None:
            yield value
    yield from getattr(record, "outcomes", ())
