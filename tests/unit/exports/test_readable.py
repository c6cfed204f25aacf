"""
`ascn_data.exports.readable`: tables for people.
"""

import csv
import io
import pathlib

from typing import Any

import pytest

import ascn_data

from ascn_data.models.catalogue import SCHEMAS
from ascn_data.tables.table import Table
from samples import dataset, tables


def _rows(text: str | None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(str(text), newline="")))


def test_names_one_date_and_a_dated_status() -> None:
    """
    Who, where and when in words; ids only of the record itself.
    """
    table = ascn_data.load("2026.2").partnerships(partner="JETRO")
    rows = _rows(table.to_csv(style="readable"))
    row = next(row for row in rows if row["id"] == "jetro-undp-mou")

    assert row["partners"] == (
        "Japan External Trade Organization; "
        "United Nations Development Programme"
    )
    assert row["start"] == "2018-07-08"
    assert row["status"] == "unknown (2018-07-11)"
    assert "start_earliest" not in row
    assert "status_as_of" not in row
    assert "okamoto-2022" not in row["sources"]
    assert "Mushrooming Smart Cities" in row["sources"]
    assert row["source_addresses"].startswith("https://")


@pytest.mark.parametrize("table", SCHEMAS)
def test_no_cell_is_json(table: str) -> None:
    """
    Whatever a record holds, a cell is words.
    """
    text = ascn_data.load().table(table).to_csv(style="readable")
    cells = [c for row in _rows(text) for c in row.values()]

    assert not [c for c in cells if c.startswith(("[{", "{"))]


def test_formulas_are_guarded() -> None:
    """
    A spreadsheet that opens the file runs nothing.
    """
    given = dict(tables())
    record = given["places"][0]
    evil = type(record)(
        id="jp-evil",
        name="=1+1",
        country="jp",
        note="@x",
        confidence=record.confidence,
    )
    table = Table(SCHEMAS["places"], [evil], revision="by hand")
    (row,) = _rows(table.to_csv(style="readable"))

    assert (row["name"], row["note"]) == ("'=1+1", "'@x")
    assert row["country"] == "jp"


def test_chosen_columns_and_files(tmp_path: pathlib.Path) -> None:
    """
    The columns wanted, in a file that begins with a byte order mark.
    """
    cities = dataset().cities()
    cities.to_csv(
        tmp_path / "c.csv", style="readable", columns=["name", "country_name"]
    )

    assert (tmp_path / "c.csv").read_bytes() == (
        b"\xef\xbb\xbfname,country_name\r\n"
        b"Da Nang,Viet Nam\r\nHue,Viet Nam\r\n"
    )
    style: Any = "pretty"
    with pytest.raises(ValueError, match="neither 'data' nor 'readable'"):
        cities.to_csv(style=style)
