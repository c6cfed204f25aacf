"""
CSV files in LibreOffice: what stands in the cells once it has read them.
"""

import csv
import datetime
import pathlib
import re
import subprocess

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import openpyxl
import pytest

import ascn_data

from ascn_data.exports.layout import Layout
from ascn_data.models.catalogue import FILES, SCHEMAS
from ascn_data.tables.table import Table
from ascn_data.tables.tidy.catalogue import TIDY


DS = ascn_data.load()
ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "use-in-data-frames.md"
COMMAND = re.compile(
    r"^\$ (soffice .*) \\\n>? *(.*) countries\.csv$", re.MULTILINE
)
CODES = {"iso_numeric", "m49"}
HOSTILE = {
    "=1+1": "'=1+1",
    '=HYPERLINK("x")': '\'=HYPERLINK("x")',
    "+1": "'+1",
    "-2+3": "'-2+3",
    "@SUM(1)": "'@SUM(1)",
    "'18 report": "''18 report",
    "＝1": "'＝1",  # noqa: RUF001 - full-width on purpose
    'a | b, "c"; d': 'a | b, "c"; d',
    "first\nsecond": "first\nsecond",
    "Đà Nẵng " * 3000: "Đà Nẵng " * 3000,
}


def _opened(directory: pathlib.Path, columns: str = "") -> None:
    """
    Have LibreOffice make a workbook of every CSV file in a directory.

    With the options of the page, but only the columns given are texts.
    """
    match = COMMAND.search(PAGE.read_text("utf-8"))
    assert match is not None
    options, _, _ = match[2].rpartition(",")
    done = subprocess.run(
        [
            *match[1].split(),
            f"-env:UserInstallation={(directory / 'profile').as_uri()}",
            f"{options},{columns}",
            *(path.name for path in directory.glob("*.csv")),
        ],
        cwd=directory,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def _cells(path: pathlib.Path) -> Iterator[tuple[str, str, Any]]:
    """
    The column, the text in the CSV file and the cell, of every cell.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    sheet = openpyxl.load_workbook(path.with_suffix(".xlsx")).active
    first, *read = sheet.iter_rows()
    assert [cell.value for cell in first] == header
    assert len(read) == len(rows)
    for texts, cells in zip(rows, read, strict=True):
        yield from zip(header, texts, cells, strict=True)


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """
    Every table with records as CSV and as LibreOffice's workbook of it.
    """
    directory = tmp_path_factory.mktemp("sheets")
    for name in FILES:
        if len(DS.table(name)):
            DS.table(name).to_csv(directory / f"{name}.csv")
    _opened(directory)
    return directory


def _as_read(text: str) -> Any:
    """
    What LibreOffice is expected to make of a text.
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.datetime.fromisoformat(text)
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return Decimal(text)
    if text in ("true", "false"):
        return text == "true"
    return text or None


@pytest.mark.parametrize("table", [n for n in FILES if len(DS.table(n))])
def test_every_cell(workbooks: pathlib.Path, table: str) -> None:
    """
    Accents, lists and months stay; days become dates, years numbers.
    """
    for name, text, cell in _cells(workbooks / f"{table}.csv"):
        value = cell.value
        if cell.data_type == "n" and value is not None:
            value = Decimal(repr(value))
        assert value == _as_read(text), (name, text)
        assert len(text) <= 32_767


def test_codes_lose_zeros(workbooks: pathlib.Path) -> None:
    """
    The page names every column of texts that are read as other numbers.
    """
    lost = set()
    for path in workbooks.glob("*.csv"):
        columns = {**SCHEMAS, **TIDY}[path.stem].columns(flat=True)
        texts = {c.name for c in columns if c.kind == "text"}
        lost |= {
            name
            for name, text, cell in _cells(path)
            if name in texts
            and cell.data_type == "n"
            and str(cell.value or "") != text
        }

    assert lost == CODES
    page = PAGE.read_text("utf-8")
    assert all(f"`{name}`" in page for name in lost)


def test_columns_as_texts(tmp_path: pathlib.Path) -> None:
    """
    With the command of the page, codes stay as they are.
    """
    match = COMMAND.search(PAGE.read_text("utf-8"))
    assert match is not None
    DS.countries().to_csv(tmp_path / "countries.csv")
    _opened(tmp_path, match[2].rpartition(",")[2])
    codes = {
        name: cell.value
        for name, text, cell in _cells(tmp_path / "countries.csv")
        if name in CODES and cell.value == text
    }

    assert codes.keys() == CODES


def test_formulas_do_not_run(tmp_path: pathlib.Path) -> None:
    """
    Hostile texts are texts, with the apostrophe in front, and whole.
    """
    city = DS.cities()[0]
    records = [
        attrs.evolve(city, id=f"{city.id}-{n}", note=text)
        for n, text in enumerate(HOSTILE)
    ]
    table = Table(SCHEMAS["cities"], records, revision=DS.revision)
    table.to_csv(tmp_path / "hostile.csv")
    _opened(tmp_path)
    notes = [
        cell
        for name, _, cell in _cells(tmp_path / "hostile.csv")
        if name == "note"
    ]

    assert [cell.value for cell in notes] == list(HOSTILE.values())
    assert {cell.data_type for cell in notes} == {"s"}


@pytest.mark.parametrize("table", [n for n in FILES if len(DS.table(n))])
def test_workbooks_of_pandas(tmp_path: pathlib.Path, table: str) -> None:
    """
    A workbook that pandas writes guesses nothing: texts are texts.
    """
    path = tmp_path / f"{table}.xlsx"
    DS.table(table).to_pandas(flat=True).to_excel(path, index=False)
    header, *rows = openpyxl.load_workbook(path).active.iter_rows()
    names = [cell.value for cell in header]
    texts = {
        column.name
        for column in DS.table(table).laid_out(Layout(flat=True))
        if column.kind in ("text", "joined", "json")
    }

    for row, cells in zip(
        DS.table(table).to_dicts(flat=True), rows, strict=True
    ):
        read = dict(zip(names, cells, strict=True))
        assert {name: read[name].value for name in texts} == {
            name: row[name] for name in texts
        }
        assert "f" not in {cell.data_type for cell in cells}
