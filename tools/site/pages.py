"""
The page of a record: what its template needs, and the files beside it.
"""

import functools
import json
import pathlib
import re

from collections.abc import Iterable
from typing import Any

import attrs
import jinja2
import markupsafe

from ascn_data.citations import items_of_record
from ascn_data.models.catalogue import SCHEMAS, TABLES
from tools.site import words
from tools.site.facts import (
    LANGUAGES,
    TOLD_FIRST,
    address,
    facts_of,
    relation_words,
)
from tools.site.maps import map_of
from tools.site.overviews import overview_of
from tools.site.provenance import (
    Site,
    citations,
    disputes_of,
    evidence_of,
    history_of,
    source_citations,
)
from tools.site.relations import Edge, Relations
from tools.site.sentences import SENTENCES


HERE = pathlib.Path(__file__).parent
LONG = 12
"""How many related records are shown before the rest is folded."""


@functools.cache
def templates() -> jinja2.Environment:
    """
    Return the templates of the site.
    """
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    found.globals.update(
        tables=[(name, words.title(name)) for name in TABLES],
        marks=words.MARKS,
        languages=LANGUAGES,
    )
    found.filters.update(
        text=in_text,
        label=words.label,
        title_words=words.title,
        told=words.date,
    )
    return found


def in_text(text: str) -> markupsafe.Markup:
    """
    Return a text for between tags, where quotation marks need no escape.
    """
    short = text.replace("&", "&amp;").replace("<", "&lt;")
    return markupsafe.Markup(short)  # noqa: S704 - escaped above


def rendered(template: str, **context: Any) -> str:
    """
    Return a page without the spaces that only the template needs.
    """
    text = templates().get_template(template).render(context)
    # Between <pre> and </pre> every space counts.
    parts = re.split(r"(<pre.*?</pre>)", text, flags=re.DOTALL)
    for at in range(0, len(parts), 2):
        parts[at] = re.sub(r"\s*\n\s*", "\n", parts[at])
    return "".join(parts).strip() + "\n"


@attrs.frozen
class Link:
    """
    A related record as its line in a list.
    """

    href: str
    text: str
    aside: str
    when: str
    how: str


@attrs.frozen
class Group:
    """
    The related records of one table.
    """

    table: str
    title: str
    links: list[Link]


def groups_of(id_: str, known: Relations) -> list[Group]:
    """
    Return everything that refers to a record, by table, newest first.
    """
    by_table: dict[str, dict[str, list[Edge]]] = {}
    for edge in known.to(id_):
        records = by_table.setdefault(edge.table, {})
        records.setdefault(edge.record.id, []).append(edge)
    # Numbers are also those of what belongs to the record.
    numbers = known.dataset.about(id_).get("observations", ())
    for number in numbers:
        records = by_table.setdefault("observations", {})
        if number.id not in records:
            further = Edge("observations", number, "belonging")
            records[number.id] = [further]
    return [
        Group(
            table,
            words.title(table),
            sorted(
                (link_of(edges, known) for edges in by_table[table].values()),
                key=lambda link: link.when,
                reverse=True,
            ),
        )
        for table in TABLES
        if table in by_table
    ]


def link_of(edges: list[Edge], known: Relations) -> Link:
    """
    Return a related record's line, with the ways in which it is related.
    """
    record, table = edges[0].record, edges[0].table
    fields = dict.fromkeys(relation_words(table, e.field) for e in edges)
    when = next(
        (
            value.text.strip("[]")
            for name in ("start", "published", "joined", "as_of")
            if (value := getattr(record, name, None)) is not None
        ),
        "",
    )
    return Link(
        address(record.id, known),
        known.title(record.id),
        aside_of(record, table),
        when,
        ", ".join(fields),
    )


def aside_of(record: Any, table: str) -> str:
    """
    Return what a line says of a record beside its name.
    """
    if table == "observations":
        timed = words.date(record.as_of or record.period)
        return f"{words.number(record.value)} {record.unit}, {timed}"
    parts = [
        words.label(value)
        for name in ("kind", "status", "cohort")
        if (value := getattr(record, name, None)) is not None
    ]
    return ", ".join(parts)


def page_of(record: Any, site: Site) -> str:
    """
    Return the page of a record.
    """
    known = site.known
    table = known.table_of[record.id]
    sources = {evidence.source for evidence in record.evidence}
    dates = [
        known.records[id_].published
        for id_ in sources
        if known.records[id_].published
    ]
    facts = facts_of(record, known)
    supported = [
        fact
        for fact in facts
        if fact.evidence or fact.follows or fact.field in TOLD_FIRST
    ]
    groups = groups_of(record.id, known)
    return rendered(
        "record.html",
        root="../",
        here=table,
        title=known.title(record.id),
        record=record,
        table=table,
        singular=SCHEMAS[table].singular,
        sentence=SENTENCES[table](record, known),
        facts=[fact for fact in facts if fact.field not in TOLD_FIRST],
        told_first=[fact for fact in facts if fact.field in TOLD_FIRST],
        support={
            "sources": words.count(len(sources), "source"),
            "newest": words.date(max(dates)) if dates else "",
            "fields": f"{len(supported)} of {len(facts)}",
        },
        overview=overview_of(record, table, known),
        map=map_of(record, table, known),
        groups=groups,
        long=LONG,
        evidence=evidence_of(record, site),
        disputes=disputes_of(record, site),
        history=history_of(record, site),
        cited={} if table == "sources" else citations(record, site),
        cited_source=(source_citations(record) if table == "sources" else {}),
        revision=site.revision,
        python=f'ascn_data.record("{record.id}")',
    )


def twin_of(record: Any, site: Site) -> str:
    """
    Return the JSON beside the page: the record, its sources, its revision.
    """
    known = site.known
    items = (
        items_of_record(record, known.records.__getitem__)
        if record.evidence
        else []
    )
    twin = {
        "table": known.table_of[record.id],
        "revision": site.revision,
        "digest": site.digest,
        "licence": "CC-BY-4.0",
        "record": site.raw[record.id],
        "sources": items,
    }
    return json.dumps(twin, ensure_ascii=False, separators=(",", ":")) + "\n"


def write_records(site: Site, target: pathlib.Path) -> int:
    """
    Write the page and the twin of every record; return their number.
    """
    for id_, record in site.known.records.items():
        stem = target / site.known.table_of[id_] / id_
        _write(f"{stem}.html", page_of(record, site))
        _write(f"{stem}.json", twin_of(record, site))
    return len(site.known.records)


def write_retired(site: Site, target: pathlib.Path) -> None:
    """
    Write the page of every id that is no longer used, at its address.
    """
    for gone in site.known.dataset.table("retired"):
        if gone.id in site.known.records:
            continue
        page = rendered(
            "retired.html",
            root="../",
            here=gone.table,
            title=f"{gone.id} (retired)",
            gone=gone,
            links=[
                (address(id_, site.known), site.known.title(id_))
                for id_ in gone.replaced_by
                if id_ in site.known.records
            ],
            revision=site.revision,
        )
        _write(target / gone.table / f"{gone.id}.html", page)


def write_lists(site: Site, target: pathlib.Path) -> None:
    """
    Write the list of the records of every table.
    """
    for table in TABLES:
        records: Iterable[Any] = site.known.dataset.table(table)
        rows = [
            (f"{r.id}.html", site.known.title(r.id), aside_of(r, table))
            for r in records
        ]
        rows.sort(key=lambda row: row[1].casefold())
        page = rendered(
            "list.html",
            root="../",
            here=table,
            title=words.title(table),
            table=table,
            meaning=meaning_of(table),
            rows=rows,
            revision=site.revision,
        )
        _write(target / table / "index.html", page)


def meaning_of(table: str) -> str:
    """
    Return what a record of a table is: the first sentence of its class.
    """
    text = SCHEMAS[table].record_class.__doc__ or ""
    return " ".join(text.strip().split("\n\n")[0].split())


def _write(path: pathlib.Path | str, text: str) -> None:
    target = pathlib.Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
