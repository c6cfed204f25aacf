"""
`ascn_data.citing`: citations of the dataset and of records.
"""

import json
import re

from typing import Any, get_args

import pytest

import ascn_data

from ascn_data.citations import (
    Style,
    item_of_dataset,
    items_of_record,
    written,
)
from ascn_data.dates import PartialDate
from ascn_data.errors import UnknownNameError
from samples import EVIDENCE, dataset, rows, tables


DIGEST = "b" * 64
STYLES = get_args(Style)
FULL: dict[str, Any] = {
    "id": "okamoto-2022",
    "kind": "report",
    "title": "Mushrooming {Smart} Cities",
    "subtitle": "50 % & more",
    "authors": ["Okamoto, Masa Aki", "Ministry of Land, Transport and Sea"],
    "publisher": "The University",
    "place": "Tokyo",
    "published": "2022-09",
    "accessed": "2023-01-02",
    "url": "https://example.org/a_b?c=%20",
    "identifier": "ISBN 978-4-910833-02-6",
    "container": "ROLES Report, No. 20",
    "language": "en",
    "found_in": "report-1",
    "confidence": "high",
    "evidence": [
        {"source": "okamoto-2022", "locator": "title page"},
        {"source": "okamoto-2022", "locator": "p. 2"},
        {"source": "okamoto-2022", "locator": "p. 2", "fields": ["title"]},
    ],
}


def _cite(style: str, **changes: Any) -> str:
    """
    The citation of a source by itself, with some fields changed.
    """
    given = rows()
    row = {key: v for key, v in {**FULL, **changes}.items() if v is not None}
    given["sources"].append(row)
    sources = {source.id: source for source in tables(given)["sources"]}
    record = sources["okamoto-2022"]
    return written(items_of_record(record, sources.__getitem__), style)


BARE = dict.fromkeys(
    [
        *("subtitle", "authors", "publisher", "place", "published", "url"),
        *("accessed", "identifier", "container", "language", "found_in"),
    ]
)


def test_text() -> None:
    """
    Everything that finds the source again, on one line.
    """
    assert _cite("text") == (
        "Okamoto, Masa Aki; Ministry of Land, Transport and Sea (2022-09). "
        "Mushrooming {Smart} Cities: 50 % & more. ROLES Report, No. 20. "
        "The University. ISBN 978-4-910833-02-6. "
        "https://example.org/a_b?c=%20. "
        "title page; p. 2; cited in Report 1."
    )
    assert _cite("text", **BARE) == (
        "Mushrooming {Smart} Cities. title page; p. 2."
    )
    assert _cite("text", **{**BARE, "publisher": "The Press"}).startswith(
        "The Press. Mushrooming"
    )


def test_apa() -> None:
    """
    Family name and initials, the date in words, bodies whole.
    """
    assert _cite("apa") == (
        "Okamoto, M. A., & Ministry of Land, Transport and Sea. "
        "(2022, September). Mushrooming {Smart} Cities: 50 % & more. "
        "ROLES Report, No. 20. The University. https://example.org/a_b?c=%20"
    )
    assert _cite("apa", **{**BARE, "publisher": "The Press"}) == (
        "The Press. (n.d.). Mushrooming {Smart} Cities. title page; p. 2"
    )
    assert _cite("apa", **BARE) == (
        "Mushrooming {Smart} Cities. (n.d.). title page; p. 2"
    )


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2022", "(2022)."),
        ("2022-09-01", "(2022, September 1)."),
        ("[2022-10..2022-12]", "(2022, October)."),
    ],
)
def test_apa_dates(published: str, words: str) -> None:
    """
    A date is as precise as it is known.
    """
    assert words in _cite("apa", published=published)


def test_bibtex() -> None:
    """
    Special characters are escaped, titles and bodies keep their capitals.
    """
    assert _cite("bibtex").splitlines() == [
        "@techreport{okamoto-2022,",
        (
            "  author = {Okamoto, Masa Aki and "
            "{Ministry of Land, Transport and Sea}},"
        ),
        r"  title = {{Mushrooming \{Smart\} Cities: 50 \% \& more}},",
        "  series = {ROLES Report, No. 20},",
        "  institution = {The University},",
        "  address = {Tokyo},",
        "  url = {https://example.org/a_b?c=%20},",
        "  isbn = {978-4-910833-02-6},",
        "  note = {title page; p. 2; cited in Report 1},",
        "  year = {2022},",
        "  month = {9}",
        "}",
    ]
    article = _cite("bibtex", kind="article", published="2022")
    assert article.startswith("@article{")
    assert "journal = {ROLES Report, No. 20}" in article
    assert "publisher = {The University}" in article
    assert "month" not in article
    assert "howpublished = {The University}" in _cite("bibtex", kind="news")


def test_ris() -> None:
    """
    One tag a line, dates padded with slashes.
    """
    lines = _cite("ris").splitlines()

    assert lines[0] == "TY  - RPRT"
    assert lines[-1] == "ER  - "
    assert "DA  - 2022/09//" in lines
    assert "AU  - Okamoto, Masa Aki" in lines
    assert _cite("ris", **BARE, kind="official").startswith("TY  - GEN")


def test_csl_json() -> None:
    """
    Names, dates and numbers in the fields that the schema gives them.
    """
    (item,) = json.loads(_cite("csl-json"))

    assert item["author"] == [
        {"family": "Okamoto", "given": "Masa Aki"},
        {"literal": "Ministry of Land, Transport and Sea"},
    ]
    assert item["issued"] == {"date-parts": [[2022, 9]]}
    assert item["accessed"] == {"date-parts": [[2023, 1, 2]]}
    assert item["ISBN"] == "978-4-910833-02-6"
    (window,) = json.loads(
        _cite("csl-json", published="[2022-10..2023]", identifier="No. 5")
    )
    assert window["issued"] == {"date-parts": [[2022, 10], [2023]]}
    assert window["number"] == "No. 5"


@pytest.mark.parametrize("style", ["text", "apa", "bibtex", "ris", "csl-json"])
def test_dataset(style: str) -> None:
    """
    Revision, date, package version and digest, whichever the style.
    """
    item = item_of_dataset("2026.1", DIGEST, PartialDate("2026-11-24"))
    text = written([item], style)

    assert "revision 2026.1" in text
    assert ascn_data.__version__ in text
    assert DIGEST in text
    assert "2026" in text


def test_unreleased_data_has_no_date() -> None:
    """
    What is not published yet is cited without one.
    """
    assert "(n.d.)" in written([item_of_dataset("x", DIGEST, None)], "apa")


def test_methods() -> None:
    """
    A dataset cites itself, a record or an id.
    """
    ds = dataset()
    record = ds.record("mou")

    assert ds.cite().startswith("The ascn-data authors. ascn-data:")
    assert ds.cite(record) == ds.cite("mou") == "(2019-09-01). Report 1. p. 1."
    assert "2026-11-24" in ascn_data.load("2026.1").cite()
    assert EVIDENCE[0]["locator"] in ds.cite("mou", style="bibtex")


def test_what_cannot_be_cited() -> None:
    """
    Something that is no record is told.
    """
    with pytest.raises(TypeError, match="a record, its id or a table is"):
        dataset().cite(3.5)


def test_tables_cite_their_sources_once() -> None:
    """
    In the order of a bibliography; sources and tidy rows cite themselves.
    """
    ds = ascn_data.load()
    table = ds.partnerships(partner="JETRO")
    items = json.loads(ds.cite(table, style="csl-json"))
    used = {e.source for record in table for e in record.evidence}

    assert {item["id"] for item in items} == used
    assert len(items) == len(used)
    first, *_, last = ds.cite(table, style="apa").splitlines()
    assert first.startswith("Japan External Trade Organization")
    assert last > "K"
    report = ds.cite(ds.statuses(report="me-2025"), style="bibtex")
    assert report.count("\n@") == 0
    assert "@misc{me-2025," in report
    assert "okamoto-2022" in ds.cite(
        ds.sources(publisher=ds.source("okamoto-2022").publisher), style="ris"
    )
    for style in STYLES:
        assert ds.cite(ds.links()[:3], style=style).strip() in ("", "[]")
        assert ds.cite(ds.names()[:1], style=style).strip() in ("", "[]")


@pytest.mark.parametrize(
    ("identifier", "apa", "bibtex", "ris", "text"),
    [
        (
            "DOI 10.1000/x",
            " https://doi.org/10.1000/x",
            "doi = {10.1000/x}",
            "DO  - 10.1000/x",
            "DOI 10.1000/x",
        ),
        (
            "ISSN 1234-5678",
            "",
            "issn = {1234-5678}",
            "SN  - 1234-5678",
            "ISSN 1234-5678",
        ),
        (
            "Report 12_3",
            "(Report 12_3)",
            r"number = {Report 12\_3}",
            "SN  - Report 12_3",
            "Report 12_3",
        ),
    ],
)
def test_numbers_stand_in_every_style(
    identifier: str, apa: str, bibtex: str, ris: str, text: str
) -> None:
    """
    DOI, ISSN and report number where the style has a place for them.
    """
    assert apa in _cite("apa", identifier=identifier)
    assert bibtex in _cite("bibtex", identifier=identifier)
    assert ris in _cite("ris", identifier=identifier)
    assert text in _cite("text", identifier=identifier)


def test_addresses_of_dois_are_dois() -> None:
    """
    What resolves as a DOI is cited as one.
    """
    assert "doi = {10.1000/y}" in _cite(
        "bibtex", identifier=None, url="https://doi.org/10.1000/y"
    )


def test_no_field_breaks_out_of_its_entry() -> None:
    """
    Braces, backslashes and line ends stay what they are: text.
    """
    evil = "x},\n  url = {https://evil.example}\\input{y}"
    text = _cite(
        "bibtex", title=evil, url=f"https://a.example/{evil}", identifier=evil
    )
    plain = re.sub(r"\\[{}]", "", text)
    assert plain.count("{") == plain.count("}")
    assert text.count("\n  url = ") == 1
    assert [line[:2] for line in text.splitlines()[1:-1]] == ["  "] * (
        len(text.splitlines()) - 2
    )
    assert len(_cite("ris", title=evil).splitlines()) == len(
        _cite("ris").splitlines()
    )


def test_keys_are_valid_whatever_the_revision_is_called() -> None:
    """
    Datasets from `read` have names with spaces and slashes.
    """
    item = item_of_dataset("data in /tmp/my {data}", "0" * 64, None)

    assert written([item], "bibtex").startswith(
        "@misc{ascn-data-data-in-tmp-my-data,\n"
    )


def test_unknown_style() -> None:
    """
    A style that does not exist is told.
    """
    with pytest.raises(UnknownNameError, match="did you mean 'bibtex'"):
        dataset().cite(style="bibtext")  # type: ignore[arg-type]
