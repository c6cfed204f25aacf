"""
Tables in the forms other software takes.

The methods of `Table` call these functions.  Libraries are imported when
asked for; one that is missing is named with the extra that brings it.
"""

import importlib

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ascn_data.cells import LIST_SEPARATOR, csv_lines, json_text, row_of
from ascn_data.schema import Column, columns_of
from ascn_data.table import Table
from ascn_data.writing import is_stream, path_of, write_file


if TYPE_CHECKING:
    import os

    import pandas
    import polars

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the data."""


def library(name: str, extra: str) -> Any:
    """
    An optional library.

    Raises:
        ImportError: If it is not installed, with the command that does it.
    """
    package = name.partition(".")[0]
    try:
        importlib.import_module(package)
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise ModuleNotFoundError(
            f"this needs {package}, which is not installed: "
            f"pip install 'ascn-data[{extra}]'",
            name=name,
        ) from None


def metadata(table: Table[Any]) -> dict[str, str]:
    """
    What a file says of the table in it.
    """
    return {
        "ascn_data.table": table.name,
        "ascn_data.revision": table.revision,
        "ascn_data.digest": table.digest or "",
        "ascn_data.licence": LICENCE,
    }


def to_dicts(table: Table[Any], *, flat: bool) -> list[dict[str, Any]]:
    """
    The records as rows of plain Python values.
    """
    columns = columns_of(table.name, flat=flat)
    return [row_of(record, columns) for record in table]


def to_json(table: Table[Any], *, flat: bool) -> str:
    """
    The rows as the text of a JSON list.
    """
    return json_text(to_dicts(table, flat=flat), indent=2)


def write_text(path: "str | os.PathLike[str]", text: str) -> None:
    """
    Write a text as UTF-8, with a newline at its end.
    """
    write_file(path, f"{text}\n".encode())


def json_lines(table: Table[Any], *, flat: bool = False) -> Iterator[str]:
    """
    The records as JSON, one a line, without line ends.
    """
    columns = columns_of(table.name, flat=flat)
    for record in table:
        yield json_text(row_of(record, columns))


def to_csv(table: Table[Any]) -> str:
    """
    The text of a CSV file.
    """
    return "".join(csv_lines(table, columns_of(table.name, flat=True)))


def write_csv(table: Table[Any], path: "str | os.PathLike[str]") -> None:
    """
    Write a CSV file and, beside it, a file of metadata.

    The file begins with a byte order mark: without it Excel reads UTF-8 as
    something else.  Data frames, databases and Python's encoding `utf-8-sig`
    skip it; `cut` and Python's `utf-8` take it for a part of the first name.

    A device or a pipe gets no metadata: nothing can stand beside it.
    """
    file = path_of(path)
    write_file(file, to_csv(table).encode("utf-8-sig"))
    if not is_stream(file):
        sidecar = file.with_name(f"{file.name}-metadata.json")
        about = csv_metadata(table, file.name)
        write_text(sidecar, json_text(about, indent=2))


_CSVW_TYPES = {
    "integer": "integer",
    "number": "double",
    "boolean": "boolean",
    "decimal": "decimal",
    "date": "date",
    "json": "json",
}


def csv_metadata(table: Table[Any], name: str) -> dict[str, Any]:
    """
    What a CSV file holds, as the W3C's "CSV on the Web" says it.
    """
    digest = {"schema:sha256": table.digest} if table.digest else {}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": name,
        "dc:title": f"ascn-data {table.name}",
        "dc:license": {"@id": LICENCE},
        "schema:version": table.revision,
        **digest,
        "tableSchema": {
            "columns": [
                _csvw_column(column)
                for column in columns_of(table.name, flat=True)
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


def to_pandas(table: Table[Any], *, flat: bool) -> "pandas.DataFrame":
    """
    A data frame made by pandas alone.

    Texts have the `str` type, whole numbers `Int64`, dates `datetime64[s]`;
    lists and decimals are Python objects.
    """
    pd = library("pandas", "pandas")
    text = pd.StringDtype(na_value=float("nan"))
    types = {
        "integer": "Int64",
        "number": "float64",
        "boolean": "bool",
        "decimal": "object",
        "date": "datetime64[s]",
        "texts": "object",
        "records": "object",
    }
    rows = to_dicts(table, flat=flat)
    frame: pandas.DataFrame = pd.DataFrame(
        {
            column.name: pd.Series(
                [row[column.name] for row in rows],
                dtype=types.get(column.kind, text),
            )
            for column in columns_of(table.name, flat=flat)
        }
    )
    frame.attrs.update(metadata(table))
    return frame


def to_polars(table: Table[Any], *, flat: bool) -> "polars.DataFrame":
    """
    A Polars data frame, by way of Arrow.
    """
    from ascn_data.arrow import to_arrow

    pl = library("polars", "polars")
    frame: polars.DataFrame = pl.DataFrame(to_arrow(table, flat=flat))
    return frame
