"""
What the command line offers and says, with the extra `cli` and without.

A filter of a function is an option of a command and its documentation the
option's help, so that the two cannot drift.
"""

import inspect
import re
import sys

from typing import Any

import attrs

from ascn_data.dataset import Dataset
from ascn_data.errors import DataError
from ascn_data.models import vocabularies


_ARGUMENT = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


@attrs.frozen
class Filter:
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


def summary_of(table: str) -> str:
    """
    What a table holds, in a sentence.
    """
    return (inspect.getdoc(getattr(Dataset, table)) or "").partition("\n")[0]


def filters_of(table: str) -> tuple[Filter, ...]:
    """
    The filters of a table.
    """
    query = getattr(Dataset, table)
    text = (inspect.getdoc(query) or "").partition("Args:\n")[2]
    helps = {
        name: " ".join(help_.split())
        for name, help_ in _ARGUMENT.findall(text)
    }
    return tuple(
        Filter(name, helps.get(name, ""), _members(parameter.annotation))
        for name, parameter in inspect.signature(query).parameters.items()
        if name != "self"
    )


def _members(annotation: Any) -> tuple[str, ...]:
    """
    The values of the vocabulary in an annotation such as `RoleKind | str`.
    """
    return tuple(
        member.value
        for name in str(annotation).split(" | ")
        if name in vocabularies.__all__
        for member in getattr(vocabularies, name)
    )


UNCUT = 100_000
"""A width that cuts nothing, for output that goes to a file or program."""


_SHOWN = 50


def width() -> int | None:
    """
    The width to print a table in; None for that of the terminal.
    """
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
    if isinstance(error, DataError) and len(error.problems) > _SHOWN:
        head = "\n".join(str(error).split("\n")[: _SHOWN + 1])
        return f"{head}\n  and {len(error.problems) - _SHOWN} more"
    return str(error)
