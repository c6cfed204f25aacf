"""
Fill start, end, status and status_as_of from milestones and reports.

The rule is that of `ascn_data.models.lifecycle`.  A record with neither
milestones nor reports with a status keeps what it says.

    python -m tools.curate.derive [--check] [DIRECTORY]
"""

import argparse
import pathlib
import sys

from collections.abc import Callable
from typing import Any

import attrs

from ascn_data.dates import PartialDate
from ascn_data.errors import DataError
from ascn_data.files.canonical import canonical
from ascn_data.files.parsing import parse_json
from ascn_data.models.lifecycle import followed, steps_of
from ascn_data.models.records import parse_table, structure_table
from tools.curate.format_data import DATA


FIELDS = ("start", "end", "status", "status_as_of")
TABLES = ("partnerships", "projects")


def derived(
    raw: bytes, table: str, published: Callable[[str], PartialDate | None]
) -> bytes:
    """
    Return a file of partnerships or projects with the four fields filled.

    Args:
        raw: The bytes of the file.
        table: `partnerships` or `projects`.
        published: A function that gives the day of a report by its id.

    Raises:
        DataError: If the other fields are no valid table.
    """
    given = parse_json(raw, f"{table}.json")
    rows = [
        {name: value for name, value in row.items() if name not in FIELDS}
        for row in given
    ]
    records = structure_table(rows, table, f"{table}.json")
    kept = [
        _filled(record, table, published)
        or structure_table([row], table, f"{table}.json")[0]
        for record, row in zip(records, given, strict=True)
    ]
    return canonical(kept)


def _filled(
    record: Any, table: str, published: Callable[[str], PartialDate | None]
) -> Any:
    """
    Return a record with what follows from its steps; None without any.
    """
    steps = steps_of(record, published)
    if not steps:
        return None
    found = followed(steps, project=table == "projects")
    status = type(record.status)(found.status)
    return attrs.evolve(
        record,
        start=found.start,
        end=found.end,
        status=status,
        status_as_of=found.status_as_of,
    )


def main(arguments: list[str]) -> int:
    """
    Fill the fields in a directory, or say which files lack them.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument(
        "directory", nargs="?", type=pathlib.Path, default=DATA
    )
    options = parser.parse_args(arguments)
    directory: pathlib.Path = options.directory
    wrong = 0
    try:
        sources = parse_table(
            (directory / "sources.json").read_bytes(),
            "sources",
            "sources.json",
        )
        published = {each.id: each.published for each in sources}.get
        for table in TABLES:
            file = directory / f"{table}.json"
            raw = file.read_bytes()
            wanted = derived(raw, table, published)
            if raw != wanted and options.check:
                print(f"{file.name}: python -m tools.curate.derive")
                wrong += 1
            elif raw != wanted:
                file.write_bytes(wanted)
                print(f"{file.name} written")
    except DataError as error:
        print(error)
        return 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
