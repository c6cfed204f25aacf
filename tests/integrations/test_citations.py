"""
Citations read by the parsers that readers use.
"""

import io
import json

import pytest
import rispy

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

import ascn_data


DS = ascn_data.load()
SOURCES = [*DS.sources()]


def _cite_all(style: str) -> str:
    """
    The citation of every source, as a record cites it.
    """
    gap = "\n\n" if style == "bibtex" else "\n"
    return gap.join(
        dict.fromkeys(
            DS.cite(source, style=style)  # type: ignore[arg-type]
            for source in SOURCES
            if {e.source for e in source.evidence} == {source.id}
        )
    )


def test_bibtex_parses() -> None:
    """
    Each entry has the fields it was written with.
    """
    entries = parse_string(_cite_all("bibtex"), "bibtex").entries

    assert entries["okamoto-2022"].fields["year"] == "2022"
    assert str(entries["okamoto-2022"].persons["author"][0]) == (
        "Okamoto, Masaaki"
    )
    dataset = parse_string(DS.cite(style="bibtex"), "bibtex").entries
    (entry,) = dataset.values()
    assert DS.digest in entry.fields["note"]
    assert str(entry.persons["author"][0]) == "{The ascn-data authors}"


def test_ris_parses() -> None:
    """
    Each record has its type, title and date.
    """
    records = rispy.loads(_cite_all("ris"))
    by_id = {record["id"]: record for record in records}

    assert len(records) == len(by_id)
    okamoto = by_id["okamoto-2022"]
    assert okamoto["type_of_reference"] == "RPRT"
    assert okamoto["authors"] == ["Okamoto, Masaaki"]
    assert okamoto["year"] == "2022"
    assert okamoto["title"].startswith("Mushrooming Smart Cities")


@pytest.mark.parametrize("id_", ["okamoto-2022", "kim-apb"])
def test_csl_json_renders(id_: str) -> None:
    """
    A citation processor takes the items and writes a bibliography.
    """
    items = json.loads(DS.cite(DS.sources()[id_], style="csl-json"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(
        style, CiteProcJSON(items), formatter.plain
    )
    bibliography.register(Citation([CitationItem(id_)]))
    out = io.StringIO("".join(map(str, bibliography.bibliography())))

    assert DS.sources()[id_].title[:30] in out.getvalue()
