"""
The cells of a table: records as rows of plain Python values and as CSV.

Nothing here needs a library; every other form of a table is made of these
rows, so that the cells are the same whichever way.
"""

import datetime
import json
import re

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ascn_data.exports.columns import Column, Kind
from ascn_data.exports.layout import Layout
from ascn_data.exports.schema import Tabular


LIST_SEPARATOR = "|"
"""What stands between the texts of a list in a flat table."""


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
    "number": lambda value, _: float(value),
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


def to_dicts(table: Tabular, layout: Layout) -> list[dict[str, Any]]:
    """
    Return the records as rows of plain Python values.
    """
    columns = table.laid_out(layout)
    return [row_of(record, columns) for record in table]


def to_json(table: Tabular, layout: Layout) -> str:
    """
    Return the rows as the text of a JSON list.
    """
    return json_text(to_dicts(table, layout), indent=2)


def json_bytes(table: Tabular, layout: Layout) -> bytes:
    """
    Return the bytes of a JSON file, a newline at the end.
    """
    return f"{to_json(table, layout)}\n".encode()


def json_lines_bytes(table: Tabular, layout: Layout) -> bytes:
    """
    Return the bytes of a file of JSON Lines.
    """
    return "".join(f"{line}\n" for line in json_lines(table, layout)).encode()


def json_lines(table: Tabular, layout: Layout) -> Iterator[str]:
    """
    Yield the records as JSON, one a line, without line ends.
    """
    columns = table.laid_out(layout)
    for record in table:
        yield json_text(row_of(record, columns))
