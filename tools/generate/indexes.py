"""
Write `data/indexes/` of a release: what a look-up needs, worked out before.

    python -m tools.generate.indexes [--check]

For each table its ids, where each record begins in the file and the positions
that its filters ask for; for each kind the folded names; for every file its
size, CRC-32 and SHA-256.  `ascn_data.files.released` tells how they are used.
A development version has no such folder, so that its tables are read
strictly; then the tool takes the folder away.
"""

import hashlib
import inspect
import json
import pathlib
import re
import shutil
import sys
import zlib

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ascn_data.dataset import Dataset
from ascn_data.errors import AscnDataError
from ascn_data.files.released import (
    LIST,
    checksum_of,
    filters_of,
    index_of,
    names_of,
)
from ascn_data.models import vocabularies
from ascn_data.models.catalogue import FILES, NAMED, TABLES
from ascn_data.models.records import parse_table
from ascn_data.naming.known import plain
from ascn_data.tables.store import Store


ROOT = pathlib.Path(__file__).resolve().parents[2]
LONG = ("observation", "source")
"""The kinds whose names are whole sentences, which nobody looks up by name."""

_START = re.compile(rb"(?<=\n  ){")


def indexes(contents: Mapping[str, bytes], revision: str) -> dict[str, bytes]:
    """
    Return the files of the folder `indexes`, by their names under `data/`.

    Args:
        contents: The bytes of the file of each table, by table.
        revision: The id of their revision.
    """
    tables = {
        name: parse_table(contents[name], name, f"{name}.json")
        for name in FILES
    }
    dataset = Dataset(Store(revision, tables.__getitem__))
    for _ in answers(dataset):
        pass  # the tables keep what answering takes
    found = {
        **{
            index_of(name): _plain(
                dict(
                    zip(
                        dataset.table(name).ids,
                        _starts(contents[name], name),
                        strict=True,
                    )
                )
            )
            for name in FILES
        },
        **{
            filters_of(name): _plain(dict(dataset.table(name).indexes))
            for name in FILES
        },
        **{
            names_of(kind): _plain(plain(dataset.store.names(kind)))
            for kind in NAMED
            if kind not in LONG
        },
    }
    files = {f"{name}.json": contents[name] for name in FILES} | found
    listed = {
        "revision": revision,
        "digest": dataset.digest,
        "files": {
            name: [len(raw), zlib.crc32(raw), hashlib.sha256(raw).hexdigest()]
            for name, raw in sorted(files.items())
        },
    }
    unsealed = _plain({"crc32": 0, **listed})
    sealed = _plain({"crc32": checksum_of(unsealed), **listed})
    return {LIST: sealed, **found}


def _plain(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _starts(raw: bytes, name: str) -> list[int]:
    """
    Return where each record of a canonical file begins.

    Raises:
        ValueError: If the file is not canonical.
    """
    starts = [match.start() for match in _START.finditer(raw)]
    ends = [*(start - 4 for start in starts[1:]), len(raw) - 3]
    cut = [
        json.loads(raw[start:end])
        for start, end in zip(starts, ends, strict=True)
    ]
    if cut != json.loads(raw):
        raise ValueError(
            f"{name}.json is not canonical: python -m tools.curate.format_data"
        )
    return starts


def answers(
    dataset: Dataset,
) -> Iterator[tuple[str, str, Any, tuple[str, ...]]]:
    """
    Yield an answer of every filter: table, filter, value and ids.
    """
    for table in TABLES:
        query = getattr(dataset, table)
        for name in inspect.signature(query).parameters:
            for value in _values(dataset, table, name):
                try:
                    found = query(**{name: value})
                except (AscnDataError, TypeError, ValueError):
                    continue
                yield table, name, value, found.ids
                break


def _values(dataset: Dataset, table: str, name: str) -> Iterable[Any]:
    """
    Yield what a filter may take: values of its field, members, ids.
    """
    for record in dataset.table(table):
        value = getattr(record, name, None)
        yield from value if isinstance(value, tuple) else [value] * bool(value)
    for vocabulary in vocabularies.__all__:
        yield from getattr(vocabularies, vocabulary)
    for other in TABLES:
        yield from dataset.table(other).ids[:1]


def version_of(root: pathlib.Path) -> str:
    """
    Return the version of the package in a tree.
    """
    text = (root / "src/ascn_data/version.py").read_text(encoding="utf-8")
    (found,) = re.findall(r'^__version__ = "(.*)"$', text, re.MULTILINE)
    return str(found)


def wanted(root: pathlib.Path) -> dict[str, bytes]:
    """
    Return the files that a tree's folder of indexes should hold, by name.
    """
    version = version_of(root)
    if "dev" in version:
        return {}
    data = root / "src/ascn_data/data"
    contents = {name: (data / f"{name}.json").read_bytes() for name in FILES}
    return indexes(contents, ".".join(version.split(".")[:2]))


def main(arguments: list[str], root: pathlib.Path = ROOT) -> int:
    """
    Write the folder, or with --check say whether it is up to date.
    """
    data = root / "src/ascn_data/data"
    folder = data / pathlib.Path(LIST).parent
    files = wanted(root)
    found = {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in folder.glob("*")
    }
    if "--check" in arguments:
        if found != files:
            print(f"{folder} is out of date: python -m tools.generate.indexes")
        return int(found != files)
    shutil.rmtree(folder, ignore_errors=True)
    for name, raw in files.items():
        folder.mkdir(exist_ok=True)
        (data / name).write_bytes(raw)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
