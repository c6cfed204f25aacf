"""
`ascn_data.exports.workbook`: tables as a workbook for people.
"""

import datetime
import io
import pathlib

from typing import Any

import openpyxl
import pytest

import ascn_data

from ascn_data.__main__ import main
from ascn_data.errors import UnknownNameError
from ascn_data.exports.formats import FORMATS
from ascn_data.exports.layout import Layout
from ascn_data.models.catalogue import SCHEMAS, TABLES
from ascn_data.tables.table import Table
from ascn_data.tables.tidy.catalogue import TIDY
from samples import dataset, tables


def _opened(raw: bytes | None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(raw or b""))


def _by_name(sheet: Any, row: int) -> dict[str, Any]:
    head = [cell.value for cell in sheet[1]]
    return dict(zip(head, sheet[row], strict=True))


def test_a_table_is_a_sheet_after_the_first() -> None:
    """
    Names beside ids, real dates, links, a fixed and filtered header.
    """
    table = ascn_data.load("2026.2").partnerships(partner="JETRO")
    book = _opened(table.to_excel())
    sheet = book["partnerships"]
    position = table.ids.index("jetro-undp-mou") + 2
    row = _by_name(sheet, position)

    assert book.sheetnames == ["About", "partnerships"]
    assert row["partners"].value == "jetro; undp"
    assert row["partners_names"].value == (
        "Japan External Trade Organization; "
        "United Nations Development Programme"
    )
    assert row["start"].value == datetime.datetime(2018, 7, 8)  # noqa: DTZ001
    assert row["start"].is_date
    assert row["status"].value == "unknown (2018-07-11)"
    assert row["source_addresses"].hyperlink.target.startswith("https://")
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref.startswith("A1:")


def test_the_first_sheet_says_how_to_read() -> None:
    """
    Revision, licence, how to read, and a link to each table.
    """
    about = _opened(ascn_data.load("2026.2").terms().to_excel())["About"]
    words = {row[0].value: row[1].value for row in about.iter_rows()}

    assert words["Revision"] == "2026.2"
    assert words["How to cite"].startswith("The ascn-data authors. ascn-data")
    assert words["SHA-256"] == ascn_data.load("2026.2").digest
    assert words["Licence"].startswith("https://creativecommons.org/")
    assert "must not be added up" in words["How to read"]
    assert words["terms"] == "80 records"


def test_no_text_is_a_formula() -> None:
    """
    A text stays the text that it is, without an apostrophe.
    """
    record = tables()["places"][0]
    evil = type(record)(
        id="jp-evil",
        name='=HYPERLINK("https://evil.example")',
        country="jp",
        confidence=record.confidence,
        note="https://" + "x" * 3000,
        latitude=-6.25,
        longitude=106.5,
        geonames_id=1,
    )
    table = Table(SCHEMAS["places"], [evil], revision="by hand")
    book = _opened(table.to_excel())
    row = _by_name(book["places"], 2)

    assert row["name"].value == '=HYPERLINK("https://evil.example")'
    assert row["name"].data_type == "s"
    assert row["note"].hyperlink is None
    assert row["latitude"].value == -6.25
    assert row["is_national_capital"].value == "no"
    assert row["geonames_id"].hyperlink.target == "https://www.geonames.org/1"
    words = [cell.value for cell in book["About"]["A"]]
    assert "SHA-256" not in words


def test_numbers_are_numbers() -> None:
    """
    Values of observations can be calculated with.
    """
    book = _opened(dataset().observations().to_excel())

    assert _by_name(book["observations"], 2)["value"].value == 18.5


def test_columns_and_empty_tables(tmp_path: pathlib.Path) -> None:
    """
    The columns wanted; a table without records has its header.
    """
    path = tmp_path / "c.xlsx"
    dataset().cities()[:0].to_excel(path, columns=["name"])
    sheet = openpyxl.load_workbook(path)["cities"]

    assert [[cell.value for cell in row] for row in sheet] == [["name"]]
    assert sheet.auto_filter.ref is None


def test_exports_are_one_workbook(tmp_path: pathlib.Path) -> None:
    """
    A sheet for each table, tidy ones too, and the citation first.
    """
    ds = dataset()
    path = ds.export(tmp_path / "out", format="xlsx")
    again = ds.export(tmp_path / "again", format="xlsx")
    book = openpyxl.load_workbook(path)

    assert path == tmp_path / "out" / "ascn-data.xlsx"
    assert set(book.sheetnames) == {"About", *TABLES, *TIDY}
    words = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert words["How to cite"] == ds.cite()
    assert words["Revision"] == "sample, not released"
    assert path.read_bytes() == again.read_bytes()
    with pytest.raises(UnknownNameError, match="xlsx"):
        ds.export(tmp_path, format="xls")  # type: ignore[arg-type]


def test_the_command_writes_workbooks(tmp_path: pathlib.Path) -> None:
    """
    By the end of the file's name.
    """
    path = tmp_path / "japan.xlsx"
    arguments = ["partnerships", "--partner", "Japan", "-o", str(path)]

    assert main([*arguments, "--columns", "name,partners_names"]) == 0
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["About", "partnerships"]
    head, *rows = book["partnerships"].iter_rows(values_only=True)
    assert head == ("name", "partners_names")
    assert len(rows) == len(ascn_data.partnerships(partner="Japan"))


def test_other_bytes_of_a_format() -> None:
    """
    The entry of the format writes the same sheet.
    """
    raw = FORMATS["xlsx"].write(dataset().terms(), Layout())

    assert _opened(raw).sheetnames == ["About", "terms"]
