"""
`python -m ascn_data` and the command `ascn-data`.

With the extra `cli` all of `ascn_data.cli`; without it the tables and their
filters, made by the standard library from the same description.
"""

import argparse
import signal
import sys

from collections.abc import Sequence
from typing import NoReturn

from ascn_data.commands import filters_of, summary_of
from ascn_data.display import table_text
from ascn_data.errors import AscnDataError
from ascn_data.loading import TABLES
from ascn_data.opening import load


INSTALL = "more commands and formats: pip install 'ascn-data[cli]'"


def parser() -> argparse.ArgumentParser:
    """
    A command for each table, an option for each of its filters.
    """
    main_parser = argparse.ArgumentParser(
        prog="ascn-data",
        description="The reference dataset of the ASEAN Smart Cities Network.",
        epilog=INSTALL,
    )
    commands = main_parser.add_subparsers(dest="table", required=True)
    for table in TABLES:
        summary = summary_of(table)
        command = commands.add_parser(table, help=summary, description=summary)
        for each in filters_of(table):
            command.add_argument(
                each.option, dest=each.name, metavar="X", help=each.help
            )
    return main_parser


def tables_only(arguments: Sequence[str] | None = None) -> int:
    """
    Print a table; what is wrong goes to standard error.
    """
    filters = vars(parser().parse_args(arguments))
    query = getattr(load(), filters.pop("table"))
    try:
        table = query(**filters)
    except (AscnDataError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print(table_text(table, rows=None))
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run a command and return its exit code.

    0 is success, 1 means that something asked for does not exist or is
    wrong, 2 that the command was not understood.
    """
    try:
        from ascn_data.cli import run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        return tables_only(arguments)
    return run(arguments)


def console() -> NoReturn:
    """
    Run the command line of this process.

    Where a reader goes away early, as `head` does, the process ends as other
    commands do, without a word.
    """
    if hasattr(signal, "SIGPIPE"):  # pragma: no branch - Windows has none
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())


if __name__ == "__main__":
    console()
