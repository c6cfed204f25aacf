"""
Where release 2026.2.1 had `Table`, for what was pickled; until December 2027.
"""

from typing import Any

from ascn_data.exports.schema import TableSchema
from ascn_data.models.catalogue import SCHEMAS
from ascn_data.tables.reconciliation import RECONCILIATION
from ascn_data.tables.search import HITS
from ascn_data.tables.table import Table
from ascn_data.versions.changes import CHANGES
from ascn_data.versions.history import HISTORY
from ascn_data.versions.index import REVISIONS


__all__ = ["Table", "_rebuild"]


def _rebuild(name: str, records: tuple[Any, ...], revision: str) -> Table[Any]:
    """
    Make a table from its parts as release 2026.2.1 pickled them.
    """
    worked_out = (RECONCILIATION, HITS, CHANGES, HISTORY, REVISIONS)
    schemas: dict[str, TableSchema] = {
        **SCHEMAS,
        **{schema.name: schema for schema in worked_out},
    }
    return Table(schemas[name], records, revision=revision)
