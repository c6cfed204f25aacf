"""
The catalogue: what there is to know of every table, in one entry each.

A new table is an entry here, the module of its class and a method of
`Queries`; everything else follows.
"""

from __future__ import annotations

from ascn_data.exports.schema import TableSchema


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal

    from ascn_data.exports.columns import Column

    Kind = Literal[
        "city",
        "country",
        "event",
        "observation",
        "partner",
        "partnership",
        "place",
        "project",
        "role",
        "source",
        "term",
    ]
    """What names can be resolved as."""

_MODELS = "ascn_data.models"

SCHEMAS: Mapping[str, TableSchema] = {
    each.name: each
    for each in (
        TableSchema(
            "cities",
            f"{_MODELS}.place",
            "City",
            singular="city",
            shown=("name", "country", "joined", "cohort", "id"),
            geometry="point",
        ),
        TableSchema(
            "countries",
            f"{_MODELS}.country",
            "Country",
            singular="country",
            shown=("name", "iso_alpha3", "m49", "asean_joined", "id"),
        ),
        TableSchema(
            "events",
            f"{_MODELS}.event",
            "Event",
            singular="event",
            shown=("name", "kind", "date", "where", "hosts", "id"),
            geometry="venue",
        ),
        TableSchema(
            "observations",
            f"{_MODELS}.observation",
            "Observation",
            singular="observation",
            shown=("subject", "title", "value", "date", "id"),
        ),
        TableSchema(
            "partners",
            f"{_MODELS}.partner",
            "Partner",
            singular="partner",
            shown=("name", "kind", "country", "parent", "id"),
        ),
        TableSchema(
            "partnerships",
            f"{_MODELS}.partnership",
            "Partnership",
            singular="partnership",
            shown=("name", "partners", "where", "status", "start", "id"),
            geometry="line",
            dated=True,
        ),
        TableSchema(
            "places",
            f"{_MODELS}.place",
            "Place",
            singular="place",
            shown=("name", "country", "kind", "id"),
            geometry="point",
        ),
        TableSchema(
            "projects",
            f"{_MODELS}.project",
            "Project",
            singular="project",
            shown=("name", "where", "focus_areas", "status", "id"),
            dated=True,
        ),
        TableSchema(
            "roles",
            f"{_MODELS}.role",
            "Role",
            singular="role",
            shown=("name", "country", "institution", "date", "id"),
        ),
        TableSchema(
            "sources",
            f"{_MODELS}.source",
            "Source",
            singular="source",
            shown=("title", "publisher", "published", "id"),
        ),
        TableSchema(
            "terms",
            f"{_MODELS}.term",
            "Term",
            singular="term",
            shown=("label", "scheme", "definition", "id"),
        ),
        TableSchema(
            "retired",
            f"{_MODELS}.retirement",
            "Retirement",
            shown=("id", "table", "revision", "replaced_by"),
        ),
    )
}
"""Every file of a revision, by its name: the tables, and the retired ids."""

FILES: tuple[str, ...] = tuple(SCHEMAS)
"""The name of every file of a revision."""

TABLES: tuple[str, ...] = tuple(
    name for name, schema in SCHEMAS.items() if schema.singular
)
"""The name of every table that is asked for records."""


def record_class(table: str) -> type[Any]:
    """
    Return the class of the records in a table or other file.

    Raises:
        KeyError: If there is no such file.
    """
    return SCHEMAS[table].record_class


NAMED: dict[str, tuple[str, ...]] = {
    **{SCHEMAS[name].singular: (name,) for name in TABLES},
    # A city is a place too, so where either may stand, one name finds both.
    "place": ("places", "cities"),
}
"""What can be asked for by name, with the tables it may stand in."""


# Fields that hold ids, with the tables that may hold the record they name.
ANY_TABLE = ()


REFERENCES: Mapping[str, tuple[str, ...]] = {
    "country": ("countries",),
    "countries": ("countries",),
    "city": ("cities",),
    "cities": ("cities",),
    "place": ("places", "cities"),
    "places": ("places",),
    "part_of": ("places", "cities"),
    "partners": ("partners",),
    "hosts": ("partners",),
    "partnerships": ("partnerships",),
    "projects": ("projects",),
    "related": ("projects",),
    "broader": ("terms",),
    "theme": ("terms",),
    "report": ("sources",),
    "found_in": ("sources",),
    "event": ("events",),
    "payers": ("partners",),
    "project": ("projects",),
    "recipient": ("partners",),
    "record": ANY_TABLE,
    "source": ("sources",),
    "subject": ANY_TABLE,
    "target": ANY_TABLE,
    "mentions": ANY_TABLE,
}


OWN_TABLE = ("parent",)


# The place of a source is the dateline as printed, not an id.
NOT_IDS = {("sources", "place")}


# At both ends of a link may stand any record.
ANYWHERE = {("links", "source")}


def referenced_tables(table: str, field: str) -> tuple[str, ...]:
    """
    The tables that the ids in a field lead to; none if it holds no ids.

    A field whose ids may be of any table has none either.
    """
    if (table, field) in (*NOT_IDS, *ANYWHERE):
        return ()
    return (table,) if field in OWN_TABLE else REFERENCES.get(field, ())


def ids_lead_to(table: str, column: Column) -> tuple[str, ...] | None:
    """
    Return the tables that the ids in a column lead to.

    None for a column of no ids, nothing for one that may lead to any table.
    """
    if column.part or column.kind not in ("text", "texts", "joined"):
        return None
    return fields_lead_to(table, column.field)


def fields_lead_to(table: str, field: str) -> tuple[str, ...] | None:
    """
    Return the tables that the ids in a field lead to.

    None for a field of no ids, nothing for one that may lead to any table.
    """
    if (table, field) in NOT_IDS:
        return None
    if (table, field) in ANYWHERE:
        return ANY_TABLE
    return (table,) if field in OWN_TABLE else REFERENCES.get(field)
