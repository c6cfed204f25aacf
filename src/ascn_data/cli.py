"""
The command `ascn-data`, built with click; needs the extra `cli`.

Every table is a command with the filters of its function as options.  Output
goes to standard output, everything else to standard error; exit codes are 0
for success, 1 for what does not exist or is wrong, 2 for a command that is
not understood.
"""

import os
import sys

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, get_args

import click

from click.shell_completion import CompletionItem, get_completion_class

import ascn_data

from ascn_data.citing import Style
from ascn_data.commands import Filter, filters_of, summary_of
from ascn_data.dataset import Dataset
from ascn_data.display import dataset_text, record_text, table_text
from ascn_data.errors import AscnDataError
from ascn_data.exporting import json_lines
from ascn_data.loading import TABLES
from ascn_data.resolving import resolve_lines
from ascn_data.searching import search
from ascn_data.table import Table


FORMATS = ("table", "json", "jsonl", "csv", "parquet")
_UNCUT = 100_000
"""A width that cuts nothing, for output that goes to a file or program."""


def _echo(text: str) -> None:
    """
    Print a text, in colour only where a terminal wants it.
    """
    colour = False if "NO_COLOR" in os.environ else None
    click.echo(text, color=colour)


def _width() -> int | None:
    """
    The width to print a table in; None for that of the terminal.
    """
    return None if sys.stdout.isatty() else _UNCUT


def _headed(text: str) -> str:
    """
    A table's text with its first line in bold.
    """
    head, newline, rest = text.partition("\n")
    return click.style(head, bold=True) + newline + rest


def _printed(table: Table[Any], form: str, output: str | None) -> None:
    """
    Print a table in a format, or write it to a file.
    """
    if form == "parquet":
        if output is None:
            raise click.UsageError("parquet needs a file: --output FILE")
        table.to_parquet(output)
    elif output is not None and form == "csv":
        table.to_csv(output)
    elif output is not None:
        with click.open_file(output, "w", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in _lines(table, form))
    elif form == "csv":
        click.echo(table.to_csv(), nl=False)
    else:
        for line in _lines(table, form):
            _echo(line)


def _lines(table: Table[Any], form: str) -> Iterable[str]:
    """
    A table as the lines of a format that is made of text.
    """
    if form == "jsonl":
        return json_lines(table)
    if form == "json":
        return (table.to_json(),)
    return (_headed(table_text(table, rows=None, width=_width())),)


def _completions(
    members: Sequence[str],
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """
    A function that completes the members of a vocabulary.
    """

    def complete(
        _context: click.Context, _parameter: click.Parameter, typed: str
    ) -> list[CompletionItem]:
        return [CompletionItem(m) for m in members if m.startswith(typed)]

    return complete


def _option(each: Filter) -> click.Option:
    """
    A filter as an option.
    """
    known = f"  One of {', '.join(each.members)}." if each.members else ""
    return click.Option(
        [each.option, each.name],
        metavar="X",
        help=f"{each.help}{known}",
        shell_complete=_completions(each.members),
    )


_OUTPUT = (
    click.Option(
        ["--format", "form"],
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to print it.",
    ),
    click.Option(["--output", "-o"], metavar="FILE", help="File to write."),
)


def _command(table: str) -> click.Command:
    """
    The command that prints a table.
    """

    @click.pass_obj
    def callback(
        dataset: Dataset,
        /,
        form: str,
        output: str | None,
        **filters: str | None,
    ) -> None:
        _printed(getattr(dataset, table)(**filters), form, output)

    return click.Command(
        table,
        params=[*map(_option, filters_of(table)), *_OUTPUT],
        callback=callback,
        help=summary_of(table),
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(ascn_data.__version__, prog_name="ascn-data")
@click.option("--revision", metavar="ID", help="An earlier revision.")
@click.option("--data", metavar="DIR", help="Files to read instead.")
@click.pass_context
def commands(
    context: click.Context, revision: str | None, data: str | None
) -> None:
    """
    The reference dataset of the ASEAN Smart Cities Network.
    """
    if revision is not None and data is not None:
        raise click.UsageError("--revision and --data exclude each other")
    context.obj = (
        ascn_data.load(revision) if data is None else ascn_data.read(data)
    )


for _table in TABLES:
    commands.add_command(_command(_table))


@commands.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(("card", "json")),
    default="card",
    show_default=True,
    help="How to print it.",
)
@click.pass_obj
def show(dataset: Dataset, id_: str, form: str) -> None:
    """
    One record, by its id, of any table.
    """
    record = dataset.record(id_)
    if form == "json":
        name = next(t for t in TABLES if id_ in dataset.table(t))
        _printed(
            dataset.table(name).filter(lambda r: r.id == id_), "jsonl", None
        )
    else:
        _echo(_headed(record_text(record, width=_width())))


@commands.command("search")
@click.argument("text")
@click.pass_obj
def search_command(dataset: Dataset, text: str) -> None:
    """
    Records of any table with TEXT in a name, title or alias.

    Spelling is as forgiving as names are: case, accents and punctuation do
    not matter.
    """
    found = 0
    for table, record, name in search(dataset, text):
        found += 1
        _echo(f"{table:<13} {record.id:<40} {name}")
    if not found:
        raise click.ClickException(f"nothing has {text!r} in a name")


@commands.command()
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
@click.option(
    "--kind",
    type=click.Choice(("city", "country", "partner", "place")),
    required=True,
    help="What the names mean.",
)
@click.pass_context
def resolve(context: click.Context, file: Iterable[str], kind: str) -> None:
    """
    Ids for names, one a line, from FILE or standard input.

    Prints CSV, each name with its id as soon as it is read.  A name without
    an id is reported and makes the exit code 1.
    """
    names = unresolved = 0
    click.echo("name,id,problem")
    for line, problem in resolve_lines(context.obj, _counted(file), kind):
        click.echo(line)
        names += 1
        unresolved += problem
    if unresolved:
        click.echo(f"{unresolved} of {names} names have no id", err=True)
        context.exit(1)


def _counted(lines: Iterable[str]) -> Iterator[str]:
    """
    The lines; a long file shows on a terminal how far it is.
    """
    shown = sys.stderr.isatty() and not sys.stdout.isatty()
    number = 0
    for line in lines:
        yield line
        number += 1
        if shown and number % 100_000 == 0:
            click.echo(f"\r{number} names", err=True, nl=False)
    if shown and number >= 100_000:
        click.echo(err=True)


@commands.command()
@click.argument("record", metavar="[ID]", required=False)
@click.option(
    "--style",
    type=click.Choice(get_args(Style)),
    default="text",
    show_default=True,
    help="Form of the citation.",
)
@click.pass_obj
def cite(dataset: Dataset, record: str | None, style: Style) -> None:
    """
    A citation of the data, or of the sources of the record with that ID.
    """
    _echo(dataset.cite(record, style=style))


@commands.command()
def revisions() -> None:
    """
    The published revisions in this package.
    """
    for each in ascn_data.revisions():
        _echo(f"{each.id}  {each.released}  {each.digest}  {each.notes}")


def _diff(
    context: click.Context,
    a: str,
    b: str | None,
    form: str,
    output: str | None,
) -> None:
    """
    Print what changed; with no later revision, up to the data in use.
    """
    changes = ascn_data.diff(a, context.obj if b is None else b)
    _printed(changes, form, output)


commands.add_command(
    click.Command(
        "diff",
        params=[
            click.Argument(["a"]),
            click.Argument(["b"], required=False),
            *_OUTPUT,
        ],
        callback=click.pass_context(_diff),
        help="What changed from A to B, revisions or directories of files.",
    )
)


@commands.command()
@click.argument("id_", metavar="ID")
@click.pass_obj
def history(dataset: Dataset, id_: str) -> None:
    """
    What each revision did to the record with that ID.
    """
    _printed(dataset.history(id_), "table", None)


@commands.command()
@click.argument("directory")
@click.option(
    "--format",
    "form",
    type=click.Choice(("csv", "json", "parquet")),
    default="csv",
    show_default=True,
    help="Format of the files.",
)
@click.pass_obj
def export(dataset: Dataset, directory: str, form: str) -> None:
    """
    Write all tables and their description to DIRECTORY.
    """
    _echo(str(dataset.export(directory, format=form)))  # type: ignore[arg-type]


@commands.command()
@click.argument("directory")
def check(directory: str) -> None:
    """
    Check the JSON files in DIRECTORY; print every problem.
    """
    _echo(dataset_text(ascn_data.read(directory)))


@commands.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """
    The script that completes commands in SHELL.

    For bash: eval "$(ascn-data completion bash)"
    """
    # click knows these three shells.
    found: Any = get_completion_class(shell)
    script = found(commands, {}, "ascn-data", "_ASCN_DATA_COMPLETE")
    click.echo(script.source())


def run(arguments: Sequence[str] | None = None) -> int:
    """
    Run a command and return its exit code.
    """
    try:
        code = commands.main(
            arguments, prog_name="ascn-data", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (AscnDataError, ImportError, OSError, ValueError) as error:
        click.echo(error, err=True)
        return 1
    return code if isinstance(code, int) else 0
