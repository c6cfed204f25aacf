"""
How tables and records look as text, in a terminal.

`ascn_data.notebook` shows the same as HTML.
"""

import functools
import itertools
import shutil
import textwrap
import unicodedata

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ascn_data.converting import field_order
from ascn_data.dates import PartialDate, Period
from ascn_data.loading import TABLES
from ascn_data.models._shown import Shown
from ascn_data.table import Table


if TYPE_CHECKING:
    from ascn_data.dataset import Dataset


COLUMNS: dict[str, tuple[str, ...]] = {
    "changes": ("kind", "table", "record", "field", "before", "after"),
    "cities": ("id", "name", "country", "joined", "cohort"),
    "countries": ("id", "name", "iso_alpha3", "m49", "asean_joined"),
    "events": ("id", "name", "kind", "start", "country"),
    "history": ("id", "released", "event", "summary"),
    "observations": ("id", "value", "unit", "as_of", "period", "kind"),
    "partners": ("id", "name", "kind", "country", "parent"),
    "partnerships": ("id", "name", "kind", "start", "status"),
    "places": ("id", "name", "country", "kind"),
    "projects": ("id", "name", "country", "status", "last_report"),
    "reconciliation": (
        "report",
        "country",
        "status",
        "focus_area",
        "unit",
        "printed",
        "counted",
        "gap",
        "reason",
    ),
    "retired": ("id", "table", "revision", "replaced_by"),
    "revisions": ("id", "released", "digest", "notes"),
    "roles": ("id", "name", "country", "start", "end"),
    "search": ("table", "id", "name"),
    "sources": ("id", "title", "publisher", "published"),
    "terms": ("id", "scheme", "label"),
}
"""The columns that a table shows of itself."""

IDS = ("id", "record", "replaced_by")
"""The columns that hold ids: people copy them, so they keep more room."""

SHOWN = 10
"""The rows and names that something shows of itself."""

_SENTENCE = 24
"""The columns of a terminal in less of which a sentence says nothing."""

# A text must not move the cursor, break a row or turn its neighbours around.
_UNSEEN = dict.fromkeys(
    (
        *range(0x20),
        *range(0x7F, 0xA0),
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    ),
    "\N{REPLACEMENT CHARACTER}",
) | dict.fromkeys(map(ord, "\t\n\r"), " ")


def cell(value: Any) -> str:
    """
    A value as short text on one line; nothing for what is unknown.
    """
    if value is None or value == ():
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return ", ".join(cell(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {cell(item)}" for key, item in value.items())
    # Changes say in words of their own what they are.
    if isinstance(value, Shown) and "__str__" not in vars(type(value)):
        return ", ".join(
            f"({cell(item)})"
            if isinstance(item, tuple)
            else f"{name} {item}"
            if name in ("row", "page")
            else cell(item)
            for name, item in known(value)
        )
    return printable(str(value))


def printable(text: str) -> str:
    """
    A text with a sign or space in place of each control character.
    """
    return text.translate(_UNSEEN)


def is_number(value: Any) -> bool:
    """
    Whether a value is a number, which stands to the right of its column.
    """
    numbers = int | float | Decimal
    return isinstance(value, numbers) and not isinstance(value, bool)


def known(record: Any) -> Iterator[tuple[str, Any]]:
    """
    The fields of a record or value that hold something.
    """
    for name in field_order(type(record)):
        value = getattr(record, name)
        if value not in (None, (), []) and value is not False:
            yield name, value


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


def _fitted(text: str, *, width: int, right: bool, middle: bool) -> str:
    """
    A text filled or cut to a width, at its end or in its middle.
    """
    end = ""
    if width_of(text) > width:
        end = f"…{text[-((width - 1) // 2) :] if middle else ''}"
        room = width - width_of(end)
        ends = itertools.accumulate(map(width_of, text))
        text = "".join(
            char
            for char, reach in zip(text, ends, strict=True)
            if reach <= room
        )
    spaces = " " * (width - width_of(text + end))
    return f"{spaces}{text}{end}" if right else f"{text}{end}{spaces}"


def _widths(
    names: Sequence[str], rows: Sequence[Sequence[str]], room: int
) -> list[int]:
    """
    Widths of columns that fit a room, the widest giving way first.

    Columns of ids count half, so that they are the last to be cut.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    room -= 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 5:
        _, widest = max(
            (width / (2 if name in IDS else 1), position)
            for position, (name, width) in enumerate(
                zip(names, widths, strict=True)
            )
            if width > 5
        )
        widths[widest] -= 1
    return widths


def table_text(
    table: Table[Any], *, rows: int | None = SHOWN, width: int | None = None
) -> str:
    """
    A table as aligned text, with its size and revision.

    Args:
        table: The table.
        rows: How many rows to show; None for all.
        width: Columns of the terminal; None to ask it.
    """
    room = width or shutil.get_terminal_size((100, 24)).columns
    names = columns_of(table.name)
    shown = table if rows is None else table[:rows]
    below = [] if rows is None else textwrap.wrap(rest(table), room)
    values = [[getattr(r, n) for n in names] for r in shown]
    grid = [names, *([cell(value) for value in row] for row in values)]
    widths = _widths(names, grid, room)
    if names[-1] == "reason" and values and widths[-1] < _SENTENCE:
        names = names[:-1]
        grid = [row[:-1] for row in grid]
        widths = _widths(names, grid, room)
        below.append("Each gap has a reason, for which this is too narrow")
    fits = [
        functools.partial(
            _fitted,
            width=width,
            right=all(is_number(row[position]) for row in values),
            middle=name in IDS,
        )
        for position, (name, width) in enumerate(
            zip(names, widths, strict=True)
        )
    ]
    lines = [
        "  ".join(
            fit(text) for fit, text in zip(fits, row, strict=True)
        ).rstrip()
        for row in grid
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([*lines, *below, caption(table)])


_NOTHING = {
    **dict.fromkeys(
        TABLES, "Nothing fits; one filter less may find something."
    ),
    "changes": "No changes.",
}
"""What an empty table says of itself, if its name does not say it."""


def rest(table: Table[Any]) -> str:
    """
    What a table does not show of itself, and how to see it.
    """
    more = len(table) - SHOWN
    if not len(table):
        return _NOTHING.get(table.name, "")
    if more <= 0:
        return ""
    if table.name == "changes":
        return f"... and {more} more. Records by table: {_tally(table)}"
    return f"... and {more} more, as in table[{SHOWN}:] or table.to_pandas()"


def _tally(changes: Iterable[Any]) -> str:
    """
    How many records changed in which way, by table.

    `Changes.counts` in words; a filter makes a plain table of changes.
    """
    records = {(c.table, c.kind.value, c.record) for c in changes}
    counts: dict[str, Counter[str]] = {}
    for table, kind, _ in sorted(records):
        counts.setdefault(table, Counter())[kind] += 1
    return "; ".join(
        f"{table} {', '.join(f'{n} {kind}' for kind, n in kinds.items())}"
        for table, kinds in counts.items()
    )


def caption(table: Table[Any]) -> str:
    """
    A table's size, name and revision in words.
    """
    plural = "" if len(table) == 1 else "s"
    what = f"record{plural} of {table.name}"
    if table.name == "changes":
        what = f"change{plural}"
    return f"{len(table)} {what}, ascn-data revision {table.revision}"


def record_line(record: Any) -> str:
    """
    A record on one line: known values only, long ones cut.

    >>> from ascn_data.models import Evidence
    >>> Evidence(source="okamoto-2022", locator="p. 9")
    Evidence(source='okamoto-2022', locator='p. 9')
    """
    values = ", ".join(
        f"{name}={v!r}" if name == "id" else f"{name}={_brief(v)}"
        for name, v in known(record)
    )
    return f"{type(record).__name__}({values})"


def _brief(value: Any) -> str:
    """
    A value in a few letters: lists of values by their number.
    """
    if isinstance(value, tuple):
        if not isinstance(value[0], str):
            return f"<{len(value)} {type(value[0]).__name__}>"
        more = ", ..." if len(value) > 3 else "," if len(value) == 1 else ""
        return f"({', '.join(map(_brief, value[:3]))}{more})"
    if isinstance(value, Mapping | list):
        return f"<{len(value)} items>"
    if isinstance(value, str | PartialDate | Period):
        return repr(cut(str(value), 40))
    return str(value)


def cut(text: str, width: int) -> str:
    """
    A text of a number of letters at most.
    """
    return text if len(text) <= width else f"{text[: width - 1]}…"


def record_text(record: Any, *, width: int | None = None) -> str:
    """
    A record as a card: one known field a line, wrapped to a width.

    Args:
        record: The record.
        width: Columns of the terminal; None to ask it.
    """
    fields = list(known(record))
    margin = max(len(name) for name, _ in fields) + 4
    room = width or shutil.get_terminal_size((100, 24)).columns
    lines = [type(record).__name__]
    for name, value in fields:
        head = f"  {name}".ljust(margin)
        items = items_of(value)
        for item in items:
            lines += textwrap.wrap(
                item,
                max(room, margin + 20),
                initial_indent=head,
                subsequent_indent=" " * (margin + 2 * (len(items) > 1)),
                break_on_hyphens=False,  # ids have them
            )
            head = " " * margin
    return "\n".join(lines)


def items_of(value: Any) -> tuple[str, ...]:
    """
    A list of values as one text each; anything else as one text.
    """
    if isinstance(value, tuple | list) and not isinstance(value[0], str):
        return tuple(cell(item) for item in value)
    return (cell(value),)


def dataset_text(dataset: "Dataset") -> str:
    """
    A dataset's revision and the sizes of its tables.
    """
    sizes = (f"  {name:<13} {len(dataset.table(name)):>5}" for name in TABLES)
    return "\n".join([f"ascn-data revision {dataset.revision}", *sizes])
