"""
The description of an export as a Data Package, version 2.
"""

from typing import Any

from ascn_data.datapackages.resource import File
from ascn_data.exports.columns import Column
from ascn_data.exports.rows import LIST_SEPARATOR
from ascn_data.files.descriptions import class_summary
from ascn_data.models.catalogue import referenced_tables
from ascn_data.models.publication import HOME


def package_of(
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
        **({"homepage": HOME} if HOME else {}),
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
    found: dict[str, Any] = {
        "name": file.table,
        "path": file.path,
        "title": file.table,
        "description": class_summary(file.schema.record_class),
        "format": file.format.name,
        "mediatype": file.format.media_type,
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(file),
    }
    # frictionless counts the bytes of CSV alone, else any size is wrong to it.
    if file.format.name == "csv":
        found["bytes"] = file.size
    if file.format.name != "parquet":
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
    if file.format.name == "parquet":
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
