"""
Freeze the working tables as a revision, once and for ever.

Writes `data/frozen/2026.1.json.bz2`, its entry in `data/frozen/index.json`
and a line in `tests/data/frozen.json`, by which the tests know if file or
entry was changed later.  Running it twice gives the same bytes; other bytes
under an id that is frozen already are refused.

    python -m tools.release.freeze 2026.1 --released 2026-11-24 \
        --as-of 2026-11-24 --notes "What it holds, in a sentence."
"""

import argparse
import bz2
import hashlib
import json
import pathlib
import sys

from collections.abc import Iterable

from ascn_data.checks.references import ids_stay_known
from ascn_data.dataset import Dataset
from ascn_data.dates import PartialDate
from ascn_data.errors import AscnDataError, DataError, Problem, RevisionError
from ascn_data.files.canonical import canonical_tables, digest_of
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.models.records import structure_table
from ascn_data.opening import read
from ascn_data.versions.frozen import verified
from ascn_data.versions.index import (
    Revision,
    canonical_index,
    order_of,
    parse_index,
)
from ascn_data.versions.upgrades import SCHEMA, upgraded


ROOT = pathlib.Path(__file__).resolve().parents[2]


def seal(entry: Revision, compressed: bytes) -> str:
    """
    The SHA-256 of an index entry and its file, as the tests keep it.
    """
    content = canonical_index([entry]) + compressed
    return hashlib.sha256(content).hexdigest()


def freeze(
    root: pathlib.Path,
    id_: str,
    *,
    released: PartialDate,
    as_of: PartialDate,
    notes: str,
) -> Revision:
    """
    Write the frozen file of a revision, its entry and its seal.

    Raises:
        DataError: If the working tables are not valid, or an id that an
            earlier revision used is neither in use nor retired.
        RevisionError: If the id is frozen already with other content, or
            is not later than the newest.
    """
    directory = root / "src/ascn_data/data/frozen"
    index = dict(parse_index((directory / "index.json").read_bytes()))
    data = read(root / "src/ascn_data/data")
    canonical = canonical_tables({name: data.table(name) for name in FILES})
    entry = Revision(
        id=id_,
        released=released,
        as_of=as_of,
        digest=digest_of(canonical),
        counts={name: len(data.table(name)) for name in TABLES},
        schema=SCHEMA,
        package_version=f"{id_}.0",
        notes=notes,
    )
    if index.get(id_, entry) != entry:
        raise RevisionError(
            id_,
            f"revision {id_} is frozen already, with another entry or other "
            "data; changed data are a new revision",
        )
    earlier = [e for e in index.values() if order_of(e.id) < order_of(id_)]
    if id_ not in index and len(earlier) < len(index):
        raise RevisionError(id_, f"{id_} is not later than the newest")
    _keeps_ids(data, directory, earlier)
    index[id_] = entry
    compressed = bz2.compress(canonical, compresslevel=9)
    (directory / f"{id_}.json.bz2").write_bytes(compressed)
    (directory / "index.json").write_bytes(canonical_index(index.values()))
    _keep_seal(root, entry, compressed)
    return entry


def _keeps_ids(
    data: Dataset, directory: pathlib.Path, earlier: Iterable[Revision]
) -> None:
    """
    Make sure that every id of every earlier revision is known still.
    """
    tables = {name: tuple(data.table(name)) for name in FILES}
    problems: list[Problem] = []
    for old in earlier:
        compressed = (directory / f"{old.id}.json.bz2").read_bytes()
        rows = upgraded(verified(compressed, old), old.schema)
        then = {
            name: structure_table(rows[name], name, name) for name in FILES
        }
        problems += ids_stay_known(tables, then, old.id)
    if problems:
        raise DataError("retired.json", tuple(problems))


def _keep_seal(root: pathlib.Path, entry: Revision, compressed: bytes) -> None:
    file = root / "tests/data/frozen.json"
    seals = json.loads(file.read_bytes())
    seals[entry.id] = seal(entry, compressed)
    text = json.dumps(seals, indent=2)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _revision_id(text: str) -> str:
    order_of(text)
    return text


def main(arguments: list[str], root: pathlib.Path = ROOT) -> int:
    """
    Freeze what the command line names and print its digest.
    """
    parser = argparse.ArgumentParser(
        description="Freeze the working tables as a revision."
    )
    parser.add_argument("id", type=_revision_id, help="such as 2026.1")
    parser.add_argument("--released", type=PartialDate, required=True)
    parser.add_argument("--as-of", type=PartialDate, required=True)
    parser.add_argument("--notes", required=True)
    options = parser.parse_args(arguments)
    try:
        entry = freeze(
            root,
            options.id,
            released=options.released,
            as_of=options.as_of,
            notes=options.notes,
        )
    except AscnDataError as error:
        print(error, file=sys.stderr)
        return 1
    total = sum(entry.counts.values())
    print(f"{entry.id}: {total} records, SHA-256 {entry.digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
