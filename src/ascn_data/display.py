"""
How tables and records look: as text in a terminal and as HTML.
"""

import html
import shutil
import textwrap
import unicodedata

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from ascn_data.dates import PartialDate, Period
from ascn_data.loading import TABLES, field_order
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
    "reconciliation": ("id", "printed", "counted", "gap", "reason"),
    "retired": ("id", "table", "revision", "replaced_by"),
    "revisions": ("id", "released", "digest", "notes"),
    "roles": ("id", "name", "country", "start", "end"),
    "search": ("table", "id", "name"),
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
    if attrs.has(type(value)) and not isinstance(value, PartialDate | Period):
        return ", ".join(
            f"({cell(item)})" if isinstance(item, tuple) else cell(item)
            for _, item in known(value)
        )
    return str(value)


def known(record: Any) -> Iterator[tuple[str, Any]]:
    """
    The fields of a record or value that hold something.
    """
    for name in field_order(type(record)):
        value = getattr(record, name)
        if value is not None and value != () and value is not False:
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
    while sum(widths) > room and max(widths) > 5:
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


def record_line(record: Any) -> str:
    """
    A record on one line: known values only, long ones cut.

    >>> from ascn_data.models import Evidence
    >>> Evidence(source="okamoto-2022", locator="p. 9")
    Evidence(source='okamoto-2022', locator='p. 9')
    """
    values = ", ".join(f"{name}={_brief(v)}" for name, v in known(record))
    return f"{type(record).__name__}({values})"


def _brief(value: Any) -> str:
    """
    A value in a few letters: lists of values by their number.
    """
    if isinstance(value, tuple):
        if not isinstance(value[0], str):
            return f"<{len(value)} {type(value[0]).__name__}>"
        more = ", ..." if len(value) > 3 else ""
        return f"({', '.join(map(_brief, value[:3]))}{more})"
    if isinstance(value, str | PartialDate | Period):
        return repr(_cut(str(value), 40))
    return str(value)


def _cut(text: str, width: int) -> str:
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
        for item in _items(value):
            lines += textwrap.wrap(
                item,
                max(room, margin + 20),
                initial_indent=head,
                subsequent_indent=" " * margin,
            )
            head = " " * margin
    return "\n".join(lines)


def _items(value: Any) -> tuple[str, ...]:
    """
    A list of values as one text each; anything else as one text.
    """
    if isinstance(value, tuple) and not isinstance(value[0], str):
        return tuple(cell(item) for item in value)
    return (cell(value),)


_STYLE = """<style>
.ascn-data {font-size: 13px; line-height: 1.4; color: inherit;}
.ascn-data table {border-collapse: collapse; margin: 4px 0;
  color: inherit; font-size: inherit;}
.ascn-data th, .ascn-data td {text-align: left; vertical-align: top;
  padding: 3px 10px; border-bottom: 1px solid rgba(128, 128, 128, .35);
  background: transparent; color: inherit; max-width: 36em;
  white-space: normal;}
.ascn-data thead th {border-bottom-width: 2px;}
.ascn-data .short {white-space: nowrap;}
.ascn-data .quiet {opacity: .7;}
</style>"""
# Colours are those of the notebook, so that light and dark both work.


def _page(*parts: str) -> str:
    return f'{_STYLE}<div class="ascn-data">{"".join(parts)}</div>'


def _quiet(text: str) -> str:
    return f'<div class="quiet">{html.escape(text)}</div>'


def _row(cells: Sequence[str], tag: str = "td") -> str:
    return f"<tr>{''.join(_html_cell(text, tag) for text in cells)}</tr>"


def _html_cell(text: str, tag: str) -> str:
    """
    A cell that is not broken where it is short, as dates and codes are.
    """
    short = ' class="short"' if len(text) <= 20 else ""
    return f"<{tag}{short}>{text}</{tag}>"


def table_html(table: Table[Any]) -> str:
    """
    The beginning of a table as HTML for notebooks, everything escaped.
    """
    names = columns_of(table.name)
    body = "".join(
        _row([html.escape(_cut(cell(getattr(r, n)), 80)) for n in names])
        for r in table[:_SHOWN]
    )
    more = len(table) - _SHOWN
    rest = f"... and {more} more. " if more > 0 else ""
    if len(table):
        hint = f"[{table[0].id!r}] is one record, .to_pandas() all of them."
    else:
        hint = "Drop a filter to see more."
    return _page(
        f"<b>{html.escape(caption(table))}</b>",
        f"<table><thead>{_row(names, 'th')}</thead>",
        f"<tbody>{body}</tbody></table>",
        _quiet(f"{rest}{hint}"),
    )


def record_html(record: Any) -> str:
    """
    A record or value as HTML: known fields only, everything escaped.
    """
    rows = "".join(
        _row(
            [
                f"<b>{name}</b>",
                "<br>".join(html.escape(item) for item in _items(value)),
            ]
        )
        for name, value in known(record)
    )
    evidence = getattr(record, "evidence", ())
    hint = (
        _quiet(f"ascn_data.record({evidence[0].source!r}) is its source.")
        if evidence
        else ""
    )
    title = html.escape(type(record).__name__)
    return _page(f"<b>{title}</b><table><tbody>{rows}</tbody></table>", hint)


def dataset_text(dataset: "Dataset") -> str:
    """
    A dataset's revision and the sizes of its tables.
    """
    sizes = (f"  {name:<13} {len(dataset.table(name)):>5}" for name in TABLES)
    return "\n".join([f"ascn-data revision {dataset.revision}", *sizes])


def dataset_html(dataset: "Dataset") -> str:
    """
    A dataset as HTML: its tables with their sizes, its revision and digest.
    """
    rows = "".join(
        _row([f"{name}()", str(len(dataset.table(name)))]) for name in TABLES
    )
    return _page(
        f"<b>ascn-data revision {html.escape(dataset.revision)}</b>",
        f"<table><thead>{_row(['table', 'records'], 'th')}</thead>",
        f"<tbody>{rows}</tbody></table>",
        _quiet(f"SHA-256 {dataset.digest}"),
        _quiet('.partnerships(partner="Japan") narrows a table.'),
    )
