"""
`Records`: the records of a released file, each made when first asked for.
"""

from __future__ import annotations

import json

from ascn_data.files.loading import LOADING
from ascn_data.files.paused import collector_paused


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    Indexes = Mapping[str, Mapping[str, Sequence[int]]]
    """Positions of records by key, by the name of an index."""

_BATCH = 64
"""How many records are made together where all are asked for."""

_BETWEEN = len(",\n  ")
_AFTER = len("\n]\n")


class Records:
    """
    The records of a released file, each made when first asked for.

    Attributes:
        ids: Their ids, in order.
        places: Where each id stands among them.
    """

    __slots__ = (
        "_ends",
        "_find_indexes",
        "_indexes",
        "_made",
        "_make",
        "_missing",
        "_raw",
        "_starts",
        "ids",
        "places",
    )

    def __init__(
        self,
        raw: bytes,
        starts: Mapping[str, int],
        make: Callable[[dict[str, Any]], Any],
        find_indexes: Callable[[], Indexes],
    ) -> None:
        """
        Make records of the bytes of a file, in which each id starts there.

        `find_indexes` gives the positions that filters ask for.
        """
        self.ids: tuple[str, ...] = tuple(starts)
        self.places: dict[str, int] = {id_: n for n, id_ in enumerate(starts)}
        self._find_indexes = find_indexes
        self._indexes: Indexes | None = None
        self._raw = raw
        self._make = make
        self._starts = list(starts.values())
        self._ends = [start - _BETWEEN for start in self._starts[1:]]
        self._ends.append(len(raw) - _AFTER)
        self._made: list[Any] = [None] * len(self.ids)
        self._missing = len(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, position: int) -> Any:
        found = self._made[position]
        if found is None:
            position = range(len(self.ids))[position]
            self._fill(position, position + 1)
            found = self._made[position]
        return found

    def __iter__(self) -> Iterator[Any]:
        if self._missing:
            self._fill(0, len(self.ids))
        return iter(self._made)

    @property
    def indexes(self) -> Indexes:
        """
        Positions of the records by key, by the name of an index.
        """
        if self._indexes is None:
            # Racing threads at worst read the file twice, to equal positions.
            self._indexes = self._find_indexes()
        return self._indexes

    @property
    def complete(self) -> bool:
        """
        Whether all are made.
        """
        return not self._missing

    def _fill(self, start: int, end: int) -> None:
        """
        Make what is missing between two positions, once for all threads.
        """
        with LOADING:
            missing = [n for n in range(start, end) if self._made[n] is None]
            if not missing:
                return
            start, end = missing[0], missing[-1]
            with collector_paused():
                for first in range(start, end + 1, _BATCH):
                    self._parse(first, min(first + _BATCH, end + 1))
            if not self._missing:
                self._raw = b""

    def _parse(self, start: int, end: int) -> None:
        raw = self._raw[self._starts[start] : self._ends[end - 1]]
        rows = json.loads(f"[{raw.decode()}]")
        made = self._made
        for position, row in enumerate(rows, start):
            if made[position] is None:
                made[position] = self._make(row)
                self._missing -= 1


class _Found(dict):  # type: ignore[type-arg] # "Any" would cost typing
    """
    Records by id, as far as somebody asked for them.
    """

    __slots__ = ("_records",)

    def __init__(self, records: Records) -> None:
        """
        Find them among the records of a file.
        """
        super().__init__()
        self._records = records

    def __missing__(self, id_: str) -> Any:
        found = self[id_] = self._records[self._records.places[id_]]
        return found


class Chosen:
    """
    Some of the records of a file, in an order, made when asked for.
    """

    __slots__ = ("_positions", "_records")

    def __init__(self, records: Records, positions: Sequence[int]) -> None:
        """
        Choose by position.
        """
        self._records = records
        self._positions = positions

    def __len__(self) -> int:
        return len(self._positions)

    def __getitem__(self, position: int) -> Any:
        return self._records[self._positions[position]]

    def __iter__(self) -> Iterator[Any]:
        return map(self._records.__getitem__, self._positions)

    @property
    def ids(self) -> tuple[str, ...]:
        """
        Their ids, in order.
        """
        ids = self._records.ids
        return tuple([ids[position] for position in self._positions])
