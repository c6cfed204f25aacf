"""
The formats of files: one entry each, from which all else follows.

`Dataset.export`, the command line and the descriptions of a data package
read this list; a new format is an entry here and the function that writes
the format.  docs/how-to/extend.md walks through one.
"""

from collections.abc import Callable, Mapping
from typing import Literal

from ascn_data.exports.arrow import parquet_bytes
from ascn_data.exports.delimited import csv_bytes
from ascn_data.exports.layout import Layout
from ascn_data.exports.rows import json_bytes, json_lines_bytes
from ascn_data.exports.schema import Tabular
from ascn_data.exports.workbook import one_table


class Format:
    """
    A format that a table is written in.

    Attributes:
        name: For example `csv`.
        suffix: What names of such files end in, for example `.csv`.
        media_type: The media type that IANA registers.
        croissant_type: The media type under which tools for Croissant know
            the format.
        write: A function from a table and a layout to the bytes of
            a file.
        flat: Whether lists are single texts in the format.
        packaged: Whether data packages come in the format.
        binary: Whether the format is no text that a terminal could show.
    """

    __slots__ = (
        "binary",
        "croissant_type",
        "flat",
        "media_type",
        "name",
        "packaged",
        "suffix",
        "write",
    )

    def __init__(
        self,
        name: str,
        media_type: str,
        write: Callable[[Tabular, Layout], bytes],
        *,
        croissant_type: str = "",
        flat: bool = False,
        packaged: bool = True,
        binary: bool = False,
    ) -> None:
        """
        Describe a format.
        """
        self.name = name
        self.suffix = f".{name}"
        self.media_type = media_type
        self.croissant_type = croissant_type or media_type
        self.write = write
        self.flat = flat
        self.packaged = packaged
        self.binary = binary


PackageFormat = Literal["csv", "json", "parquet", "xlsx"]
"""The name of a format that data packages come in."""

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("csv", "text/csv", csv_bytes, flat=True),
        Format("json", "application/json", json_bytes),
        Format("jsonl", "application/jsonl", json_lines_bytes, packaged=False),
        Format(
            "parquet",
            "application/vnd.apache.parquet",
            parquet_bytes,
            croissant_type="application/x-parquet",
            binary=True,
        ),
        Format(
            "xlsx",
            "application/vnd.openxmlformats-officedocument"
            ".spreadsheetml.sheet",
            one_table,
            packaged=False,
            binary=True,
        ),
    )
}
"""Every format, by its name."""
