"""
The steps from older schemas of the tables to the present one.

Schema 2, of revision 2026.3, renames fields and adds others.  The step from
schema 1 to schema 2 renames; of what is new it invents nothing.
"""

import os
import pathlib

from collections.abc import Callable, Mapping
from typing import Any

from ascn_data.files.atomic import write_file
from ascn_data.files.canonical import canonical, field_order
from ascn_data.files.parsing import parse_json
from ascn_data.files.regular import regular_bytes
from ascn_data.models.catalogue import FILES, record_class
from ascn_data.models.records import structure_table


SCHEMA = 2
"""The version of the tables' schema that this code reads and writes."""

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Upgrade = Callable[[Rows], Rows]

FORMER: Mapping[str, Mapping[str, str]] = {
    "events": {"partnership": "partnerships"},
    "projects": {
        "partnership": "partnerships",
        "stated_status": "status",
        "stated_status_as_of": "status_as_of",
    },
}
"""By table, the fields of schema 1 that have another name in schema 2."""


def to_schema_2(rows: Rows) -> Rows:
    """
    Return tables of schema 1 as schema 2 writes them.

    `partnership` becomes `partnerships`, a list.  A project gets the
    `status` and `status_as_of` of the newest report that lists it, else
    those that were stated.  Evidence and disputes name the new fields.
    """
    published = {
        source["id"]: source.get("published")
        for source in rows.get("sources", [])
    }
    found = dict(rows)
    for table, former in FORMER.items():
        found[table] = [
            _renamed(_with_status(row, published, table), former, table)
            for row in rows.get(table, [])
        ]
    return found


def _with_status(
    row: Row, published: Mapping[str, str | None], table: str
) -> Row:
    """
    Return a project with the status that its newest report gives.
    """
    if table != "projects" or "status" in row:
        return row
    if not row.get("history"):
        return {"stated_status": "unknown", **row}
    last = row["history"][-1]
    date = published.get(last["report"])
    known = {"stated_status_as_of": date} if date is not None else {}
    return {**row, "stated_status": last["status"], **known}


def _renamed(row: Row, former: Mapping[str, str], table: str) -> Row:
    """
    Return a record of schema 1 with the names and the order of schema 2.
    """
    fields = {former.get(name, name): value for name, value in row.items()}
    if isinstance(fields.get("partnerships"), str):
        fields["partnerships"] = [fields["partnerships"]]
    fields["evidence"] = [
        {**item, "fields": _names(item["fields"], former)}
        if "fields" in item
        else item
        for item in row.get("evidence", [])
    ]
    fields["disputes"] = [
        {**item, "field": former.get(item["field"], item["field"])}
        for item in row.get("disputes", [])
    ]
    order = field_order(record_class(table))
    return {name: fields[name] for name in order if fields.get(name)}


def _names(names: list[str], former: Mapping[str, str]) -> list[str]:
    """
    Return names of fields, each new one once.
    """
    return list(dict.fromkeys(former.get(name, name) for name in names))


UPGRADES: Mapping[int, Upgrade] = {1: to_schema_2}
"""For each older version of the schema, the step to the next version."""


def upgraded(
    rows: Rows,
    schema: int,
    steps: Mapping[int, Upgrade] = UPGRADES,
) -> Rows:
    """
    Return tables of an older schema as the present one writes them.
    """
    for version in sorted(steps):
        if version >= schema:
            rows = steps[version](rows)
    # A table that the revision did not know yet is empty in it.
    return {table: rows.get(table, []) for table in FILES}


def upgrade(directory: str | os.PathLike[str]) -> None:
    """
    Write the data files in a directory of schema 1 anew, under schema 2.

    Args:
        directory: A directory with a JSON file for each table.

    Raises:
        OSError: If a file cannot be read or written.
        DataError: If a file is no valid data under schema 1; nothing is
            written then.
    """
    place = pathlib.Path(directory)
    rows = {
        table: parse_json(regular_bytes(place / f"{table}.json"), table)
        for table in FILES
    }
    records = {
        table: structure_table(found, table, f"{table}.json")
        for table, found in upgraded(rows, 1).items()
    }
    for table, made in records.items():
        write_file(place / f"{table}.json", canonical(made))
