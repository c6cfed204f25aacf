"""
The published revisions: id, date, digest and counts of each.
"""

import functools
import json
import re

from collections.abc import Iterable, Mapping

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.errors import DataError, Problem, RevisionError
from ascn_data.exports.schema import TableSchema
from ascn_data.files.bundle import bundled_bytes
from ascn_data.lazy_attrs import declared
from ascn_data.version import __version__


_ID = re.compile(r"(\d{4})\.([1-9]\d*)", re.ASCII)


@attrs.frozen(kw_only=True, repr=False)
class Revision(Shown):
    """
    A published revision of the data.

    Attributes:
        id: Year and number within the year, for example `2026.1`.
        released: The day it was frozen; None for tables under development.
        as_of: The last day whose facts it can hold; None likewise.
        digest: SHA-256 of its canonical bytes, 64 hexadecimal digits.
        counts: Number of records by table.
        schema: Version of the schema its tables were written under.
        package_version: Version of the package that first carried it.
        notes: What it holds, in a sentence.
    """

    id: str
    released: PartialDate | None = None
    as_of: PartialDate | None = None
    digest: str
    counts: Mapping[str, int] = attrs.field(hash=False)
    schema: int
    package_version: str
    notes: str


REVISIONS = TableSchema(
    "revisions",
    __name__,
    "Revision",
    shown=("id", "released", "digest", "notes"),
)
"""The table of them."""


def order_of(id_: str) -> tuple[int, int]:
    """
    A key that sorts ids of revisions: `2026.10` comes after `2026.9`.

    Raises:
        ValueError: If it is no id of a revision.
    """
    match = _ID.fullmatch(id_)
    if match is None:
        raise ValueError(f"{id_!r} is no id of a revision: write 2026.1")
    return int(match[1]), int(match[2])


def parse_index(raw: bytes) -> Mapping[str, Revision]:
    """
    The revisions that an `index.json` lists, by id.

    Raises:
        DataError: If it is no such list.
    """
    from ascn_data.files.parsing import parse_json, structure_rows

    rows = parse_json(raw, "index.json")
    entries = structure_rows(rows, Revision, "index.json")
    problems = tuple(
        Problem(f"index.json, record {entry.id!r}", what)
        for entry in entries
        for what in _wrong_with(entry)
    )
    if problems:
        raise DataError("index.json", problems)
    return {entry.id: entry for entry in entries}


def _wrong_with(entry: Revision) -> Iterable[str]:
    """
    Yield what no entry of a revision that this code reads can say.
    """
    from ascn_data.versions.upgrades import SCHEMA

    if _ID.fullmatch(entry.id) is None:
        yield "this is no id of a revision"
    if re.fullmatch("[0-9a-f]{64}", entry.digest) is None:
        yield f"digest {entry.digest!r} is no SHA-256"
    if not 1 <= entry.schema <= SCHEMA:
        yield (
            f"schema {entry.schema} is not known: a later package reads it, "
            "pip install --upgrade ascn-data"
        )
    if any(count < 0 for count in entry.counts.values()):
        yield "no count is negative"


def canonical_index(entries: Iterable[Revision]) -> bytes:
    """
    The canonical bytes of an `index.json`.
    """
    rows = [
        {
            field: dict(value) if field == "counts" else value
            for field in declared(Revision)
            if (value := getattr(entry, field)) is not None
        }
        for entry in entries
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2, default=str)
    return f"{text}\n".encode()


@functools.cache
def index() -> Mapping[str, Revision]:
    """
    Return the published revisions by id, oldest first.
    """
    try:
        raw = bundled_bytes("data/frozen/index.json")
    except OSError:
        what = (
            "cannot be read; install the package again: "
            "pip install --force-reinstall --no-deps ascn-data"
        )
        raise DataError("index.json", (Problem("index.json", what),)) from None
    return parse_index(raw)


def revisions() -> tuple[Revision, ...]:
    """
    The published revisions in this package, oldest first.

    >>> from ascn_data import revisions
    >>> revisions()[0].id
    '2026.1'
    """
    return tuple(index().values())


def id_of(revision: "str | Revision") -> str:
    """
    The id of a revision, which may be given as the revision itself.

    Raises:
        RevisionError: If it is neither text nor a revision.
    """
    if isinstance(revision, Revision):
        return revision.id
    if not isinstance(revision, str):
        raise RevisionError(
            str(revision),
            f"a revision is named as text, such as '2026.1', not by "
            f"{revision!r}: the number 2026.10 would be 2026.1",
        )
    return revision


def published(revision: "str | Revision") -> Revision:
    """
    The published revision with that id.

    Raises:
        RevisionError: If this package has none; the error names those it has.
    """
    id_ = id_of(revision)
    found = index().get(id_)
    if found is None:
        raise RevisionError(id_, unknown_revision(id_))
    return found


def unknown_revision(id_: str) -> str:
    """
    What to say of an id that no revision here has.
    """
    name = repr(id_) if len(id_) <= 80 else f"{id_[:79]!r}…"
    text = (
        f"there is no revision {name} in ascn-data {__version__}; "
        f"it has {', '.join(index())}"
    )
    if _ID.fullmatch(id_) is None:
        return text
    return (
        f"{text}; a later package may have more: "
        "pip install --upgrade ascn-data"
    )


def released_on(id_: str) -> PartialDate | None:
    """
    The day a revision was frozen; None if it is not published.
    """
    entry = index().get(id_)
    return None if entry is None else entry.released


def is_revision_id(id_: str) -> bool:
    """
    Tell whether a text has the form of a revision's id.
    """
    return _ID.fullmatch(id_) is not None
