"""
`About`: a record and everything that refers to it.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ascn_data.models.catalogue import SCHEMAS, TABLES, fields_lead_to
from ascn_data.tables.selection import keys_in
from ascn_data.tables.store import Store
from ascn_data.tables.subjects import subjects_of
from ascn_data.tables.table import Table


if TYPE_CHECKING:
    from ascn_data.exports.schema import Destination


class About(Mapping[str, Table[Any]]):
    """
    A record with the tables of what refers to it, by the tables' names.

    Printed, shown in a notebook or turned into JSON it is one page; a table
    of it is `about["projects"]`.
    """

    def __init__(
        self, record: Any, table: str, tables: Mapping[str, Table[Any]]
    ) -> None:
        """
        Made by `ascn_data.about`.
        """
        self.record = record
        self.table = table
        self._tables = dict(tables)

    def __getitem__(self, name: str) -> Table[Any]:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __repr__(self) -> str:
        from ascn_data.display.about import about_text

        return about_text(self.record, self._tables)

    def _repr_html_(self) -> str:
        from ascn_data.display.about import about_html

        return about_html(self.record, self._tables)

    def to_dict(self) -> dict[str, Any]:
        """
        Return the record as a row and the tables as lists of rows.
        """
        one = Table(SCHEMAS[self.table], [self.record], revision="")
        rows = {name: found.to_dicts() for name, found in self.items()}
        return {"table": self.table, "record": one.to_dicts()[0], **rows}

    def to_json(self, path: "Destination | None" = None) -> str | None:
        """
        Return or write the record and the tables as JSON.

        Args:
            path: File to write, by its path or open; None to return the
                text.
        """
        from ascn_data.exports.destinations import put
        from ascn_data.exports.rows import json_text

        return put(json_text(self.to_dict(), indent=2), path)


def about(store: Store, record: Any) -> About:
    """
    Return a record and what refers to it, table by table.

    Records refer by the ids that they hold; what stands beside a country is
    what lies in it.  Numbers are also those of the projects and partnerships
    of a city, sources those that mention the record or support it.
    """
    home = next(n for n in TABLES if record.id in store.table(n))
    tables = {}
    for name in TABLES:
        if name == "observations":
            wanted = set(subjects_of(store, record))
            found = store.table(name).filter(
                lambda each: each.subject in wanted  # noqa: B023 - used here
            )
        else:
            found = store.table(name).at(_positions(store, name, record))
        if len(found):
            tables[name] = found
    return About(record, home, tables)


def _positions(store: Store, name: str, record: Any) -> list[int]:
    """
    Return the positions of the records of a table that refer to a record.
    """
    table = store.table(name)
    fields = [
        column.field
        for column in table.schema.columns()
        if column.name == column.field
        and fields_lead_to(name, column.field) is not None
    ]
    found = {
        position
        for field in fields
        for position in table.positions(field, keys_in(field)).get(
            record.id, ()
        )
    }
    if name == "sources":
        supporting = {item.source for item in record.evidence}
        found.update(
            p for p, each in enumerate(table) if each.id in supporting
        )
    own = next((p for p, each in enumerate(table) if each is record), None)
    return sorted(found - {own})
