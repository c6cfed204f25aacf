"""
All tables as files that need no Python, described by a data package.

`export` writes one file for each table and, beside them, `datapackage.json`
(Data Package, version 2: columns, types, codes, references between tables,
licence, sources and the SHA-256 of every file) and `croissant.json`
(Croissant 1.0, which is schema.org's Dataset too).  The same revision gives
the same bytes.
"""

import datetime
import hashlib
import pathlib

from typing import TYPE_CHECKING, Any, Literal

import attrs

from ascn_data.arrow import parquet_bytes
from ascn_data.cells import LIST_SEPARATOR, json_text
from ascn_data.checks import referenced_tables
from ascn_data.citing import AUTHOR
from ascn_data.croissant import HOME, croissant
from ascn_data.errors import RevisionError
from ascn_data.exporting import LICENCE, to_csv, to_json
from ascn_data.loading import FILES, record_class
from ascn_data.names import unknown_value
from ascn_data.placing import CROISSANT, PACKAGE, place
from ascn_data.schema import Column, columns_of
from ascn_data.table import Table
from ascn_data.writing import path_of


if TYPE_CHECKING:
    import os

    from ascn_data.dataset import Dataset

Format = Literal["csv", "json", "parquet"]
"""A format of files."""

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}

TITLE = "ascn-data: the reference dataset of the ASEAN Smart Cities Network"
DESCRIPTION = (
    "Member cities, partners, partnerships, projects, events, offices, the "
    "framework and the numbers of the ASEAN Smart Cities Network (ASCN), "
    "every fact with the document and the place in it that it came from."
)


@attrs.frozen(kw_only=True)
class File:
    """
    A file of a package.

    Attributes:
        table: The table in it.
        path: Its name.
        format: Its format.
        size: Its size in bytes.
        sha256: The SHA-256 of its bytes, in hexadecimal.
        columns: Its columns.
    """

    table: str
    path: str
    format: str
    size: int
    sha256: str
    columns: tuple[Column, ...]


def export(
    dataset: "Dataset",
    directory: "str | os.PathLike[str]",
    *,
    format: str,
) -> pathlib.Path:
    """
    Write all tables of a dataset, and what describes them, to a directory.
    """
    if format not in MEDIA_TYPES:
        raise unknown_value("format", format, MEDIA_TYPES)
    target = path_of(directory)
    contents = {
        f"{name}.{format}": _bytes_of(dataset.table(name), format)
        for name in FILES
    }
    files = [_file(path, raw) for path, raw in contents.items()]
    about = {
        "title": TITLE,
        "description": DESCRIPTION,
        "version": dataset.revision,
        "digest": dataset.digest,
        "released": _released(dataset.revision),
        "licence": LICENCE,
        "creator": AUTHOR,
        "keywords": ["ASEAN", "ASCN", "smart cities"],
    }
    described = _package(files, about, _sources(dataset))
    schema_org = croissant(files, about)
    contents[CROISSANT] = _json_bytes(schema_org)
    contents[PACKAGE] = _json_bytes(described)
    place(target, contents)
    return target / PACKAGE


def _json_bytes(described: dict[str, Any]) -> bytes:
    return f"{json_text(described, indent=2)}\n".encode()


def _bytes_of(table: Table[Any], format: str) -> bytes:
    """
    A table as the bytes of a file.

    CSV comes without the byte order mark of `Table.to_csv`: a package is
    read by programs, and some take the mark for a part of the first name.
    """
    if format == "csv":
        return to_csv(table).encode()
    if format == "json":
        return f"{to_json(table, flat=False)}\n".encode()
    return parquet_bytes(table, flat=False)


def _file(path: str, raw: bytes) -> File:
    """
    What is to be said of a file.
    """
    table, _, format = path.partition(".")
    return File(
        table=table,
        path=path,
        format=format,
        size=len(raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        columns=columns_of(table, flat=format == "csv"),
    )


def _released(revision: str) -> datetime.date | None:
    """
    The day a revision was published; None if it is not.
    """
    from ascn_data.frozen import published

    try:
        released = published(revision).released
    except RevisionError:
        return None
    return None if released is None else released.earliest


def _sources(dataset: "Dataset") -> list[dict[str, str]]:
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


def _package(
    files: list[File], about: dict[str, Any], sources: list[dict[str, str]]
) -> dict[str, Any]:
    """
    The contents of `datapackage.json`.
    """
    released = about["released"]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "ascn-data",
        "title": about["title"],
        "description": about["description"],
        "version": about["version"],
        **({"created": f"{released}T00:00:00Z"} if released else {}),
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0 International",
                "path": about["licence"],
            }
        ],
        "homepage": HOME,
        "contributors": [{"title": about["creator"], "roles": ["creator"]}],
        "keywords": about["keywords"],
        "sources": sources,
        "ascn_data": {
            "revision": about["version"],
            "digest": about["digest"],
        },
        "resources": [_resource(file) for file in files],
    }


def _resource(file: File) -> dict[str, Any]:
    """
    A file as a resource of the package.
    """
    summary = (record_class(file.table).__doc__ or "").strip()
    found: dict[str, Any] = {
        "name": file.table,
        "path": file.path,
        "title": file.table,
        "description": " ".join(summary.partition("\n\n")[0].split()),
        "format": file.format,
        "mediatype": MEDIA_TYPES[file.format],
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(file),
    }
    # frictionless counts the bytes of CSV alone, else any size is wrong to it.
    if file.format == "csv":
        found["bytes"] = file.size
    if file.format != "parquet":
        found["encoding"] = "utf-8"
        found["type"] = "table"
    return found


def _schema(file: File) -> dict[str, Any]:
    """
    The columns of a file with their types, codes and references.
    """
    keys = []
    for column in file.columns:
        targets = referenced_tables(file.table, column.field)
        if column.kind == "text" and not column.part and len(targets) == 1:
            resource = "" if targets[0] == file.table else targets[0]
            reference = {"resource": resource, "fields": ["id"]}
            keys.append({"fields": [column.name], "reference": reference})
    return {
        "fields": [_field(file, column) for column in file.columns],
        "primaryKey": ["id"],
        "missingValues": [""],
        **({"foreignKeys": keys} if keys else {}),
    }


# Lists joined in one text are texts: the standard has a type `list`, but it
# knows no escape, and the standard's own JSON Schema does not know the type.
_TYPES = {
    "text": "string",
    "decimal": "number",
    "texts": "array",
    "records": "array",
    "json": "array",
    "joined": "string",
}


def _type(file: File, column: Column) -> str:
    """
    The type of a column.

    Parquet says itself what is in it.  frictionless reads it by way of
    pandas, where a list is no list of JSON and whole numbers with gaps are
    not whole.
    """
    if file.format == "parquet":
        if column.kind in ("texts", "records"):
            return "any"
        if column.kind == "integer" and not column.required:
            return "number"
    return _TYPES.get(column.kind, column.kind)


def _field(file: File, column: Column) -> dict[str, Any]:
    """
    A column as a field of a table schema.

    Lists of ids name the tables they lead to under `references`: foreign
    keys of a data package are for single values.
    """
    field: dict[str, Any] = {
        "name": column.name,
        "type": _type(file, column),
        "description": column.description,
    }
    constraints: dict[str, Any] = {}
    if column.required and column.kind not in ("joined", "json"):
        constraints["required"] = True
    if column.members and column.kind == "text":
        constraints["enum"] = list(column.members)
    if constraints:
        field["constraints"] = constraints
    if column.kind == "joined":
        field["delimiter"] = LIST_SEPARATOR
    targets = referenced_tables(file.table, column.field)
    if targets and column.kind in ("texts", "joined"):
        field["references"] = list(targets)
    return field
