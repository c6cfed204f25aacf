"""
Golden facts: typed by hand from the documents, not from the JSON.

Each file under `golden/` belongs to a revision.  A fact names a record, a
field (`history[me-2024].row` for an entry, `amounts[0].value` for an item),
the value as the document gives it, the document and the place in it.  Where
the field is a list, the value is one of its items, or all of them.
"""

import json
import pathlib
import re

from typing import Any

import pytest

import ascn_data

from ascn_data.files.canonical import to_plain


FOLDER = pathlib.Path(__file__).parent / "golden"
FACTS = [
    (path.stem, fact)
    for path in sorted(FOLDER.glob("*.json"))
    for fact in json.loads(path.read_text(encoding="utf-8"))
]
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
    ids=[f"{r}-{f['id']}-{f['field']}-{n}" for n, (r, f) in enumerate(FACTS)],
)
def test_fact(revision: str, fact: dict[str, Any]) -> None:
    """
    The data says what the document says.
    """
    # The working tables are held to the facts of the newest revision.
    newest = max(r for r, _ in FACTS)
    ds = ascn_data.load(None if revision == newest else revision)
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
