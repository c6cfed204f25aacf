"""
The columns of every table, derived from the record classes.

All forms of a table (dicts, JSON, CSV, pandas, Polars, Arrow, Parquet, the
data package) have these columns, under these names, in this order:

1. A field is a column of its own name.
2. A `PartialDate` holds its text at the precision known (`2018-07`).  With
   `dates="bounds"` it is four columns: `start_earliest` and `start_latest`
   hold the first and last day it can mean, `start_precision` one of day,
   month, year and window.  A `Period` is the first three of these.
3. What a record derives (`Project.status`) is a column too, after the fields.
4. Lists of texts and of values stay nested, except in the flat form: there a
   list of texts is one text, joined with `|`, and a list of values is JSON.

Nothing but the classes decides this, so that a new field is a new column.
"""

import functools
import types

from collections.abc import Hashable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from ascn_data.dates import PartialDate, Period
from ascn_data.files.canonical import field_order
from ascn_data.files.descriptions import field_descriptions


Kind = Literal[
    "text",
    "integer",
    "number",
    "boolean",
    "decimal",
    "date",
    "texts",
    "records",
    "value",
    "joined",
    "json",
]
"""
What the cells of a column are.

A value is of any type and stands in its cell as JSON; the last two are those
of flat tables.
"""


_SCALARS: dict[Any, Kind] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "boolean",
    Decimal: "decimal",
    Mapping[str, int]: "value",
    Any: "value",
}


FLAT: dict[Kind, Kind] = {"texts": "joined", "records": "json"}
"""What lists become in a flat table."""


_PRECISIONS = ("day", "month", "year", "window")


@attrs.frozen(kw_only=True)
class Column:
    """
    A column of a table.

    Attributes:
        name: Its name.
        kind: What its cells are.
        description: What they mean.
        required: Whether every record has a value; lists are there always
            but may be empty.
        field: The field or property of the record it comes from.
        part: What it takes of a date, for example `earliest`; empty for all.
        members: The values of a closed vocabulary; empty if it is open.
        columns: The columns of the values in a list of values.
    """

    name: str
    kind: Kind
    description: str
    required: bool
    field: str
    part: str = ""
    members: tuple[str, ...] = ()
    columns: tuple["Column", ...] = ()

    def of(self, record: Any) -> Any:
        """
        The value of the column in a record, as the record holds it.
        """
        value = getattr(record, self.field)
        if self.part and value is not None:
            return getattr(value, self.part)
        return value


def columns_of(cls: type[Any], *, flat: bool = False) -> tuple[Column, ...]:
    """
    Return the columns of a table from the class of its records.

    Args:
        cls: For example `ascn_data.models.Term`.
        flat: Whether lists are to be single texts.

    >>> from ascn_data.models import Term
    >>> [column.name for column in columns_of(Term)][:3]
    ['id', 'scheme', 'label']
    """
    return _columns_of(cls, flat)  # type: ignore[arg-type]


@functools.cache
def _columns_of(cls: Hashable, flat: bool) -> tuple[Column, ...]:  # noqa: FBT001
    columns = _columns(cls)  # type: ignore[arg-type]
    if not flat:
        return columns
    return tuple(
        attrs.evolve(column, kind=FLAT.get(column.kind, column.kind))
        for column in columns
    )


def _columns(cls: type[Any]) -> tuple[Column, ...]:
    """
    The columns of the records or values of a class.
    """
    described = field_descriptions(cls)
    hints = {a.name: a.type for a in attrs.fields(cls)}
    found: list[Column] = []
    for name in _names(cls):
        hint: Any = hints.get(name)
        if hint is None:
            getter = getattr(cls, name).fget
            hint = get_type_hints(getter)["return"]
        found += _of_field(name, hint, described.get(name, ""))
    return tuple(found)


def _names(cls: type[Any]) -> tuple[str, ...]:
    """
    The names of a class's fields in canonical order, with its properties.
    """
    fields = field_order(cls)
    end = fields.index("note") if "disputes" in fields else len(fields)
    derived = (
        name
        for name, value in vars(cls).items()
        if isinstance(value, property) and not name.startswith("_")
    )
    return (*fields[:end], *derived, *fields[end:])


def _of_field(name: str, hint: Any, description: str) -> list[Column]:
    """
    The columns of one field.
    """
    required = hint is not Any
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (a for a in get_args(hint) if a is not types.NoneType)
        required = False
    column = Column(
        name=name,
        kind="text",
        description=description,
        required=required,
        field=name,
    )
    if hint in _SCALARS:
        return [attrs.evolve(column, kind=_SCALARS[hint])]
    if hint in (PartialDate, Period):
        return [column, *_parts(column, dated=hint is PartialDate)]
    if get_origin(hint) is not tuple:
        return [attrs.evolve(column, members=_members(hint))]
    item = get_args(hint)[0]
    if attrs.has(item):
        columns = _columns(item)
        return [attrs.evolve(column, kind="records", columns=columns)]
    return [attrs.evolve(column, kind="texts", members=_members(item))]


def _members(hint: Any) -> tuple[str, ...]:
    """
    The values of a vocabulary; none for plain text.
    """
    return tuple(m.value for m in hint) if issubclass(hint, StrEnum) else ()


def _parts(column: Column, *, dated: bool) -> list[Column]:
    """
    The columns that say what the text of a date or period means.
    """
    name = column.name
    first = attrs.evolve(
        column,
        name=f"{name}_earliest",
        kind="date",
        part="earliest",
        description=f"First day that `{name}` can mean.",
    )
    last = attrs.evolve(
        column,
        name=f"{name}_latest",
        kind="date",
        part="latest",
        description=f"Last day that `{name}` can mean.",
    )
    if not dated:
        return [first, last]
    precision = attrs.evolve(
        column,
        name=f"{name}_precision",
        part="precision",
        members=_PRECISIONS,
        description=f"How precisely `{name}` is known.",
    )
    return [first, last, precision]
