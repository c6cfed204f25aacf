"""
What the command line offers and says, with the extra `cli` and without.

A filter of a function is an option of a command and its documentation the
option's help, so that the two cannot drift.
"""

import sys

from typing import TYPE_CHECKING, NamedTuple

from ascn_data.files.descriptions import query_filters
from ascn_data.models import vocabularies


if TYPE_CHECKING:
    from collections.abc import Sequence


class Filter(NamedTuple):
    """
    A filter of a query as an option.

    Attributes:
        name: The name of the function's parameter, for example `as_of`.
        help: What it keeps.
        members: The values it knows, if it has a closed vocabulary.
    """

    name: str
    help: str
    members: tuple[str, ...]

    @property
    def option(self) -> str:
        """
        The option, for example `--as-of`.
        """
        return f"--{self.name.replace('_', '-')}"


def filters_of(table: str) -> tuple[Filter, ...]:
    """
    Return the filters of a table.
    """
    return tuple(
        Filter(name, filter_["help"], _members(filter_["vocabulary"]))
        for name, filter_ in query_filters(table).items()
    )


def _members(vocabulary: str) -> tuple[str, ...]:
    """
    Return the values of a vocabulary by its name; none for no name.
    """
    if not vocabulary:
        return ()
    return tuple(m.value for m in getattr(vocabularies, vocabulary))


_SINGLE = ("as_of", "since", "until")
"""The filters that take one value."""


def given(name: str, values: "Sequence[str]") -> str | tuple[str, ...]:
    """
    Return what was given for a filter: one value, or several where it may.

    Raises:
        ValueError: If a date is given twice.
    """
    if len(values) == 1:
        return values[0]
    if name in _SINGLE:
        raise ValueError(f"--{name.replace('_', '-')} takes one date")
    return tuple(values)


def split_columns(text: str) -> list[str]:
    """
    Return the names of columns in a text, which commas part.
    """
    return [name.strip() for name in text.split(",") if name.strip()]


_SHOWN = 50


def width() -> int | None:
    """
    The width to print a table in; None for that of the terminal.
    """
    from ascn_data.display.words import UNCUT

    return None if sys.stdout.isatty() else UNCUT


def message_of(error: Exception) -> str:
    """
    What the command line says of an error: not every problem of many.
    """
    if isinstance(error, UnicodeEncodeError):
        letter = error.object[error.start]
        return (
            f"the output's encoding, {sys.stdout.encoding}, has no "
            f"{letter!a}: set PYTHONIOENCODING=utf-8 or write to a file"
        )
    from ascn_data.errors import DataError

    if isinstance(error, DataError) and len(error.problems) > _SHOWN:
        head = "\n".join(str(error).split("\n")[: _SHOWN + 1])
        return f"{head}\n  and {len(error.problems) - _SHOWN} more"
    return str(error)
