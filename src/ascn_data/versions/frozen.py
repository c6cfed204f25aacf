"""
Revisions: frozen for ever, opened by id, verified against their digest.

A revision is all tables at one time.  A frozen one is a single file under
`data/frozen/`: its canonical bytes, a JSON object of tables, compressed with
bzip2 (whose output, unlike that of zlib, is the same on every machine).  The
SHA-256 of the canonical bytes is its digest; `data/frozen/index.json` lists
them all.
"""

from collections.abc import Callable
from typing import Any

from ascn_data.errors import RevisionError
from ascn_data.files.bundle import bundled_bytes
from ascn_data.files.canonical import digest_of
from ascn_data.files.parsing import parse_json
from ascn_data.models.records import structure_table
from ascn_data.versions.index import Revision, published
from ascn_data.versions.unpacking import unpacked
from ascn_data.versions.upgrades import Rows, upgraded


def frozen_tables(id_: str) -> Callable[[str], tuple[Any, ...]]:
    """
    A function that reads one table of a frozen revision, already verified.

    Raises:
        RevisionError: If there is no such revision or its bytes do not have
            its digest.
    """
    revision = published(id_)
    try:
        raw = bundled_bytes(f"data/frozen/{id_}.json.bz2")
    except OSError:
        raw = b""  # a missing file is as good as a damaged one
    rows = upgraded(verified(raw, revision), revision.schema)

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
        canonical = unpacked(compressed)
    except ValueError:
        canonical = b""
    if digest_of(canonical) != revision.digest:
        raise RevisionError(
            revision.id,
            f"the file of revision {revision.id} is damaged: its SHA-256 is "
            f"not {revision.digest}; install the package again: "
            "pip install --force-reinstall --no-deps ascn-data",
        )
    rows: Rows = parse_json(canonical, revision.id)
    counts = {table: len(rows.get(table, [])) for table in revision.counts}
    if counts != revision.counts:
        raise RevisionError(
            revision.id,
            f"the index says of revision {revision.id} that it has "
            f"{dict(revision.counts)} records, but it has {counts}; install "
            "the package again: "
            "pip install --force-reinstall --no-deps ascn-data",
        )
    return rows
