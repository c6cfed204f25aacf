"""
`ascn_data.exporting`: forms that need no library, and asking for one.
"""

import datetime
import io
import json
import pathlib
import pickle
import zipfile

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

import ascn_data

from ascn_data.errors import UnknownNameError
from ascn_data.exports.columns import Column
from ascn_data.exports.layout import Layout
from ascn_data.exports.libraries import library
from ascn_data.exports.rows import json_lines
from ascn_data.models.catalogue import FILES, SCHEMAS
from ascn_data.tables.table import Table
from samples import dataset, tables


def test_dicts_have_every_column() -> None:
    """
    Plain values, None for what is unknown, nested values as dicts.
    """
    row = dataset().observations().to_dicts()[0]

    assert row["value"] == 18.5
    assert row["as_of"] == "2019"
    assert type(row["as_of"]) is type(row["kind"]) is str
    assert row["period"] is None
    assert json.loads(json.dumps(row)) == row
    assert row["evidence"] == [
        {"source": "report-1", "locator": "p. 1", "fields": []}
    ]


def test_dates_and_numbers_can_be_had_in_full() -> None:
    """
    Bounds of dates on request, decimals digit for digit.
    """
    table = dataset().observations()
    row = table.to_dicts(dates="bounds", exact=True)[0]

    assert str(row["value"]) == "18.50"
    assert row["as_of_earliest"] == datetime.date(2019, 1, 1)
    assert row["as_of_precision"] == "year"
    assert row["period_latest"] is None
    assert "as_of_earliest" not in table.to_dicts()[0]
    wrong: Any = "all"
    with pytest.raises(ValueError, match="neither 'text' nor 'bounds'"):
        table.to_dicts(dates=wrong)


def test_names_stand_beside_ids() -> None:
    """
    A name for an id, names for ids, next to them.
    """
    row = dataset().partnerships().to_dicts(names=True)[1]
    (city, _) = dataset().cities().to_dicts(names=True)

    assert row["partners"] == ["japan", "european-commission"]
    assert row["partners_names"] == ["Japan", "European Commission"]
    assert list(row).index("partners_names") == list(row).index("partners") + 1
    assert (city["country"], city["country_name"]) == ("vn", "Viet Nam")
    alone = Table(SCHEMAS["cities"], tables()["cities"], revision="alone")
    assert alone.to_dicts(names=True)[0]["country_name"] == "vn"


def test_columns_are_chosen_in_order() -> None:
    """
    Any column, also of bounds and names, for one export or for good.
    """
    cities = dataset().cities()
    wanted = ["country_name", "joined_latest", "id"]

    assert cities.to_csv(columns=wanted).splitlines() == [
        "country_name,joined_latest,id",
        "Viet Nam,2018-04-28,vn-da-nang",
        "Viet Nam,2024-12-31,vn-hue",
    ]
    assert list(cities.select(*wanted).to_dicts()[0]) == wanted
    assert list(cities.select("id")[:1].to_dicts()[0]) == ["id"]
    again = pickle.loads(pickle.dumps(cities.select("name")))  # noqa: S301 - our own bytes
    assert again.to_dicts() == [{"name": "Da Nang"}, {"name": "Hue"}]
    assert repr(cities.select("cohort")).splitlines()[0].strip() == "cohort"
    with pytest.raises(UnknownNameError, match="did you mean 'country'"):
        cities.select("contry")
    text: Any = "id"
    with pytest.raises(TypeError, match="a list of names"):
        cities.to_dicts(columns=text)


@pytest.mark.parametrize("table", FILES)
def test_no_digit_of_a_shipped_number_is_lost(table: str) -> None:
    """
    As float64 each number is written as the source has it, zeros apart.
    """

    def held(column: Column, values: Iterable[Any]) -> None:
        for value in values:
            if column.kind == "records":
                for inner in column.columns:
                    held(inner, (getattr(v, inner.field) for v in value))
            elif isinstance(value, Decimal):
                assert Decimal(repr(float(value))) == value

    records = ascn_data.load().table(table)
    for column in records.schema.columns():
        held(column, map(column.of, records))


def test_open_files_are_written_to() -> None:
    """
    Texts to what takes texts, UTF-8 to what takes bytes.
    """
    cities = dataset().cities()
    text, raw = io.StringIO(newline=""), io.BytesIO()
    cities.to_csv(text)
    cities.to_csv(raw)
    cities.to_json(text := io.StringIO())

    assert raw.getvalue().decode() == cities.to_csv()
    assert text.getvalue() == cities.to_json()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file, file.open("c.csv", "w") as one:
        cities.to_csv(one)
    with zipfile.ZipFile(packed) as file:
        assert file.read("c.csv").decode() == cities.to_csv()


def test_flat_dicts_have_no_lists() -> None:
    """
    Lists are texts, empty ones nothing.
    """
    row = dataset().partners().to_dicts(flat=True)[3]

    assert row["aliases"] == "JETRO"
    assert row["disputes"] is None
    assert json.loads(row["evidence"])[0]["source"] == "report-1"


def test_json_is_the_dicts(tmp_path: pathlib.Path) -> None:
    """
    As text or in a file, dates and decimals as texts.
    """
    table = dataset().observations()
    table.to_json(tmp_path / "o.json")
    text = (tmp_path / "o.json").read_text(encoding="utf-8")

    assert text == table.to_json() + "\n"
    assert json.loads(text)[0]["value"] == 18.5
    exact = json.loads(table.to_json(exact=True, dates="bounds"))
    assert exact[0]["value"] == "18.50"
    assert exact[0]["as_of_latest"] == "2019-12-31"
    lines = json_lines(table, Layout())
    assert [json.loads(line) for line in lines] == json.loads(text)
    assert json.loads(table.to_json(flat=True))[0]["disputes"] is None


def test_csv_files_open_right_and_say_what_they_are(
    tmp_path: pathlib.Path,
) -> None:
    """
    A byte order mark, and a neighbour with columns, revision and digest.
    """
    table = dataset().cities()
    table.to_csv(tmp_path / "c.csv")
    raw = (tmp_path / "c.csv").read_bytes()
    about = json.loads((tmp_path / "c.csv-metadata.json").read_text())

    assert raw == b"\xef\xbb\xbf" + table.to_csv().encode()
    assert about["url"] == "c.csv"
    assert about["schema:version"] == "sample"
    assert about["schema:sha256"] == table.digest
    columns = {c["name"]: c for c in about["tableSchema"]["columns"]}
    assert list(columns) == table.to_csv().split("\r\n")[0].split(",")
    assert columns["latitude"]["datatype"] == "double"
    assert columns["focus_areas"]["separator"] == "|"
    assert columns["id"]["required"]
    assert not columns["names"]["required"]


def test_tables_of_nowhere_have_no_digest(tmp_path: pathlib.Path) -> None:
    """
    A table made by hand belongs to no dataset.
    """
    table = Table(SCHEMAS["terms"], tables()["terms"], revision="by hand")
    table.to_csv(tmp_path / "t.csv")
    about = json.loads((tmp_path / "t.csv-metadata.json").read_text())

    assert table.origin is None
    assert table.digest is None
    assert "schema:sha256" not in about


def test_digests() -> None:
    """
    A table's digest is that of its dataset.
    """
    ds = ascn_data.load()

    assert ds.cities(country="vn").digest == ds.digest
    assert ds.digest == ascn_data.revision().digest
    assert dataset().digest == dataset().cities()[:1].digest != ds.digest


def test_missing_libraries_are_named_with_their_extra() -> None:
    """
    The message is the command to type.
    """
    with pytest.raises(
        ImportError, match=r"pip install 'ascn-data\[no-extra\]'"
    ) as caught:
        library("no_such_library.part", "no-extra")
    assert caught.value.name == "no_such_library.part"


def test_broken_libraries_are_not_called_missing(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A library that lacks something itself says so.
    """
    (tmp_path / "broken_library.py").write_text("import no_such_part")
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(ImportError, match="no_such_part"):
        library("broken_library", "any")
