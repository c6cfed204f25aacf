"""
How tables and records look: as text in a terminal and as HTML.
"""

import html
import shutil
import unicodedata

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from ascn_data.table import Table


COLUMNS = {
    "cities": ("id", "name", "country", "joined", "cohort"),
    "countries": ("id", "name", "iso_alpha3", "m49", "asean_joined"),
    "events": ("id", "name", "kind", "start", "country"),
    "observations": ("id", "value", "unit", "as_of", "period", "kind"),
    "partners": ("id", "name", "kind", "country", "parent"),
    "partnerships": ("id", "name", "kind", "start", "status"),
    "places": ("id", "name", "country", "kind"),
    "projects": ("id", "name", "country", "status", "last_report"),
    "reconciliation": ("id", "printed", "counted", "gap", "reason"),
    "roles": ("id", "name", "country", "start", "end"),
    "sources": ("id", "title", "publisher", "published"),
    "terms": ("id", "scheme", "label"),
}
"""The columns that a table shows of itself."""

_SHOWN = 10


def cell(value: Any) -> str:
    """
    A value as short text; nothing for what is unknown.
    """
    if value is None or value == ():
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return ", ".join(cell(item) for item in value)
    return str(value)


def columns_of(name: str) -> tuple[str, ...]:
    """
    The columns shown of a table or other list of records.
    """
    return COLUMNS[name]


def width_of(text: str) -> int:
    """
    How many columns of a terminal a text takes.
    """
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def _clipped(text: str, width: int) -> str:
    """
    A text padded to a width, or cut with an ellipsis.
    """
    if width_of(text) > width:
        while width_of(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - width_of(text))


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """
    Widths of columns that fit a room, the widest giving way first.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    room -= 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths


def table_text(
    table: Table[Any], *, rows: int | None = _SHOWN, width: int | None = None
) -> str:
    """
    A table as aligned text, with its size and revision.

    Args:
        table: The table.
        rows: How many rows to show; None for all.
        width: Columns of the terminal; None to ask it.
    """
    names = columns_of(table.name)
    shown = table if rows is None else table[:rows]
    grid = [
        names,
        *(tuple(cell(getattr(r, n)) for n in names) for r in shown),
    ]
    room = width or shutil.get_terminal_size((100, 24)).columns
    widths = _widths(grid, room)
    lines = ["  ".join(map(_clipped, row, widths)).rstrip() for row in grid]
    lines.insert(1, "  ".join("-" * width for width in widths))
    if len(shown) < len(table):
        lines.append(f"... and {len(table) - len(shown)} more")
    return "\n".join([*lines, caption(table)])


def caption(table: Table[Any]) -> str:
    """
    A table's size, name and revision in words.
    """
    count = f"{len(table)} record{'' if len(table) == 1 else 's'}"
    return f"{count} of {table.name}, ascn-data revision {table.revision}"


def table_html(table: Table[Any]) -> str:
    """
    A table as HTML for notebooks, everything escaped.
    """
    names = columns_of(table.name)
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>"
        + "".join(
            f"<td>{html.escape(cell(getattr(record, name)))}</td>"
            for name in names
        )
        + "</tr>"
        for record in table[:_SHOWN]
    )
    return (
        f"<table><caption>{html.escape(caption(table))}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
