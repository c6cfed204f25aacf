"""
What the command line offers for each table, read off the query functions.

A filter of a function is an option of a command and its documentation the
option's help, so that the two cannot drift.
"""

import inspect
import re

from typing import Any

import attrs

from ascn_data.models import vocabularies
from ascn_data.queries import Queries


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
    return (inspect.getdoc(getattr(Queries, table)) or "").partition("\n")[0]


def filters_of(table: str) -> tuple[Filter, ...]:
    """
    The filters of a table.
    """
    query = getattr(Queries, table)
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
