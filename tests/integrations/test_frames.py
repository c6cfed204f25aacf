"""
Tables in pandas, Polars, Arrow, DuckDB and narwhals.
"""

import csv
import datetime
import io
import json
import pathlib
import tempfile

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import attrs
import duckdb
import narwhals
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hypothesis import given
from hypothesis import strategies as st

import ascn_data

from ascn_data.exports.arrow import arrow_schema
from ascn_data.exports.columns import Column
from ascn_data.exports.delimited import unguarded
from ascn_data.exports.layout import Layout
from ascn_data.models.catalogue import FILES
from ascn_data.tables.table import Table
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


def _through_parquet(table: Any, **asked: Any) -> Any:
    """
    The rows of a table, written to a Parquet file and read back.
    """
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, "table.parquet")
        table.to_parquet(path, **asked)
        return pq.read_table(path).to_pylist()


def _from_geojson(table: Any, columns: Iterable[Column]) -> Rows:
    """
    The rows of a table on the map: coordinates are those of a point.
    """
    placed: Any = Table(table.schema, table, revision="any", origin=DS.store)
    rows = []
    for feature in json.loads(placed.to_geojson())["features"]:
        row = feature["properties"]
        assert feature["id"] == row["id"]
        if table.name in ("cities", "places"):
            point = feature["geometry"] or {"coordinates": [None, None]}
            where = [row["longitude"], row["latitude"]]
            assert where == point["coordinates"]
        rows.append(row)
    return _rows_from_json(rows, columns)


def _schema_of(table: Any) -> pa.Schema:
    """
    What a table says its schema is, by `__arrow_c_schema__`.
    """
    return pa.schema(table)


def _same_cells(table: Any) -> None:
    """
    Hold all forms of a table against its dicts.
    """
    for layout in (
        Layout(),
        Layout(flat=True, names=True),
        Layout(exact=True, dates="bounds"),
        Layout(flat=True, exact=True, dates="bounds"),
    ):
        asked = attrs.asdict(layout)
        columns = table.laid_out(layout)
        rows = table.to_dicts(**asked)
        assert table.to_arrow(**asked).to_pylist() == rows
        assert table.to_polars(**asked).to_dicts() == rows
        assert _from_pandas(table.to_pandas(**asked)) == rows
        given_json = json.loads(table.to_json(**asked))
        assert _rows_from_json(given_json, columns) == rows
        assert _through_parquet(table, **asked) == rows
    columns = table.laid_out(Layout(flat=True, exact=True, dates="bounds"))
    flat_rows = table.to_dicts(flat=True, exact=True, dates="bounds")
    assert _from_csv(table.to_csv(dates="bounds"), columns) == flat_rows
    if table.schema.geometry:
        columns = table.laid_out(Layout(flat=True))
        assert _from_geojson(table, columns) == table.to_dicts(flat=True)


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
    assert pl.DataFrame(pa.table(table)).to_dicts() == rows
    assert (
        narwhals.from_arrow(table, backend="polars").rows(named=True) == rows
    )
    frame: Any = pd.DataFrame
    assert frame.from_arrow(table)["id"].to_list() == list(table.ids)
    with duckdb.connect() as connection:
        connection.register("t", table)
        query = "select amounts[1].value * 2 from t where id = 'mou'"
        found = connection.execute(query).fetchall()
    assert found == [(21.0,)]


def test_constructors_of_data_frames_take_a_table() -> None:
    """
    A column a field, as of any sequence of dataclasses.

    Polars asks for a sequence before it asks for Arrow, so that it sees
    records; `to_polars()` has the types of every column.
    """
    for table in (DS.cities(), DS.projects(), DS.observations()):
        frame = pd.DataFrame(table)
        whole = pl.DataFrame(table, infer_schema_length=None)

        assert len(frame) == len(whole) == len(table)
        assert frame["id"].to_list() == whole["id"].to_list()
        assert frame["id"].to_list() == list(table.ids)
        assert {"evidence", "note"} <= {*frame.columns} & {*whole.columns}
    joined = [str(city.joined) for city in DS.cities()]
    assert pd.DataFrame(DS.cities())["joined"].to_list() == joined
    assert pl.DataFrame(DS.cities())["joined"].to_list() == joined


def test_duckdb_finds_tables_by_their_names() -> None:
    """
    A table in a variable is a table in a query, joins and all.
    """
    t = DS.partnerships()
    partners = DS.partners()
    query = (
        "select t.id, partners.name from (select id, unnest(partners) as who "
        "from t) t join partners on partners.id = who order by all"
    )

    whole: Any = duckdb.sql("from t order by id")
    joined: Any = duckdb.sql(query)

    assert whole.to_arrow_table().to_pylist() == t.to_dicts()
    assert joined.fetchall() == sorted(
        (record.id, partners[id_].name)
        for record in t
        for id_ in record.partners
    )


def test_schemas_are_typed() -> None:
    """
    Dates, exact money, lists and structs; required columns have no gaps.
    """
    full = Layout(exact=True, dates="bounds")
    schema = arrow_schema(DS.partnerships(), full)

    assert schema.field("start_earliest").type == pa.date32()
    assert schema.field("partners").type.value_type == pa.string()
    assert not schema.field("id").nullable
    assert schema.field("end").nullable
    amount = schema.field("amounts").type.value_type
    assert amount.field("value").type == pa.decimal128(38, 9)
    narrow = pa.schema(DS.partnerships())
    amount = narrow.field("amounts").type.value_type
    assert amount.field("value").type == pa.float64()
    assert narrow.get_field_index("start_earliest") == -1
    assert pa.schema(DS.events()).field("number").type == pa.int64()
    cities = pa.schema(DS.cities())
    assert cities.field("latitude").type == pa.float64()
    assert cities.field("is_national_capital").type == pa.bool_()
    flat = arrow_schema(DS.partnerships(), Layout(flat=True))
    assert pa.types.is_string(flat.field("amounts").type)


@pytest.mark.parametrize("table", FILES)
def test_empty_tables_keep_their_schema(table: str) -> None:
    """
    In every library.
    """
    full, empty = DS.table(table), DS.table(table)[:0]

    assert pa.table(empty).schema == pa.table(full).schema
    assert _schema_of(empty) == pa.table(full).schema
    assert empty.to_polars().schema == full.to_polars().schema
    assert list(empty.to_pandas().dtypes) == list(full.to_pandas().dtypes)


def _requested(table: Any, schema: pa.Schema | None) -> pa.Table:
    """
    A table in a schema, negotiated as the PyCapsule specification has it.
    """
    asked = None if schema is None else schema.__arrow_c_schema__()
    capsule = table.__arrow_c_stream__(asked)
    return pa.RecordBatchReader._import_from_c_capsule(capsule).read_all()


@pytest.mark.parametrize(
    ("name", "field", "type"),
    [
        ("terms", "id", pa.large_string()),
        ("terms", "id", pa.string_view()),
        ("terms", "scheme", pa.dictionary(pa.int32(), pa.string())),
        ("events", "number", pa.int16()),
        ("events", "start", pa.large_string()),
        ("cities", "latitude", pa.float32()),
        ("observations", "value", pa.float64()),
    ],
)
def test_requested_schemas(name: str, field: str, type: pa.DataType) -> None:
    """
    Another type for the same values is what the consumer gets.
    """
    table = DS.table(name)
    own = pa.schema(table)
    index = own.get_field_index(field)
    asked = own.set(index, own.field(index).with_type(type))
    found = _requested(table, asked)

    assert found.schema == asked
    rows = found.cast(own).to_pylist()
    if type != pa.float32():
        assert rows == table.to_dicts()
    assert pa.table(table, schema=asked).schema == asked


def test_schemas_that_cannot_be() -> None:
    """
    What is not the same data is an error; no request is the own schema.
    """
    table = dataset().terms()
    own = pa.schema(table)

    assert _requested(table, None).schema == own
    assert _requested(table, own).to_pylist() == table.to_dicts()
    with pytest.raises(ValueError, match="not matching"):
        _requested(table, pa.schema([("id", pa.string())]))
    with pytest.raises(ValueError, match="'civic'"):
        _requested(table, own.set(0, pa.field("id", pa.int32())))


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
    types = dataset().events().to_pandas(dates="bounds").dtypes

    assert types["name"] == "str"
    assert types["number"] == "Int64"
    assert types["start_latest"] == "datetime64[s]"
    assert "start_latest" not in dataset().events().to_pandas()
    assert dataset().cities().to_pandas()["latitude"].dtype == "float64"
    values = dataset().observations().to_pandas()["value"]
    assert values.dtype == "float64"
    assert values.quantile(0.5) == 12.75
    assert dataset().cities().to_pandas().set_index("id").index[0] == (
        "vn-da-nang"
    )


def test_bundled_decimals_fit() -> None:
    """
    Every number of the data has its exact place in decimal128(38, 9).
    """
    values = [o.value for o in DS.observations()]

    table = DS.observations()
    assert table.to_arrow(exact=True)["value"].to_pylist() == values
    # Nor does a float64 lose a digit.
    floats = table.to_arrow()["value"].to_pylist()
    assert [Decimal(repr(value)) for value in floats] == values


def test_columns_of_every_library_resolve() -> None:
    """
    A column gives its ids; a whole frame or matrix is refused.
    """
    names = ["Saigon", None, "Phuket"]
    ids = ["vn-ho-chi-minh-city", None, "th-phuket"]
    frame = pd.DataFrame({"city": names})
    columns: list[Any] = [
        frame["city"],
        pl.Series(names),
        pa.chunked_array([names]),
        np.array(names, dtype=object),
    ]
    whole: list[Any] = [
        frame,
        pl.DataFrame({"city": names}),
        pa.table({"city": names}),
        np.array([names], dtype=object),
    ]
    numbers: list[Any] = [np.array([1, 2]), pd.Series([True]), [np.int64(3)]]

    for column in columns:
        assert list(ascn_data.resolve(column, kind="city")) == ids
    for several in whole:
        with pytest.raises(TypeError, match="choose one of its columns"):
            ascn_data.resolve(several, kind="city")
    for column in numbers:
        with pytest.raises(TypeError, match="names are texts"):
            ascn_data.resolve(column, kind="city")
    gaps = [np.nan, pd.NA, pd.NaT, np.datetime64("NaT"), Decimal("NaN")]
    assert ascn_data.resolve(gaps, kind="city").gaps == len(gaps)


def test_years_of_numpy_and_days_of_pandas() -> None:
    """
    Cells of a frame are dates as they come; a gap is none.
    """
    cities = DS.cities(as_of=2018)
    year: Any = np.int64(2018)

    assert DS.cities(as_of=year) == cities
    assert DS.cities(as_of=pd.Timestamp(2018, 12, 31)) == cities
    with pytest.raises(ValueError, match="NaT is not a date"):
        DS.cities(as_of=pd.NaT)  # type: ignore[arg-type]


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
