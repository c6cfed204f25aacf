"""
What a record is, in one sentence.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tools.site.relations import Relations
from tools.site.words import article, count, date, label, listed, number, plain


Sentence = Callable[[Any, Relations], str]


def _names(ids: tuple[str, ...], known: Relations) -> list[str]:
    return [known.title(id_) for id_ in ids]


def _kind(record: Any) -> str:
    return article(label(record.kind)) if record.kind else "a place"


def _city(record: Any, known: Relations) -> str:
    kind = _kind(record)
    where = "" if record.kind == "city_state" else " of "
    country = known.title(record.country) if where else ""
    which = {"pilot": "one of the 26 pilot cities", "later": "a later member"}
    return (
        f"{record.name} is {kind}{where}{country} and {which[record.cohort]}"
        f" of the ASEAN Smart Cities Network; it joined"
        f" {_on(record.joined)}."
    )


def _on(value: Any) -> str:
    """
    Return a date with the word that goes before it.
    """
    words = date(value)
    if words.startswith("between"):
        return words
    return f"on {words}" if value.text.count("-") == 2 else f"in {words}"


def _place(record: Any, known: Relations) -> str:
    return (
        f"{record.name} is {_kind(record)} in {known.title(record.country)}"
        " that the data names; it is no member of the network."
    )


def _country(record: Any, known: Relations) -> str:
    cities = [
        city for city in known.dataset.cities() if city.country == record.id
    ]
    if record.asean_joined is not None:
        return (
            f"{record.name} is a member state of ASEAN; it joined"
            f" {_on(record.asean_joined)} and has"
            f" {count(len(cities), 'city', 'cities')} in the network."
        )
    return (
        f"{record.name} is no member of ASEAN; partners or places of this"
        " dataset belong to it."
    )


def _partner(record: Any, known: Relations) -> str:
    where = f" of {known.title(record.country)}" if record.country else ""
    if record.kind == "state":
        where = ""
    above = f", part of {known.title(record.parent)}" if record.parent else ""
    ties = [e for e in known.to(record.id) if e.table == "partnerships"]
    works = [e for e in known.to(record.id) if e.table == "projects"]
    parts = len({e.record.id for e in ties}), len({e.record.id for e in works})
    return (
        f"{record.name} is {_kind(record)}{where}{above}. It takes part in"
        f" {count(parts[0], 'partnership')} and"
        f" {count(parts[1], 'project')} here."
    )


def _partnership(record: Any, known: Relations) -> str:
    partners = listed(_names(record.partners, known))
    who = f" of {partners}" if partners else ""
    where = listed(_names((*record.cities, *record.places), known))
    there = f" for {where}" if where and record.kind != "city_pair" else ""
    begun = f" It began {_on(record.start)}." if record.start else ""
    known_on = f" as of {date(record.status_as_of)}"
    when = known_on if record.status_as_of else ""
    status = (
        "No source settles whether it runs."
        if record.status == "unknown"
        else f"Last known to be {label(record.status)}{when}."
    )
    return (
        f"{record.name} is {article(label(record.kind))}{who}{there}."
        f"{begun} {status}"
    )


def _project(record: Any, known: Relations) -> str:
    where = listed(_names((*record.cities, *record.places), known))
    place = where or known.title(record.country)
    areas = listed([label(area) for area in record.focus_areas])
    about = f" in the focus area {areas}" if areas else ""
    if record.history:
        report = known.records[record.history[-1].report]
        said = f" by the monitoring report of {date(report.published)}"
    else:
        said = ""
    status = (
        "its status is not settled"
        if record.status == "unknown"
        else f"last known to be {label(record.status)}"
    )
    return (
        f"{record.name} is a smart-city project of {place}{about}, {status}"
        f"{said}."
    )


def _event(record: Any, known: Relations) -> str:
    when = f" {_on(record.start)}" if record.start else ""
    if record.end:
        when = f" from {date(record.start)} to {date(record.end)}"
    where = record.place or record.country
    there = f" in {known.title(where)}" if where else ""
    return f"{record.name} was {_kind(record)}{there}{when}."


def _role(record: Any, known: Relations) -> str:
    holder = known.title(record.country) if record.country else None
    body = record.institution
    who = listed([each for each in (body, holder) if each])
    held = f", held by {who}" if who else ""
    return f"{record.name} is an office in the network{held}."


def _term(record: Any, known: Relations) -> str:
    above = f", under {known.title(record.broader)}" if record.broader else ""
    scheme = record.scheme.replace("-", " ").replace("ascn", "ASCN")
    return f"{record.label} is a term of the list “{scheme}”{above}."


def _observation(record: Any, known: Relations) -> str:
    when = record.as_of or record.period
    about = (
        f" It is about {known.title(record.subject)}."
        if record.subject in known.records
        else ""
    )
    timed = f" ({date(when)})" if when else ""
    hedged = f"{label(record.qualifier)} " if record.qualifier else ""
    return (
        f"{record.title}: {hedged}{number(record.value)} {record.unit}{timed},"
        f" {article(plain(record.kind))}.{about}"
    )


def _source(record: Any, known: Relations) -> str:
    by = listed(list(record.authors)) or record.publisher or ""
    written = f" by {by}" if by else ""
    when = f", {date(record.published)}" if record.published else ", undated"
    backs = {e.record.id for e in known.to(record.id) if e.field == "evidence"}
    return (
        f"{_kind(record).capitalize()}{written}{when}. It supports"
        f" {count(len(backs), 'record')} here."
    )


SENTENCES: Mapping[str, Sentence] = {
    "cities": _city,
    "countries": _country,
    "events": _event,
    "observations": _observation,
    "partners": _partner,
    "partnerships": _partnership,
    "places": _place,
    "projects": _project,
    "roles": _role,
    "sources": _source,
    "terms": _term,
}
"""How each table's records are told."""
