"""
The description of an export as Croissant 1.0, for machine-learning tools.

It is JSON-LD in the words of schema.org, so that search engines for datasets
read it too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from ascn_data.datapackages.resource import File
from ascn_data.exports.columns import Column
from ascn_data.models.publication import HOME


_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


_TYPES = {
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "decimal": "sc:Float",
    "date": "sc:Date",
}


_HOME = {"url": HOME} if HOME else {}


def croissant(
    files: Sequence[File], about: Mapping[str, Any]
) -> dict[str, Any]:
    """
    The contents of `croissant.json`.

    A revision such as `2026.1` is version `2026.1.0` there: Croissant wants
    three numbers.  Lists of values are left out, it has no place for them.
    """
    version = ".".join([*about["version"].split(".")[:2], "0"])
    released = about["released"]
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "ascn-data",
        "description": about["description"],
        **_HOME,
        "license": about["licence"],
        "version": version,
        **({"datePublished": released} if released else {}),
        "creator": {
            "@type": "sc:Organization",
            "name": about["creator"],
            **_HOME,
        },
        "keywords": about["keywords"],
        "citeAs": (
            f"{about['title']}, revision {about['version']}, "
            f"SHA-256 {about['digest']}"
        ),
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": file.path,
                "name": file.path,
                "contentUrl": file.path,
                "contentSize": f"{file.size} B",
                "encodingFormat": file.format.croissant_type,
                "sha256": file.sha256,
            }
            for file in files
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": file.table,
                "name": file.table,
                "key": {"@id": f"{file.table}/id"},
                "field": [
                    _field(file, column)
                    for column in file.columns
                    if column.kind not in ("texts", "records", "json")
                ],
            }
            for file in files
        ],
    }


def _field(file: File, column: Column) -> dict[str, Any]:
    """
    A column as a field of a record set.
    """
    extract = (
        {"jsonPath": f"$[*].{column.name}"}
        if file.format.name == "json"
        else {"column": column.name}
    )
    return {
        "@type": "cr:Field",
        "@id": f"{file.table}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES.get(column.kind, "sc:Text"),
        "source": {"fileObject": {"@id": file.path}, "extract": extract},
    }
