"""
The cells of a table: records as rows of plain Python values and as CSV.

Nothing here needs a library; every other form of a table is made of these
rows, so that the cells are the same whichever way.
"""

import csv
import datetime
import io
import json
import re

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ascn_data.schema import Column, Kind


LIST_SEPARATOR = "|"
"""What stands between the texts of a list in a flat table."""

# What makes a spreadsheet read a cell as a formula, full-width forms too; and
# the mark itself, so that taking it off again is always right.
_RISKY = tuple("=+-@＝＋－＠\t\r\n'")  # noqa: RUF001 - full-width on purpose
_GUARD = "'"


def row_of(record: Any, columns: Iterable[Column]) -> dict[str, Any]:
    """
    A record as a dict with a value, or None, for every column.
    """
    return {
        column.name: _plain(column.of(record), column) for column in columns
    }


def _plain(value: Any, column: Column) -> Any:
    """
    A value as its column's plain Python type.
    """
    if value is None:
        return None
    shape = _SHAPES.get(column.kind)
    return value if shape is None else shape(value, column)


def _rows(values: Iterable[Any], column: Column) -> list[dict[str, Any]]:
    return [row_of(value, column.columns) for value in values]


_SHAPES: Mapping[Kind, Callable[[Any, Column], Any]] = {
    "text": lambda value, _: str(value),
    "texts": lambda values, _: [str(value) for value in values],
    "records": _rows,
    "value": lambda value, _: json_text(value),
    "joined": lambda values, _: joined(values) if values else None,
    "json": lambda values, column: (
        json_text(_rows(values, column)) if values else None
    ),
}
"""How a value becomes plain; those of other kinds are plain."""


def joined(texts: Iterable[str]) -> str:
    r"""
    Texts as one: joined with `|`, which `\|` stands for within a text.

    >>> joined(["japan", "jetro"])
    'japan|jetro'
    """
    return LIST_SEPARATOR.join(
        text.replace("\\", r"\\").replace(
            LIST_SEPARATOR, rf"\{LIST_SEPARATOR}"
        )
        for text in texts
    )


def split(text: str) -> list[str]:
    """
    The texts of a joined list.

    >>> split("japan|jetro")
    ['japan', 'jetro']
    """
    texts = [""]
    for part in re.findall(r"\\.|[^\\]", text, re.DOTALL):
        if part == LIST_SEPARATOR:
            texts.append("")
        else:
            texts[-1] += part[-1]
    return texts


def json_value(value: Any) -> Any:
    """
    A date or decimal as the text that stands for it in JSON.
    """
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")


def json_text(value: Any, *, indent: int | None = None) -> str:
    """
    Rows as JSON: dates and decimals as texts, so that nothing is rounded.
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(
        value,
        ensure_ascii=False,
        indent=indent,
        separators=separators,
        default=json_value,
    )


def guarded(text: str) -> str:
    """
    A text that no spreadsheet takes for a formula.

    One that begins with `=`, `+`, `-`, `@` (or their full-width forms), a
    tab, a line end or an apostrophe gets an apostrophe in front.

    >>> guarded("=1+1"), guarded("Da Nang")
    ("'=1+1", 'Da Nang')
    """
    return _GUARD + text if text.startswith(_RISKY) else text


def unguarded(text: str) -> str:
    """
    The text that `guarded` made safe.

    >>> unguarded("'=1+1")
    '=1+1'
    """
    return text.removeprefix(_GUARD)


def csv_cell(value: Any) -> str:
    """
    A value of a flat row as the text of a CSV cell; nothing for None.
    """
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, int | float):
        return repr(value)
    return str(json_value(value))


def csv_lines(
    records: Iterable[Any], columns: Iterable[Column]
) -> Iterator[str]:
    """
    The lines of a CSV file as RFC 4180 has them, the header first.
    """
    columns = tuple(columns)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for record in records:
        yield _taken(buffer)
        row = row_of(record, columns)
        writer.writerow([csv_cell(value) for value in row.values()])
    yield _taken(buffer)


def csv_row(values: Iterable[Any]) -> str:
    """
    Values as one line of CSV, without its end.

    >>> csv_row(["Da Nang", None, "=1"])
    "Da Nang,,'=1"
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="")
    writer.writerow([csv_cell(value) for value in values])
    return buffer.getvalue()


def _taken(buffer: io.StringIO) -> str:
    """
    What a buffer holds, which is empty afterwards.
    """
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
