"""
`ascn_data.notebook`: how tables, records and datasets look as HTML.
"""

import ascn_data

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.display.notebook import table_html
from ascn_data.models.catalogue import SCHEMAS
from ascn_data.naming.index import NameIndex
from ascn_data.naming.resolution import resolve_names
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table
from ascn_data.versions.index import revisions
from samples import dataset, mapped_dataset, rows, tables


SCRIPT = "<script>alert(1)</script>"


def test_html_is_escaped() -> None:
    """
    A name cannot bring markup into a notebook, nor can a revision's.
    """
    given = rows()
    given["places"][0]["name"] = SCRIPT
    table = Table(SCHEMAS["places"], tables(given)["places"], revision=SCRIPT)

    assert "<script>" not in table_html(table)
    assert "&lt;script&gt;" in table._repr_html_()


def test_records() -> None:
    """
    Escaped, known fields only, with what to do next.
    """
    given = rows()
    given["places"][0]["note"] = SCRIPT
    (place,) = Table(
        SCHEMAS["places"], tables(given)["places"], revision="sample"
    )
    page = place._repr_html_()

    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "latitude" not in page
    assert "cite(&#x27;jp-yokohama&#x27;) has its sources" in page
    assert "cite(" not in place.evidence[0]._repr_html_()


def test_addresses_are_links_if_they_are_of_the_web() -> None:
    """
    A link may lead to a page, and may not run a script.
    """
    given = rows()
    given["sources"][1]["url"] = 'https://example.org/?a="b"'
    _, good = Table(
        SCHEMAS["sources"], tables(given)["sources"], revision="sample"
    )
    given["sources"][1]["url"] = "javascript:alert(1)"
    _, bad = Table(
        SCHEMAS["sources"], tables(given)["sources"], revision="sample"
    )

    assert 'href="https://example.org/?a=&quot;b&quot;"' in good._repr_html_()
    assert "href" not in bad._repr_html_()


def test_long_lists_are_folded() -> None:
    """
    Five of a list are seen at once, the others on a click.
    """
    evidence = [
        {"source": "report-1", "locator": f"p. {number}"}
        for number in range(1, 9)
    ]
    given = rows()
    given["places"][0]["evidence"] = evidence
    (place,) = Table(
        SCHEMAS["places"], tables(given)["places"], revision="sample"
    )
    seen, folded = place._repr_html_().split("<details>")

    assert "p. 5" in seen
    assert "p. 6" not in seen
    assert "<summary>3 more</summary>" in folded
    assert "p. 8" in folded


def test_long_and_empty_tables() -> None:
    """
    What is left out is counted; nothing found is no dead end.
    """
    term = rows()["terms"][0]
    given = {**rows(), "terms": [{**term, "id": f"t-{n}"} for n in range(12)]}
    table = Table(SCHEMAS["terms"], tables(given)["terms"], revision="sample")

    assert "... and 2 more" in table_html(table)
    assert "more" not in table_html(table[:10])
    assert "one filter less" in table_html(table[:0])
    assert "is one record" not in table_html(table[:0])


def test_cells_break_where_it_does_not_hurt() -> None:
    """
    Ids and dates stay whole; a word without end breaks anywhere.
    """
    given = rows()
    given["events"][0]["start"] = "[2019-10-01..2019-10-09]"
    dates = table_html(
        Table(SCHEMAS["events"], tables(given)["events"], revision="s")
    )
    given["places"][0] |= {"id": f"jp-{'x' * 50}", "name": "y" * 100}
    page = table_html(
        Table(SCHEMAS["places"], tables(given)["places"], revision="s")
    )

    assert f'<td class="short">jp-{"x" * 50}</td>' in page
    assert f'<td class="long">{"y" * 100}</td>' in page
    assert "<td>[2019-10-01..<wbr>2019-10-09]" in dates


def test_ids_in_lists_stay_whole() -> None:
    """
    A list of ids breaks between them, not at their hyphens.
    """
    given = rows()
    given["events"][0]["partners"] = ["jetro", "european-commission"]
    meeting, _ = Table(
        SCHEMAS["events"], tables(given)["events"], revision="sample"
    )

    assert (
        '<span class="short">jetro</span>, '
        '<span class="short">european-commission</span>'
    ) in meeting._repr_html_()


def test_numbers_stand_to_the_right() -> None:
    """
    A column of numbers has its head above them.
    """
    table = dataset().observations()
    page = table_html(table.select("value", "unit"))

    assert '<th class="number">value</th>' in page
    assert '<td class="number">18.50</td>' in page
    assert '<th class="number">unit</th>' not in page
    assert "18.50 cameras" in table_html(table)


def test_tables_say_what_to_do_next() -> None:
    """
    A record by its id and, of the right revision, its sources.
    """
    now = table_html(ascn_data.terms())
    then = table_html(ascn_data.load("2026.1").terms())
    retired = table_html(dataset().table("retired"))

    assert "ascn_data.cite(&#x27;aim-bankable-projects&#x27;)" in now
    assert "ascn_data.load(&#x27;2026.1&#x27;).cite(" in then
    assert "dataset.cite(&#x27;civic&#x27;)" in table_html(dataset().terms())
    assert "is one record." in retired


def test_changes_say_what_to_do_next() -> None:
    """
    Those of one table can be asked for.
    """
    changes = diff(dataset(), Dataset(Store("b", tables().__getitem__)))
    more = diff(dataset(), mapped_dataset())

    assert "change.table ==" in table_html(more)
    assert "change.table ==" not in table_html(changes)


def test_datasets() -> None:
    """
    Tables with their sizes, revision and digest.
    """
    page = dataset()._repr_html_()

    assert "revision sample" in page
    assert dataset().digest in page
    assert 'cities()</td><td class="number">2<' in page


def test_revisions() -> None:
    """
    What a revision holds, table by table, and how to open it.
    """
    page = revisions()[0]._repr_html_()

    assert "cities 31</span>" in page
    assert "ascn_data.load(&#x27;2026.1&#x27;) opens it" in page


def test_resolutions() -> None:
    """
    What has no id, why, what it may mean, and of which revision.
    """
    names = ["Hui", SCRIPT, "Hue", None]
    page = dataset().resolve(names, kind="city", on_unknown="none")

    assert (
        "1 of 3 names resolved as city, 1 gap, ascn-data revision sample"
        in page._repr_html_()
    )
    assert "<td" in page._repr_html_()
    assert "<script>" not in page._repr_html_()
    assert 'unknown</td><td class="short">Hue<' in page._repr_html_()


def test_resolutions_without_trouble_and_with_much() -> None:
    """
    Nothing to do needs no table, and ten rows are enough.
    """
    index = NameIndex("city", [("Hue", "vn-hue"), ("X", "a"), ("x", "b")])
    names = ["Hue", *(f"Atlantis {n}" for n in range(11)), "X"]
    found = resolve_names(names, index, on_unknown="none", on_ambiguous="none")
    good = resolve_names(
        ["Hue"], index, on_unknown="raise", on_ambiguous="raise"
    )

    assert "... and 2 more" in found._repr_html_()
    assert "slips and write the id meant, then" in found._repr_html_()
    assert "problem" not in good._repr_html_()
    assert '<td class="short">vn-hue</td>' in good._repr_html_()
    many = NameIndex("city", [(f"City {n}", f"c-{n}") for n in range(12)])
    names = [f"City {n}" for n in range(12)]
    all_found = resolve_names(
        names, many, on_unknown="raise", on_ambiguous="raise"
    )
    assert "... and 2 more, see found." in all_found._repr_html_()
    assert "and 2 more, see found" in repr(all_found)
    assert "1 of 1 names resolved as city<" in good._repr_html_()
