"""
`Table`: an immutable, typed sequence of records.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from types import GenericAlias

from ascn_data.models.publication import LICENCE
from ascn_data.tables.records import Chosen, Found, Records


TYPE_CHECKING = False
if TYPE_CHECKING:
    import os

    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Sequence as _Sequence
    from typing import Any, Protocol, TypeVar, overload

    import pandas
    import polars
    import pyarrow

    from ascn_data.exports.schema import TableSchema

    class Record(Protocol):
        """
        What every record has.
        """

        @property
        def id(self) -> str:
            """
            The id, unique in the whole dataset.
            """
            ...

    class Origin(Protocol):
        """
        The tables that a table belongs with: what is behind a dataset.
        """

        @property
        def revision(self) -> str:
            """
            The id of their revision.
            """
            ...

        @property
        def digest(self) -> str:
            """
            SHA-256 of all of them.
            """
            ...

        @property
        def asked(self) -> str:
            """
            The expression that asks about them, for example `ascn_data`.
            """
            ...

        def table(self, name: str) -> Table[Any]:
            """
            One of them, whole.
            """
            ...

    T_co = TypeVar("T_co", bound=Record, covariant=True)
else:
    # Without typing, which would double what an answer costs.
    T_co = "T_co"

    class _Sequence(Collection):
        """
        A sequence in everything but `isinstance(table, Sequence)`.

        `polars.DataFrame(x)` looks for sequences before it looks for Arrow,
        and would make one column of Python objects of a table.
        """

        __slots__ = ()
        __class_getitem__ = classmethod(GenericAlias)
        __reversed__ = Sequence.__reversed__
        index = Sequence.index
        count = Sequence.count


class Table(_Sequence[T_co]):
    """
    Records of one class in the order of their ids.

    A table is a sequence: it has a length, is iterated over, sliced and
    compared; `table[0]` is the first record and `table["vn-da-nang"]` the one
    with that id.  It never changes; `filter` gives a new one.

    >>> from ascn_data import cities
    >>> cities()["th-phuket"].name
    'Phuket'
    """

    __slots__ = (
        "_indexes",
        "_known",
        "_origin",
        "_possible",
        "_records",
        "_revision",
        "_schema",
    )

    def __init__(
        self,
        schema: TableSchema,
        records: Iterable[T_co] | Records | Chosen,
        *,
        revision: str,
        origin: Origin | None = None,
        possible: Iterable[str] = (),
    ) -> None:
        """
        Make a table of records in the order given.

        Those of a released file stay unmade until somebody asks for them.
        `possible` are the ids of those that may not belong to it, see the
        property.
        """
        self._schema = schema
        self._revision = revision
        self._origin = origin
        self._possible = frozenset(possible)
        self._records: tuple[T_co, ...] | Records | Chosen = (
            records
            if isinstance(records, Records | Chosen)
            else tuple(records)
        )
        self._known: dict[str, T_co] | None = (
            Found(records) if isinstance(records, Records) else None
        )
        self._indexes: dict[str, Mapping[str, Sequence[int]]] = {}

    @property
    def schema(self) -> TableSchema:
        """
        What the table holds, how it is shown and drawn.
        """
        return self._schema

    @property
    def name(self) -> str:
        """
        The table's name, for example `cities`.
        """
        return self._schema.name

    @property
    def revision(self) -> str:
        """
        The revision it belongs to, for example `2026.1`.
        """
        return self._revision

    @property
    def by_id(self) -> Mapping[str, T_co]:
        """
        The records by id.
        """
        if self._known is None or isinstance(self._known, Found):
            self._known = {record.id: record for record in self}
        return self._known

    @property
    def ids(self) -> tuple[str, ...]:
        """
        The ids of the records, in order.
        """
        records = self._records
        return tuple(self.by_id) if isinstance(records, tuple) else records.ids

    @property
    def possible(self) -> tuple[str, ...]:
        """
        The ids of the records that `as_of` found possible, not certain.

        A record is possible on a day after the last sign of it, while
        nothing tells of its end, and on a day within the window of a date
        that is not known more precisely.

        >>> from ascn_data import cities
        >>> cities(as_of="2018-12").possible
        ()
        """
        return tuple(id_ for id_ in self.ids if id_ in self._possible)

    @property
    def origin(self) -> Origin | None:
        """
        The dataset that the table belongs to; None for one from a pickle.
        """
        return self._origin

    @property
    def digest(self) -> str | None:
        """
        SHA-256 of the table's revision; None where `origin` is.
        """
        return None if self._origin is None else self._origin.digest

    @property
    def metadata(self) -> dict[str, str]:
        """
        What a file says of the table in it: name, revision, digest, licence.
        """
        return {
            "ascn_data.table": self.name,
            "ascn_data.revision": self.revision,
            "ascn_data.digest": self.digest or "",
            "ascn_data.licence": LICENCE,
        }

    @property
    def asked(self) -> str:
        """
        The expression that asks about the records, for example `ascn_data`.
        """
        return "dataset" if self._origin is None else self._origin.asked

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T_co]:
        records = self._records
        if isinstance(records, Records) and records.complete:
            self._records = records = tuple(records)
        return iter(records)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, key: int | str) -> T_co: ...

        @overload
        def __getitem__(self, key: slice[Any, Any, Any]) -> Table[T_co]: ...

    def __getitem__(
        self, key: int | str | slice[Any, Any, Any]
    ) -> T_co | Table[T_co]:
        if isinstance(key, str):
            try:
                # Most often it is there, and the property costs a call.
                return (self.by_id if self._known is None else self._known)[
                    key
                ]
            except KeyError:
                from ascn_data.naming.vocabulary import unknown_value

                raise unknown_value("id", key, self.ids) from None
        if isinstance(key, slice):
            return self.at(range(len(self._records))[key])
        return self._records[key]

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            records = self._records
            if isinstance(records, Records):
                return item in records.places
            return item in self.by_id
        return item in tuple(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.name == other.name and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash((self.name, tuple(self)))

    def __copy__(self) -> Table[T_co]:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Table[T_co]:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        made = (self._schema, tuple(self), self.revision)
        return _rebuild, (*made, self.possible) if self.possible else made

    def __repr__(self) -> str:
        from ascn_data.display.text import table_text

        return table_text(self)

    def _repr_html_(self) -> str:
        from ascn_data.display.notebook import table_html

        return table_html(self)

    def _with(self, records: Iterable[T_co] | Records | Chosen) -> Table[T_co]:
        return Table(
            self._schema,
            records,
            revision=self.revision,
            origin=self._origin,
            possible=self._possible,
        )

    def filter(self, predicate: Callable[[T_co], object]) -> Table[T_co]:
        """
        The records for which a function returns something true.

        >>> from ascn_data import cities
        >>> len(cities().filter(lambda city: city.cohort == "pilot"))
        26
        """
        return self._with([r for r in self if predicate(r)])

    @property
    def indexes(self) -> Mapping[str, Mapping[str, Sequence[int]]]:
        """
        The positions by key that filters have asked for, by name of an index.
        """
        return self._indexes

    def positions(
        self, index: str, keys_of: Callable[[T_co], Iterable[str]]
    ) -> Mapping[str, Sequence[int]]:
        """
        Positions of the records by key, made once for each name of an index.

        `keys_of` gives the keys of a record, for example the ids of its
        cities.
        """
        found = self._indexes.get(index)
        if found is None:
            records = self._records
            if isinstance(records, Records) and index in records.indexes:
                found = records.indexes[index]
            else:
                found = self._positions(keys_of)
            self._indexes[index] = found
        return found

    def _positions(
        self, keys_of: Callable[[T_co], Iterable[str]]
    ) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for position, record in enumerate(self):
            for key in dict.fromkeys(keys_of(record)):
                found.setdefault(key, []).append(position)
        return found

    def at(
        self, positions: Sequence[int], possible: Iterable[str] = ()
    ) -> Table[T_co]:
        """
        Return the records at some positions, in that order.

        Args:
            positions: The positions, from 0.
            possible: Ids of those that may not belong to it.
        """
        records = self._records
        return Table(
            self._schema,
            Chosen(records, positions)
            if isinstance(records, Records) and not records.complete
            else [records[position] for position in positions],
            revision=self.revision,
            origin=self._origin,
            possible=(*self._possible, *possible),
        )

    def to_dicts(self, *, flat: bool = False) -> list[dict[str, Any]]:
        """
        The records as rows of plain Python values, None for what is unknown.

        Dates and decimals are Python's own.  `ascn_data.schema` says which
        columns there are, in this and every other form.

        Args:
            flat: Lists as single texts, see `ascn_data.schema`.

        >>> from ascn_data import cities
        >>> cities().to_dicts()[0]["official_name"]
        'Bandar Seri Begawan'
        """
        from ascn_data.exports.rows import to_dicts

        return to_dicts(self, flat=flat)

    if TYPE_CHECKING:

        @overload
        def to_json(self, path: None = None, *, flat: bool = False) -> str: ...

        @overload
        def to_json(
            self, path: str | os.PathLike[str], *, flat: bool = False
        ) -> None: ...

    def to_json(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        flat: bool = False,
    ) -> str | None:
        """
        The same rows as a JSON list; dates and decimals are texts there.

        Args:
            path: File to write; None to return the text.
            flat: Lists as single texts.
        """
        from ascn_data.exports.rows import to_json
        from ascn_data.files.atomic import write_text

        text = to_json(self, flat=flat)
        if path is None:
            return text
        write_text(path, text)
        return None

    if TYPE_CHECKING:

        @overload
        def to_csv(self, path: None = None) -> str: ...

        @overload
        def to_csv(self, path: str | os.PathLike[str]) -> None: ...

    def to_csv(self, path: str | os.PathLike[str] | None = None) -> str | None:
        """
        The rows as CSV, flat and safe to open in a spreadsheet.

        Cells that a spreadsheet would run as a formula begin with an
        apostrophe, see `ascn_data.cells.guarded`.  A file begins with a byte
        order mark and gets a neighbour, `NAME.csv-metadata.json`, with its
        columns, revision and digest.

        Args:
            path: File to write; None to return the text.
        """
        from ascn_data.exports.delimited import to_csv, write_csv

        if path is None:
            return to_csv(self)
        write_csv(self, path)
        return None

    def to_pandas(self, *, flat: bool = False) -> pandas.DataFrame:
        """
        The rows as a pandas data frame; needs the extra `pandas`.

        Args:
            flat: Lists as single texts.
        """
        from ascn_data.exports.frames import to_pandas

        return to_pandas(self, flat=flat)

    def to_polars(self, *, flat: bool = False) -> polars.DataFrame:
        """
        The rows as a Polars data frame; needs the extra `polars`.

        Args:
            flat: Lists as single texts.
        """
        from ascn_data.exports.frames import to_polars

        return to_polars(self, flat=flat)

    def to_arrow(self, *, flat: bool = False) -> pyarrow.Table:
        """
        The rows as an Arrow table; needs the extra `arrow`.

        Args:
            flat: Lists as single texts.
        """
        from ascn_data.exports.arrow import to_arrow

        return to_arrow(self, flat=flat)

    def to_parquet(
        self, path: str | os.PathLike[str], *, flat: bool = False
    ) -> None:
        """
        Write the rows as a Parquet file; needs the extra `arrow`.

        Args:
            path: File to write.
            flat: Lists as single texts.
        """
        from ascn_data.exports.arrow import write_parquet

        write_parquet(self, path, flat=flat)

    if TYPE_CHECKING:

        @overload
        def to_geojson(self, path: None = None) -> str: ...

        @overload
        def to_geojson(self, path: str | os.PathLike[str]) -> None: ...

    def to_geojson(
        self, path: str | os.PathLike[str] | None = None
    ) -> str | None:
        """
        The records on the map as GeoJSON, see `ascn_data.geojson`.

        Args:
            path: File to write; None to return the text.

        Raises:
            AttributeError: If records of this class have no place on a map.
        """
        from ascn_data.exports.rows import json_text
        from ascn_data.files.atomic import write_text

        text = json_text(self.__geo_interface__, indent=2)
        if path is None:
            return text
        write_text(path, text)
        return None

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        from ascn_data.tables.geography import features

        return features(self)

    def __arrow_c_schema__(self) -> object:
        from ascn_data.exports.arrow import c_schema

        return c_schema(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        from ascn_data.exports.arrow import c_stream

        return c_stream(self, requested_schema)


def _rebuild(
    schema: TableSchema,
    records: tuple[Any, ...],
    revision: str,
    possible: tuple[str, ...] = (),
) -> Table[Any]:
    """
    Make a table from its pickled parts.
    """
    return Table(schema, records, revision=revision, possible=possible)
