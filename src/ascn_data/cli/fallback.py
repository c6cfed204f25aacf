"""
The command `ascn-data` without the extra `cli`.

The tables and their filters, made by the standard library from the same
description.
"""

import argparse
import sys

from collections.abc import Sequence
from typing import NoReturn

from ascn_data.cli.options import filters_of, given, message_of, width
from ascn_data.display.text import table_text
from ascn_data.errors import AscnDataError
from ascn_data.files.descriptions import query_summary
from ascn_data.models.catalogue import TABLES
from ascn_data.opening import load
from ascn_data.version import __version__


INSTALL = "more commands and formats: pip install 'ascn-data[cli]'"


class _Parser(argparse.ArgumentParser):
    """
    A parser whose errors look like those of other commands.
    """

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"Error: {message}; {INSTALL}\n")


def parser() -> argparse.ArgumentParser:
    """
    A command for each table, an option for each of its filters.
    """
    main_parser = _Parser(
        prog="ascn-data",
        description="The reference dataset of the ASEAN Smart Cities Network.",
        epilog=INSTALL,
        allow_abbrev=False,
    )
    main_parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s, version {__version__}",
    )
    commands = main_parser.add_subparsers(dest="table", required=True)
    for table in TABLES:
        summary = query_summary(table)
        command = commands.add_parser(
            table, help=summary, description=summary, allow_abbrev=False
        )
        for each in filters_of(table):
            command.add_argument(
                each.option,
                dest=each.name,
                metavar="X",
                action="append",
                help=each.help,
            )
    return main_parser


def run(arguments: Sequence[str] | None = None) -> int:
    """
    Print a table; what is wrong goes to standard error.
    """
    filters = vars(parser().parse_args(arguments))
    query = getattr(load(), filters.pop("table"))
    try:
        asked = {name: given(name, f) for name, f in filters.items() if f}
        print(table_text(query(**asked), rows=None, width=width()))
    except (AscnDataError, OSError, ValueError) as error:
        print(f"Error: {message_of(error)}", file=sys.stderr)
        return 1
    return 0
