"""
Tables as CSV, safe to open in a spreadsheet, with metadata beside the file.
"""

import csv
import io

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from ascn_data.exports.columns import Column
from ascn_data.exports.layout import Layout
from ascn_data.exports.rows import (
    LIST_SEPARATOR,
    json_text,
    json_value,
    row_of,
)
from ascn_data.exports.schema import Tabular
from ascn_data.files.atomic import is_stream, path_of, write_file, write_text


if TYPE_CHECKING:
    import os

# What makes a spreadsheet read a cell as a formula, full-width forms too; and
# the mark itself, so that taking it off again is always right.
_RISKY = tuple("=+-@＝＋－＠\t\r\n'")  # noqa: RUF001 - full-width on purpose


_GUARD = "'"


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


def csv_columns(table: Tabular, layout: Layout) -> tuple[Column, ...]:
    """
    Return the columns of a CSV file: flat ones, numbers digit for digit.
    """
    return table.laid_out(attrs.evolve(layout, flat=True, exact=True))


def to_csv(table: Tabular, layout: Layout) -> str:
    """
    Return the text of a CSV file.
    """
    return "".join(csv_lines(table, csv_columns(table, layout)))


def csv_bytes(table: Tabular, layout: Layout) -> bytes:
    """
    Return the bytes of a CSV file for programs: no byte order mark.

    Some programs take the mark for a part of the first column's name.
    """
    return to_csv(table, layout).encode()


def write_csv(
    table: Tabular, path: "str | os.PathLike[str]", layout: Layout
) -> None:
    """
    Write a CSV file and, beside it, a file of metadata.

    The file begins with a byte order mark: without it Excel reads UTF-8 as
    something else.  Data frames, databases and Python's encoding `utf-8-sig`
    skip it; `cut` and Python's `utf-8` take it for a part of the first name.

    A device or a pipe gets no metadata: nothing can stand beside it.
    """
    file = path_of(path)
    write_file(file, to_csv(table, layout).encode("utf-8-sig"))
    if not is_stream(file):
        sidecar = file.with_name(f"{file.name}-metadata.json")
        about = csv_metadata(table, file.name, layout)
        write_text(sidecar, json_text(about, indent=2))


_CSVW_TYPES = {
    "integer": "integer",
    "number": "double",
    "boolean": "boolean",
    "decimal": "decimal",
    "date": "date",
    "json": "json",
}


def csv_metadata(table: Tabular, name: str, layout: Layout) -> dict[str, Any]:
    """
    What a CSV file holds, as the W3C's "CSV on the Web" says it.
    """
    about = table.metadata
    digest = about["ascn_data.digest"]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": name,
        "dc:title": f"ascn-data {table.schema.name}",
        "dc:license": {"@id": about["ascn_data.licence"]},
        "schema:version": table.revision,
        **({"schema:sha256": digest} if digest else {}),
        "tableSchema": {
            "columns": [
                _csvw_column(column) for column in csv_columns(table, layout)
            ],
            "primaryKey": "id",
        },
    }


def _csvw_column(column: Column) -> dict[str, Any]:
    """
    A column in the words of CSVW.
    """
    listed = {"separator": LIST_SEPARATOR} if column.kind == "joined" else {}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _CSVW_TYPES.get(column.kind, "string"),
        "required": column.required and column.kind not in ("joined", "json"),
        **listed,
    }
