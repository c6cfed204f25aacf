"""
Golden facts: typed by hand from the documents, not from the JSON.

Each file under `golden/` belongs to a revision and is held against it for
ever; the file of a revision that is not published yet is held against the
working tables.  So are the facts of the newest published revision, unless the
later file has facts of the same field: that is how a fact is corrected.

A fact names a record, a field (`history[me-2024].row` for an entry,
`amounts[0].value` for an item), the value as the document gives it, the
document and the place in it.  Where the field is a list, the value is one of
its items, or all of them.
"""

import json
import pathlib
import re

from collections.abc import Iterator
from typing import Any

import pytest

import ascn_data

from ascn_data.files.canonical import to_plain
from ascn_data.versions.upgrades import SCHEMA


FOLDER = pathlib.Path(__file__).parent / "golden"
FILES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.json"))
}
PUBLISHED = [entry.id for entry in ascn_data.revisions()]


def _facts() -> Iterator[tuple[str | None, dict[str, Any]]]:
    """
    Yield every fact with the revision that has it; None: the working tables.
    """
    for revision, facts in FILES.items():
        for fact in facts:
            yield revision if revision in PUBLISHED else None, fact
    later = {
        (fact["id"], fact["field"])
        for revision, facts in FILES.items()
        if revision not in PUBLISHED
        for fact in facts
    }
    newest = ascn_data.revisions()[-1]
    # Under another schema a field may mean something else.
    for fact in FILES[newest.id] if newest.schema == SCHEMA else ():
        if (fact["id"], fact["field"]) not in later:
            yield None, fact


FACTS = list(_facts())
STEP = re.compile(r"(\w+)(?:\[([^\]]+)\](?:\.(\w+))?)?")


def _value(record: Any, field: str) -> Any:
    match = STEP.fullmatch(field)
    assert match is not None, f"{field!r} is no field"
    name, key, inner = match.groups()
    value = getattr(record, name)
    if key is not None and key.isdigit():
        value = value[int(key)]
    elif key is not None:
        (value,) = [entry for entry in value if entry.report == key]
    if inner is not None:
        value = getattr(value, inner)
    return to_plain(value) if value is not None else None


@pytest.mark.parametrize(
    ("revision", "fact"),
    FACTS,
    ids=[
        f"{r or 'working'}-{f['id']}-{f['field']}-{n}"
        for n, (r, f) in enumerate(FACTS)
    ],
)
def test_fact(revision: str | None, fact: dict[str, Any]) -> None:
    """
    The data says what the document says.
    """
    ds = ascn_data.load(revision)
    found = _value(ds.table(fact["table"])[fact["id"]], fact["field"])

    if isinstance(found, list) and isinstance(fact["value"], list):
        assert found == fact["value"]
    elif isinstance(found, list):
        assert fact["value"] in found
    else:
        assert found == fact["value"]
    assert fact["document"]
    assert fact["locator"]


TABLES_WITH_FACTS = (
    "cities",
    "countries",
    "events",
    "observations",
    "partners",
    "partnerships",
    "places",
    "projects",
    "roles",
    "sources",
    "terms",
)


@pytest.mark.parametrize("table", TABLES_WITH_FACTS)
def test_facts_come_from_every_table(table: str) -> None:
    """
    No table goes without facts typed from documents.
    """
    assert table in {fact["table"] for _, fact in FACTS}
