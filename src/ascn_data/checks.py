"""
Rules across records: pure functions that return what is wrong.

Each takes all tables, as a mapping of table names to records, and returns
`Problem`s; `check` runs them all.  The rules are those of the data policy
in the documentation: references resolve, every record has evidence, dates
and places fit together, names are unique, reports reconcile.
"""

import re

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from ascn_data.errors import Problem
from ascn_data.files.canonical import field_order
from ascn_data.models.catalogue import (
    NAMED,
    NOT_IDS,
    OWN_TABLE,
    REFERENCES,
    TABLES,
)
from ascn_data.naming.folding import fold
from ascn_data.naming.spellings import written_names


Tables = Mapping[str, tuple[Any, ...]]


def _problem(table: str, record: Any, field: str, what: str) -> Problem:
    where = f"{table}.json, record {record.id!r}"
    return Problem(f"{where}, {field}" if field else where, what)


def _values(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _all(tables: Tables) -> Iterator[tuple[str, Any]]:
    for table in TABLES:
        for record in tables[table]:
            yield table, record


def ids_are_unique(tables: Tables) -> Iterable[Problem]:
    """
    No id stands in two tables, so that an id alone finds its record.
    """
    home: dict[str, str] = {}
    for table, record in _all(tables):
        if record.id in home:
            what = f"the table {home[record.id]} has a record of this id too"
            yield _problem(table, record, "id", what)
        home[record.id] = table


def references_resolve(tables: Tables) -> Iterable[Problem]:
    """
    Every id in a field names a record of the right table.
    """
    ids = {t: {r.id for r in records} for t, records in tables.items()}
    everything = set().union(*ids.values())
    for table, record in _all(tables):
        for field, id_ in _ids_in(table, record):
            allowed = (table,) if field in OWN_TABLE else REFERENCES[field]
            known = set().union(*(ids[t] for t in allowed)) or everything
            if id_ not in known:
                tables_named = " or ".join(allowed) or "any table"
                what = f"{id_!r} is no id in {tables_named}"
                yield _problem(table, record, field, what)


def _ids_in(table: str, record: Any) -> Iterator[tuple[str, str]]:
    for field in (*REFERENCES, *OWN_TABLE):
        if (table, field) not in NOT_IDS:
            for id_ in _values(getattr(record, field, None)):
                yield field, id_
    for entry in getattr(record, "history", ()):
        yield "report", entry.report


def retired_ids_lead_on(tables: Tables) -> Iterable[Problem]:
    """
    A retired id is no longer in use, and what replaced it is.
    """
    for old in tables["retired"]:
        ids = {record.id for record in tables.get(old.table, ())}
        if old.id in ids:
            yield _problem("retired", old, "id", "this id is in use")
        for id_ in set(old.replaced_by) - ids:
            what = f"{id_!r} is no id in {old.table}"
            yield _problem("retired", old, "replaced_by", what)


def sources_resolve(tables: Tables) -> Iterable[Problem]:
    """
    Evidence, disputes and populations name sources that exist.
    """
    known = {record.id for record in tables["sources"]}
    for table, record in _all(tables):
        for field in ("evidence", "disputes", "populations"):
            for item in getattr(record, field, ()):
                if item.source not in known:
                    what = f"{item.source!r} is no id in sources"
                    yield _problem(table, record, field, what)


# What evidence need not cover: keys, judgements and the editors' own words.
_NOT_FACTS = {
    "id",
    "note",
    "confidence",
    "evidence",
    "disputes",
    "status_as_of",
    "stated_status_as_of",
    "focus_areas_basis",
}


def evidence_covers(tables: Tables) -> Iterable[Problem]:
    """
    Every record has evidence, and every field it states is covered by some.
    """
    for table, record in _all(tables):
        names = set(field_order(type(record)))
        covered: set[str] = set()
        for evidence in record.evidence:
            if not evidence.locator.strip():
                yield _problem(table, record, "evidence", "empty locator")
            for field in set(evidence.fields) - names:
                what = f"{field!r} is no field of this record"
                yield _problem(table, record, "evidence", what)
            covered |= set(evidence.fields) or names
        if not record.evidence:
            yield _problem(table, record, "evidence", "there is none")
            continue
        for field in names - covered - _NOT_FACTS:
            if _is_stated(record, field):
                what = "no evidence covers this field"
                yield _problem(table, record, field, what)


def _is_stated(record: Any, field: str) -> bool:
    value = getattr(record, field)
    default = attrs.fields_dict(type(record))[field].default
    return value not in (None, (), default)


def disputes_name_fields(tables: Tables) -> Iterable[Problem]:
    """
    A dispute is about a field of its record and differs from its value.
    """
    for table, record in _all(tables):
        for dispute in record.disputes:
            if dispute.field not in field_order(type(record)):
                what = f"{dispute.field!r} is no field of this record"
                yield _problem(table, record, "disputes", what)
            elif str(getattr(record, dispute.field)) == dispute.value:
                what = f"the disputed {dispute.field} equals the record's"
                yield _problem(table, record, "disputes", what)


def reports_are_in_order(tables: Tables) -> Iterable[Problem]:
    """
    A project's history is in the order of the reports, each named once.
    """
    published = {s.id: s.published for s in tables["sources"]}
    for project in tables["projects"]:
        reports = [entry.report for entry in project.history]
        dates = [published.get(report) for report in reports]
        known = [date for date in dates if date is not None]
        if len(known) < len(dates):
            what = "a report in the history has no date of publication"
            yield _problem("projects", project, "history", what)
        elif known != sorted(known):
            what = "the reports are not in the order of their dates"
            yield _problem("projects", project, "history", what)
        if len(set(reports)) != len(reports):
            what = "a report occurs twice"
            yield _problem("projects", project, "history", what)


def countries_agree(tables: Tables) -> Iterable[Problem]:
    """
    A city's project has the city's country, and an event its place's.
    """
    home = {r.id: r.country for t in ("cities", "places") for r in tables[t]}
    for project in tables["projects"]:
        for id_ in (*project.cities, *project.places):
            if home.get(id_, project.country) != project.country:
                what = f"{id_!r} lies in {home[id_]!r}"
                yield _problem("projects", project, "country", what)
    for event in tables["events"]:
        expected = home.get(event.place)
        if expected is not None and event.country != expected:
            what = f"{event.place!r} lies in {expected!r}"
            yield _problem("events", event, "country", what)
    for table in ("cities", "places"):
        for record in tables[table]:
            if not record.id.startswith(f"{record.country}-"):
                what = f"the id does not begin with {record.country!r}"
                yield _problem(table, record, "country", what)


def names_are_unique(tables: Tables) -> Iterable[Problem]:
    """
    No folded name or alias belongs to two records of a kind.
    """
    for kind, names in NAMED.items():
        if kind == "partnership":
            continue
        owner: dict[str, str] = {}
        for table, record in ((t, r) for t in names for r in tables[t]):
            shared = {
                owner.setdefault(fold(name), record.id): name
                for name in written_names(record)
            }
            for other, name in shared.items():
                if other != record.id:
                    what = f"the {kind} {other!r} is called {name!r} too"
                    yield _problem(table, record, "name", what)


_CODES = {
    "iso_alpha2": r"[A-Z]{2}",
    "iso_alpha3": r"[A-Z]{3}",
    "iso_numeric": r"\d{3}",
    "m49": r"\d{3}",
    "currency": r"[A-Z]{3}",
    "wikidata_id": r"Q[1-9]\d*",
    "unlocode": r"[A-Z]{2}[A-Z2-9]{3}",
    "subdivision": r"[A-Z]{2}-[A-Z0-9]{1,3}",
    "url": r"https?://\S+",
    "indicator": r"[a-z0-9]+(_[a-z0-9]+)*",
}


def codes_are_well_formed(tables: Tables) -> Iterable[Problem]:
    """
    Codes, addresses and slugs have the form of their standard.
    """
    for table, record in _all(tables):
        items = [record, *getattr(record, "amounts", ())]
        for item in items:
            for field, pattern in _CODES.items():
                value = getattr(item, field, None)
                if value is not None and not re.fullmatch(pattern, value):
                    what = f"{value!r} does not have the form {pattern}"
                    yield _problem(table, record, field, what)


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


# Degrees south, west, north and east, with room for islands and borders.
_BOUNDS = {
    "bn": (3.9, 113.9, 5.2, 115.5),
    "id": (-11.2, 94.8, 6.2, 141.1),
    "kh": (9.8, 102.2, 14.8, 107.7),
    "la": (13.8, 100.0, 22.6, 107.8),
    "mm": (9.4, 92.1, 28.6, 101.3),
    "my": (0.8, 99.5, 7.5, 119.4),
    "ph": (4.4, 116.8, 21.3, 126.7),
    "sg": (1.1, 103.5, 1.6, 104.2),
    "th": (5.5, 97.3, 20.6, 105.8),
    "tl": (-9.6, 123.9, -8.0, 127.5),
    "vn": (8.1, 102.0, 23.5, 110.0),
}


def coordinates_lie_in_country(tables: Tables) -> Iterable[Problem]:
    """
    Coordinates of places in ASEAN states lie within their country's bounds.
    """
    for table in ("cities", "places"):
        for record in tables[table]:
            if record.latitude is None or record.country not in _BOUNDS:
                continue
            south, west, north, east = _BOUNDS[record.country]
            if not (
                south <= record.latitude <= north
                and west <= record.longitude <= east
            ):
                what = f"the point lies outside {record.country!r}"
                yield _problem(table, record, "latitude", what)


_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+\d[\d ()-]{7,}\d")


def nothing_is_private(tables: Tables) -> Iterable[Problem]:
    """
    No text holds an e-mail address or a telephone number.
    """
    for table, record in _all(tables):
        for field in field_order(type(record)):
            for value in _values(getattr(record, field)):
                if isinstance(value, str) and _PERSONAL.search(value):
                    what = "this looks like an e-mail address or phone number"
                    yield _problem(table, record, field, what)


def ids_stay_known(
    tables: Tables, earlier: Tables, revision: str
) -> Iterable[Problem]:
    """
    Every id of an earlier revision is in use still, or retired.
    """
    known = {record.id for records in tables.values() for record in records}
    for table, records in earlier.items():
        for record in records:
            if record.id not in known:
                what = (
                    f"revision {revision} had this id in {table}: use it "
                    "still, or say in retired.json what became of it"
                )
                yield Problem(f"{table}.json, record {record.id!r}", what)


RULES: tuple[Callable[[Tables], Iterable[Problem]], ...] = (
    ids_are_unique,
    references_resolve,
    retired_ids_lead_on,
    sources_resolve,
    evidence_covers,
    disputes_name_fields,
    reports_are_in_order,
    countries_agree,
    names_are_unique,
    codes_are_well_formed,
    codes_are_unique,
    coordinates_lie_in_country,
    nothing_is_private,
)
"""Every rule, in the order it is run."""


def check(tables: Tables) -> tuple[Problem, ...]:
    """
    Everything wrong across the records of all tables.
    """
    return tuple(problem for rule in RULES for problem in rule(tables))
