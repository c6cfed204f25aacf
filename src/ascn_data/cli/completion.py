"""
What shells complete: ids and values from the data, read when asked for.
"""

import os
import re

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from ascn_data.models.catalogue import NAMED, TABLES


if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from ascn_data.cli.options import Filter
    from ascn_data.dataset import Dataset
    from ascn_data.tables.table import Table


# The items are click's, an extra that a user's type checker may not know.
Complete = Callable[[click.Context, click.Parameter, str], list[Any]]


def dataset_of(context: click.Context) -> "Dataset":
    """
    The data that the options before a command ask for.
    """
    from ascn_data.opening import load, read

    options = context.find_root().params
    data = options.get("data")
    if data is not None:
        return read(data)
    return load(options.get("revision"))


def _from(find: "Callable[[Dataset], Iterable[str]]") -> Complete:
    """
    A function that completes texts found in the data, whatever their case.
    """

    def complete(
        context: click.Context, _parameter: click.Parameter, typed: str
    ) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        from ascn_data.errors import AscnDataError

        try:
            found = find(dataset_of(context))
        except AscnDataError:
            # The command will tell what is wrong with the options.
            return []
        return [
            CompletionItem(_as_typed(text))
            for text in sorted(set(found))
            if text.casefold().startswith(typed.casefold())
        ]

    return complete


def _as_typed(text: str) -> str:
    """
    A text as the shell that completes wants it: bash escapes nothing itself.
    """
    if os.environ.get("_ASCN_DATA_COMPLETE") != "bash_complete":
        return text
    return re.sub(r"([^\w.:/@%+-])", r"\\\1", text)


complete_ids: Complete = _from(
    lambda ds: (id_ for table in TABLES for id_ in ds.table(table).ids)
)


def _names(dataset: "Dataset") -> Iterable[str]:
    from ascn_data.naming.spellings import name_of

    return (
        text
        for table in TABLES
        for record in dataset.table(table)
        for text in (record.id, name_of(record))
    )


complete_names: Complete = _from(_names)


def _revisions(_: object) -> Iterable[str]:
    from ascn_data.versions.index import revisions

    return (revision.id for revision in revisions())


complete_revisions: Complete = _from(_revisions)


def complete_data(
    context: click.Context, parameter: click.Parameter, typed: str
) -> list[Any]:
    """
    Revisions; where none begins so, directories.
    """
    from click.shell_completion import CompletionItem

    revisions = complete_revisions(context, parameter, typed)
    return revisions or [CompletionItem(typed, type="dir")]


def complete_filter(table: str, each: "Filter") -> Complete:
    """
    A function that completes the values of a filter.
    """
    if each.members:
        return _from(lambda _: each.members)
    return _from(lambda ds: _values(ds, table, each.name))


def _values(dataset: "Dataset", table: str, name: str) -> Iterable[str]:
    """
    The ids a filter may mean, or what stands in the field of its name.
    """
    from ascn_data.tables.selection import keys_in

    if name in NAMED:
        from ascn_data.naming.spellings import written_names

        return [
            text
            for table_ in NAMED[name]
            for record in dataset.table(table_)
            for text in written_names(record)
        ]
    records: "Table[Any]" = getattr(dataset, table)()  # noqa: UP037 - at run time
    if (table, name) == ("projects", "report"):
        return (e.report for record in records for e in record.history)
    kinds = {column.name: column.kind for column in records.schema.columns()}
    # Of a date, the text is one of several columns.
    is_date = f"{name}_earliest" in kinds
    if is_date or kinds.get(name) not in ("text", "texts"):
        return ()
    return (key for record in records for key in keys_in(name)(record))


_ZSH = """\
(( $+functions[compdef] )) ||
    print -u2 'First, in .zshrc: autoload -Uz compinit && compinit'
"""


def script(command: click.Command, shell: str) -> str:
    """
    The script that completes a command in a shell that click knows.
    """
    from click.shell_completion import get_completion_class

    found: Any = get_completion_class(shell)
    made = found(command, {}, "ascn-data", "_ASCN_DATA_COMPLETE").source()
    if shell == "zsh":
        head, _, rest = made.partition("\n")
        return f"{head}\n{_ZSH}{rest}"
    return str(made)
