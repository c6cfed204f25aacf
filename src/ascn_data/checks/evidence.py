"""
Rules on evidence: every fact has a place in a source.
"""

from collections.abc import Iterable
from typing import Any

import attrs

from ascn_data.checks.records import PARTNERED, Tables, problem, records_of
from ascn_data.errors import Problem
from ascn_data.files.canonical import field_order


_NOT_FACTS = frozenset(
    (
        "id",
        "note",
        "confidence",
        "evidence",
        "disputes",
        "status_as_of",
        "focus_areas_basis",
        "milestones",
        "partner_roles",
    )
)
"""Keys, judgements, the editors' words, and lists with their own sources."""


def evidence_covers(tables: Tables) -> Iterable[Problem]:
    """
    Every record has evidence, and every field it states is covered by some.
    """
    for table, record in records_of(tables):
        names = set(field_order(type(record)))
        covered: set[str] = set()
        for evidence in record.evidence:
            if not evidence.locator.strip():
                yield problem(table, record, "evidence", "empty locator")
            for field in sorted(set(evidence.fields) - names):
                what = f"{field!r} is no field of this record"
                yield problem(table, record, "evidence", what)
            covered |= set(evidence.fields) or names
        if not record.evidence:
            yield problem(table, record, "evidence", "there is none")
            continue
        for field in sorted(names - covered - _NOT_FACTS):
            if _is_stated(record, field):
                what = "no evidence covers this field"
                yield problem(table, record, field, what)


def _is_stated(record: Any, field: str) -> bool:
    """
    Tell whether a field says something that nothing else in the record does.
    """
    value = getattr(record, field)
    default = attrs.fields_dict(type(record))[field].default
    return value not in (None, (), default) and not _follows(record, field)


def _follows(record: Any, field: str) -> bool:
    """
    Tell whether a field follows from others or its items have sources.
    """
    staged = bool(getattr(record, "milestones", ()))
    if field in ("start", "end"):
        return staged
    if field == "status":
        return staged or bool(getattr(record, "history", ()))
    if field == "amounts":
        return all(amount.source is not None for amount in record.amounts)
    return False


def amounts_name_their_source(tables: Tables) -> Iterable[Problem]:
    """
    Every amount says which source prints it, and where.
    """
    for table, record in records_of(tables, *PARTNERED):
        for amount in record.amounts:
            if amount.source is None or not (amount.locator or "").strip():
                what = (
                    f"{amount.currency} {amount.value} needs a source and a "
                    "locator"
                )
                yield problem(table, record, "amounts", what)


def disputes_name_fields(tables: Tables) -> Iterable[Problem]:
    """
    A dispute is about a field of its record and differs from its value.
    """
    for table, record in records_of(tables):
        for dispute in record.disputes:
            if dispute.field not in field_order(type(record)):
                what = f"{dispute.field!r} is no field of this record"
                yield problem(table, record, "disputes", what)
            elif str(getattr(record, dispute.field)) == dispute.value:
                what = f"the disputed {dispute.field} equals the record's"
                yield problem(table, record, "disputes", what)
