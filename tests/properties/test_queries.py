"""
Laws of filters, on the bundled data.
"""

import datetime

from typing import Any

import pytest

from hypothesis import given
from hypothesis import strategies as st

import ascn_data


DS = ascn_data.load()

FILTERS: dict[str, dict[str, list[Any]]] = {
    "cities": {
        "country": [*DS.countries().ids],
        "as_of": [2017, 2018, "2023-07", 2024, 2026],
    },
    "partners": {
        "country": [*DS.countries().ids],
        "kind": ["state", "company", "government_body"],
    },
    "partnerships": {
        "partner": ["Japan", "United States", "JETRO", "South Korea"],
        "city": [*DS.cities().ids],
        "country": [*DS.countries().ids],
        "kind": ["city_pair", "programme", "agreement", "fund"],
        "status": ["active", "unknown", "completed"],
        "as_of": [2018, 2019, "2020-11", 2024],
    },
    "projects": {
        "city": [*DS.cities().ids],
        "country": [*DS.countries().ids],
        "partner": ["United States", "Japan"],
        "status": ["ongoing", "planning", "unknown"],
        "as_of": [2018, 2022, 2024],
    },
    "events": {
        "kind": ["meeting", "summit", "launch", "conference"],
        "country": [*DS.countries().ids],
        "since": [2015, 2018],
        "until": [2018, 2020, 2024],
    },
    "observations": {
        "kind": ["result", "target", "estimate"],
        "unit": ["percent", "USD", "cities"],
        "since": [2015, 2019],
    },
    "sources": {
        "kind": ["news", "report", "official"],
        "mentions": ["vn-ha-noi", "sg-singapore", "united-states"],
        "since": [2018, 2020],
    },
}


def _ids(table: str, filters: dict[str, Any]) -> list[str]:
    return list(getattr(DS, table)(**filters).ids)


@given(st.data())
@pytest.mark.parametrize("table", FILTERS)
def test_filters_combine_with_and(table: str, data: st.DataObject) -> None:
    """
    Two filters together give what both give, in id order.
    """
    names = st.lists(
        st.sampled_from(sorted(FILTERS[table])),
        min_size=2,
        max_size=2,
        unique=True,
    )
    one, other = data.draw(names)
    if table == "projects" and "as_of" in (one, other):
        # There, status means what was known by then.
        one, other = "city", "country"
    a = {one: data.draw(st.sampled_from(FILTERS[table][one]))}
    b = {other: data.draw(st.sampled_from(FILTERS[table][other]))}
    both = set(_ids(table, a)) & set(_ids(table, b))
    everything = _ids(table, {})

    assert _ids(table, {**a, **b}) == [i for i in everything if i in both]


@given(st.dates(datetime.date(2015, 1, 1), datetime.date(2027, 1, 1)))
def test_membership_only_grows(day: datetime.date) -> None:
    """
    No city has left, so a later day has no fewer members.
    """
    now = set(DS.cities(as_of=day).ids)
    later = set(DS.cities(as_of=day + datetime.timedelta(days=30)).ids)

    assert now <= later <= set(DS.cities().ids)


@given(st.integers(2017, 2027), st.integers(1, 12))
def test_a_month_means_its_last_day(year: int, month: int) -> None:
    """
    Asking for a month is asking for the day before the next one.
    """
    next_month = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = next_month - datetime.timedelta(days=1)
    text = f"{year}-{month:02}"

    assert DS.partnerships(as_of=text) == DS.partnerships(as_of=last)
    assert DS.projects(as_of=text) == DS.projects(as_of=last)


@given(st.sampled_from([*DS.countries().ids]))
def test_a_state_includes_its_agencies(country: str) -> None:
    """
    What a partner of a country does is found under its state.
    """
    states = [p.id for p in DS.partners(country=country, kind="state")]
    for state in states:
        found = set(DS.partnerships(partner=state).ids)
        for partner in DS.partners(country=country):
            assert set(DS.partnerships(partner=partner.id).ids) <= found
