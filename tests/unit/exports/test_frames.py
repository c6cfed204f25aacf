"""
`ascn_data.exporting`: forms that need no library, and asking for one.
"""

import datetime
import json
import pathlib

from decimal import Decimal

import pytest

import ascn_data

from ascn_data.exports.libraries import library
from ascn_data.exports.rows import json_lines
from ascn_data.models.catalogue import SCHEMAS
from ascn_data.tables.table import Table
from samples import dataset, tables


def test_dicts_have_every_column() -> None:
    """
    Plain values, None for what is unknown, nested values as dicts.
    """
    row = dataset().observations().to_dicts()[0]

    assert row["value"] == Decimal("18.50")
    assert row["as_of"] == "2019"
    assert row["as_of_earliest"] == datetime.date(2019, 1, 1)
    assert row["period"] is row["period_latest"] is None
    assert type(row["kind"]) is str
    assert row["evidence"] == [
        {"source": "report-1", "locator": "p. 1", "fields": []}
    ]


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
    assert json.loads(text)[0]["value"] == "18.50"
    assert json.loads(text)[0]["as_of_latest"] == "2019-12-31"
    assert [json.loads(line) for line in json_lines(table)] == json.loads(text)
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
