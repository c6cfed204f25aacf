"""
Rules on ids: each is used once, and leads to a record of the right table.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ascn_data.checks.records import (
    PARTNERED,
    Tables,
    problem,
    records_of,
    values,
)
from ascn_data.errors import Problem
from ascn_data.models.catalogue import (
    NOT_IDS,
    OWN_TABLE,
    REFERENCES,
    TABLES,
)
from ascn_data.naming.nearest import close_names


def ids_are_unique(tables: Tables) -> Iterable[Problem]:
    """
    No id stands in two tables, so that an id alone finds its record.
    """
    home: dict[str, str] = {}
    for table, record in records_of(tables):
        if record.id in home:
            what = f"the table {home[record.id]} has a record of this id too"
            yield problem(table, record, "id", what)
        home[record.id] = table


def references_resolve(tables: Tables) -> Iterable[Problem]:
    """
    Every id in a field names a record of the right table.
    """
    ids = {t: {r.id for r in records} for t, records in tables.items()}
    everywhere: dict[tuple[str, ...], set[str]] = {}
    for table, record in records_of(tables):
        for field, id_, homes in _ids_in(table, record):
            known = everywhere.get(homes)
            if known is None:
                known = set().union(*(ids[t] for t in homes or TABLES))
                everywhere[homes] = known
            if id_ not in known:
                what = _unknown(id_, homes, known)
                yield problem(table, record, field, what)


def _unknown(id_: str, homes: tuple[str, ...], known: Iterable[str]) -> str:
    """
    Return what is wrong with an id that no table has, and what may be meant.
    """
    text = f"{id_!r} is no id in {' or '.join(homes) or 'any table'}"
    close = " or ".join(map(repr, close_names(id_, known)[:3]))
    return f"{text}; did you mean {close}?" if close else text


def _ids_in(
    table: str, record: Any
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """
    Yield the fields that hold ids, the ids, and the tables that may have them.
    """
    for field in (*REFERENCES, *OWN_TABLE):
        if (table, field) in NOT_IDS:
            continue
        homes = (table,) if field in OWN_TABLE else REFERENCES[field]
        for id_ in values(getattr(record, field, None)):
            yield field, id_, homes
    yield from _ids_inside(record)


def _ids_inside(record: Any) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """
    Yield the same of the items of lists in a record.
    """
    for entry in getattr(record, "history", ()):
        yield "report", entry.report, ("sources",)
        for theme in values(entry.theme):
            yield "history", theme, ("terms",)
    for milestone in getattr(record, "milestones", ()):
        for event in values(milestone.event):
            yield "milestones", event, ("events",)
    for part in getattr(record, "partner_roles", ()):
        yield "partner_roles", part.partner, ("partners",)
    for amount in getattr(record, "amounts", ()):
        for id_ in (*amount.payers, *values(amount.recipient)):
            yield "amounts", id_, ("partners",)


_SOURCED = (
    "evidence",
    "disputes",
    "populations",
    "milestones",
    "partner_roles",
    "amounts",
    "names",
    "namesakes",
)
"""The fields whose items name the source that they rest on."""


def sources_resolve(tables: Tables) -> Iterable[Problem]:
    """
    Evidence, disputes, stages, parts, amounts and names have known sources.
    """
    known = {record.id for record in tables["sources"]}
    for table, record in records_of(tables):
        for field in _SOURCED:
            for item in getattr(record, field, ()):
                for id_ in (item.source, getattr(item, "used_in", None)):
                    if id_ is not None and id_ not in known:
                        what = _unknown(id_, ("sources",), known)
                        yield problem(table, record, field, what)


def retired_ids_lead_on(tables: Tables) -> Iterable[Problem]:
    """
    A retired id is no longer in use, and what replaced it is, in any table.
    """
    ids = {record.id for _, record in records_of(tables)}
    for old in tables["retired"]:
        if old.id in ids:
            yield problem("retired", old, "id", "this id is in use")
        for id_ in set(old.replaced_by) - ids:
            what = _unknown(id_, (), ids)
            yield problem("retired", old, "replaced_by", what)


def parents_form_no_circle(tables: Tables) -> Iterable[Problem]:
    """
    No partner or partnership belongs to itself, by whatever steps.
    """
    for table in ("partners", "partnerships"):
        parents = {record.id: record.parent for record in tables[table]}
        for record in tables[table]:
            if record.id in _above(record.id, parents):
                what = "this is a part of itself: its parents form a circle"
                yield problem(table, record, "parent", what)


def _above(id_: str, parents: dict[str, str | None]) -> tuple[str, ...]:
    """
    Return the parent of a record, the parent of that, and so on.
    """
    found: dict[str, None] = {}
    above = parents.get(id_)
    while above is not None and above not in found:
        found[above] = None
        above = parents.get(above)
    return tuple(found)


def links_are_narrow(tables: Tables) -> Iterable[Problem]:
    """
    A record that names a partnership does not name what that belongs to.
    """
    parents = {record.id: record.parent for record in tables["partnerships"]}
    for table, record in records_of(tables, "events", "projects"):
        for id_ in record.partnerships:
            for above in _above(id_, parents):
                if above in record.partnerships and above != id_:
                    what = f"{id_!r} belongs to {above!r}: name only {id_!r}"
                    yield problem(table, record, "partnerships", what)


def milestones_meet_their_events(tables: Tables) -> Iterable[Problem]:
    """
    The event of a milestone points back to the record and has the date.
    """
    events = {event.id: event for event in tables["events"]}
    for table, record in records_of(tables, *PARTNERED):
        for milestone in record.milestones:
            event = events.get(milestone.event)
            if event is None:
                continue
            if record.id not in getattr(event, table):
                what = f"the event {event.id!r} does not name it in {table}"
                yield problem(table, record, "milestones", what)
            if not _meets(milestone.date, event):
                what = (
                    f"{milestone.stage} {milestone.date} is not at the time "
                    f"of the event {event.id!r}, {event.start}"
                )
                yield problem(table, record, "milestones", what)


def _meets(date: Any, event: Any) -> bool:
    """
    Tell whether a date can lie within the time of an event.
    """
    if event.start is None:
        return True
    last = (event.end or event.start).latest
    return bool(event.start.earliest <= date.latest and date.earliest <= last)


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
