"""
`ascn_data.display`: how tables look.
"""

from decimal import Decimal

import pytest

from ascn_data.display import cell, table_html, table_text, width_of
from ascn_data.loading import FILES
from ascn_data.models import Amount, Evidence
from ascn_data.models.vocabularies import AmountBasis, AmountRole
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
    However narrow the terminal, five columns of each cell remain.
    """
    first = table_text(dataset().partners(), width=10).splitlines()[0]

    assert first == "id     name   kind   coun…  pare…"


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


@pytest.mark.parametrize("table", FILES)
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


def test_records_show_what_is_known_on_a_line() -> None:
    """
    No None, no empty lists; lists of values by their number.
    """
    city = dataset().city("Hue")

    assert repr(city) == (
        "City(id='vn-hue', name='Hue', country='vn', official_name='Hue', "
        "joined='2024', cohort='later', confidence='high', "
        "evidence=<1 Evidence>)"
    )


def test_long_values_are_cut() -> None:
    """
    A summary does not fill the terminal, nor a list of a hundred ids.
    """
    evidence = Evidence(
        source="report-1", locator="x" * 50, fields=("a", "b", "c", "d")
    )

    assert repr(evidence) == (
        f"Evidence(source='report-1', locator='{'x' * 39}…', "
        "fields=('a', 'b', 'c', ...))"
    )


def test_values_show_themselves() -> None:
    """
    Money is readable, on one line.
    """
    amount = Amount(
        value=Decimal("10.50"),
        currency="USD",
        role=AmountRole.TOTAL,
        basis=AmountBasis.PLANNED,
    )

    assert repr(amount) == (
        "Amount(value=10.50, currency='USD', role='total', basis='planned')"
    )


def test_records_print_as_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A known field a line, a value of a list a line, long ones wrapped.
    """
    monkeypatch.setenv("COLUMNS", "40")
    city = dataset().city("Da Nang")
    lines = str(city).splitlines()

    assert lines[:3] == [
        "City",
        "  id             vn-da-nang",
        "  name           Da Nang",
    ]
    assert "  names          Đà Nẵng, vi, endonym" in lines
    assert not any(line.startswith("  vision") for line in lines)
    given = rows()
    given["terms"][0] |= {"definition": "word " * 12, "aliases": ["a", "b"]}
    (term,) = Table("terms", tables(given)["terms"], revision="sample")
    assert str(term).splitlines()[4:7] == [
        "  definition  word word word word word",
        "              word word word word word",
        "              word word",
    ]
    assert "  aliases     a, b" in str(term)


def test_nested_lists_stand_in_brackets() -> None:
    """
    What an evidence supports is told from where it is.
    """
    evidence = Evidence(source="s", locator="p. 1", fields=("name", "kind"))

    assert cell(evidence) == "s, p. 1, (name, kind)"


def test_records_as_html() -> None:
    """
    Escaped, known fields only, with the source to look at next.
    """
    given = rows()
    given["places"][0]["note"] = "<script>alert(1)</script>"
    (place,) = Table("places", tables(given)["places"], revision="sample")
    page = place._repr_html_()

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "latitude" not in page
    assert "ascn_data.record(&#x27;report-1&#x27;) is its source." in page
    assert "is its source" not in place.evidence[0]._repr_html_()


def test_html_of_long_and_empty_tables() -> None:
    """
    What is left out is counted; nothing found is no dead end.
    """
    term = rows()["terms"][0]
    given = {**rows(), "terms": [{**term, "id": f"t-{n}"} for n in range(12)]}
    table = Table("terms", tables(given)["terms"], revision="sample")

    assert "... and 2 more." in table_html(table)
    assert "more" not in table_html(table[:10])
    assert "Drop a filter" in table_html(table[:0])


def test_datasets_as_html() -> None:
    """
    Tables with their sizes, revision and digest.
    """
    page = dataset()._repr_html_()

    assert "revision sample" in page
    assert dataset().digest in page
    assert 'cities()</td><td class="short">2<' in page
