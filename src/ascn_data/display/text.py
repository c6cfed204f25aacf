"""
How tables and records look as text, in a terminal.

`ascn_data.notebook` shows the same as HTML.
"""

import itertools
import operator
import re
import textwrap

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ascn_data.display.answers import answers
from ascn_data.display.words import (
    IDS,
    LONGEST_LIST,
    SHOWN,
    UNCUT,
    _brief,
    cell,
    is_number,
    known,
    terminal_width,
    width_of,
)
from ascn_data.exports.schema import TableSchema, Tabular


_SENTENCE = 24
"""The columns of a terminal in less of which a sentence says nothing."""

_BREAKS = re.compile(r"(?<=\s)(?=\S)|(?<=\.\.)(?=\d)")
"""Where a text may be broken: at spaces, and at the middle of a window."""

_NARROW = 8
"""The columns in less of which words are hard to read."""

_TALLEST = 3
"""The lines that a row takes at most."""


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

    Names and ids count half, so that they are the last to be cut.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    room -= 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 5:
        _, widest = max(
            (width / (2 if position == 0 or name in IDS else 1), position)
            for position, (name, width) in enumerate(
                zip(names, widths, strict=True)
            )
            if width > 5
        )
        widths[widest] -= 1
    return widths


def table_text(
    table: Tabular, *, rows: int | None = SHOWN, width: int | None = None
) -> str:
    """
    A table as aligned text, with its size and revision.

    Args:
        table: The table.
        rows: How many rows to show; None for all.
        width: Columns of the terminal; None to ask it.
    """
    room = width or terminal_width()
    columns = answers(table)
    names = [column.name for column in columns]
    values = [
        [column.value(record) for column in columns]
        for record in itertools.islice(table, rows)
    ]
    below = [] if rows is None else [rest(table)]
    grid = [names, *([cell(value) for value in row] for row in values)]
    widths = _widths(names, grid, room)
    why_left_out = _left_out(names, grid, widths)
    if values and why_left_out:
        names = names[:-1]
        grid = [row[:-1] for row in grid]
        widths = _widths(names, grid, room)
        below.append(why_left_out)
    right = [
        all(is_number(row[position]) for row in values)
        for position in range(len(names))
    ]
    fitted = [
        line
        for row in grid
        for line in _lines(row, names=names, widths=widths, right=right)
    ]
    fitted.insert(1, "  ".join("-" * width for width in widths))
    wrapped = [line for text in below for line in textwrap.wrap(text, room)]
    return "\n".join([*fitted, *wrapped, caption(table)])


def _left_out(
    names: Sequence[str], grid: Sequence[Sequence[str]], widths: Sequence[int]
) -> str:
    """
    Return why the last column is left out where there is little room.

    An id stands last and is shown whole or not at all, so that it can be
    copied; a reason needs room for a sentence.
    """
    if names[-1] == "reason" and widths[-1] < _SENTENCE:
        return "Each gap has a reason, for which this is too narrow"
    if names[-1] == "id" and len(names) > 1:
        full = [
            max(map(width_of, column)) for column in zip(*grid, strict=True)
        ]
        least = [min(width, _NARROW) for width in full[:-1]]
        if any(map(operator.lt, widths, [*least, full[-1]])):
            return "Ids do not fit here: names find records too"
    return ""


def _lines(
    row: Sequence[str],
    *,
    names: Sequence[str],
    widths: Sequence[int],
    right: Sequence[bool],
) -> list[str]:
    """
    Return a row as lines: long texts are wrapped, ids cut in their middle.
    """
    cells = [
        [_fitted(text, width=width, right=number, middle=True)]
        if number or (name in IDS and (position > 0 or name == "id"))
        else _wrapped(text, width, None if position == 0 else _TALLEST)
        for position, (text, name, width, number) in enumerate(
            zip(row, names, widths, right, strict=True)
        )
    ]
    height = max(map(len, cells))
    return [
        "  ".join(
            lines[n] if n < len(lines) else " " * width
            for lines, width in zip(cells, widths, strict=True)
        ).rstrip()
        for n in range(height)
    ]


def _wrapped(text: str, width: int, most: int | None) -> list[str]:
    """
    Return a text as lines of a width, at most so many, the last one cut.
    """
    lines: list[str] = []
    for word in _BREAKS.split(text):
        longer = f"{lines[-1]}{word}" if lines else word
        if lines and width_of(longer.rstrip()) > width:
            lines.append(word)
        else:
            lines[-1:] = [longer]
    if most is not None and len(lines) > most:
        lines[most - 1 :] = [f"{''.join(lines[most - 1 :])} …"]
    return [
        _fitted(line.rstrip(), width=width, right=False, middle=False)
        for line in lines
    ]


def rest(table: Tabular) -> str:
    """
    What a table does not show of itself, and how to see it.
    """
    more = len(table) - SHOWN
    if not len(table):
        return table.advice or _nothing(table.schema)
    if more <= 0:
        return ""
    if table.schema.name == "changes":
        return f"... and {more} more. Records by table: {_tally(table)}"
    return f"... and {more} more, as in table[{SHOWN}:] or table.to_pandas()"


def _nothing(schema: TableSchema) -> str:
    """
    Return what an empty table says of itself, if its name does not say it.
    """
    if schema.name == "changes":
        return "No changes."
    if schema.singular:
        return "Nothing fits; one filter less may find something."
    return ""


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


def caption(table: Tabular) -> str:
    """
    A table's size, name and revision in words.
    """
    plural = "" if len(table) == 1 else "s"
    what = f"record{plural} of {table.schema.name}"
    if table.schema.name == "changes":
        what = f"change{plural}"
    possible = len(table.possible)
    if possible:
        what += f" ({possible} possible, not certain: see .possible)"
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


def record_text(record: Any, *, width: int | None = None) -> str:
    """
    Return a record as a card: one known field a line, wrapped to a width.

    Args:
        record: The record.
        width: Columns of the terminal; None to ask it.
    """
    from ascn_data.display.cards import card

    fields = card(record)
    margin = max(len(line.name) for line in fields) + 4
    room = width or terminal_width()
    lines = [type(record).__name__]
    for field in fields:
        head = f"  {field.name}".ljust(margin)
        items = [item.text for item in field.items]
        if field.together:
            items = [", ".join(items)]
        hidden = len(items) - LONGEST_LIST
        if hidden > 1 and width != UNCUT:
            items[LONGEST_LIST:] = [f"... and {hidden} more in .{field.name}"]
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


def dataset_text(revision: str, sizes: Mapping[str, int]) -> str:
    """
    Return a dataset's revision and the sizes of its tables as text.
    """
    lines = (f"  {name:<13} {size:>5}" for name, size in sizes.items())
    return "\n".join([f"ascn-data revision {revision}", *lines])
