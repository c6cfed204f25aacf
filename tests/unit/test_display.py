"""
`ascn_data.display`: how tables look.
"""

import pytest

from ascn_data.display import cell, table_html, table_text, width_of
from ascn_data.loading import TABLES
from ascn_data.table import Table
from samples import dataset, rows, tables


def test_tables_as_text() -> None:
    """
    Aligned columns, unknown cells empty, size and revision below.
    """
    assert repr(dataset().cities()).splitlines() == [
        "id          name     country  joined      cohort",
        "----------  -------  -------  ----------  ------",
        "vn-da-nang  Da Nang  vn       2018-04-28  pilot",
        "vn-hue      Hue      vn       2024        later",
        "2 records of cities, ascn-data revision sample",
    ]


def test_narrow_terminals_cut_the_widest_column() -> None:
    """
    Long names give way, never the whole line.
    """
    text = table_text(dataset().partners(), width=60)

    assert max(map(width_of, text.splitlines()[:-1])) <= 60
    assert "…" in text


def test_columns_stay_legible() -> None:
    """
    However narrow the terminal, eight columns of each cell remain.
    """
    first = table_text(dataset().partners(), width=10).splitlines()[0]

    assert first == "id        name      kind      country  parent"


def test_long_tables_show_their_beginning() -> None:
    """
    Ten rows, then how many more there are.
    """
    term = rows()["terms"][0]
    given = [{**term, "id": f"t-{n}"} for n in range(12)]
    many = {**rows(), "terms": given}
    table = Table("terms", tables(many)["terms"], revision="sample")

    assert "... and 2 more" in repr(table)
    assert repr(table).endswith(
        "12 records of terms, ascn-data revision sample"
    )
    assert len(table_text(table, rows=None).splitlines()) == 2 + 12 + 1


def test_one_record_is_singular() -> None:
    """
    The caption counts properly.
    """
    text = repr(dataset().places())

    assert text.endswith("1 record of places, ascn-data revision sample")


@pytest.mark.parametrize("table", TABLES)
def test_empty_tables_still_show_their_columns(table: str) -> None:
    """
    No record is a result too.
    """
    empty = dataset().table(table)[:0]

    assert repr(empty).splitlines()[0].startswith("id")
    assert "0 records" in repr(empty)


def test_html_is_escaped() -> None:
    """
    A name cannot bring markup into a notebook.
    """
    given = rows()
    given["places"][0]["name"] = "<script>alert(1)</script>"
    table = Table("places", tables(given)["places"], revision="sample")

    assert "<script>" not in table_html(table)
    assert "&lt;script&gt;" in table._repr_html_()


def test_width_of_scripts() -> None:
    """
    Wide characters take two columns, combining marks none.
    """
    assert width_of("日本") == 4
    assert width_of("e\u0301") == 1


def test_cells() -> None:
    """
    Lists join, vocabularies show their text, unknown shows nothing.
    """
    assert cell(("a", "b")) == "a, b"
    assert cell(()) == cell(None) == ""
