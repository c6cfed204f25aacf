"""
`Selection`: how filters narrow a table.
"""

from __future__ import annotations

import functools


TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, TypeVar

    from ascn_data.dates import PartialDate, Period
    from ascn_data.tables.table import PlacedTable, Table

    T = TypeVar("T", bound=bool | None)


@functools.cache
def keys_in(field: str) -> Callable[[Any], Iterable[str]]:
    """
    A function that gives a record's keys in a field of one or many.
    """

    def keys_of(record: Any) -> Iterable[str]:
        value = getattr(record, field)
        if value is None:
            return ()
        return value if isinstance(value, tuple) else (value,)

    return keys_of


def lasts_on(record: Any, day: datetime.date) -> bool:
    """
    Whether a record's time, from its start to its end, holds a day.
    """
    return (
        record.start is not None
        and record.start.earliest <= day
        and (record.end is None or day <= record.end.latest)
    )


def on_day(
    day: datetime.date | None, test: Callable[[Any, datetime.date], T]
) -> Callable[[Any], T] | None:
    """
    A test of a record on a day as a filter; None for no day.
    """
    return None if day is None else lambda record: test(record, day)


def falls_between(
    start: PartialDate | Period | None,
    end: PartialDate | None,
    first: datetime.date | None,
    last: datetime.date | None,
) -> bool:
    """
    Whether a stretch of time can touch another; an unknown one cannot.
    """
    return (
        start is not None
        and (first is None or first <= (end or start).latest)
        and (last is None or start.earliest <= last)
    )


class Selection:
    """
    A table and the filters put on it so far; filters combine with "and".
    """

    __slots__ = ("_filters", "_positions", "_possible", "_table")

    def __init__(self, table: Table[Any]) -> None:
        """
        The whole table.
        """
        self._table = table
        self._positions: Sequence[int] | None = None
        self._possible: list[str] = []
        self._filters: list[tuple[str, Callable[[int], object]]] = []

    def among(
        self,
        index: str,
        wanted: Iterable[str] | None,
        keys_of: Callable[[Any], Iterable[str]] | None = None,
    ) -> Selection:
        """
        Keep records with one of the wanted keys; None keeps all.

        The index is made once; `keys_of` defaults to the field of its name.
        """
        if wanted is None:
            return self
        by_key = self._table.positions(index, keys_of or keys_in(index))
        lists = [by_key.get(key, ()) for key in dict.fromkeys(wanted)]
        found: Sequence[int]
        if len(lists) == 1:
            found = lists[0]
        else:
            found = sorted({position for some in lists for position in some})
        self._filters.append((index, found.__contains__))
        if self._positions is not None:
            kept = set(found)
            found = [p for p in self._positions if p in kept]
        self._positions = found
        return self

    def where(self, predicate: Callable[[Any], bool] | None) -> Selection:
        """
        Keep records that a function accepts; None keeps all.
        """
        if predicate is not None:
            table = self._table
            self._filters.append(("when", lambda p: predicate(table[p])))
            self._positions = [
                position
                for position, record in self._candidates()
                if predicate(record)
            ]
        return self

    def known(self, judge: Callable[[Any], bool | None] | None) -> Selection:
        """
        Keep records that a function knows of; None keeps all.

        The function returns True for a record that certainly belongs, False
        for one that may belong, and None for one that does not.
        """
        if judge is None:
            return self
        table = self._table
        self._filters.append(("as_of", lambda p: judge(table[p]) is not None))
        kept = []
        for position, record in self._candidates():
            certain = judge(record)
            if certain is not None:
                kept.append(position)
            if certain is False:
                self._possible.append(record.id)
        self._positions = kept
        return self

    def _candidates(self) -> Iterable[tuple[int, Any]]:
        """
        Return what is left so far, with the positions in the table.
        """
        table = self._table
        if self._positions is None:
            return enumerate(table)
        return ((position, table[position]) for position in self._positions)

    def placed(self) -> PlacedTable[Any]:
        """
        What is left of a table whose records lie on a map.
        """
        found: Any = self.table()
        return found  # type: ignore[no-any-return]

    def table(self, also: Callable[[], str] | None = None) -> Table[Any]:
        """
        What is left.

        Args:
            also: A function that says what else to ask where nothing is.
        """
        if self._positions is None:
            return self._table
        found = self._table.at(self._positions, self._possible)
        if not self._positions:
            found.advise(lambda: _advice(self._table, self._filters, also))
        return found


_FILTERS = {
    "cities": "city",
    "ends": "record",
    "focus_areas": "focus_area",
    "located": "place",
    "partners": "partner",
    "partnerships": "partnership",
    "projects": "project",
    "taking part": "partner",
}
"""The names of filters by those of their indexes, where they differ."""


def _advice(
    table: Table[Any],
    filters: Sequence[tuple[str, Callable[[int], object]]],
    also: Callable[[], str] | None,
) -> str:
    """
    Return what to ask instead of filters that leave nothing.
    """
    parts = []
    for left_out, (index, _) in enumerate(filters):
        others = [f for n, (_, f) in enumerate(filters) if n != left_out]
        size = sum(
            all(fits(position) for fits in others)
            for position in range(len(table))
        )
        if others and size:
            name = _FILTERS.get(index, index)
            parts.append(f"{size} without {name}")
    fewer = f" There are {', '.join(parts)}." if parts else ""
    more = also() if also is not None else ""
    return f"Nothing fits.{fewer}{f' {more}' if more else ''}"
