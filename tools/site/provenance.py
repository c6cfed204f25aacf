"""
Where the facts of a record come from: evidence, disputes, history, citation.
"""

import json
import pathlib

from collections.abc import Mapping
from typing import Any

import attrs

import ascn_data

from ascn_data.citations import (
    Style,
    _item_of_source,
    item_of_dataset,
    written,
)
from ascn_data.models.catalogue import TABLES
from ascn_data.versions.index import released_on
from tools.site import words
from tools.site.facts import address
from tools.site.relations import Relations


STYLES: tuple[Style, ...] = ("text", "apa", "bibtex", "ris", "csl-json")
STYLE_NAMES: dict[Style, str] = {
    "text": "Text",
    "apa": "APA",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
}


@attrs.frozen
class Site:
    """
    What all pages of a build share.
    """

    known: Relations
    raw: Mapping[str, Mapping[str, Any]]
    revision: str
    digest: str

    @classmethod
    def of(cls, dataset: ascn_data.Dataset) -> "Site":
        """
        Prepare a dataset.
        """
        known = Relations(dataset)
        raw = {
            record["id"]: record
            for table in TABLES
            for record in raw_table(table)
        }
        return cls(known, raw, dataset.revision, dataset.store.digest)


def raw_table(table: str) -> list[dict[str, Any]]:
    """
    Return the records of a table as its file has them.
    """
    home = pathlib.Path(ascn_data.__file__).parent / "data"
    found: list[dict[str, Any]] = json.loads(
        (home / f"{table}.json").read_text("utf-8")
    )
    return found


def citations(record: Any, site: Site) -> dict[str, str]:
    """
    Return the citation of a record of the dataset in every style.
    """
    item = item_of_dataset(
        site.revision, site.digest, released_on(site.revision)
    )
    item["id"] = f"{item['id']}-{record.id}"
    item["title"] = (
        f"{site.known.title(record.id)} (record {record.id}). {item['title']}"
    )
    return in_styles(item)


def in_styles(item: dict[str, Any]) -> dict[str, str]:
    """
    Return an item in every style, that of computers without spaces.
    """
    found = {STYLE_NAMES[style]: written([item], style) for style in STYLES}
    items = json.loads(found["CSL-JSON"])
    found["CSL-JSON"] = json.dumps(
        items, ensure_ascii=False, separators=(",", ":")
    )
    return found


def item_of(source: Any) -> dict[str, Any]:
    """
    Return a source itself as an item of CSL-JSON.
    """
    return {**_item_of_source(source), "note": f"id {source.id}"}


def source_citations(record: Any) -> dict[str, str]:
    """
    Return the citation of a source itself in every style.
    """
    return in_styles(item_of(record))


def evidence_of(record: Any, site: Site) -> list[dict[str, Any]]:
    """
    Return the evidence of a record: source, its address, place, fields.
    """
    found = []
    for evidence in record.evidence:
        source = site.known.records[evidence.source]
        found.append(
            {
                "title": source.title,
                "by": source.publisher or words.listed(list(source.authors)),
                "published": words.date(source.published),
                "href": address(source.id, site.known),
                "url": source.url,
                "locator": evidence.locator,
                "fields": [words.label(name) for name in evidence.fields],
            }
        )
    return found


def disputes_of(record: Any, site: Site) -> list[dict[str, Any]]:
    """
    Return what other sources say beside what the record says.
    """
    found = []
    for dispute in record.disputes:
        own = getattr(record, dispute.field, None)
        source = site.known.records.get(dispute.source)
        found.append(
            {
                "field": words.title(dispute.field),
                "own": said(own, site.known),
                "other": said(dispute.value, site.known),
                "reason": dispute.reason,
                "title": source.title if source else dispute.source,
                "href": address(dispute.source, site.known),
                "url": source.url if source else None,
                "locator": dispute.locator,
            }
        )
    return found


def said(value: Any, known: Relations) -> str:
    """
    Return a record's value beside which another source's stands.
    """
    if value in (None, ()):
        return "unknown"
    if isinstance(value, tuple):
        return ", ".join(said(each, known) for each in value)
    if isinstance(value, str) and value in known.table_of:
        return known.title(value)
    if attrs.has(type(value)) and not hasattr(value, "earliest"):
        return ", ".join(
            said(held, known)
            for field in attrs.fields(type(value))
            if (held := getattr(value, field.name)) is not None
        )
    return words.plain(value)


def history_of(record: Any, site: Site) -> list[dict[str, Any]]:
    """
    Return what each revision did to a record.
    """
    return [
        {
            "revision": entry.id,
            "released": words.date(entry.released) or "not yet released",
            "event": entry.event.value,
            "fields": list(
                dict.fromkeys(
                    words.label(change.field)
                    for change in entry.changes
                    if change.field
                )
            ),
        }
        for entry in site.known.dataset.history(record)
    ]
