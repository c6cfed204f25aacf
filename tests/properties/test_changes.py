"""
Laws of differences, on datasets drawn from variants of the sample.
"""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import ascn_data

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.files.canonical import canonical_tables
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.models.records import structure_table
from ascn_data.tables.store import Store
from ascn_data.versions.changes import ChangeKind
from samples import rows


FORMS: tuple[dict[str, str], ...] = (
    {},
    {"note": "One."},
    {"note": "Two.", "confidence": "low"},
)


def _variants() -> dict[str, list[dict[str, Any]]]:
    """
    Records in three forms each, and retirements of all of them in two.
    """
    given_rows = rows()
    found = {
        table: [{**row, **form} for row in given_rows[table] for form in FORMS]
        for table in TABLES
    }
    retirement = {"revision": "2026.2", "reason": "A test."}
    found["retired"] = [
        {"id": row["id"], "table": table, **retirement, **replacement}
        for table in TABLES
        for row in given_rows[table]
        for replacement in ({}, {"replaced_by": ["jetro"]})
    ]
    return found


VARIANTS = _variants()


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """
    Some records, each in one of its forms, some ids retired.
    """
    tables = {}
    for table, variants in VARIANTS.items():
        drawn = st.lists(
            st.sampled_from(variants),
            unique_by=lambda row: str(row["id"]),
            max_size=3,
        )
        tables[table] = structure_table(draw(drawn), table, table)
    return Dataset(Store("drawn", tables.__getitem__))


def _canonical(ds: Dataset) -> bytes:
    return canonical_tables({name: ds.table(name) for name in FILES})


@given(datasets())
def test_nothing_differs_from_itself(a: Dataset) -> None:
    """
    diff(a, a) is empty.
    """
    assert len(diff(a, a)) == 0


@given(datasets(), datasets())
def test_changes_lead_there(a: Dataset, b: Dataset) -> None:
    """
    diff(a, b) applied to a gives b.
    """
    assert _canonical(diff(a, b).apply(a)) == _canonical(b)


@given(datasets(), datasets(), datasets())
def test_differences_compose(a: Dataset, b: Dataset, c: Dataset) -> None:
    """
    diff(a, b) then diff(b, c) is diff(a, c), to the last change.
    """
    assert diff(a, b).then(diff(b, c)) == diff(a, c)


@given(datasets(), datasets())
def test_differences_invert(a: Dataset, b: Dataset) -> None:
    """
    diff(b, a) undoes diff(a, b).
    """
    assert len(diff(a, b).then(diff(b, a))) == 0


@given(datasets(), datasets())
def test_changes_are_told_once(a: Dataset, b: Dataset) -> None:
    """
    No two changes have one id, and no change changes nothing.
    """
    changes = diff(a, b)

    assert len(changes.by_id) == len(changes)
    assert all(change.old != change.new for change in changes)
    assert all(
        (change.field is not None) == (change.kind is ChangeKind.CHANGED)
        for change in changes
    )


def test_published_revisions_lead_to_the_working_tables() -> None:
    """
    Every published revision and the changes since give today's tables.
    """
    now = ascn_data.load()
    for entry in ascn_data.revisions():
        then = ascn_data.load(entry.id)
        assert diff(then, now).apply(then).digest == now.digest
