"""
The command `ascn-data` as far as every use of it needs: the rest waits.

The commands for tables are made from the query functions when they are asked
for, the others are those of `ascn_data.cli.app`.  What was asked for goes to
standard output, everything else to standard error; exit codes are 0 for
success, 1 for what does not exist or is wrong, 2 for a command that is not
understood.
"""

from __future__ import annotations

import importlib

import click

from ascn_data.cli.completion import (
    complete_filter,
    complete_revisions,
    dataset_of,
)
from ascn_data.cli.options import (
    filters_of,
    given,
    message_of,
    split_columns,
)
from ascn_data.cli.output import print_table, with_columns, with_output
from ascn_data.files.descriptions import (
    command_helps,
    queries,
    query_summary,
)
from ascn_data.version import __version__


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

NAME = "ascn-data"

OTHERS = "ascn_data.cli.app"
"""The module that adds the commands that are no queries, when imported."""

DIRECTORY = click.Path(file_okay=False)


class _Commands(click.Group):
    """
    A group whose commands are made when one of them is asked for.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """
        Return the names of all, in order.
        """
        del ctx
        return sorted({*queries(), *command_helps()} - {NAME})

    def get_command(
        self, ctx: click.Context, cmd_name: str
    ) -> click.Command | None:
        """
        Return the command of a name; None if there is none.
        """
        if cmd_name in queries() and cmd_name not in self.commands:
            self.add_command(_table_command(cmd_name))
        elif cmd_name in command_helps():
            importlib.import_module(OTHERS)
        return super().get_command(ctx, cmd_name)

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """
        Write what the command is, which `python -OO` takes from docstrings.
        """
        self.help: str | None = command_helps()[NAME]
        super().format_help_text(ctx, formatter)

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """
        Write what each does, in a sentence, without making any.
        """
        helps = command_helps()
        rows = [
            (name, query_summary(name) if name in queries() else helps[name])
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl([(n, short_help(text)) for n, text in rows])


def short_help(text: str) -> str:
    """
    Return the first paragraph of a help text on one line, uncut.
    """
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


@click.group(
    NAME,
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name=NAME)
@click.option(
    "--revision",
    metavar="ID",
    help="An earlier revision.",
    shell_complete=complete_revisions,
)
@click.option(
    "--data", metavar="DIR", type=DIRECTORY, help="Files to read instead."
)
def commands(revision: str | None, data: str | None) -> None:
    """
    The reference dataset of the ASEAN Smart Cities Network.
    """
    if revision is not None and data is not None:
        raise click.UsageError("--revision and --data exclude each other")


def _table_command(table: str) -> click.Command:
    """
    Make the command that prints a table.
    """

    @click.pass_context
    def callback(
        context: click.Context,
        /,
        form: str,
        output: str | None,
        columns: str | None = None,
        **filters: tuple[str, ...],
    ) -> None:
        query = getattr(dataset_of(context), table)
        asked = {name: given(name, f) for name, f in filters.items() if f}
        found = query(**asked)
        if columns:
            found = found.select(*split_columns(columns))
        print_table(found, form, output)

    command: Any = with_output(with_columns(callback))
    for each in reversed(filters_of(table)):
        known = f"  One of {', '.join(each.members)}." if each.members else ""
        option = click.option(
            each.option,
            each.name,
            metavar="X",
            multiple=True,
            help=f"{each.help}{known}",
            shell_complete=complete_filter(table, each),
        )
        command = option(command)
    summary = query_summary(table)
    made: click.Command = click.command(
        table, help=summary, short_help=short_help(summary)
    )(command)
    return made


def run(arguments: Sequence[str] | None = None) -> int:
    """
    Run a command and return its exit code.
    """
    try:
        code = commands.main(arguments, prog_name=NAME, standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.NoSuchOption as error:
        error.show()
        option = error.option_name
        if option in ("--revision", "--data"):
            hint = f"{option} goes before the command: {NAME} {option} X ..."
            click.echo(hint, err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:
        # Only now: the errors of this package import attrs.
        from ascn_data.errors import AscnDataError, UnknownNameError

        expected = (AscnDataError, ImportError, OSError, ValueError)
        if not isinstance(error, expected):
            raise
        click.echo(f"Error: {message_of(error)}", err=True)
        if isinstance(error, UnknownNameError) and error.kind == "record":
            click.echo("'ascn-data search TEXT' finds ids", err=True)
        return 1
    return code if isinstance(code, int) else 0
