"""
`ascn_data.tables.tidy`: what records hold in lists, a row each.
"""

from collections import Counter
from decimal import Decimal

import pytest

import ascn_data

from ascn_data.errors import UnknownNameError
from ascn_data.models.catalogue import TABLES
from ascn_data.tables.tidy.catalogue import TIDY


NOW = ascn_data.load()
THEN = ascn_data.load("2026.2")


@pytest.mark.parametrize("ds", [NOW, THEN, ascn_data.load("2026.1")])
@pytest.mark.parametrize("name", TIDY)
def test_every_row_has_an_id_of_its_own(
    ds: ascn_data.Dataset, name: str
) -> None:
    """
    In every revision; a table is made once.
    """
    table = getattr(ds, name)()

    assert len(set(table.ids)) == len(table)
    assert table.name == name
    assert getattr(ds, name)() is table


def test_statuses_reconcile_with_the_printed_totals() -> None:
    """
    Each report lists as many projects as it says.
    """
    printed = Counter(row.report for row in THEN.statuses())

    assert printed["me-2022"] == 77
    assert printed["me-2025"] == 134
    row = THEN.statuses()["id-jakarta--jakpreneur--me-2024"]
    assert (row.city, row.country, row.year) == ("id-jakarta", "id", 2024)
    assert (row.status, row.focus_area) == (
        "ongoing",
        "industry_and_innovation",
    )
    assert (row.table, row.row, row.page) == ("Appendix A", 23, "26")
    assert (row.title, row.certainty) == ("JakPreneur", "exhibit")


def test_filters_of_statuses() -> None:
    """
    One, several, or records; a wrong one of a list is named.
    """
    vn = THEN.country("vn")
    found = THEN.statuses(
        country=[vn, "Malaysia"], report="me-2025", status=["ongoing"]
    )

    assert {row.country for row in found} == {"vn", "my"}
    assert {row.status for row in found} == {"ongoing"}
    assert len(
        THEN.statuses(city="Phuket", focus_area="health and well being")
    )
    with pytest.raises(UnknownNameError, match="'Malasia'"):
        THEN.statuses(country=["Viet Nam", "Malasia"])


def test_amounts() -> None:
    """
    A sum a row, of a partnership or project, exact.
    """
    row = THEN.amounts(record="aasctf")[0]

    assert (row.value, row.currency) == (Decimal(20000000), "AUD")
    assert (row.role, row.basis) == ("total", "approved")
    assert row.record_table == "partnerships"
    assert len(THEN.amounts()) == sum(
        len(record.amounts)
        for table in ("partnerships", "projects")
        for record in THEN.table(table)
    )
    assert {row.currency for row in THEN.amounts(currency="usd")} == {"USD"}


def test_payers_of_amounts() -> None:
    """
    A state stands for all that it pays through.
    """
    paid = NOW.amounts(payer="United States")
    group = NOW.partners(country="us").ids

    assert len(paid)
    assert all(set(group) & set(row.payers) for row in paid)


def test_milestones() -> None:
    """
    A stage a row, in the order in which the stages happened.
    """
    row = NOW.milestones(record="ustda-nusantara-smart-city", stage="signed")[
        0
    ]

    assert (row.date, row.record_table) == ("2024-05-02", "partnerships")
    assert row.source in NOW.sources().ids
    assert len(THEN.milestones()) == 0
    assert len(NOW.milestones()) == sum(
        len(record.milestones)
        for table in ("partnerships", "projects")
        for record in NOW.table(table)
    )


def test_links_are_the_edges_of_a_network() -> None:
    """
    From a partnership or project to who and where, by the filter of either.
    """
    links = THEN.links(record="jetro-undp-mou")

    assert [(row.relation, row.target) for row in links] == [
        ("partner", "jetro"),
        ("partner", "undp"),
    ]
    assert {row.target_table for row in links} == {"partners"}
    assert {row.source for row in THEN.links(record="jetro")} >= {
        "jetro-undp-mou"
    }
    everything = NOW.links()
    for row in everything:
        assert row.source in NOW.table(row.source_table)
        assert row.target in NOW.table(row.target_table)
    assert {row.relation for row in everything} == {
        "partner",
        "city",
        "place",
        "country",
        "partnership",
        "parent",
    }
    assert {row.relation for row in NOW.links(relation="City")} == {"city"}
    roles = {role for row in everything for role in row.roles}
    assert {"funding", "implementing", "signatory"} <= roles


def test_evidence_and_names() -> None:
    """
    Every place in a source and every name, main names first.
    """
    evidence = THEN.evidence(record="okamoto-2022")
    names = THEN.names(record="Saigon")

    assert {row.record_table for row in evidence} == {"sources"}
    assert {row.record for row in THEN.evidence(source="okamoto-2022")} > {
        "jetro-undp-mou"
    }
    assert (names[0].text, names[0].kind) == ("Ho Chi Minh City", "main")
    assert "Saigon" in {row.text for row in names}
    assert {row.language for row in THEN.names(language="th")} == {"th"}
    assert len(THEN.evidence()) == sum(
        len(record.evidence)
        for table in TABLES
        for record in THEN.table(table)
    )
    jakarta = NOW.names(record="id-jakarta--jaklingko")
    assert jakarta[0].kind == "main"
    kinds = {row.kind for row in NOW.names()}
    assert {"alias", "component", "official"} <= kinds
