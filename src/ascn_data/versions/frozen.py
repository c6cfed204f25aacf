"""
Revisions: frozen for ever, opened by id, verified against their digest.

A revision is all tables at one time.  A frozen one is a single file under
`data/frozen/`: its canonical bytes, a JSON object of tables, compressed with
bzip2 (whose output, unlike that of zlib, is the same on every machine).  The
SHA-256 of the canonical bytes is its digest; `data/frozen/index.json` lists
them all.
"""

import json

from typing import Any

from ascn_data.errors import RevisionError
from ascn_data.files.bundle import bundled_bytes
from ascn_data.files.canonical import digest_of
from ascn_data.files.paused import collector_paused
from ascn_data.files.released import ADVICE
from ascn_data.models.catalogue import record_class
from ascn_data.versions.index import Revision, published
from ascn_data.versions.unpacking import unpacked
from ascn_data.versions.upgrades import Rows, upgraded


class Frozen:
    """
    The tables of a frozen revision, whose bytes are verified.

    They passed every check when they were frozen, so that their records are
    made without.
    """

    def __init__(self, id_: str) -> None:
        """
        Open the file of a revision.

        Raises:
            RevisionError: If there is no such revision or its bytes do not
                have its digest.
        """
        revision = published(id_)
        try:
            raw = bundled_bytes(f"data/frozen/{id_}.json.bz2")
        except OSError:
            raw = b""  # a missing file is as good as a damaged one
        self._canonical = canonical_of(raw, revision)
        self._schema = revision.schema
        self._rows = upgraded(
            _rows_of(self._canonical, revision), revision.schema
        )

    def rows(self, table: str) -> list[dict[str, Any]]:
        """
        Return the rows of a table as plain JSON, which the caller may keep.
        """
        while (found := self._rows.pop(table, None)) is None:
            with collector_paused():
                rows: Rows = json.loads(self._canonical)
            self._rows = upgraded(rows, self._schema)
        return found

    def read(self, table: str) -> tuple[Any, ...]:
        """
        Return the records of a table.
        """
        from ascn_data.models.making import maker_of

        make = maker_of(record_class(table))
        with collector_paused():
            return tuple([make(row) for row in self.rows(table)])


def verified(compressed: bytes, revision: Revision) -> Rows:
    """
    The tables in a frozen file, if its bytes have the revision's digest.

    Raises:
        RevisionError: If they do not.
    """
    return _rows_of(canonical_of(compressed, revision), revision)


def canonical_of(compressed: bytes, revision: Revision) -> bytes:
    """
    Return the bytes in a frozen file, if they have the revision's digest.

    Raises:
        RevisionError: If they do not.
    """
    try:
        canonical = unpacked(compressed)
    except ValueError:
        canonical = b""
    if digest_of(canonical) != revision.digest:
        raise RevisionError(
            revision.id,
            f"the file of revision {revision.id} is damaged: its SHA-256 is "
            f"not {revision.digest}; {ADVICE}",
        )
    return canonical


def _rows_of(canonical: bytes, revision: Revision) -> Rows:
    """
    Return the tables in verified bytes, if there are as many records as said.

    Raises:
        RevisionError: If there are not.
    """
    with collector_paused():
        rows: Rows = json.loads(canonical)
    counts = {table: len(rows.get(table, [])) for table in revision.counts}
    if counts != revision.counts:
        raise RevisionError(
            revision.id,
            f"the index says of revision {revision.id} that it has "
            f"{dict(revision.counts)} records, but it has {counts}; {ADVICE}",
        )
    return rows
