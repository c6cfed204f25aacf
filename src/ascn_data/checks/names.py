"""
Rules on names: each leads to one record.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ascn_data.checks.records import Tables, problem, records_of, values
from ascn_data.errors import Problem
from ascn_data.files.canonical import field_order
from ascn_data.models.catalogue import NAMED
from ascn_data.naming.folding import fold
from ascn_data.naming.index import is_short
from ascn_data.naming.spellings import written_names


def names_have_letters(tables: Tables) -> Iterable[Problem]:
    """
    Every name has a letter or digit: a dash alone would answer to nothing.
    """
    for table, record in records_of(tables):
        for field, name in _names(record):
            if not fold(name):
                what = f"{name!r} has no letter or digit"
                yield problem(table, record, field, what)


def _names(record: Any) -> Iterator[tuple[str, str]]:
    """
    Yield what a record is called, with the fields.
    """
    for field in ("name", "official_name", "title", "label"):
        name = getattr(record, field, None)
        if name is not None:
            yield field, name
    for name in getattr(record, "names", ()):
        yield "names", name.text
    yield from _added(record)


def names_are_unique(tables: Tables) -> Iterable[Problem]:
    """
    No folded name or alias belongs to two records of a kind.
    """
    for kind in ("city", "country", "partner", "place"):
        names = NAMED[kind]
        owner: dict[str, str] = {}
        for table, record in records_of(tables, *names):
            shared: dict[str, str] = {}
            for name in written_names(record):
                if is_short(name):
                    continue  # its accents tell it from a code
                first = owner.setdefault(fold(name), record.id)
                shared.setdefault(first, name)
            for other, name in shared.items():
                if other != record.id:
                    what = f"the {kind} {other!r} is called {name!r} too"
                    field = _field_of(record, name)
                    yield problem(table, record, field, what)


def namesakes_bear_names(tables: Tables) -> Iterable[Problem]:
    """
    A namesake bears names that its record has.
    """
    for table, record in records_of(tables, "cities", "places"):
        names = {fold(name) for name in written_names(record)}
        for namesake in record.namesakes:
            for name in namesake.names:
                if fold(name) not in names:
                    what = f"{name!r} is no name of this record"
                    yield problem(table, record, "namesakes", what)


def _field_of(record: Any, name: str) -> str:
    """
    Return the field of a record in which a name stands.
    """
    if any(name == each.text for each in getattr(record, "names", ())):
        return "names"
    return next(
        field
        for field in field_order(type(record))
        if name in map(str, values(getattr(record, field)))
    )


_CALLED = ("partnerships", "projects", "events")


def aliases_lead_to_one_record(tables: Tables) -> Iterable[Problem]:
    """
    No alias and no component is a name of another record of its table.

    Two reports may print the same name for two projects, so names may be
    equal; what editors add may not.
    """
    for table in _CALLED:
        owners: dict[str, set[str]] = {}
        for record in tables[table]:
            for _, name in ((("name", record.name)), *_added(record)):
                owners.setdefault(fold(name), set()).add(record.id)
        for record in tables[table]:
            for field, name in _added(record):
                for other in sorted(owners[fold(name)] - {record.id}):
                    what = f"{other!r} is called {name!r} too"
                    yield problem(table, record, field, what)


def _added(record: Any) -> Iterator[tuple[str, str]]:
    """
    Yield the aliases and components of a record, with their fields.
    """
    for field in ("aliases", "components"):
        for name in getattr(record, field, ()):
            yield field, name
