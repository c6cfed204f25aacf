"""
`ascn_data.exports.columns`: the columns of every table.
"""

import attrs
import pytest

from ascn_data.exports.columns import Column
from ascn_data.files.canonical import field_order
from ascn_data.models.catalogue import FILES, SCHEMAS, record_class


def _column(table: str, name: str, *, flat: bool = False) -> Column:
    (found,) = (c for c in SCHEMAS[table].columns(flat=flat) if c.name == name)
    return found


def test_dates_are_four_columns() -> None:
    """
    The text as known, the days it can mean, and the precision.
    """
    found = [c for c in SCHEMAS["events"].columns() if c.field == "start"]

    assert [(c.name, c.kind) for c in found] == [
        ("start", "text"),
        ("start_earliest", "date"),
        ("start_latest", "date"),
        ("start_precision", "text"),
    ]
    assert found[3].members == ("day", "month", "year", "window")


def test_periods_are_three_columns() -> None:
    """
    A stretch of time has no precision.
    """
    names = [
        c.name
        for c in SCHEMAS["observations"].columns()
        if c.field == "period"
    ]

    assert names == ["period", "period_earliest", "period_latest"]


def test_what_a_record_derives_is_a_column() -> None:
    """
    Derived columns stand between the fields and the evidence.
    """
    names = [c.name for c in SCHEMAS["projects"].columns()]

    assert names[-7:] == [
        "themes",
        "first_report",
        "last_report",
        "note",
        "confidence",
        "evidence",
        "disputes",
    ]
    assert _column("projects", "themes").description == (
        "Ids of the themes that reports count it under, each once."
    )


def test_vocabularies_name_their_members() -> None:
    """
    Coded columns, alone or in lists, say which codes there are.
    """
    assert _column("cities", "cohort").members == ("pilot", "later")
    assert "quality_environment" in _column("cities", "focus_areas").members
    assert _column("cities", "name").members == ()


def test_flat_columns_are_single_texts() -> None:
    """
    Lists of texts are joined, lists of values are JSON.
    """
    assert _column("cities", "focus_areas").kind == "texts"
    assert _column("cities", "focus_areas", flat=True).kind == "joined"
    assert _column("cities", "names").kind == "records"
    assert _column("cities", "names", flat=True).kind == "json"


def test_optional_columns() -> None:
    """
    What a class may leave out, a column may too.
    """
    assert _column("cities", "joined_latest").required
    assert not _column("cities", "vision").required
    assert not _column("projects", "first_report").required


@pytest.mark.parametrize("table", FILES)
def test_every_field_is_a_described_column(table: str) -> None:
    """
    No field is missing, no name comes twice, none lacks its meaning.
    """
    columns = SCHEMAS[table].columns()
    names = [column.name for column in columns]

    assert {column.field for column in columns} >= set(
        field_order(record_class(table))
    )
    assert len(names) == len(set(names))
    assert [c.name for c in columns if not c.description] == []


@pytest.mark.parametrize("table", FILES)
def test_values_are_described_too(table: str) -> None:
    """
    The columns within lists of values have their meaning as well.
    """
    for column in SCHEMAS[table].columns():
        undescribed = [c.name for c in column.columns if not c.description]
        assert undescribed == []


def test_a_column_takes_its_part_of_a_date() -> None:
    """
    Unknown dates have no parts.
    """
    record = attrs.make_class("R", ["start"])(start=None)

    assert _column("events", "start_latest").of(record) is None
