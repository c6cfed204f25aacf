"""
Rules on codes: they have the form of their standard and stand for one thing.
"""

import re

from collections import Counter
from collections.abc import Iterable

from ascn_data.checks.records import (
    Tables,
    numbers,
    problem,
    records_of,
    shown,
)
from ascn_data.errors import Problem
from ascn_data.files.canonical import field_order


_CODES = {
    "iso_alpha2": r"[A-Z]{2}",
    "iso_alpha3": r"[A-Z]{3}",
    "iso_numeric": r"[0-9]{3}",
    "m49": r"[0-9]{3}",
    "currency": r"[A-Z]{3}",
    "geonames_id": r"[1-9][0-9]{0,8}",
    "wikidata_id": r"Q[1-9][0-9]{0,9}",
    "unlocode": r"[A-Z]{2}[A-Z2-9]{3}",
    "subdivision": r"[A-Z]{2}-[A-Z0-9]{1,3}",
    "url": r"""https?://[^\s"<>\\^`{|}]+""",
    "identifier": r"[^\\{}]+",
    "indicator": r"[a-z0-9]+(_[a-z0-9]+)*",
}


def codes_are_well_formed(tables: Tables) -> Iterable[Problem]:
    """
    Codes, addresses and slugs have the form of their standard.
    """
    for table, record in records_of(tables):
        items = [record, *getattr(record, "amounts", ())]
        for item in items:
            for field, pattern in _CODES.items():
                value = getattr(item, field, None)
                if value is not None and not re.fullmatch(pattern, str(value)):
                    what = f"{shown(value)} does not have the form {pattern}"
                    yield problem(table, record, field, what)


_MOST = 10**12
"""More than any whole number in the data counts."""


def numbers_are_possible(tables: Tables) -> Iterable[Problem]:
    """
    No count, rank or distance is negative or beyond measure, no area none.
    """
    for table, record in records_of(tables):
        for field in field_order(type(record)):
            for number in numbers(getattr(record, field)):
                if not 0 <= number <= _MOST:
                    what = f"{shown(number)} is not between 0 and {_MOST}"
                    yield problem(table, record, field, what)
        area = getattr(record, "area_km2", None)
        if area is not None and not 0 < area <= _EARTH:
            what = f"{area} is not an area on the Earth"
            yield problem(table, record, "area_km2", what)


_EARTH = 510_100_000
"""Square kilometres of the Earth."""


def codes_are_unique(tables: Tables) -> Iterable[Problem]:
    """
    No two localities, and no two countries, share an external identifier.

    A city-state may share one with its country, as Singapore does.
    """
    for names in (("cities", "places"), ("countries",)):
        for field in ("geonames_id", "wikidata_id", "unlocode", "iso_alpha3"):
            counts = Counter(
                value
                for table in names
                for record in tables[table]
                if (value := getattr(record, field, None)) is not None
            )
            for value, count in counts.items():
                if count > 1:
                    yield Problem(
                        " and ".join(f"{name}.json" for name in names),
                        f"{field} {value!r} belongs to {count} records",
                    )
