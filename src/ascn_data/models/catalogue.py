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

    Kind = Literal["city", "country", "partner", "partnership", "place"]
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
            shown=("id", "name", "country", "joined", "cohort"),
            geometry="point",
        ),
        TableSchema(
            "countries",
            f"{_MODELS}.country",
            "Country",
            singular="country",
            shown=("id", "name", "iso_alpha3", "m49", "asean_joined"),
        ),
        TableSchema(
            "events",
            f"{_MODELS}.event",
            "Event",
            singular="event",
            shown=("id", "name", "kind", "start", "country"),
            geometry="venue",
        ),
        TableSchema(
            "observations",
            f"{_MODELS}.observation",
            "Observation",
            singular="observation",
            shown=("id", "value", "unit", "as_of", "period", "kind"),
        ),
        TableSchema(
            "partners",
            f"{_MODELS}.partner",
            "Partner",
            singular="partner",
            shown=("id", "name", "kind", "country", "parent"),
        ),
        TableSchema(
            "partnerships",
            f"{_MODELS}.partnership",
            "Partnership",
            singular="partnership",
            shown=("id", "name", "kind", "start", "status"),
            geometry="line",
        ),
        TableSchema(
            "places",
            f"{_MODELS}.place",
            "Place",
            singular="place",
            shown=("id", "name", "country", "kind"),
            geometry="point",
        ),
        TableSchema(
            "projects",
            f"{_MODELS}.project",
            "Project",
            singular="project",
            shown=("id", "name", "country", "status", "status_as_of"),
        ),
        TableSchema(
            "roles",
            f"{_MODELS}.role",
            "Role",
            singular="role",
            shown=("id", "name", "country", "start", "end"),
        ),
        TableSchema(
            "sources",
            f"{_MODELS}.source",
            "Source",
            singular="source",
            shown=("id", "title", "publisher", "published"),
        ),
        TableSchema(
            "terms",
            f"{_MODELS}.term",
            "Term",
            singular="term",
            shown=("id", "scheme", "label"),
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
    "city": ("cities",),
    "country": ("countries",),
    "partner": ("partners",),
    "partnership": ("partnerships",),
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
    "subject": ANY_TABLE,
    "mentions": ANY_TABLE,
}


OWN_TABLE = ("parent",)


# The place of a source is the dateline as printed, not an id.
NOT_IDS = {("sources", "place")}


def referenced_tables(table: str, field: str) -> tuple[str, ...]:
    """
    The tables that the ids in a field lead to; none if it holds no ids.

    A field whose ids may be of any table has none either.
    """
    if (table, field) in NOT_IDS:
        return ()
    return (table,) if field in OWN_TABLE else REFERENCES.get(field, ())
