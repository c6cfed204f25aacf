"""
`python -m ascn_data`: the tables and their filters in a terminal.
"""

import argparse
import inspect
import sys

from collections.abc import Sequence

from ascn_data.display import table_text
from ascn_data.errors import AscnDataError
from ascn_data.loading import TABLES
from ascn_data.opening import load
from ascn_data.queries import Queries


def parser() -> argparse.ArgumentParser:
    """
    A command for each table, an option for each of its filters.
    """
    main_parser = argparse.ArgumentParser(
        prog="ascn-data",
        description="The reference dataset of the ASEAN Smart Cities Network.",
    )
    commands = main_parser.add_subparsers(dest="table", required=True)
    for table in TABLES:
        query = getattr(Queries, table)
        summary = inspect.getdoc(query).partition("\n")[0]  # type: ignore[union-attr]
        command = commands.add_parser(table, help=summary, description=summary)
        for name in inspect.signature(query).parameters:
            if name != "self":
                option = f"--{name.replace('_', '-')}"
                command.add_argument(option, dest=name, metavar="X")
    return main_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Print what is asked for; what is wrong goes to standard error.
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


if __name__ == "__main__":
    sys.exit(main())
