"""
The spellings of a record: its own, and those that follow from its kind.
"""

from collections.abc import Iterator
from typing import Any


_CITY_LIKE = (
    "{} City",
    "City of {}",
    "{} Municipality",
    "Municipality of {}",
)


_PATTERNS = {
    "city": _CITY_LIKE,
    "municipality": _CITY_LIKE,
    "capital_region": _CITY_LIKE,
    "province_level_city": _CITY_LIKE,
    "highly_urbanized_city": _CITY_LIKE,
    "component_city": _CITY_LIKE,
    "city_state": _CITY_LIKE,
    "province": ("{} Province", "Province of {}"),
    "regency": ("{} Regency", "Regency of {}", "Kabupaten {}"),
    "federal_territory": (
        "{} Federal Territory",
        "Federal Territory of {}",
        *_CITY_LIKE,
    ),
    "union_territory": ("{} Union Territory", *_CITY_LIKE),
    "state": ("{} State", "State of {}"),
    "town": ("{} Town", "Town of {}"),
    "district": ("{} District",),
}
"""Spellings that follow from the kind of a place."""


def written_names(record: Any) -> Iterator[str]:
    """
    Every name, code and alias that a record itself carries.
    """
    yield record.name
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
    # Last, so that suggestions show a name rather than an id spelt alike.
    yield record.id


def implied_names(record: Any) -> Iterator[str]:
    """
    The spellings that follow from what a place is.
    """
    kind = getattr(record, "kind", None)
    for pattern in _PATTERNS.get(str(kind), ()):
        yield pattern.format(record.name)
