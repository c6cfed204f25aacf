"""
The spellings of a record: its own, and those that follow from its kind.
"""

import re

from collections.abc import Iterator
from typing import Any

from ascn_data.naming.folding import LONGEST, fold


_CITY = ("{} City", "City of {}")


_CITY_LIKE = (*_CITY, "{} Municipality", "Municipality of {}")


_PATTERNS = {
    "city": _CITY_LIKE,
    "municipality": ("{} Municipality", "Municipality of {}"),
    "capital_region": _CITY_LIKE,
    "province_level_city": _CITY_LIKE,
    "highly_urbanized_city": _CITY,
    "component_city": _CITY,
    "city_state": _CITY,
    "province": ("{} Province", "Province of {}"),
    "regency": ("{} Regency", "Regency of {}", "Kabupaten {}"),
    "federal_territory": (
        "{} Federal Territory",
        "Federal Territory of {}",
        *_CITY,
    ),
    "union_territory": ("{} Union Territory", *_CITY),
    "state": ("{} State", "State of {}"),
    "town": ("{} Town", "Town of {}"),
    "district": ("{} District",),
}
"""Spellings that follow from the kind of a place."""


_DESIGNATIONS = frozenset(
    [
        "administration",
        "bandaraya",
        "capital",
        "changwat",
        "city",
        "county",
        "dakbayan",
        "district",
        "governorate",
        "kab",
        "kabupaten",
        "kota",
        "krong",
        "lungsod",
        "metropolis",
        "municipality",
        "nakhon",
        "prefecture",
        "province",
        "provinsi",
        "regency",
        "region",
        "state",
        "territory",
        "town",
        "township",
        "wilayah",
        "zone",
    ]
)
"""Words of a name that say what a place is: no pattern adds another."""


_WITHOUT_PATTERNS = frozenset({"official", "abbreviation"})
"""Kinds of names to which no pattern is applied."""


def name_of(record: Any) -> str:
    """
    Return what a record is called: its name, title or label, or else its id.
    """
    for field in ("name", "title", "label"):
        found = getattr(record, field, None)
        if found is not None:
            return str(found)
    return str(record.id)


def written_names(record: Any) -> Iterator[str]:
    """
    Every name, code and alias that a record itself carries.
    """
    yield name_of(record)
    for field in (
        "official_name",
        "iso_alpha2",
        "iso_alpha3",
        "iso_numeric",
        "wikidata_id",
        "unlocode",
    ):
        value = getattr(record, field, None)
        if value is not None:
            yield value
    geonames_id = getattr(record, "geonames_id", None)
    if geonames_id is not None:
        yield str(geonames_id)
    for name in getattr(record, "names", ()):
        yield name.text
    yield from getattr(record, "aliases", ())
    yield from getattr(record, "components", ())
    if hasattr(record, "found_in"):
        yield from filter(None, (record.identifier, record.url))
    # Last, so that suggestions show a name rather than an id spelt alike.
    yield record.id


def implied_names(record: Any) -> Iterator[str]:
    """
    The spellings that follow from what a place is, and titles of reports.

    Of its name and of every other name in Latin letters: "Rangoon City".
    Nobody writes "Cebu City City": a name that says what the place is gets
    no pattern, but "Cebu City" is "City of Cebu".
    """
    for entry in getattr(record, "history", ()):
        yield entry.title
    patterns = _PATTERNS.get(str(getattr(record, "kind", None)), ())
    # To the network its members are cities, whatever their rank.
    if patterns and record.kind == "municipality" and _is_member(record):
        patterns = _CITY_LIKE
    for name in _patterned(record) if patterns else ():
        words = name.lower().replace("-", " ").split()
        if _DESIGNATIONS.isdisjoint(words):
            for pattern in patterns:
                yield pattern.format(name)
        elif words[-1] == "city" and "City of {}" in patterns and words[1:]:
            yield f"City of {name[: -len(' city')]}"


def _is_member(record: Any) -> bool:
    return getattr(record, "cohort", None) is not None


def _patterned(record: Any) -> Iterator[str]:
    """
    The names of a place that patterns apply to: in Latin letters, no codes.
    """
    yield record.name
    for name in record.names:
        if name.kind not in _WITHOUT_PATTERNS and _is_plain(name.text):
            yield name.text


def _is_plain(text: str) -> bool:
    return fold(text).isascii() and "," not in text and "(" not in text


def incomplete_names(record: Any) -> Iterator[str]:
    """
    The names of a place that mean it only together with where it lies.
    """
    for namesake in getattr(record, "namesakes", ()):
        if namesake.used_in is None:
            yield from namesake.names


def bodies(partner: Any, country: Any) -> Iterator[str]:
    """
    The names of a body of a state without the name of its country.

    "Ministry of Health" of "Ministry of Health, Indonesia", "Department of
    State" of "U.S. Department of State".
    """
    of_state = {fold(name) for name in written_names(country)}
    written = {fold(name) for name in written_names(partner)}
    for name in (partner.name, *partner.aliases):
        for body, state in taken_apart(name):
            known = fold(state) in of_state and fold(body) not in written
            if known and " " in body:
                yield body


def taken_apart(name: str) -> Iterator[tuple[str, str]]:
    """
    Every way to take a name apart into a body and its country.

    >>> ("Department of State", "U.S.") in taken_apart(
    ...     "U.S. Department of State"
    ... )
    True
    """
    if len(name) > LONGEST:
        return
    head, comma, tail = name.rpartition(",")
    if comma:
        yield head.strip(), tail.strip()
    for of in _OF.finditer(name):
        yield name[: of.start()], name[of.end() :]
    words = name.split()
    for count in range(1, min(len(words), 6)):
        country, body = " ".join(words[:count]), " ".join(words[count:])
        yield body, country.removesuffix("'s").removesuffix("\u2019s")


_OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
