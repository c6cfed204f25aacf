"""
The reports' printed totals, and what the records make of them.

Numbers typed by hand from the monitoring reports: 2022 pp. 4-5, 2023 pp. 4-5,
2024 pp. 4-5, 2025 pp. 4-5.
"""

from decimal import Decimal

import pytest

import ascn_data


TABLE = ascn_data.reconciliation()
STATES = ("bn", "kh", "id", "la", "my", "mm", "ph", "sg", "th", "vn")


@pytest.mark.parametrize(
    ("report", "total", "completed", "planning", "ongoing"),
    [
        ("me-2022", 77, 2, 17, 58),
        ("me-2023", 86, 2, 17, 67),
        ("me-2024", 108, 11, 16, 81),
        ("me-2025", 134, 18, 8, 108),
    ],
)
def test_totals(
    report: str, total: int, completed: int, planning: int, ongoing: int
) -> None:
    """
    Totals and completed projects agree; open rows explain the others.
    """
    rows = {
        row.status: row
        for row in TABLE
        if row.report == report
        and row.unit == "projects"
        and row.country is row.focus_area is None
    }
    printed = {status: int(row.printed) for status, row in rows.items()}
    everything = rows[None]

    assert printed == {
        None: total,
        "completed": completed,
        "planning": planning,
        "ongoing": ongoing,
    }
    assert everything.gap == rows[_status("completed")].gap == Decimal(0)
    short = -sum(row.gap for row in rows.values())
    assert short == rows[_status("planning")].unsettled
    listed = ascn_data.projects(report=report)
    assert len(listed) == total
    unknown = ascn_data.projects(report=report, status="unknown")
    assert len(unknown) == short


def _status(text: str) -> ascn_data.models.vocabularies.ProjectStatus:
    return ascn_data.models.vocabularies.ProjectStatus(text)


@pytest.mark.parametrize(
    "report", ["me-2022", "me-2023", "me-2024", "me-2025"]
)
def test_countries_agree(report: str) -> None:
    """
    For each of ten states the rows equal the printed number.
    """
    rows = [
        row
        for row in TABLE
        if row.report == report
        and row.country
        and row.unit == "projects"
        and row.theme is None
    ]

    assert sorted(row.country or "" for row in rows) == sorted(STATES)
    assert [row.id for row in rows if row.gap] == []
    total = ascn_data.projects(report=report)
    assert sum(int(row.counted) for row in rows) == len(total)


def test_every_gap_has_a_reason() -> None:
    """
    Nothing falls short without the data saying why.
    """
    assert [row.id for row in TABLE if row.gap and not row.reason] == []


def test_the_reports_own_slip_is_kept() -> None:
    """
    2.94 percent is printed in 2022 for 2 of 77, which is 2.60 (p. 4).
    """
    (row,) = [row for row in TABLE if str(row.printed) == "2.94"]

    assert (str(row.counted), row.report) == ("2.60", "me-2022")
