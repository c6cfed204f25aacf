"""
Revisions: frozen for ever, opened by id, verified against their digest.

A revision is all tables at one time.  A frozen one is a single file under
`revisions/`: its canonical bytes, a JSON object of tables, compressed with
bzip2 (whose output, unlike that of zlib, is the same on every machine).  The
SHA-256 of the canonical bytes is its digest; `revisions/index.json` lists
them all.
"""

import bz2
import functools
import hashlib
import json
import re

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

import ascn_data

from ascn_data.converting import to_plain
from ascn_data.dates import PartialDate
from ascn_data.errors import RevisionError
from ascn_data.loading import (
    FILES,
    parse_json,
    structure_rows,
    structure_table,
)
from ascn_data.models._shown import Shown
from ascn_data.resources import bundled_bytes


SCHEMA = 1
"""The version of the tables' schema that this code reads and writes."""

_ID = re.compile(r"(\d{4})\.([1-9]\d*)", re.ASCII)

Rows = dict[str, list[dict[str, Any]]]
Upgrade = Callable[[Rows], Rows]


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


def canonical_revision(tables: Mapping[str, Iterable[Any]]) -> bytes:
    """
    The canonical bytes of all tables together: what a digest is taken of.
    """
    rows = {
        name: [to_plain(r) for r in sorted(tables[name], key=lambda r: r.id)]
        for name in sorted(tables)
    }
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


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


def digest_of(canonical: bytes) -> str:
    """
    The SHA-256 of canonical bytes in hexadecimal.
    """
    return hashlib.sha256(canonical).hexdigest()


def parse_index(raw: bytes) -> Mapping[str, Revision]:
    """
    The revisions that an `index.json` lists, by id.

    Raises:
        DataError: If it is no such list.
    """
    rows = parse_json(raw, "index.json")
    return {
        entry.id: entry
        for entry in structure_rows(rows, Revision, "index.json")
    }


def canonical_index(entries: Iterable[Revision]) -> bytes:
    """
    The canonical bytes of an `index.json`.
    """
    rows = [
        {
            field.name: dict(value) if field.name == "counts" else value
            for field in attrs.fields(Revision)
            if (value := getattr(entry, field.name)) is not None
        }
        for entry in entries
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2, default=str)
    return f"{text}\n".encode()


@functools.cache
def _index() -> Mapping[str, Revision]:
    return parse_index(bundled_bytes("revisions/index.json"))


def revisions() -> tuple[Revision, ...]:
    """
    The published revisions in this package, oldest first.

    >>> from ascn_data import revisions
    >>> revisions()[0].id
    '2026.1'
    """
    return tuple(_index().values())


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
    found = _index().get(id_)
    if found is None:
        raise RevisionError(id_, _unknown(id_))
    return found


def _unknown(id_: str) -> str:
    """
    What to say of an id that no revision here has.
    """
    name = repr(id_) if len(id_) <= 80 else f"{id_[:79]!r}…"
    text = (
        f"there is no revision {name} in ascn-data {ascn_data.__version__}; "
        f"it has {', '.join(_index())}"
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
    entry = _index().get(id_)
    return None if entry is None else entry.released


def frozen_tables(id_: str) -> Callable[[str], tuple[Any, ...]]:
    """
    A function that reads one table of a frozen revision, already verified.

    Raises:
        RevisionError: If there is no such revision or its bytes do not have
            its digest.
    """
    revision = published(id_)
    file = f"revisions/{id_}.json.bz2"
    rows = upgraded(verified(bundled_bytes(file), revision), revision.schema)

    def read(table: str) -> tuple[Any, ...]:
        return structure_table(rows[table], table, f"{id_}, {table}")

    return read


def verified(compressed: bytes, revision: Revision) -> Rows:
    """
    The tables in a frozen file, if its bytes have the revision's digest.

    Raises:
        RevisionError: If they do not.
    """
    try:
        canonical = bz2.decompress(compressed)
    except (OSError, ValueError):
        canonical = b""
    if digest_of(canonical) != revision.digest:
        raise RevisionError(
            revision.id,
            f"the file of revision {revision.id} is damaged: its SHA-256 is "
            f"not {revision.digest}; install the package again: "
            "pip install --force-reinstall --no-deps ascn-data",
        )
    rows: Rows = parse_json(canonical, revision.id)
    return rows


UPGRADES: Mapping[int, Upgrade] = {}
"""For each older version of the schema, the step to the next version."""


def upgraded(
    rows: Rows,
    schema: int,
    steps: Mapping[int, Upgrade] = UPGRADES,
) -> Rows:
    """
    Tables written under an older schema, as the present one writes them.
    """
    for version in sorted(steps):
        if version >= schema:
            rows = steps[version](rows)
    # A table that the revision did not know yet is empty in it.
    return {table: rows.get(table, []) for table in FILES}


def require(
    revision: "str | Revision | None" = None, *, digest: str | None = None
) -> Revision:
    """
    Make sure that the bundled data is the revision a notebook expects.

    Args:
        revision: The revision or its id, for example `2026.1`.
        digest: SHA-256 of its canonical bytes, or the first 8 or more digits
            of it.

    Returns:
        The revision in use.

    Raises:
        RevisionError: If another one is in use; the error gives the command
            that installs the right one, and the line that opens it without.
        ValueError: If neither is given or the digest is too short.
    """
    from ascn_data.opening import revision as in_use

    if revision is None and digest is None:
        raise ValueError("say which revision or digest is required")
    if digest is not None and len(digest) < 8:
        raise ValueError(f"{digest!r} is too short: give 8 digits or more")
    found = in_use()
    wanted = None if revision is None else id_of(revision)
    if wanted is not None and wanted != found.id:
        raise RevisionError(wanted, _advice(wanted, found))
    if digest is not None and not found.digest.startswith(digest.lower()):
        raise RevisionError(
            wanted or f"with digest {digest}",
            f"the data in use, revision {found.id}, has the digest "
            f"{found.digest}, not {digest}",
        )
    return found


def _advice(wanted: str, found: Revision) -> str:
    """
    What to do where another revision than the one wanted is in use.
    """
    if _ID.fullmatch(wanted) is None:
        return _unknown(wanted)
    text = (
        f"this code was written for ascn-data revision {wanted}, but "
        f"{found.id} is in use (package {ascn_data.__version__}).\n"
        f"To install it:  pip install 'ascn-data=={wanted}.*'\n"
    )
    if wanted in _index():
        return text + f"Or open it here:  ascn_data.load({wanted!r})"
    return text + f"This package can open {', '.join(_index())}"
