"""
Tables as a workbook for people, by XlsxWriter.

Texts are written as texts, so that none is taken for a formula.
"""

import datetime
import io

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from ascn_data.dates import PartialDate
from ascn_data.exports.layout import Layout
from ascn_data.exports.libraries import library
from ascn_data.exports.readable import Heading, headings
from ascn_data.exports.schema import Tabular


_WIDEST = 48
"""The letters that a column is wide at most."""

_LONGEST = 32_767
"""The letters that a cell takes at most."""

_LINE = 13.5
"""The height of a line in points."""

_TALLEST = 6
"""The lines that a row is high at most; the cell holds the whole text."""

_WRAPPED = 40
"""The letters from which a column wraps its texts."""

_HOW_TO_READ = (
    "One row is one record; names stand beside the ids that they have. A "
    "date that is known to the day is a date; 2018-07 means some day in July "
    "2018, and [2025-10..2025-12] some day in that window. A status is the "
    "last known one, with the date for which it is known. Empty means "
    "unknown, never zero. Sums of money must not be added up: totals, parts "
    "and plans stand together. The last columns say where each record can be "
    "read."
)

_NOT_OFFICIAL = (
    "Compiled from public documents; neither ASEAN nor the ASEAN Smart "
    "Cities Network has a part in it."
)

_LINKED = {"geonames_id": "https://www.geonames.org/{}"}


def workbook_bytes(
    tables: Sequence[Tabular],
    *,
    columns: Iterable[str] | None = None,
    about: Sequence[tuple[str, str]] = (),
) -> bytes:
    """
    Return the bytes of a workbook, a sheet for each table after the first.

    Args:
        tables: The tables.
        columns: The names of the columns wanted; None for all.
        about: What the first sheet says, in pairs of a word and a text; what
            it says of a single table by default.
    """
    xlsxwriter = library("xlsxwriter", "excel")
    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        # The same data gives the same bytes, whenever they are written.
        book.set_properties({"created": datetime.datetime(2026, 1, 1)})  # noqa: DTZ001
        looks = _looks(book)
        _write_about(book, looks, tables, about)
        for table in tables:
            _write_table(book, looks, table, columns)
    return stream.getvalue()


def one_table(table: Tabular, layout: Layout) -> bytes:
    """
    Return the bytes of a workbook of one table.
    """
    return workbook_bytes([table], columns=layout.columns)


def _looks(book: Any) -> dict[str, Any]:
    """
    Return the formats of cells, by what they are for.
    """
    top = {"valign": "top", "font_size": 10}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "word": book.add_format({**top, "bold": True}),
        "head": book.add_format(
            {
                "bold": True,
                "bottom": 1,
                "bg_color": "#E7EEF5",
                "valign": "vcenter",
                "font_size": 10,
            }
        ),
        "text": book.add_format(top),
        "wrapped": book.add_format({**top, "text_wrap": True}),
        "link": book.add_format(
            {**top, "font_color": "#0B57A4", "underline": 1}
        ),
        "day": book.add_format(
            {**top, "num_format": "yyyy-mm-dd", "align": "left"}
        ),
        "number": book.add_format({**top, "num_format": "#,##0.##########"}),
        "whole": book.add_format({**top, "num_format": "#,##0"}),
        "plain": book.add_format({**top, "num_format": "0.######"}),
    }


def _write_about(
    book: Any,
    looks: dict[str, Any],
    tables: Sequence[Tabular],
    about: Sequence[tuple[str, str]],
) -> None:
    """
    Write the first sheet: what this is, how to cite and how to read it.
    """
    sheet = book.add_worksheet("About")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, "ascn-data", looks["title"])
    row = 2
    for word, text in (*about, *_how_to_read(tables)):
        sheet.write_string(row, 0, word, looks["word"])
        _write_text(sheet, row, 1, text, looks, "wrapped")
        sheet.set_row(row, _LINE * _lines(text, 105))
        row += 1
    row += 1
    for table in tables:
        name = table.schema.name
        sheet.write_url(row, 0, f"internal:'{name}'!A1", looks["link"], name)
        size = len(table)
        rows = f"{size:,} record{'' if size == 1 else 's'}"
        sheet.write_string(row, 1, rows, looks["text"])
        row += 1


def _how_to_read(tables: Sequence[Tabular]) -> list[tuple[str, str]]:
    """
    Return what the first sheet says of every workbook.
    """
    first = tables[0].metadata
    return [
        *([("Revision", tables[0].revision)] if len(tables) == 1 else []),
        *(
            [("SHA-256", first["ascn_data.digest"])]
            if first["ascn_data.digest"] and len(tables) == 1
            else []
        ),
        ("Licence", first["ascn_data.licence"]),
        ("How to read", _HOW_TO_READ),
        ("Not official", _NOT_OFFICIAL),
    ]


def _write_table(
    book: Any,
    looks: dict[str, Any],
    table: Tabular,
    wanted: Iterable[str] | None,
) -> None:
    """
    Write a table to a sheet of its own.
    """
    sheet = book.add_worksheet(table.schema.name)
    columns = headings(table, wanted, ids=True)
    widths = [len(column.name) + 3 for column in columns]
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column.name, looks["head"])
    for row, record in enumerate(table, 1):
        height = 1
        for position, column in enumerate(columns):
            value = column.value(record)
            shown = _write(sheet, (row, position), column, value, looks)
            widths[position] = max(widths[position], shown)
            height = max(height, _lines(str(value or ""), _WIDEST))
        # LibreOffice would leave rows one line high, and cells overlap.
        sheet.set_row(row, _LINE * min(height, _TALLEST))
    for position, width in enumerate(widths):
        sheet.set_column(position, position, min(width + 1, _WIDEST))
    fixed = 1 + (len(columns) > 1 and columns[1].name in ("name", "title"))
    sheet.freeze_panes(1, fixed)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, fixed - 1)


def _write(
    sheet: Any,
    cell: tuple[int, int],
    column: Heading,
    value: Any,
    looks: dict[str, Any],
) -> int:
    """
    Write a value to a cell; return how many letters it is wide.
    """
    if value is None or value == "":
        return 0
    if isinstance(value, bool):
        sheet.write_string(*cell, "yes" if value else "no", looks["text"])
        return 3
    if isinstance(value, int | float | Decimal):
        return _write_number(sheet, cell, column, value, looks)
    if isinstance(value, PartialDate) and value.precision == "day":
        sheet.write_datetime(
            *cell,
            datetime.datetime.combine(value.earliest, datetime.time()),
            looks["day"],
        )
        return 10
    text = str(value)
    look = "wrapped" if len(text) > _WRAPPED else "text"
    _write_text(sheet, *cell, text, looks, look)
    return min(len(text), _WIDEST)


def _write_number(
    sheet: Any,
    cell: tuple[int, int],
    column: Heading,
    value: "int | float | Decimal",
    looks: dict[str, Any],
) -> int:
    """
    Write a number, an id of another database as a link to its page.
    """
    if column.name in _LINKED:
        address = _LINKED[column.name].format(value)
        sheet.write_url(*cell, address, looks["link"], str(value))
    elif isinstance(value, Decimal):
        sheet.write_number(*cell, float(value), looks["number"])
    else:
        years = isinstance(value, float) or "year" in column.name
        sheet.write_number(*cell, value, looks["plain" if years else "whole"])
    return len(f"{value:,}")


def _lines(text: str, width: int) -> int:
    """
    Return how many lines of a width a text needs, roughly.
    """
    return 1 + len(text) // width


def _write_text(  # noqa: PLR0917 - a cell is where and what
    sheet: Any,
    row: int,
    position: int,
    text: str,
    looks: dict[str, Any],
    look: str,
) -> None:
    """
    Write a text, as a link if it is an address.
    """
    text = text[:_LONGEST]
    if text.startswith(("https://", "http://")):
        address, _, more = text.partition(" ")
        if len(address) <= 2000:
            shown = text if more else address
            sheet.write_url(row, position, address, looks["link"], shown)
            return
    sheet.write_string(row, position, text, looks[look])
