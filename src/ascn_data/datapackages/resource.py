"""
`File`: a file of a data package.
"""

import attrs

from ascn_data.exports.columns import Column
from ascn_data.exports.formats import Format


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
    format: Format
    size: int
    sha256: str
    columns: tuple[Column, ...]
