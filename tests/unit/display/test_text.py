"""
`ascn_data.display`: how tables and records look as text.
"""

from decimal import Decimal
from typing import Any

import pytest

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.display.text import record_text, rest, table_text
from ascn_data.display.words import cell, width_of
from ascn_data.models import Amount, Evidence
from ascn_data.models.catalogue import FILES, SCHEMAS
from ascn_data.models.vocabularies import AmountBasis, AmountRole, FocusArea
from ascn_data.tables.reconciliation import RECONCILIATION, Reconciliation
from ascn_data.tables.search import HITS
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table
from ascn_data.versions.changes import Change, ChangeKind
from ascn_data.versions.history import HistoryEntry, HistoryEvent
from ascn_data.versions.index import revisions
from samples import dataset, rows, tables


def test_tables_as_text() -> None:
    """
    Aligned columns, unknown cells empty, size and revision below.
    """
    assert repr(dataset().cities()).splitlines() == [
        "name     country   joined      cohort  id",
        "-------  --------  ----------  ------  ----------",
        "Da Nang  Viet Nam  2018-04-28  pilot   vn-da-nang",
        "Hue      Viet Nam  2024        later   vn-hue",
        "2 records of cities, ascn-data revision sample",
    ]


def test_narrow_terminals_wrap_the_widest_column() -> None:
    """
    Names are never cut, and an id is whole or not there.
    """
    table = dataset().partners()
    text = table_text(table, width=56)

    assert max(map(width_of, text.splitlines()[:-1])) <= 56
    assert "External Trade…" not in text
    assert [line.split("  ")[0] for line in text.splitlines()[-5:-2]] == [
        "Japan",
        "Japan External Trade",
        "Organization",
    ]
    assert "Ids do not fit here" in text
    assert " id\n" in table_text(table, width=100)


def test_long_texts_end_after_three_lines() -> None:
    """
    Other columns than the first are cut there, at any width.
    """
    given = rows()
    given["terms"][0]["definition"] = "word " * 40
    table = Table(SCHEMAS["terms"], tables(given)["terms"], revision="sample")
    lines = table_text(table, width=50).splitlines()

    assert len(lines) == 2 + 3 + 1
    assert lines[4].endswith("…")


def test_columns_stay_legible() -> None:
    """
    However narrow the terminal, five columns of each cell remain.
    """
    first = table_text(dataset().partners(), width=10).splitlines()[0]

    assert first == "name   kind   coun…  pare…"


def test_windows_break_at_their_middle() -> None:
    """
    A date with a window is not cut.
    """
    given = rows()
    given["events"][0]["start"] = "[2019-10-01..2019-10-09]"
    table = Table(SCHEMAS["events"], tables(given)["events"], revision="s")

    text = table_text(table, width=60)

    assert "[2019-10-01.." in text
    assert "2019-10-09]" in text


def test_long_tables_show_their_beginning() -> None:
    """
    Ten rows, then how many more there are.
    """
    term = rows()["terms"][0]
    given = [{**term, "id": f"t-{n}"} for n in range(12)]
    many = {**rows(), "terms": given}
    table = Table(SCHEMAS["terms"], tables(many)["terms"], revision="sample")

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

    assert repr(empty).splitlines()[0].split()[-1] in ("id", "replaced_by")
    assert "0 records" in repr(empty)


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
    (term,) = Table(
        SCHEMAS["terms"], tables(given)["terms"], revision="sample"
    )
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


def test_control_characters_are_not_printed() -> None:
    """
    A name cannot break a row, colour a terminal or turn text around.
    """
    given = rows()
    given["places"][0]["name"] = "A\nB\x1b[31m\u202eC"
    table = Table(
        SCHEMAS["places"], tables(given)["places"], revision="sample"
    )

    assert "A B\ufffd[31m\ufffdC" in repr(table)
    assert len(repr(table).splitlines()) == 4
    assert "A B\ufffd[31m\ufffdC" in str(table[0])


def test_ids_are_cut_last_and_in_the_middle() -> None:
    """
    Beginning and end of an id tell it from its neighbours.
    """
    given = rows()
    given["places"][0] |= {"id": "jp-" + "x" * 40 + "-end", "name": "n" * 40}
    table = Table(
        SCHEMAS["places"], tables(given)["places"], revision="sample"
    )
    chosen = table.select("id", "name")
    row = table_text(chosen, width=40).splitlines()[2]

    id_, name = row.split()
    assert id_.startswith("jp-x")
    assert id_.endswith("x-end")
    assert "…" in id_
    assert name.endswith("…")
    assert repr(table[0]).startswith(f"Place(id='{table[0].id}', name='nnn")


def test_numbers_stand_to_the_right() -> None:
    """
    Digits of one weight stand below each other.
    """
    table = dataset().observations().select("value", "unit")
    head, _, first, second, _ = repr(table).splitlines()

    assert first[: head.index("unit")] == "18.50  "
    assert second[: head.index("unit")] == "    7  "


def test_reasons_need_room() -> None:
    """
    Where a sentence has no room it is left out, and that is said.
    """
    row = Reconciliation(
        id="total",
        report="report-1",
        country=None,
        status=None,
        focus_area=FocusArea.INDUSTRY_AND_INNOVATION,
        unit="projects",
        printed=Decimal(4),
        counted=Decimal(3),
        gap=Decimal(-1),
        unsettled=0,
        reason="One row was lost in print, they say",
    )
    table = Table(RECONCILIATION, [row], revision="sample")
    narrow = table_text(table, width=80)
    wide = table_text(table, width=140)

    assert "reason" not in narrow.splitlines()[0]
    assert "Each gap has a reason" in narrow
    assert max(map(len, narrow.splitlines())) <= 80
    assert "One row was lost in print, they say" in wide


def test_empty_and_long_tables_say_how_to_go_on() -> None:
    """
    One filter less, or the rest of the rows.
    """
    term = rows()["terms"][0]
    given = {**rows(), "terms": [{**term, "id": f"t-{n}"} for n in range(12)]}
    table = Table(SCHEMAS["terms"], tables(given)["terms"], revision="sample")

    assert "one filter less" in repr(table[:0])
    assert "... and 2 more, as in table[10:]" in repr(table)
    assert "... and" not in table_text(table, rows=None)


def test_only_what_has_filters_names_them() -> None:
    """
    Of changes and other lists it is not said that a filter hides some.
    """
    ds = dataset()

    assert rest(diff(ds, ds)) == "No changes."
    assert rest(ds.cities(as_of=1900)) == "Nothing fits."
    empty = rest(ds.cities(as_of=1900, country="vn"))
    assert empty == "Nothing fits. There are 2 without as_of."
    assert "filter" in rest(ds.cities()[:0])
    assert rest(Table(HITS, [], revision="x")) == ""


def test_changes_are_told_by_table() -> None:
    """
    Ten of thousands of changes say little; how many of what says more.
    """
    nothing: dict[str, tuple[Any, ...]] = dict.fromkeys(FILES, ())
    text = repr(diff(Dataset(Store("a", nothing.__getitem__)), dataset()))

    assert "Records by table: cities 2 added; countries 2 added;" in text
    assert text.splitlines()[-1].endswith(
        "changes, ascn-data revision a to sample"
    )


def test_history_of_projects_names_its_numbers() -> None:
    """
    A row is told from a page.
    """
    first = dataset().projects()[0].history[0]

    assert "civic_and_social, row 1, printed" in cell(first)


def test_cards_keep_ids_whole() -> None:
    """
    An id is not broken at its hyphens.
    """
    given = rows()
    given["terms"][0]["aliases"] = ["vn-ho-chi-minh-city"] * 4
    (term,) = Table(
        SCHEMAS["terms"], tables(given)["terms"], revision="sample"
    )

    text = record_text(term, width=48)

    assert text.count("vn-ho-chi-minh-city") == 4


def test_revisions_on_a_line() -> None:
    """
    What a revision holds does not fill the terminal, printed it does.
    """
    revision = revisions()[0]

    assert "counts=<11 items>" in repr(revision)
    assert len(repr(revision)) < 300
    assert "cities 31, countries 21" in " ".join(str(revision).split())


def test_datasets_print_their_tables() -> None:
    """
    Printed, a dataset says how much it holds.
    """
    head, *lines = str(dataset()).splitlines()

    assert head == "ascn-data revision sample"
    assert "  cities            2" in lines


def test_changes_within_a_record() -> None:
    """
    They say themselves in words; what they hold does not fill a line.
    """
    change = Change(
        id="terms/civic/aliases",
        kind=ChangeKind.CHANGED,
        table="terms",
        record="civic",
        field="aliases",
        old=[],
        new=[{"text": "A", "kind": "b"}, {"text": "C", "kind": "d"}],
    )
    entry = HistoryEntry(
        id="2026.1", event=HistoryEvent.CHANGED, changes=(change,)
    )

    assert repr(change).endswith("field='aliases', new=<2 items>)")
    assert cell(change) == "terms civic, aliases: + A, b; + C, d"
    assert "changes  terms civic, aliases: + A, b; + C, d" in str(entry)


def test_wrapped_items_are_told_apart() -> None:
    """
    What goes on of one item stands further in than the next begins.
    """
    evidence = [
        {"source": "report-1", "locator": "a long way down"},
        {"source": "report-1", "locator": "p. 2"},
    ]
    given = rows()
    given["places"][0]["evidence"] = evidence
    (place,) = Table(
        SCHEMAS["places"], tables(given)["places"], revision="sample"
    )
    lines = record_text(place, width=34).splitlines()

    assert lines[-3:] == [
        "  evidence    report-1, a long way",
        "                down",
        "              report-1, p. 2",
    ]
