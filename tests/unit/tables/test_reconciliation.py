"""
`ascn_data.reconciling`: printed totals against the records.
"""

from decimal import Decimal
from typing import Any

import pytest

from ascn_data.dataset import Dataset
from ascn_data.files.strict import converter
from ascn_data.tables.reconciliation import Reconciliation
from ascn_data.tables.store import Store
from samples import rows, tables


def _printed(id_: str, value: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "title": id_,
        "subject": "vn-da-nang",
        "indicator": "projects_total",
        "value": value,
        "unit": "projects",
        "kind": "result",
        "report": "report-1",
        "confidence": "high",
        "evidence": [{"source": "report-1", "locator": "p. 2"}],
        **fields,
    }


def _dataset(*printed: dict[str, Any]) -> Dataset:
    """
    Three rows in report 1: two planning and one unknown, one area each.
    """
    given = rows()
    given["observations"] += printed
    first = given["projects"][0]
    areas = ["civic_and_social", "safety_and_security", "civic_and_social"]
    for number, status in enumerate(["planning", "planning", "unknown"]):
        entry = {
            "report": "report-1",
            "title": "X",
            "status": status,
            "focus_area": areas[number],
        }
        project = {**first, "id": f"p-{number}", "history": [entry]}
        given["projects"].append(project)
    del given["projects"][0]
    return Dataset(Store("sample", tables(given).__getitem__))


@pytest.mark.parametrize(
    ("fields", "value", "counted", "unsettled"),
    [
        ({}, "3", "3", 0),
        ({"status": "planning"}, "2", "2", 1),
        ({"country": "vn"}, "3", "3", 0),
        ({"focus_area": "civic_and_social"}, "2", "2", 0),
        (
            {"focus_area": "safety_and_security", "unit": "percent"},
            "33.3",
            "33.3",
            0,
        ),
        ({"status": "planning", "unit": "percent"}, "67", "67", 1),
    ],
)
def test_totals_that_agree(
    fields: dict[str, Any], value: str, counted: str, unsettled: int
) -> None:
    """
    Counts and shares are counted as the report prints them.
    """
    name = "projects_share" if "unit" in fields else "projects_total"
    ds = _dataset(_printed("o", value, indicator=name, **fields))

    (row,) = ds.reconciliation()

    assert (row.counted, row.gap) == (Decimal(counted), Decimal(0))
    assert row.unsettled == unsettled
    assert row.reason is None
    assert row.report == "report-1"


def test_totals_by_theme() -> None:
    """
    Rows with a theme are counted by theme; without any there is no answer.
    """
    printed = _printed("o", "1", theme="civic", country="vn")
    assert list(_dataset(printed).reconciliation()) == []

    given = rows()
    given["projects"][0]["history"][0]["theme"] = "civic"
    given["observations"] = [printed]
    (row,) = Dataset(
        Store("sample", tables(given).__getitem__)
    ).reconciliation()

    assert row.theme == "civic"
    assert (row.counted, row.gap) == (Decimal(1), Decimal(0))


def test_countries_without_rows() -> None:
    """
    Where the report prints a number, no rows at all are a gap.
    """
    printed = [
        _printed("a", "1", country="jp"),
        _printed(
            "b",
            "50",
            country="jp",
            status="planning",
            indicator="projects_share",
            unit="percent",
        ),
    ]

    table = _dataset(*printed).reconciliation()

    assert [row.gap for row in table] == [-1, -50]


def test_gaps_have_their_reasons() -> None:
    """
    A dispute over the value explains a gap; failing that, a note.
    """
    dispute = {
        "field": "value",
        "value": "2",
        "source": "report-1",
        "locator": "p. 3",
        "reason": "The chart draws two.",
    }
    ds = _dataset(
        _printed("disputed", "3", status="planning", disputes=[dispute]),
        _printed("noted", "3", status="planning", note="One is unsettled."),
    )

    table = ds.reconciliation()

    assert [row.gap for row in table] == [-1, -1]
    assert table["disputed"].reason == "The chart draws two."
    assert table["noted"].reason == "One is unsettled."
    assert "One is unsettled." in table._repr_html_()


def test_other_disputes_explain_nothing() -> None:
    """
    A dispute over another field is not taken for the reason of a gap.
    """
    dispute = {
        "field": "as_of",
        "value": "2018",
        "source": "report-1",
        "locator": "p. 3",
        "reason": "Another date.",
    }
    ds = _dataset(_printed("o", "4", disputes=[dispute]))

    assert ds.reconciliation()["o"].reason is None


def test_reports_without_rows_are_left_out() -> None:
    """
    A total of a report whose rows are not in the data says nothing.
    """
    ds = _dataset(_printed("o", "4", report="report-2"))

    assert len(ds.reconciliation()) == 0


def test_rows_are_taken_back() -> None:
    """
    What is unknown is left out of the JSON, and unknown again.
    """
    table = _dataset(_printed("total", "4")).reconciliation()
    plain = converter().unstructure(list(table))

    assert "country" not in plain[0]
    assert converter().structure(plain, list[Reconciliation]) == list(table)
