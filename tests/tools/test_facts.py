"""
`tools/curate/facts.py` and `verify.py`: facts, and which of them are found.
"""

import json
import pathlib

from typing import Any

import attrs
import pytest

import ascn_data

from ascn_data.dataset import Dataset
from ascn_data.dates import PartialDate
from ascn_data.tables.store import Store
from samples import dataset, rows, tables
from tools.curate import verify
from tools.curate.facts import Fact, facts_of
from tools.curate.pages import Document, document_of, documents, stands
from tools.curate.verify import Entry, entries, merged, still_true


def _facts(ds: Dataset | None = None) -> dict[tuple[str, str, str], Fact]:
    return {fact.key: fact for fact in facts_of(ds or dataset())}


def _fact(**sought: Any) -> Fact:
    return Fact(
        table="cities",
        record="vn-hue",
        field="x",
        value="x",
        source="report-1",
        locator="p. 1",
        **sought,
    )


def test_verified_facts_are_in_the_tables() -> None:
    """
    No entry of the file is of a value that has changed since.
    """
    known = entries()
    facts = _facts(ascn_data.load())

    assert still_true(known, facts) == known
    assert len({entry.key for entry in known}) == len(known)
    assert {entry.how for entry in known} <= {"machine", "read"}


@pytest.mark.parametrize(
    ("key", "sought"),
    [
        (("vn-hue", "joined", "report-1"), "date"),
        (("vn-da-nang", "geonames_id", "report-1"), "number"),
        (("vn-da-nang", "names[Đà Nẵng, vi, endonym]", "report-1"), "names"),
        (("meeting-1", "hosts[japan]", "report-1"), "names"),
        (("mou", "milestones[signed 2018-07]", "report-1"), "date"),
        (("mou", "amounts[USD 10.50]", "report-1"), "number"),
        (("mou", "countries[vn]", "report-1"), "names"),
        (("vn-da-nang", "cohort", "report-1"), None),
        (
            (
                "vn-da-nang--control-centre",
                "history[report-1].title",
                "report-1",
            ),
            "names",
        ),
        (
            (
                "vn-da-nang--control-centre",
                "history[report-2].status",
                "report-2",
            ),
            None,
        ),
    ],
)
def test_facts_say_what_to_look_for(
    key: tuple[str, str, str], sought: str | None
) -> None:
    """
    A date, a number or a name; of a code nothing.
    """
    fact = _facts()[key]
    found = {
        "date": fact.date,
        "number": fact.number,
        "names": fact.names or None,
    }

    assert {k for k, v in found.items() if v is not None} == (
        set() if sought is None else {sought}
    )


def test_places_of_one_source_are_joined() -> None:
    """
    A fact with two pieces of evidence from a source is one fact.
    """
    given = rows()
    given["cities"][1]["evidence"] = [
        {"source": "report-1", "locator": "p. 1"},
        {"source": "report-1", "locator": "p. 7", "fields": ["joined", "no"]},
    ]
    given["cities"][1]["populations"] = [
        {"value": 5, "boundary": "x", "source": "report-2", "locator": "p. 3"}
    ]
    given["partnerships"][1]["partner_roles"] = [
        {
            "partner": who,
            "role": "funding",
            "source": "report-1",
            "locator": "p. 1",
        }
        for who in ("japan", "nobody")
    ]
    given["partnerships"][0]["amounts"] = [
        {
            "value": "1",
            "currency": "USD",
            "role": "total",
            "basis": "planned",
        }
    ]
    facts = _facts(Dataset(Store("sample", tables(given).__getitem__)))

    assert facts["vn-hue", "joined", "report-1"].locator == "p. 1; p. 7"
    assert facts["vn-hue", "populations[5]", "report-2"].number == 5
    parts = [f for k, f in facts.items() if "partner_roles" in k[1]]
    assert [bool(fact.names) for fact in parts] == [True, False]
    assert ("da-nang-pair", "amounts[USD 1]", "report-1") not in facts


@pytest.mark.parametrize(
    ("sought", "page", "found"),
    [
        ({"number": 1500}, "about 1,500 people", True),
        ({"number": 1500}, "about 11,500 people", False),
        ({"number": 2000000}, "USD 2 million", True),
        ({"number": 2500000}, "2.5-million", True),
        ({"number": -5}, "a fall of 5", True),
        ({"date": "2018"}, "in 2018.", True),
        ({"date": "2018"}, "no. 20181", False),
        ({"date": "2018-07"}, "July 2018", True),
        ({"date": "2018-07"}, "Jul. 2018", True),
        ({"date": "2018-07"}, "July 2019 and 2018", False),
        ({"date": "2018-07-08"}, "8 July 2018", True),
        ({"date": "2018-07-08"}, "July 8th, 2018", True),
        ({"date": "2018-07-08"}, "8-9 July 2018", True),
        ({"date": "2018-07-08"}, "7 to 8 July 2018", True),
        ({"date": "2018-07-08"}, "2018-07-08", True),
        ({"date": "2018-07-08"}, "18 July 2018", False),
        ({"date": "[2018..2020]"}, "between 2018 and 2020", True),
        ({"date": "[2018..2020]"}, "in 2018", False),
        ({"names": ("Đà Nẵng",)}, "the city of Đà-NẴNG", True),
        ({"names": ("JETRO", "Japan External")}, "by JET-RO", True),
        ({"names": ("JETRO", "—")}, "by JICA", False),
        ({}, "anything", False),
    ],
)
def test_what_stands_on_a_page(
    sought: dict[str, Any], page: str, *, found: bool
) -> None:
    """
    Dates and numbers as people write them, names by their letters.
    """
    if "date" in sought:
        sought = {"date": PartialDate(sought["date"])}

    assert stands(_fact(**sought), page) == found


TEXT = (
    "before\n=====PAGE 1=====\none\n=====PAGE 2 left=====\ntwo\n"
    "=====PAGE 2 right=====\nthree\n=====PAGE 15 right=====\nlast\n"
)


@pytest.mark.parametrize(
    ("id_", "locator", "wanted"),
    [
        ("x", "p. 1", "one"),
        ("x", "pp. 1\N{EN DASH}2, Table", "one two three"),
        ("x", "pp. 2, 15", "two three last"),
        ("x", "p. 99", ""),
        ("x", "Exhibit 2", "before one two three last"),
        ("me-2024", "p. 1 (PDF p. 2)", "two three"),
        ("me-2024", "PDF p. 1", "one"),
        ("chair-report-2019", "p. 27", "last"),
        ("chair-report-2019", "p. 26", ""),
    ],
)
def test_cited_pages(id_: str, locator: str, wanted: str) -> None:
    """
    Pages as printed, else of the PDF, else the whole text.
    """
    assert Document(id_, TEXT).cited(locator).split() == wanted.split()


def test_documents_are_found_by_source(tmp_path: pathlib.Path) -> None:
    """
    A file bears the id of its source, alone or with a word more.
    """
    for name in ("list-2026-offices", "report-1"):
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    texts = documents(tmp_path)

    assert document_of("report-1", texts) is texts["report-1"]
    assert document_of("list-2026", texts) is texts["list-2026-offices"]
    assert document_of("report", texts) is texts["report-1"]
    assert document_of("other", texts) is None


def test_changed_values_lose_their_entry() -> None:
    """
    What was verified is the value, not the field.
    """
    facts = _facts()
    fact = facts["vn-hue", "joined", "report-1"]
    entry = verify.entry_of(fact, "read", "2026-11-28")
    changed = attrs.evolve(entry, value="2023")
    gone = attrs.evolve(entry, record="vn-hoi-an")

    assert still_true([entry, changed, gone], facts) == [entry]


def test_reading_counts_for_more() -> None:
    """
    Of two entries on a fact what was read stays, else the earlier one.
    """
    fact = _fact()
    machine = verify.entry_of(fact, "machine", "2026-01-01")
    later = verify.entry_of(fact, "machine", "2026-02-02")
    read = verify.entry_of(fact, "read", "2026-03-03")

    assert merged([machine], [later]) == [machine]
    assert merged([machine], [read, later]) == [read]
    assert merged([read], [machine]) == [read]


def test_tool(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    It keeps what was read, drops what changed and finds the rest.
    """
    monkeypatch.setattr(ascn_data, "load", dataset)
    (tmp_path / "report-1.txt").write_text(
        "=====PAGE 1=====\nHue joined in 2024.\n", encoding="utf-8"
    )
    facts = _facts()
    read = verify.entry_of(
        facts["vn-hue", "cohort", "report-1"], "read", "2026-01-01"
    )
    stale = attrs.evolve(read, field="joined", value="2023")
    file = tmp_path / "verified.json"
    verify.write([read, stale], file)

    assert verify.main([str(tmp_path), "--on", "2026-11-28"], file) == 0

    found = {entry.key: entry for entry in entries(file)}
    assert found["vn-hue", "cohort", "report-1"] == read
    joined = found["vn-hue", "joined", "report-1"]
    assert joined == Entry(
        record="vn-hue",
        field="joined",
        source="report-1",
        value="2024",
        how="machine",
        on="2026-11-28",
    )
    assert "cities: " in capsys.readouterr().out
    records = [entry["record"] for entry in json.loads(file.read_bytes())]
    assert records == sorted(records)
    shares = verify.shares(facts.values(), entries(file), "record")
    assert (shares["vn-hue"]["read"], shares["vn-hue"].total()) == (1, 6)
