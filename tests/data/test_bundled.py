"""
The bundled tables: valid, canonical, and complete where they say so.
"""

import pytest

import ascn_data

from ascn_data.checks.records import Tables
from ascn_data.checks.rules import RULES
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.models.vocabularies import FocusArea
from tools.curate import format_data


DS = ascn_data.load()
ALL: Tables = {name: tuple(DS.table(name)) for name in FILES}


@pytest.mark.parametrize("rule", RULES)
def test_rules_hold(rule: object) -> None:
    """
    No rule across records finds anything wrong.
    """
    assert callable(rule)
    problems = [str(problem) for problem in rule(ALL)]
    assert not problems, "\n" + "\n".join(problems)


@pytest.mark.parametrize("name", FILES)
def test_files_are_canonical(name: str) -> None:
    """
    Each file is byte for byte what `tools/curate/format_data.py` writes.
    """
    raw = (format_data.DATA / f"{name}.json").read_bytes()

    in_order = format_data.formatted(raw, name) == raw
    assert in_order, f"{name}.json is not sorted: ascn-data check --write DIR"


@pytest.mark.parametrize("table", TABLES)
def test_evidence_leads_to_a_source(table: str) -> None:
    """
    Every record names a source with a title and a place to look.
    """
    for record in DS.table(table):
        for evidence in record.evidence:
            assert DS.record(evidence.source).title
            assert evidence.locator


def test_pilot_cities() -> None:
    """
    26 cities began the network on 28 April 2018 (Seasia, paragraphs 1, 3).
    """
    pilots = DS.cities(as_of="2018-12")

    assert len(pilots) == 26
    assert {city.cohort.value for city in pilots} == {"pilot"}
    assert {str(city.joined) for city in pilots} == {"2018-04-28"}
    assert len(DS.cities(as_of="2018-04-27")) == 0


def test_digest_items() -> None:
    """
    The news page of the partnership's site has 27 items.
    """
    found = DS.sources(found_in="usascp-news-digest")

    assert len(found) == 27
    assert min(str(s.published) for s in found) == "2018-11-15"
    assert max(str(s.published) for s in found) == "2020-06-17"


def test_japan() -> None:
    """
    What Okamoto tells of Japan is found under Japan.
    """
    found = DS.partnerships(partner="Japan").ids

    assert {"jetro-undp-mou", "asean-japan-hlm-track"} <= set(found)
    assert {
        "new-clark-city--nippon-koei",
        "nri-overseas-smart-city-list-2019",
    } <= set(found)


def test_phuket_pairs() -> None:
    """
    American cities paired with Phuket: Milwaukee and Las Vegas (2020).
    """
    pairs = DS.partnerships(
        city="Phuket", kind="city_pair", partner="United States"
    )

    assert {p for pair in pairs for p in pair.places} == {
        "us-las-vegas",
        "us-milwaukee",
    }


def test_focus_areas_are_terms() -> None:
    """
    The vocabulary of focus areas and the terms of that scheme agree.
    """
    terms = DS.terms(scheme="ascn-focus-areas")

    assert {t.id.replace("-", "_") for t in terms} == {*FocusArea}
