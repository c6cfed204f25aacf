"""
`Table`: an immutable, typed sequence of records.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar, overload

from ascn_data.names import unknown_value


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


T_co = TypeVar("T_co", bound=Record, covariant=True)


class Table(Sequence[T_co], Generic[T_co]):
    """
    Records of one class in the order of their ids.

    A table is a sequence: it has a length, is iterated over, sliced and
    compared; `table[0]` is the first record and `table["vn-da-nang"]` the one
    with that id.  It never changes; `filter` gives a new one.

    Attributes:
        name: The table's name, for example `cities`.
        revision: The revision it belongs to, for example `2026.1`.

    >>> from ascn_data import cities
    >>> cities()["th-phuket"].name
    'Phuket'
    """

    __slots__ = ("_by_id", "_indexes", "_records", "name", "revision")

    def __init__(
        self, name: str, records: Iterable[T_co], *, revision: str
    ) -> None:
        """
        A table of records in the order given.
        """
        self.name = name
        self.revision = revision
        self._records: tuple[T_co, ...] = tuple(records)
        self._by_id: dict[str, T_co] | None = None
        self._indexes: dict[str, dict[str, list[int]]] = {}

    @property
    def by_id(self) -> Mapping[str, T_co]:
        """
        The records by id.
        """
        if self._by_id is None:
            self._by_id = {record.id: record for record in self._records}
        return self._by_id

    @property
    def ids(self) -> tuple[str, ...]:
        """
        The ids of the records, in order.
        """
        return tuple(self.by_id)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._records)

    @overload
    def __getitem__(self, key: int | str) -> T_co: ...

    @overload
    def __getitem__(self, key: "slice[Any, Any, Any]") -> "Table[T_co]": ...

    def __getitem__(
        self, key: "int | str | slice[Any, Any, Any]"
    ) -> "T_co | Table[T_co]":
        if isinstance(key, str):
            try:
                return self.by_id[key]
            except KeyError:
                raise unknown_value("id", key, self.by_id) from None
        if isinstance(key, slice):
            return self._with(self._records[key])
        return self._records[key]

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return item in self.by_id
        return item in self._records

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.name == other.name and self._records == other._records

    def __hash__(self) -> int:
        return hash((self.name, self._records))

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.name, self._records, self.revision)

    def __repr__(self) -> str:
        from ascn_data.display import table_text

        return table_text(self)

    def _repr_html_(self) -> str:
        from ascn_data.display import table_html

        return table_html(self)

    def _with(self, records: Iterable[T_co]) -> "Table[T_co]":
        return Table(self.name, records, revision=self.revision)

    def filter(self, predicate: Callable[[T_co], object]) -> "Table[T_co]":
        """
        The records for which a function returns something true.

        >>> from ascn_data import cities
        >>> len(cities().filter(lambda city: city.cohort == "pilot"))
        26
        """
        return self._with(r for r in self._records if predicate(r))

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
            found = {}
            for position, record in enumerate(self._records):
                for key in dict.fromkeys(keys_of(record)):
                    found.setdefault(key, []).append(position)
            self._indexes[index] = found
        return found

    def at(self, positions: Iterable[int]) -> "Table[T_co]":
        """
        The records at some positions, in that order.
        """
        records = self._records
        return self._with(records[position] for position in positions)


def _rebuild(name: str, records: tuple[Any, ...], revision: str) -> Table[Any]:
    """
    A table from its pickled parts.
    """
    return Table(name, records, revision=revision)
