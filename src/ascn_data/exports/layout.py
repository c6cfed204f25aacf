"""
`Layout`: which columns a table is written in, and how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ascn_data.exports.columns import FLAT, Column


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from ascn_data.exports.schema import Dates


@attrs.frozen(kw_only=True)
class Layout:
    """
    How the columns of a table are chosen and formed.

    Attributes:
        flat: Whether lists are single texts.
        exact: Whether numbers from sources are `Decimal`, not float64.
        dates: `text` for one column a date; `bounds` for the first and last
            day and the precision too.
        names: Whether names stand beside ids.
        columns: The names of the columns wanted, in their order; None for
            all.
    """

    flat: bool = False
    exact: bool = False
    dates: Dates = "text"
    names: bool = False
    columns: tuple[str, ...] | None = None


PACKAGED = Layout(dates="bounds")
"""The layout of data packages: as much as there is to tell."""


@attrs.frozen(kw_only=True)
class NameColumn(Column):
    """
    A column with the names of the records whose ids another column holds.

    Attributes:
        called: A function from an id to a name.
    """

    called: Callable[[str], str] = attrs.field(eq=False)

    def of(self, record: Any) -> Any:
        """
        The names, or None where there is no id.
        """
        value = getattr(record, self.field)
        if isinstance(value, tuple):
            return tuple(map(self.called, value))
        return None if value is None else self.called(value)


def name_column(column: Column, called: Callable[[str], str]) -> NameColumn:
    """
    Return the column of names that stands beside a column of ids.
    """
    several = column.kind == "texts"
    return NameColumn(
        name=f"{column.name}_name{'s' if several else ''}",
        kind=column.kind,
        description=f"What the {'ids' if several else 'id'} in "
        f"`{column.name}` mean{'' if several else 's'}.",
        required=column.required,
        field=column.field,
        called=called,
    )


def formed(columns: Iterable[Column], layout: Layout) -> tuple[Column, ...]:
    """
    Return columns, and those within them, as a layout forms them.
    """
    kept = (c for c in columns if layout.dates == "bounds" or not c.part)
    return tuple(_formed(column, layout) for column in kept)


def _formed(column: Column, layout: Layout) -> Column:
    kind = column.kind
    if kind == "decimal" and not layout.exact:
        kind = "number"
    inner = formed(column.columns, attrs.evolve(layout, flat=False))
    if layout.flat:
        kind = FLAT.get(kind, kind)
    if kind == column.kind and inner == column.columns:
        return column
    return attrs.evolve(column, kind=kind, columns=inner)


def chosen(
    columns: Sequence[Column],
    wanted: Iterable[str],
    unknown: Callable[[str, object, Iterable[str]], Exception],
) -> tuple[Column, ...]:
    """
    Return the columns of some names, in the order of the names.

    Args:
        columns: The columns there are.
        wanted: Their names.
        unknown: A function that makes the error for a name that none has.
    """
    by_name = {column.name: column for column in columns}
    found = []
    for name in wanted:
        if name not in by_name:
            raise unknown("column", name, by_name)
        found.append(by_name[name])
    return tuple(found)
