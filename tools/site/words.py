"""
Values as a reader of a page would say them.
"""

import datetime

from enum import StrEnum
from typing import Any

from ascn_data.dates import PartialDate, Period


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

CAPITALS = {
    "adb": "ADB",
    "as_of": "as of",
    "geonames_id": "GeoNames",
    "iso_alpha2": "ISO 3166-1 alpha-2",
    "iso_alpha3": "ISO 3166-1 alpha-3",
    "iso_numeric": "ISO 3166-1 numeric",
    "m49": "UN M49",
    "unlocode": "UN/LOCODE",
    "wikidata_id": "Wikidata",
    "subdivision": "ISO 3166-2",
    "area_km2": "area (km²)",
    "latitude": "latitude (° N, WGS 84)",
    "longitude": "longitude (° E, WGS 84)",
    "un_body": "UN body",
    "milestones": "what happened",
    "partner_roles": "who has which part",
    "amounts": "money",
    "history": "what each report says",
    "url": "address",
    "timezone": "time zone",
    "asean_joined": "joined ASEAN",
    "usd": "USD",
}
"""Words that are not just the name of a field or value with spaces."""

AREAS = {
    "civic_and_social": "Civic & Social",
    "health_and_well_being": "Health & Well-Being",
    "safety_and_security": "Safety & Security",
    "quality_environment": "Quality Environment",
    "built_infrastructure": "Built Infrastructure",
    "industry_and_innovation": "Industry & Innovation",
}
"""The focus areas as the framework writes them."""

MARKS = {
    "proposed": "○",
    "planning": "◔",
    "ongoing": "◑",
    "suspended": "‖",
    "completed": "●",
    "ended": "✕",
    "unknown": "?",
}
"""A sign for each status, always beside its word."""


def label(name: str) -> str:
    """
    Return the name of a field or value as words.
    """
    if name in AREAS:
        return AREAS[name]
    return CAPITALS.get(name, name.replace("_", " "))


def title(name: str) -> str:
    """
    Return the name of a field as words that begin a line.
    """
    words = label(name)
    return words[:1].upper() + words[1:]


def date(value: PartialDate | Period | None) -> str:
    """
    Return a date or period in words, at the precision known.
    """
    if value is None:
        return ""
    start, slash, end = value.text.partition("/")
    if slash:
        return f"{_date(start)} to {_date(end)}"
    return _date(start)


def _date(text: str) -> str:
    if text.startswith("["):
        first, _, last = text.strip("[]").partition("..")
        return f"between {_date(first)} and {_date(last)}"
    year, *rest = text.split("-")
    parts = [year]
    if rest:
        parts.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    return " ".join(parts)


def day(value: datetime.date) -> str:
    """
    Return a day in words.
    """
    return _date(value.isoformat())


def number(value: Any) -> str:
    """
    Return a number with its thousands apart, no digit lost.
    """
    return f"{value:,}"


def plain(value: Any) -> str:
    """
    Return a single value in words.
    """
    if isinstance(value, StrEnum):
        return label(value.value)
    if isinstance(value, PartialDate | Period):
        return date(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def count(size: int, one: str, many: str | None = None) -> str:
    """
    Return a number of things, for example `1 project` or `4 projects`.
    """
    return f"{size:,} {one if size == 1 else many or one + 's'}"


def listed(words: list[str], most: int = 4) -> str:
    """
    Return some words as a list in a sentence; many are cut.
    """
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} others"]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def article(words: str) -> str:
    """
    Return words with the article that fits.
    """
    silent = words[:1].lower() in "aeiou" and not words.startswith(
        ("UN ", "union", "uni")
    )
    return f"{'an' if silent or words.startswith('ADB') else 'a'} {words}"
