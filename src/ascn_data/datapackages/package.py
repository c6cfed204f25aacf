"""
All tables as files that need no Python, described by a data package.

`export` writes one file for each table and, beside them, `datapackage.json`
(Data Package, version 2: columns, types, codes, references between tables,
licence, sources and the SHA-256 of every file) and `croissant.json`
(Croissant 1.0, which is schema.org's Dataset too).  The same revision gives
the same bytes.
"""

import hashlib
import pathlib

from typing import TYPE_CHECKING, Any

import attrs

from ascn_data.citations import item_of_dataset, written
from ascn_data.datapackages.croissant import croissant
from ascn_data.datapackages.descriptor import package_of
from ascn_data.datapackages.directory import CROISSANT, PACKAGE, place
from ascn_data.datapackages.resource import File
from ascn_data.exports.formats import FORMATS, Format
from ascn_data.exports.layout import PACKAGED, formed
from ascn_data.exports.rows import json_text
from ascn_data.exports.schema import TableSchema
from ascn_data.exports.workbook import workbook_bytes
from ascn_data.files.atomic import path_of, write_file
from ascn_data.models.catalogue import FILES
from ascn_data.models.publication import AUTHOR, DESCRIPTION, LICENCE, TITLE
from ascn_data.naming.vocabulary import unknown_value
from ascn_data.tables.queries import Queries
from ascn_data.tables.table import Table
from ascn_data.tables.tidy.catalogue import TIDY, tidy_table
from ascn_data.versions.index import released_on


if TYPE_CHECKING:
    import os


def export(
    dataset: Queries,
    directory: "str | os.PathLike[str]",
    *,
    format: str,
) -> pathlib.Path:
    """
    Write all tables of a dataset, and what describes them, to a directory.
    """
    released = released_on(dataset.revision)
    packaged = {name: f for name, f in FORMATS.items() if f.packaged}
    if format == "xlsx":
        return _workbook(dataset, path_of(directory))
    if format not in packaged:
        raise unknown_value("format", format, [*packaged, "xlsx"])
    chosen = packaged[format]
    target = path_of(directory)
    files = []
    contents = {}
    for table in _tables(dataset):
        raw = chosen.write(table, PACKAGED)
        file = _file(table.schema, chosen, raw)
        contents[file.path] = raw
        files.append(file)
    about = {
        "title": TITLE,
        "description": DESCRIPTION,
        "version": dataset.revision,
        "digest": dataset.digest,
        "released": None if released is None else released.earliest,
        "licence": LICENCE,
        "creator": AUTHOR,
        "keywords": ["ASEAN", "ASCN", "smart cities"],
    }
    described = package_of(files, about, _sources(dataset))
    schema_org = croissant(files, about)
    contents[CROISSANT] = _json_bytes(schema_org)
    contents[PACKAGE] = _json_bytes(described)
    place(target, contents)
    return target / PACKAGE


def _json_bytes(described: dict[str, Any]) -> bytes:
    return f"{json_text(described, indent=2)}\n".encode()


def _tables(dataset: Queries) -> list[Table[Any]]:
    """
    Return every table of an export: what is stored, then the tidy tables.
    """
    stored = [dataset.table(name) for name in FILES]
    return [*stored, *(tidy_table(dataset.store, name) for name in TIDY)]


def _workbook(dataset: Queries, directory: pathlib.Path) -> pathlib.Path:
    """
    Write all tables of a dataset to one workbook in a directory.
    """
    released = released_on(dataset.revision)
    item = item_of_dataset(dataset.revision, dataset.digest, released)
    about = [
        ("What this is", DESCRIPTION),
        ("Revision", f"{dataset.revision}, {released or 'not released'}"),
        ("SHA-256", dataset.digest),
        ("How to cite", written([item], "text")),
    ]
    tables = [t for t in _tables(dataset) if t.name != "retired"]
    directory.mkdir(parents=True, exist_ok=True)
    target = directory / "ascn-data.xlsx"
    write_file(target, workbook_bytes(tables, about=about))
    return target


def _file(schema: TableSchema, format: Format, raw: bytes) -> File:
    """
    Return what is to be said of the file of a table.
    """
    return File(
        schema=schema,
        path=f"{schema.name}{format.suffix}",
        format=format,
        size=len(raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        columns=formed(
            schema.columns(),
            attrs.evolve(PACKAGED, flat=format.flat),
        ),
    )


def _sources(dataset: Queries) -> list[dict[str, str]]:
    """
    The sources that evidence names, as a data package lists them.
    """
    used = {
        item.source
        for name in FILES
        for record in dataset.table(name)
        for item in getattr(record, "evidence", ())
    }
    sources = dataset.table("sources")
    return [
        {"title": source.title, **({"path": source.url} if source.url else {})}
        for source in sources
        if source.id in used
    ]
