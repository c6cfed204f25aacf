"""
The ledger of research leads: each is in the data, or it says why not.
"""

import json
import pathlib

import pytest

import ascn_data

from tools.curate import check_ledger


LEDGER = check_ledger.entries()


def test_form() -> None:
    """
    Every lead stands once, in order, with records or a reason.
    """
    assert list(check_ledger.form_problems(LEDGER)) == []


def test_records_exist() -> None:
    """
    Every record that the ledger names is in the tables.
    """
    ds = ascn_data.load()

    assert list(check_ledger.table_problems(LEDGER, ds)) == []


def test_few_leads_are_left_out() -> None:
    """
    The ledger is the measure of completeness: 9 of 10 leads are in.

    Of the leads of November 2026, which were openings of pages, more are out
    than of the earlier ones: where a page was not found again, the ledger
    says so.
    """
    left_out = [entry for entry in LEDGER if "left_out" in entry]

    assert len(LEDGER) > 1600
    assert len(left_out) / len(LEDGER) < 0.1


def test_nothing_of_the_workplace() -> None:
    """
    Leads and sources are named by file and address, never by path.
    """
    text = check_ledger.LEDGER.read_text(encoding="utf-8")

    assert '"/' not in text
    assert "file:" not in text


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"subject": ""}, "subject is missing"),
        ({"records": []}, "either records or left_out"),
        ({"left_out": "Twice told."}, "either records or left_out"),
        ({"colour": "red"}, "colour is no key"),
        ({"records": ["no-such-record"]}, "no table has a record"),
    ],
)
def test_faults_of_an_entry_are_told(
    entry: dict[str, object], problem: str
) -> None:
    """
    What an entry lacks or has too much of is named.
    """
    good = {
        "lead": "a.jsonl#1",
        "subject": "Phuket",
        "source": "me-2022",
        "records": ["th-phuket"],
    }
    ledger = [{**good, **entry}]
    ds = ascn_data.load()

    told = [
        *check_ledger.form_problems(ledger),
        *check_ledger.table_problems(ledger, ds),
    ]

    assert len(told) == 1
    assert problem in told[0]


def test_order_and_repetition_are_told() -> None:
    """
    A lead that stands twice or out of order is named.
    """
    ledger = [
        {"lead": lead, "subject": "s", "source": "s", "left_out": "Why."}
        for lead in ("b#1", "a#1", "a#1")
    ]

    assert list(check_ledger.form_problems(ledger)) == [
        "the leads are not in order",
        "a#1: stands 2 times in the ledger",
    ]


def test_research_files(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Leads of every shape of file are found, missing and strange ones told.
    """
    files: dict[str, object] = {
        "countries.json": [{"alpha_2": "VN"}],
        "places.json": {"note": "", "places": [{"asked": "Batam"}]},
        "towns.json": [{"slug": "boston"}],
    }
    for name, content in files.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    rows = [{"report": "ME22", "appendix": "A", "no": 1}, {"id": "x"}]
    lines = "\n".join(json.dumps(row) for row in [*rows, {"id": "x"}])
    (tmp_path / "rows.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "duplicates.jsonl").write_text("{}", encoding="utf-8")
    ledger = [
        {"lead": lead}
        for lead in (
            "countries.json#vn",
            "places.json#Batam",
            "rows.jsonl#x",
            "rows.jsonl#ME22-A-1",
            "rows.jsonl#y",
        )
    ]

    assert list(check_ledger.research_problems(ledger, tmp_path)) == [
        "rows.jsonl#x: stands 2 times in the research files",
        "towns.json#boston: not in the ledger",
        "rows.jsonl#y: not in the research files",
    ]
    assert check_ledger.main([str(tmp_path)]) == 1
    assert "not in the research files" in capsys.readouterr().out


def test_tool_passes_on_the_bundled_tables(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    The tool says how many leads the ledger holds, and finds nothing wrong.
    """
    assert check_ledger.main([]) == 0
    assert f"{len(LEDGER)} leads" in capsys.readouterr().out
