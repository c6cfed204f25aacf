"""
Rules on partners: which part they have, and what they pay.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ascn_data.checks.records import PARTNERED, Tables, problem, records_of
from ascn_data.errors import Problem


def parts_are_of_partners(tables: Tables) -> Iterable[Problem]:
    """
    Whoever has a part is a partner, and has each part once.
    """
    for table, record in records_of(tables, *PARTNERED):
        seen = set()
        for part in record.partner_roles:
            if part.partner not in record.partners:
                what = f"{part.partner!r} is none of the record's partners"
                yield problem(table, record, "partner_roles", what)
            if (part.partner, part.role) in seen:
                what = f"{part.partner!r} is {part.role} twice"
                yield problem(table, record, "partner_roles", what)
            seen.add((part.partner, part.role))


def own_government_has_a_part(tables: Tables) -> Iterable[Problem]:
    """
    A city's own government is a partner only where a source gives it a part.

    In pairs of cities it is a partner always.
    """
    seats = {
        partner.id: partner.place
        for partner in tables["partners"]
        if partner.kind == "city_government"
    }
    for table, record, partner in _without_part(tables):
        paired = getattr(record, "kind", None) == "city_pair"
        if not paired and seats.get(partner) in record.cities:
            what = f"{partner!r} is the city's own government without a part"
            yield problem(table, record, "partners", what)


def states_beside_bodies_have_a_part(tables: Tables) -> Iterable[Problem]:
    """
    A state stands beside a body of its own only where it has a part.
    """
    partners = {partner.id: partner for partner in tables["partners"]}
    for table, record, id_ in _without_part(tables):
        state = partners.get(id_)
        if state is None or state.kind != "state" or state.country is None:
            continue
        bodies = [
            other
            for other in record.partners
            if other in partners
            and partners[other].kind == "government_body"
            and partners[other].country == state.country
        ]
        if bodies:
            what = (
                f"{id_!r} stands beside its own {bodies[0]!r} without a part"
            )
            yield problem(table, record, "partners", what)


def _without_part(tables: Tables) -> Iterator[tuple[str, Any, str]]:
    """
    Yield the partners of records that no source gives a part.
    """
    for table, record in records_of(tables, *PARTNERED):
        having = {part.partner for part in record.partner_roles}
        for partner in record.partners:
            if partner not in having:
                yield table, record, partner


def sums_stand_once(tables: Tables) -> Iterable[Problem]:
    """
    No sum stands in two linked records, unless one calls it a context.
    """
    records = {r.id: r for _, r in records_of(tables, *PARTNERED)}
    for table, record in records_of(tables, *PARTNERED):
        above = (
            record.partnerships if table == "projects" else (record.parent,)
        )
        for other in (records[id_] for id_ in above if id_ in records):
            for value, currency, _ in _sums(record) & _sums(other):
                what = f"{other.id!r} has {currency} {value} too"
                yield problem(table, record, "amounts", what)


def _sums(record: Any) -> set[tuple[Any, ...]]:
    """
    Return the sums of a record that are its own.
    """
    return {
        (amount.value, amount.currency, amount.as_of)
        for amount in record.amounts
        if amount.role != "context"
    }
