"""
`File`: a file of a data package.
"""

import attrs

from ascn_data.exports.columns import Column
from ascn_data.exports.formats import Format
from ascn_data.exports.schema import TableSchema


@attrs.frozen(kw_only=True)
class File:
    """
    A file of a package.

    Attributes:
        schema: What the table in it holds.
        path: Its name.
        format: Its format.
        size: Its size in bytes.
        sha256: The SHA-256 of its bytes, in hexadecimal.
        columns: Its columns.
    """

    schema: TableSchema
    path: str
    format: Format
    size: int
    sha256: str
    columns: tuple[Column, ...]

    @property
    def table(self) -> str:
        """
        The name of the table in it.
        """
        return self.schema.name
