"""
Tables in pandas, Polars, Arrow, DuckDB and narwhals.
"""

import csv
import datetime
import io
import json
import pathlib

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import duckdb
import narwhals
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hypothesis import given
from hypothesis import strategies as st

import ascn_data

from ascn_data.arrow import arrow_schema
from ascn_data.cells import unguarded
from ascn_data.loading import FILES
from ascn_data.schema import Column, columns_of
from samples import dataset
from strategies import invented


DS = ascn_data.load()
Rows = list[dict[str, Any]]


def _decoded(value: Any, column: Column) -> Any:
    """
    A JSON value as the column's own type.
    """
    if value is None:
        return None
    if column.kind == "decimal":
        return Decimal(value)
    if column.kind == "date":
        return datetime.date.fromisoformat(value)
    if column.kind == "records":
        return _rows_from_json(value, column.columns)
    return value


def _rows_from_json(rows: Rows, columns: Iterable[Column]) -> Rows:
    return [
        {c.name: _decoded(row[c.name], c) for c in columns} for row in rows
    ]


def _from_csv(text: str, columns: Iterable[Column]) -> Rows:
    """
    The rows of a CSV text, read as its metadata says.
    """
    readers: dict[str, Callable[[str], Any]] = {
        "integer": int,
        "number": float,
        "boolean": "true".__eq__,
        "decimal": Decimal,
        "date": datetime.date.fromisoformat,
    }
    by_name = {column.name: column for column in columns}
    return [
        {
            name: None
            if cell == ""
            else readers.get(by_name[name].kind, unguarded)(cell)
            for name, cell in row.items()
        }
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def _from_pandas(frame: pd.DataFrame) -> Rows:
    """
    The rows of a data frame, gaps as None.
    """

    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return value
        if pd.isna(value):
            return None
        return value.date() if isinstance(value, pd.Timestamp) else value

    return [
        {str(name): plain(value) for name, value in row.items()}
        for row in frame.to_dict(orient="records")
    ]


def _schema_of(table: Any) -> pa.Schema:
    """
    What a table says its schema is, by `__arrow_c_schema__`.
    """
    return pa.schema(table)


def _same_cells(table: Any) -> None:
    """
    Hold all forms of a table against its dicts.
    """
    for flat in (False, True):
        columns = columns_of(table.name, flat=flat)
        rows = table.to_dicts(flat=flat)
        assert table.to_arrow(flat=flat).to_pylist() == rows
        assert table.to_polars(flat=flat).to_dicts() == rows
        assert _from_pandas(table.to_pandas(flat=flat)) == rows
        given_json = json.loads(table.to_json(flat=flat))
        assert _rows_from_json(given_json, columns) == rows
    flat_rows = table.to_dicts(flat=True)
    columns = columns_of(table.name, flat=True)
    assert _from_csv(table.to_csv(), columns) == flat_rows


@pytest.mark.parametrize("table", FILES)
def test_the_same_cells_whichever_way(table: str) -> None:
    """
    All forms of the bundled tables hold the same.
    """
    _same_cells(DS.table(table))


def test_tables_worked_out_from_others() -> None:
    """
    The reconciliation is a table like any other.
    """
    _same_cells(DS.reconciliation())
    _same_cells(DS.reconciliation()[:0])


@given(st.sampled_from(FILES).flatmap(invented))
def test_the_same_cells_of_any_table(table: Any) -> None:
    """
    Hostile texts, every type, empty tables: all forms hold the same.
    """
    _same_cells(table)


def test_consumers_take_a_table_as_it_is() -> None:
    """
    Everything that speaks the PyCapsule protocol; types arrive whole.
    """
    table = dataset().partnerships()
    rows = table.to_dicts()

    assert pa.table(table).to_pylist() == rows
    assert pl.DataFrame(table).to_dicts() == rows
    assert (
        narwhals.from_arrow(table, backend="polars").rows(named=True) == rows
    )
    frame: Any = pd.DataFrame
    assert frame.from_arrow(table)["id"].to_list() == list(table.ids)
    with duckdb.connect() as connection:
        connection.register("t", table)
        query = "select amounts[1].value * 2 from t where id = 'mou'"
        found = connection.execute(query).fetchall()
    assert found == [(Decimal("21.000000000"),)]


def test_schemas_are_typed() -> None:
    """
    Dates, exact money, lists and structs; required columns have no gaps.
    """
    schema = arrow_schema("partnerships")

    assert schema.field("start_earliest").type == pa.date32()
    assert schema.field("partners").type.value_type == pa.string()
    assert not schema.field("id").nullable
    assert schema.field("end").nullable
    amount = schema.field("amounts").type.value_type
    assert amount.field("value").type == pa.decimal128(38, 9)
    assert arrow_schema("events").field("number").type == pa.int64()
    assert arrow_schema("cities").field("latitude").type == pa.float64()
    assert (
        arrow_schema("cities").field("is_national_capital").type == pa.bool_()
    )
    assert pa.types.is_string(
        arrow_schema("partnerships", flat=True).field("amounts").type
    )


@pytest.mark.parametrize("table", FILES)
def test_empty_tables_keep_their_schema(table: str) -> None:
    """
    In every library.
    """
    full, empty = DS.table(table), DS.table(table)[:0]

    assert pa.table(empty).schema == pa.table(full).schema
    assert _schema_of(empty) == pa.table(full).schema
    assert pl.DataFrame(empty).schema == pl.DataFrame(full).schema
    assert list(empty.to_pandas().dtypes) == list(full.to_pandas().dtypes)


def test_requested_schemas() -> None:
    """
    A cast that can be done is done; one that cannot is an error.
    """
    table = dataset().terms()
    own = table.to_arrow().schema
    large = own.set(0, pa.field("id", pa.large_string()))

    assert pa.table(table, schema=large).schema.field("id").type == (
        pa.large_string()
    )
    with pytest.raises(ValueError, match="not matching"):
        pa.RecordBatchReader.from_stream(
            table, schema=pa.schema([("id", pa.string())])
        )
    with pytest.raises(ValueError, match="'civic'"):
        pa.RecordBatchReader.from_stream(
            table, schema=own.set(0, pa.field("id", pa.int32()))
        ).read_all()


def test_files_say_their_revision(tmp_path: pathlib.Path) -> None:
    """
    Arrow, Parquet and pandas carry revision and digest.
    """
    table = DS.cities()
    expected = {
        "ascn_data.table": "cities",
        "ascn_data.revision": DS.revision,
        "ascn_data.digest": DS.digest,
        "ascn_data.licence": "https://creativecommons.org/licenses/by/4.0/",
    }
    table.to_parquet(tmp_path / "a.parquet")
    table.to_parquet(tmp_path / "b.parquet")
    read = pq.read_table(tmp_path / "a.parquet")
    encoded = {k.encode(): v.encode() for k, v in expected.items()}

    assert table.to_pandas().attrs == expected
    assert table.to_arrow().schema.metadata == encoded
    assert _schema_of(table).metadata == encoded
    assert read.schema.metadata.items() >= encoded.items()
    assert read.to_pylist() == table.to_dicts()
    assert (tmp_path / "a.parquet").read_bytes() == (
        tmp_path / "b.parquet"
    ).read_bytes()


def test_pandas_types() -> None:
    """
    Texts are texts, numbers may have gaps, dates are dates.
    """
    types = dataset().events().to_pandas().dtypes

    assert types["name"] == "str"
    assert types["number"] == "Int64"
    assert types["start_latest"] == "datetime64[s]"
    assert dataset().cities().to_pandas()["latitude"].dtype == "float64"
    assert dataset().cities().to_pandas().set_index("id").index[0] == (
        "vn-da-nang"
    )


def test_bundled_decimals_fit() -> None:
    """
    Every number of the data has its exact place in decimal128(38, 9).
    """
    values = [o.value for o in DS.observations()]

    assert DS.observations().to_arrow()["value"].to_pylist() == values


def test_spreadsheet_files_read_back(tmp_path: pathlib.Path) -> None:
    """
    Readers of CSV skip the byte order mark.
    """
    path = str(tmp_path / "partners.csv")
    DS.partners().to_csv(path)
    ids = list(DS.partners().ids)

    assert pd.read_csv(path)["id"].to_list() == ids
    assert pl.read_csv(path)["id"].to_list() == ids
    with duckdb.connect() as connection:
        read = connection.read_csv(path).select("id")
        assert [id_ for (id_,) in read.fetchall()] == ids
