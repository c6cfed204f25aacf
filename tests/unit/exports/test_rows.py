"""
`ascn_data.cells`: plain values and CSV cells.
"""

import csv
import datetime
import io

from decimal import Decimal

import pytest

from hypothesis import given
from hypothesis import strategies as st

from ascn_data.exports.delimited import csv_cell, guarded, unguarded
from ascn_data.exports.rows import joined, json_text, split
from samples import dataset


TEXTS = st.text(alphabet="ab|\\\n=' é", max_size=8)


@given(st.lists(TEXTS, min_size=1))
def test_joined_lists_can_be_split(texts: list[str]) -> None:
    """
    Whatever the texts hold.
    """
    assert split(joined(texts)) == texts


@given(TEXTS | st.text())
def test_guards_can_be_taken_off(text: str) -> None:
    """
    Every text comes back as it was.
    """
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("https://example.org","x")',
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",  # noqa: RUF001 - full-width, which spreadsheets take too
        "'already",
    ],
)
def test_formulas_are_guarded(text: str) -> None:
    """
    What a spreadsheet would run begins with an apostrophe.
    """
    assert guarded(text) == f"'{text}"


def test_cells_of_a_csv_file() -> None:
    """
    Numbers stay numbers, the negative ones too; unknown is empty.
    """
    assert [
        csv_cell(value)
        for value in (
            None,
            True,
            False,
            -6.2,
            -3,
            Decimal("-18.50"),
            Decimal("1E+3"),
            datetime.date(2018, 7, 8),
            "-x",
        )
    ] == [
        "",
        "true",
        "false",
        "-6.2",
        "-3",
        "-18.50",
        "1000",
        "2018-07-08",
        "'-x",
    ]


def test_other_things_have_no_json() -> None:
    """
    A value that no column has is a mistake in this package.
    """
    with pytest.raises(TypeError, match="has no form in JSON"):
        json_text({1})


def test_csv_is_as_rfc_4180_has_it() -> None:
    """
    A header, CRLF, as many cells in each row; quotes read back.
    """
    text = dataset().partnerships().to_csv()
    header, *rows = csv.reader(io.StringIO(text, newline=""))

    assert text.count("\r\n") == 3
    assert header[:2] == ["id", "name"]
    assert [len(row) for row in rows] == [len(header)] * 2
    row = dict(zip(header, rows[1], strict=True))
    assert row["partners"] == "japan|european-commission"
    assert row["end"] == ""
    assert row["amounts"].startswith('[{"value":"10.50","currency":"USD",')


def test_empty_tables_have_a_header() -> None:
    """
    No record is a table too.
    """
    assert dataset().terms()[:0].to_csv().startswith("id,scheme,label,")
