"""
`Table`: an immutable, typed sequence of records.
"""

from __future__ import annotations

from collections.abc import Sequence

from ascn_data.files.lazy import Chosen, Records, _Found
from ascn_data.models.publication import LICENCE
from ascn_data.tables.forms import Forms


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any, Protocol, Self, TypeVar, overload

    from ascn_data.exports.columns import Column
    from ascn_data.exports.layout import Layout
    from ascn_data.exports.schema import Destination, TableSchema

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

        def called(self, id_: str, tables: Iterable[str] = ()) -> str:
            """
            The name of the record with an id in one of some tables.
            """
            ...

        def address(self, id_: str) -> str | None:
            """
            The address of the source of an id.
            """
            ...

        def meant_by(self, kind: str, name: str) -> tuple[str, ...]:
            """
            The ids of the records of a kind that a name may mean.
            """
            ...

    T_co = TypeVar("T_co", bound=Record, covariant=True)
else:
    # Without typing, which would double what an answer costs.
    T_co = "T_co"


class Table(Forms, Sequence[T_co]):
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
        "_advice",
        "_chosen",
        "_indexes",
        "_known",
        "_origin",
        "_possible",
        "_records",
        "_revision",
        "_schema",
    )

    def __new__(cls, *parts: Any, **_: Any) -> Table[T_co]:
        """
        Make a table of records with a place one that maps take.
        """
        placed = cls is Table and parts[0].geometry
        return super().__new__(PlacedTable if placed else cls)

    def __init__(
        self,
        schema: TableSchema,
        records: Iterable[T_co] | Records | Chosen,
        *,
        revision: str,
        origin: Origin | None = None,
        possible: Iterable[str] = (),
        chosen: tuple[str, ...] = (),
    ) -> None:
        """
        Make a table of records in the order given.

        Those of a released file stay unmade until somebody asks for them.
        `possible` are the ids of those that may not belong to it, see the
        property.
        `chosen` are the columns that it shows and exports; nothing for all.
        """
        self._schema = schema
        self._revision = revision
        self._origin = origin
        self._possible = frozenset(possible)
        self._advice: Callable[[], str] | None = None
        self._records: tuple[T_co, ...] | Records | Chosen = (
            records
            if isinstance(records, Records | Chosen)
            else tuple(records)
        )
        self._chosen = chosen
        self._known: dict[str, T_co] | None = (
            _Found(records) if isinstance(records, Records) else None
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
        if self._known is None or isinstance(self._known, _Found):
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
                raise self._unknown_id(key) from None
        if isinstance(key, slice):
            return self.at(range(len(self._records))[key])
        return self._records[key]

    def _unknown_id(self, key: str) -> Exception:
        """
        Return the error for an id that is not here: a name is asked otherwise.
        """
        singular = self._schema.singular
        if self._origin is not None and singular:
            meant = self._origin.meant_by(singular, key)
            if meant:
                from ascn_data.errors import UnknownNameError

                ids = " or ".join(map(repr, meant))
                hint = (
                    f"a table is asked by id, here {ids}; "
                    f"{self.asked}.{singular}({key!r}) finds by name"
                )
                return UnknownNameError("id", key, (), hint)
        from ascn_data.naming.vocabulary import unknown_value

        return unknown_value("id", key, self.ids)

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

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        made = (self._schema, tuple(self), self.revision)
        if self.possible or self._chosen:
            return _Pickled, (*made, self.possible, self._chosen)
        return _Pickled, made

    def __repr__(self) -> str:
        from ascn_data.display.text import table_text

        return table_text(self)

    def _repr_html_(self) -> str:
        from ascn_data.display.notebook import table_html

        return table_html(self)

    @property
    def advice(self) -> str:
        """
        What to ask instead, of a table that filters left empty.
        """
        return "" if self._advice is None else self._advice()

    def advise(self, advice: Callable[[], str]) -> None:
        """
        Keep what says what to ask instead, to be asked when it is shown.
        """
        self._advice = advice

    def _with(
        self,
        records: Iterable[T_co] | Records | Chosen,
        chosen: tuple[str, ...] | None = None,
    ) -> Table[T_co]:
        return Table(
            self._schema,
            records,
            revision=self.revision,
            origin=self._origin,
            possible=self._possible,
            chosen=self._chosen if chosen is None else chosen,
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
            chosen=self._chosen,
        )

    def laid_out(self, layout: Layout) -> tuple[Column, ...]:
        """
        Return the columns of the table as a layout chooses and forms them.

        Raises:
            UnknownNameError: If the layout wants a column that is not there.
        """
        import attrs

        from ascn_data.exports.layout import chosen
        from ascn_data.naming.vocabulary import unknown_value

        wanted = layout.columns or self._chosen
        if not wanted:
            return self.everything(layout)
        every = attrs.evolve(layout, dates="bounds", names=True)
        return chosen(self.everything(every), wanted, unknown_value)

    @property
    def chosen(self) -> tuple[str, ...]:
        """
        The names of the columns that `select` chose; none for all.
        """
        return self._chosen

    def everything(self, layout: Layout) -> tuple[Column, ...]:
        """
        Return all columns of the table as a layout forms them.
        """
        import functools

        from ascn_data.exports.layout import formed, name_column
        from ascn_data.models.catalogue import ids_lead_to

        columns = formed(self._schema.columns(), layout)
        if not layout.names:
            return columns
        found = []
        for column in columns:
            found.append(column)
            tables = ids_lead_to(self.name, column)
            if tables is not None:
                called = functools.partial(self.called, tables=tables)
                found.append(name_column(column, called))
        return tuple(found)

    def called(self, id_: str, tables: Iterable[str] = ()) -> str:
        """
        Return the name of the record of an id; the id if it is not known.

        Args:
            id_: The id.
            tables: The tables that may hold the record; all if none is given.
        """
        if self._origin is None:
            return id_
        return self._origin.called(id_, tables)

    def address(self, id_: str) -> str | None:
        """
        Return the address of the source of an id; None if it has none.
        """
        if self._origin is None:
            return None
        return self._origin.address(id_)

    def select(self, *columns: str) -> Table[T_co]:
        """
        Return the same records with some columns, in every form and display.

        Args:
            columns: The names of the columns, in their order; also those of
                names and of the bounds of dates.

        Raises:
            UnknownNameError: If there is no column of a name.

        >>> from ascn_data import cities
        >>> cities().select("name", "country_name").to_dicts()[0]
        {'name': 'Bandar Seri Begawan', 'country_name': 'Brunei Darussalam'}
        """
        from ascn_data.exports.layout import Layout

        self.laid_out(Layout(columns=columns))
        return self._with(self._records, columns)


class PlacedTable(Table[T_co]):
    """
    A table whose records lie on a map, which libraries for maps take.
    """

    __slots__ = ()

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        from ascn_data.tables.geography import features

        return features(self)

    if TYPE_CHECKING:

        @overload
        def to_geojson(
            self, path: None = None, *, names: bool = False
        ) -> str: ...

        @overload
        def to_geojson(
            self, path: Destination, *, names: bool = False
        ) -> None: ...

    def to_geojson(
        self, path: Destination | None = None, *, names: bool = False
    ) -> str | None:
        """
        Return or write the records on the map as GeoJSON, longitude first.

        Args:
            path: File to write, by its path or open; None to return the
                text.
            names: Whether the properties have names beside ids.
        """
        from ascn_data.exports.destinations import put
        from ascn_data.exports.rows import json_text
        from ascn_data.tables.geography import features

        text = json_text(features(self, names=names), indent=2)
        return put(text, path)


class _Pickled:
    """
    Makes a table from its pickled parts.

    A class, because caches that hash what `__reduce__` gives know classes by
    their names and refuse functions.
    """

    def __new__(  # type: ignore[misc]
        cls,
        schema: TableSchema,
        records: tuple[Any, ...],
        revision: str,
        possible: tuple[str, ...] = (),
        chosen: tuple[str, ...] = (),
    ) -> Table[Any]:
        """
        Return the table.
        """
        return Table(
            schema,
            records,
            revision=revision,
            possible=possible,
            chosen=chosen,
        )
