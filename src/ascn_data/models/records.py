"""
Records of a table from the bytes of its file.
"""

from typing import Any

from ascn_data.files.parsing import parse_json, structure_rows
from ascn_data.models.catalogue import record_class


def parse_table(raw: bytes, table: str, path: str) -> tuple[Any, ...]:
    """
    The records of one table from the bytes of its file.

    Raises:
        DataError: With every problem of the file.
    """
    return structure_table(parse_json(raw, path), table, path)


def structure_table(rows: Any, table: str, path: str) -> tuple[Any, ...]:
    """
    The records of one table from parsed JSON.

    Raises:
        DataError: With every problem of the rows.
    """
    return structure_rows(rows, record_class(table), path)
