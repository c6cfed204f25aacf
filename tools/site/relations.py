"""
Who refers to whom: every edge of the data, from both its ends.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import attrs

from ascn_data import Dataset
from ascn_data.models.catalogue import TABLES


TEXTS = frozenset(
    {
        *("id", "name", "official_name", "title", "label", "text", "aliases"),
        *("note", "summary", "value", "locator", "reason", "language"),
        *("unit", "indicator", "series", "scheme", "boundary", "currency"),
    }
)
"""Fields that hold words, which may be spelt as some id is."""


@attrs.frozen
class Edge:
    """
    A record that refers to another, and by which field.
    """

    table: str
    record: Any
    field: str


class Relations:
    """
    All records by id, and all edges that lead to each.
    """

    def __init__(self, dataset: Dataset) -> None:
        """
        Walk through all records of a dataset once.
        """
        self.dataset = dataset
        self.table_of: dict[str, str] = {}
        self.records: dict[str, Any] = {}
        for table in TABLES:
            for record in dataset.table(table):
                self.table_of[record.id] = table
                self.records[record.id] = record
        self._edges: dict[str, dict[tuple[str, str], Edge]] = defaultdict(dict)
        for id_, record in self.records.items():
            table = self.table_of[id_]
            for field, target in self._targets(record):
                if target != id_:
                    key = (id_, field)
                    edge = Edge(table, record, field)
                    self._edges[target].setdefault(key, edge)

    def _targets(self, record: Any) -> Iterator[tuple[str, str]]:
        """
        Yield every id in a record, with the field that holds the id.
        """
        for field in attrs.fields(type(record)):
            if field.name not in TEXTS:
                value = getattr(record, field.name)
                for id_ in self._ids_in(value):
                    yield field.name, id_

    def _ids_in(self, value: Any) -> Iterator[str]:
        if type(value) is str:
            if value in self.table_of:
                yield value
        elif isinstance(value, tuple):
            for each in value:
                yield from self._ids_in(each)
        elif attrs.has(type(value)):
            for _, id_ in self._targets(value):
                yield id_

    def to(self, id_: str) -> list[Edge]:
        """
        Return the edges that lead to a record.
        """
        return list(self._edges.get(id_, {}).values())

    def title(self, id_: str) -> str:
        """
        Return what a record is called.
        """
        record = self.records[id_]
        for field in ("name", "title", "label"):
            found = getattr(record, field, None)
            if found:
                return str(found)
        return id_
