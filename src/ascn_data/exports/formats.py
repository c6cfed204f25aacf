"""
The formats of files: one entry each, from which all else follows.

`Dataset.export`, the command line and the descriptions of a data package
read this list; a new format is an entry here and the function that writes
the format.  docs/how-to/extend.md walks through one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ascn_data.exports.layout import Layout
    from ascn_data.exports.schema import Tabular


PackageFormat = Literal["csv", "json", "parquet", "xlsx"]
"""The name of a format that data packages come in."""


class Format:
    """
    A format that a table is written in.

    Attributes:
        name: For example `csv`.
        suffix: What names of such files end in, for example `.csv`.
        media_type: The media type that IANA registers.
        croissant_type: The media type under which tools for Croissant know
            the format.
        module: Name of the module of this room that writes the format.
        function: Name of its function from a table and a layout to the bytes
            of a file.
        flat: Whether lists are single texts in the format.
        packaged: Whether data packages come in the format.
        binary: Whether the format is no text that a terminal could show.
    """

    __slots__ = (
        "binary",
        "croissant_type",
        "flat",
        "function",
        "media_type",
        "module",
        "name",
        "packaged",
        "suffix",
    )

    def __init__(
        self,
        name: str,
        media_type: str,
        module: str,
        function: str,
        *,
        croissant_type: str = "",
        flat: bool = False,
        packaged: bool = True,
        binary: bool = False,
    ) -> None:
        """
        Describe a format.
        """
        self.name: str = name
        self.suffix: str = f".{name}"
        self.media_type: str = media_type
        self.croissant_type: str = croissant_type or media_type
        self.module: str = module
        self.function: str = function
        self.flat: bool = flat
        self.packaged: bool = packaged
        self.binary: bool = binary

    @property
    def write(self) -> Callable[[Tabular, Layout], bytes]:
        """
        The function from a table and a layout to the bytes of a file.
        """
        module = f"ascn_data.exports.{self.module}"
        found = __import__(module, fromlist=[self.function])
        function: Callable[[Tabular, Layout], bytes] = getattr(
            found, self.function
        )
        return function


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("csv", "text/csv", "delimited", "csv_bytes", flat=True),
        Format("json", "application/json", "rows", "json_bytes"),
        Format(
            "jsonl",
            "application/jsonl",
            "rows",
            "json_lines_bytes",
            packaged=False,
        ),
        Format(
            "parquet",
            "application/vnd.apache.parquet",
            "arrow",
            "parquet_bytes",
            croissant_type="application/x-parquet",
            binary=True,
        ),
        Format(
            "xlsx",
            "application/vnd.openxmlformats-officedocument"
            ".spreadsheetml.sheet",
            "workbook",
            "one_table",
            packaged=False,
            binary=True,
        ),
    )
}
"""Every format, by its name."""
