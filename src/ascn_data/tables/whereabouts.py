"""
`Whereabouts`: where the records of a kind lie, by the names of places.
"""

import functools

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ascn_data.naming.folding import fold


if TYPE_CHECKING:
    from ascn_data.naming.index import NameIndex


class Whereabouts:
    """
    Knows in which country, subdivision and larger place a record lies.
    """

    def __init__(
        self,
        record: Callable[[str], Any],
        countries: "Callable[[], NameIndex]",
        places: "Callable[[], NameIndex]",
    ) -> None:
        """
        Look records up by id, and the places that they lie in by name.
        """
        self._record = record
        self._countries = countries
        self._places = places
        # The same few countries and subdivisions stand in every row.
        self._country = functools.lru_cache(1024)(self._find_country)

    def _find_country(self, where: str) -> tuple[str, ...]:
        return self._countries().find(where).ids

    def is_country(self, name: str) -> bool:
        """
        Whether a name is that of a country, as a record carries the name.
        """
        return fold(name) in self._countries().ids

    def lies_in(self, id_: str, where: str) -> bool:
        """
        Whether a record lies in a country, subdivision or place of a name.
        """
        record = self._record(id_)
        country = getattr(record, "country", None)
        if country is not None and self._country(where) == (country,):
            return True
        if fold(where) in _subdivision_names(record):
            return True
        larger = getattr(record, "part_of", None)
        return larger is not None and larger in self._places().find(where).ids

    def fits(self, id_: str, namesake: Any, where: str) -> bool:
        """
        Whether a namesake of a record lies in the same place as the record.

        A namesake lies in the country of the record.
        """
        record = self._record(id_)
        if self._country(where) == (record.country,):
            return True
        return (
            namesake.subdivision is not None
            and namesake.subdivision == record.subdivision
        )


def _subdivision_names(record: Any) -> frozenset[str]:
    """
    The folded code and names of the subdivision that a record lies in.

    Of a code such as `US-OR` the letters after the country are a name too.
    """
    code = getattr(record, "subdivision", None)
    if code is None:
        return frozenset()
    names = [code, *record.subdivision_names]
    tail = code.partition("-")[2]
    if tail.isalpha():
        names.append(tail)
    return frozenset(fold(name) for name in names)
