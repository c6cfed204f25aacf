"""
Tables as Arrow: `pyarrow.Table`, the PyCapsule protocol and Parquet.

The work is done by pyarrow.  nanoarrow would be smaller, but neither builds
nested columns and decimals from Python values as directly nor writes
Parquet, and whoever wants Arrow mostly has pyarrow.
"""

import io

from typing import TYPE_CHECKING, Any

from ascn_data.exports.columns import Column
from ascn_data.exports.layout import Layout
from ascn_data.exports.libraries import library
from ascn_data.exports.rows import to_dicts
from ascn_data.exports.schema import Tabular


if TYPE_CHECKING:
    import pyarrow


def _pyarrow() -> Any:
    return library("pyarrow", "arrow")


def _type(column: Column) -> Any:
    """
    The Arrow type of a column.

    Vocabularies are plain strings: dictionaries of two tables differ and get
    in the way of joins.  Decimals have the precision and scale of SQL's
    widest common NUMERIC, (38, 9); a value that does not fit is an error.
    """
    pa = _pyarrow()
    if column.kind in ("texts", "records"):
        item = (
            pa.struct([_field(inner) for inner in column.columns])
            if column.columns
            else pa.string()
        )
        return pa.list_(pa.field("item", item, nullable=False))
    scalars = {
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "decimal": pa.decimal128(38, 9),
        "date": pa.date32(),
    }
    return scalars.get(column.kind, pa.string())


def _field(column: Column) -> Any:
    required = column.required and column.kind not in ("joined", "json")
    return _pyarrow().field(column.name, _type(column), nullable=not required)


def arrow_schema(table: Tabular, layout: Layout) -> "pyarrow.Schema":
    """
    Return the Arrow schema of a table, the same in every revision.
    """
    schema: pyarrow.Schema = _pyarrow().schema(
        [_field(column) for column in table.laid_out(layout)],
        metadata=table.metadata,
    )
    return schema


def to_arrow(table: Tabular, layout: Layout) -> "pyarrow.Table":
    """
    Return a `pyarrow.Table`, with revision and digest as metadata.
    """
    found: pyarrow.Table = _pyarrow().Table.from_pylist(
        to_dicts(table, layout), schema=arrow_schema(table, layout)
    )
    return found


def parquet_bytes(
    table: Tabular, layout: Layout, compression: str = "zstd"
) -> bytes:
    """
    Return the bytes of a Parquet file, the same ones for the same table.
    """
    parquet = library("pyarrow.parquet", "arrow")
    stream = io.BytesIO()
    parquet.write_table(
        to_arrow(table, layout), stream, compression=compression
    )
    return stream.getvalue()


def c_schema(table: Tabular) -> object:
    """
    The schema as an Arrow PyCapsule.
    """
    return arrow_schema(table, Layout()).__arrow_c_schema__()


def c_stream(table: Tabular, requested_schema: object) -> object:
    """
    The records as an Arrow PyCapsule stream.

    Cast to the schema a consumer requests where that is possible; where its
    fields differ, the error is pyarrow's `ValueError`.
    """
    exporter: Any = to_arrow(table, Layout())
    return exporter.__arrow_c_stream__(requested_schema)
