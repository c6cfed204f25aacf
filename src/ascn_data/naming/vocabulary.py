"""
Values of closed and open vocabularies, found by what people write.
"""

from __future__ import annotations

import functools

from ascn_data.naming.folding import fold


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum

    from ascn_data.errors import UnknownNameError


@functools.cache
def _members_by_name(vocabulary: type[StrEnum]) -> Mapping[str, StrEnum]:
    """
    The members of a vocabulary by their folded texts.
    """
    return {fold(member): member for member in vocabulary}


def member_of(vocabulary: type[StrEnum], value: str) -> StrEnum:
    """
    The member of a vocabulary that a text names, as forgiving as names are.

    Raises:
        UnknownNameError: If it names none; with the members that exist.
    """
    if isinstance(value, str):
        found = _members_by_name(vocabulary).get(fold(value))
        if found is not None:
            return found
    import re

    words = re.sub("(?<=[a-z])(?=[A-Z])", " ", vocabulary.__name__).lower()
    raise unknown_value(words, value, vocabulary)


def unknown_value(
    field: str, value: object, known: Iterable[str]
) -> UnknownNameError:
    """
    The error for a filter value that is not among the known ones.
    """
    from ascn_data.errors import UnknownNameError
    from ascn_data.naming.nearest import close_names

    values = sorted(str(text) for text in known)
    close = close_names(str(value), values)
    shown = ", ".join(values[:12])
    more = f" and {len(values) - 12} more" if len(values) > 12 else ""
    return UnknownNameError(
        field, str(value), close, f"known are {shown}{more}"
    )
