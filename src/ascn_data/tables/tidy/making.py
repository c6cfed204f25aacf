"""
The rows of tidy tables, made from the records of a store.
"""

import re

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ascn_data.models.catalogue import TABLES
from ascn_data.naming.spellings import name_of
from ascn_data.tables.store import Store
from ascn_data.tables.tidy.rows import (
    AmountRow,
    EvidenceRow,
    LinkRow,
    MilestoneRow,
    NameRow,
    StatusRow,
)


_STAGED = ("partnerships", "projects")
"""The tables whose records have stages, amounts and partners."""


_RELATIONS = {
    "partners": ("partner", ("partners",)),
    "cities": ("city", ("cities",)),
    "places": ("place", ("places", "cities")),
    "countries": ("country", ("countries",)),
    "country": ("country", ("countries",)),
    "partnerships": ("partnership", ("partnerships",)),
    "parent": ("parent", ("partnerships",)),
}
"""The fields of edges: what the other record is, and its tables."""


_YEAR = re.compile(r"\d{4}")


def statuses(store: Store) -> Iterator[StatusRow]:
    """
    Yield what each report says of each project.
    """
    for project in store.table("projects"):
        for entry in project.history:
            year = _YEAR.search(entry.report)
            yield StatusRow(
                id=f"{project.id}--{entry.report}",
                project=project.id,
                title=entry.title,
                city=next(iter(project.cities), None),
                country=project.country,
                report=entry.report,
                year=int(year[0]) if year else None,
                status=entry.status,
                focus_area=entry.focus_area,
                theme=entry.theme,
                certainty=entry.certainty,
                table=entry.table,
                row=entry.row,
                page=entry.page,
            )


def _numbered(
    store: Store, tables: tuple[str, ...], field: str
) -> Iterator[tuple[dict[str, str], Any]]:
    """
    Yield each value in a list of each record, with what its row begins with.
    """
    for table in tables:
        for record in store.table(table):
            values = getattr(record, field, ())
            for number, value in enumerate(values, 1):
                head = {
                    "id": f"{record.id}--{number}",
                    "record": record.id,
                    "record_table": table,
                }
                yield head, value


def milestones(store: Store) -> Iterator[MilestoneRow]:
    """
    Yield each stage of each partnership and project.
    """
    for head, stage in _numbered(store, _STAGED, "milestones"):
        yield MilestoneRow(
            **head,
            stage=stage.stage,
            date=stage.date,
            component=stage.component,
            event=stage.event,
            source=stage.source,
            locator=stage.locator,
            note=stage.note,
        )


def amounts(store: Store) -> Iterator[AmountRow]:
    """
    Yield each sum of money of each partnership and project.
    """
    for head, amount in _numbered(store, _STAGED, "amounts"):
        yield AmountRow(
            **head,
            payers=amount.payers,
            recipient=amount.recipient,
            value=amount.value,
            currency=amount.currency,
            role=amount.role,
            basis=amount.basis,
            qualifier=amount.qualifier,
            date=amount.as_of,
            period=amount.period,
            source=amount.source,
            locator=amount.locator,
            note=amount.note,
        )


def links(store: Store) -> Iterator[LinkRow]:
    """
    Yield each tie of each partnership and project.
    """
    for table in _STAGED:
        for record in store.table(table):
            parts: dict[str, list[str]] = {}
            for part in record.partner_roles:
                parts.setdefault(part.partner, []).append(part.role.value)
            for field, (relation, tables) in _RELATIONS.items():
                for target in _ids(record, field):
                    yield LinkRow(
                        id=f"{record.id}--{relation}--{target}",
                        source=record.id,
                        source_table=table,
                        relation=relation,
                        target=target,
                        target_table=next(
                            t for t in tables if target in store.table(t)
                        ),
                        roles=tuple(dict.fromkeys(parts.get(target, ())))
                        if relation == "partner"
                        else (),
                    )


def _ids(record: Any, field: str) -> tuple[str, ...]:
    value = getattr(record, field, None)
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def evidence(store: Store) -> Iterator[EvidenceRow]:
    """
    Yield each piece of evidence of each record.
    """
    for head, item in _numbered(store, TABLES, "evidence"):
        yield EvidenceRow(
            **head,
            source=item.source,
            locator=item.locator,
            fields=item.fields,
        )


def names(store: Store) -> Iterator[NameRow]:
    """
    Yield each name of each record, its main name first.
    """
    for table in TABLES:
        for record in store.table(table):
            found = dict.fromkeys(_names_of(record))
            for number, (text, kind, language) in enumerate(found, 1):
                yield NameRow(
                    id=f"{record.id}--{number}",
                    record=record.id,
                    record_table=table,
                    text=text,
                    kind=kind,
                    language=language,
                )


def _names_of(record: Any) -> Iterator[tuple[str, str, str | None]]:
    """
    Yield each name of a record with its kind and language.
    """
    yield name_of(record), "main", None
    official = getattr(record, "official_name", None)
    if official is not None:
        yield official, "official", None
    for name in getattr(record, "names", ()):
        yield name.text, str(name.kind), name.language
    for alias in getattr(record, "aliases", ()):
        yield alias, "alias", None
    for component in getattr(record, "components", ()):
        yield component, "component", None


MAKERS: Mapping[str, Callable[[Store], Iterator[Any]]] = {
    "statuses": statuses,
    "milestones": milestones,
    "amounts": amounts,
    "links": links,
    "evidence": evidence,
    "names": names,
}
"""The functions that make the rows of a tidy table, by its name."""
