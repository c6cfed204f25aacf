"""
What the command line tells a curator: how a record is written, and sorted.
"""

import json
import pathlib

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ascn_data.files.atomic import write_file
from ascn_data.files.canonical import canonical, field_order, to_plain
from ascn_data.files.descriptions import field_descriptions
from ascn_data.models.catalogue import FILES, SCHEMAS, record_class
from ascn_data.tables.queries import Queries


_LONGEST = 1200
"""How many characters an example may have."""

_RULES = """\
{table}.json is a list of such records, sorted by id, with keys in this
order.  What is unknown is left out.  Evidence without "fields" covers every
field; otherwise each field but id, note, confidence and lists with sources of
their own must be covered.  Sources are records of sources.json."""


def template(dataset: Queries, table: str) -> str:
    """
    Return how a record of a table is written: its keys, and an example.
    """
    cls = record_class(table)
    described = field_descriptions(cls)
    required = _required(cls)
    members = {c.field: c.members for c in SCHEMAS[table].columns()}
    lines = [
        f"{'* ' if name in required else '  '}{name:<20} {described[name]}"
        f"{_choice(members[name])}"
        for name in field_order(cls)
    ]
    example = _example(dataset, table)
    return "\n".join(
        [
            f"Keys of {table}; * must be there:",
            "",
            *lines,
            "",
            _RULES.format(table=table),
            *(["", "A record of today:", "", example] if example else []),
        ]
    )


def _choice(members: tuple[str, ...]) -> str:
    """
    Return the values of a vocabulary as a sentence; empty for none.
    """
    return f"  One of {', '.join(members)}." if members else ""


def _required(cls: type[Any]) -> frozenset[str]:
    """
    Return the keys that a record must have, evidence among them.
    """
    return frozenset(
        field.name
        for field in attrs.fields(cls)
        if field.default is attrs.NOTHING or field.name == "evidence"
    )


def _example(dataset: Queries, table: str) -> str:
    """
    Return the record of a table that shows most keys in few words.
    """
    texts = {
        json.dumps(row, ensure_ascii=False, indent=2): len(row)
        for row in map(to_plain, dataset.table(table))
    }
    short = [text for text in texts if len(text) <= _LONGEST]
    shortest = min(texts, default="", key=len)
    return max(short, default=shortest, key=texts.__getitem__)


def unsorted(dataset: Queries, directory: str) -> Mapping[pathlib.Path, bytes]:
    """
    Return the files of a directory that are not in canonical form.

    Each with its canonical bytes: keys in order, records sorted by id.
    """
    return dict(_unsorted(dataset, pathlib.Path(directory)))


def _unsorted(
    dataset: Queries, directory: pathlib.Path
) -> Iterator[tuple[pathlib.Path, bytes]]:
    for name in FILES:
        file = directory / f"{name}.json"
        wanted = canonical(dataset.table(name))
        if file.read_bytes() != wanted:
            yield file, wanted


def put_in_order(files: Mapping[pathlib.Path, bytes]) -> None:
    """
    Write files in canonical form.
    """
    for file, wanted in files.items():
        write_file(file, wanted)
