"""
Tables on standard output or in files, in a format.
"""

import contextlib
import functools
import os
import textwrap

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from ascn_data.cli.options import width
from ascn_data.exports.formats import FORMATS


if TYPE_CHECKING:
    from ascn_data.tables.table import Table

SUFFIXES = {
    "table": ".txt",
    **{name: format.suffix for name, format in FORMATS.items()},
}
"""The formats of output and what the names of such files end in."""


Shown = Callable[[Any, int | None], str]
"""A function that shows a table in so many columns; None: as the terminal."""


def format_option(
    formats: Iterable[str], default: str | None = None
) -> Callable[..., Any]:
    """
    The option `--format` of a command.
    """
    return click.option(
        "--format",
        "form",
        type=click.Choice(tuple(formats), case_sensitive=False),
        default=default,
        show_default=True,
        help="How to print it"
        f"{'.' if default else '; else by the end of FILE.'}",
    )


def output_option(
    help: str = "File to write, - for standard output.",
) -> Callable[..., Any]:
    """
    The option `--output` of a command.
    """
    return click.option(
        "--output", "-o", metavar="FILE", type=click.Path(), help=help
    )


def put_text(text: str, output: str | None) -> None:
    """
    Print a text, or write it to a file without colours.
    """
    if output in (None, "-"):
        echo(text)
    else:
        from ascn_data.files.atomic import write_file

        write_file(str(output), f"{click.unstyle(text)}\n".encode())


def text_form(output: str | None) -> str:
    """
    The form that is meant where none is given: a card or, by the name, JSON.
    """
    return "json" if str(output).lower().endswith(".json") else "card"


def room(output: str | None) -> int | None:
    """
    The width of what is printed or, in a file, of anything.
    """
    from ascn_data.display.words import UNCUT

    return width() if output in (None, "-") else UNCUT


@contextlib.contextmanager
def written_lines(output: str | None) -> Iterator[Callable[[str], None]]:
    """
    Give a function that prints a line, or writes it to a file.
    """
    if output in (None, "-"):
        yield click.echo
        return
    from ascn_data.files.atomic import write_text

    lines: list[str] = []
    yield lines.append
    write_text(str(output), "\n".join(lines))


def with_columns(command: Callable[..., None]) -> Callable[..., None]:
    """
    Give a command that prints a table the option `--columns`.
    """
    option: Any = click.option(
        "--columns",
        metavar="A,B",
        help="The columns wanted, in their order; also country_name and so "
        "on, the names for ids, and start_earliest and so on.",
    )
    made: Callable[..., None] = option(command)
    return made


def with_output(command: Callable[..., None]) -> Callable[..., None]:
    """
    Give a command that prints a table the options `--format` and `--output`.

    What they mean is settled, or refused, before the command does its work.
    """

    @functools.wraps(command)
    def settled(
        *args: Any, form: str | None, output: str | None, **kwargs: Any
    ) -> None:
        output = None if output == "-" else output
        form = form or _form_of(output)
        if form in FORMATS and FORMATS[form].binary and output is None:
            raise click.UsageError(f"{form} needs a file: --output FILE")
        command(*args, form=form, output=output, **kwargs)

    output = output_option(
        "File to write, - for standard output.  A CSV file begins with "
        "a byte order mark and gets a neighbour, FILE-metadata.json."
    )
    form = click.option(
        "--format",
        "form",
        type=click.Choice(tuple(SUFFIXES), case_sensitive=False),
        help="How to print it; else by the end of FILE, else as a table.",
    )
    made: Callable[..., None] = form(output(settled))
    return made


def _form_of(output: str | None) -> str:
    """
    The format that is meant where none is given.
    """
    if output is None:
        return "table"
    from ascn_data.files.atomic import is_stream, path_of

    if is_stream(path_of(output)):
        return "table"
    suffix = os.path.splitext(output)[1].lower()  # noqa: PTH122 - no pathlib
    for form, ending in SUFFIXES.items():
        if ending == suffix:
            return form
    raise click.UsageError(
        f"the name {output!r} does not tell the format: end it in "
        f"{', '.join(SUFFIXES.values())}, or add --format"
    )


def _shown(table: "Table[Any]", columns: int | None) -> str:
    from ascn_data.display.text import table_text

    return headed(table_text(table, rows=None, width=columns))


def print_table(
    table: "Table[Any]",
    form: str,
    output: str | None,
    shown: Shown = _shown,
) -> None:
    """
    Print a table in a format, or write it to a file.
    """
    if output is not None:
        write_table(table, form, output, shown)
    elif form == "table":
        echo(shown(table, width()))
    else:
        from ascn_data.exports.layout import Layout

        click.echo(FORMATS[form].write(table, Layout()).decode(), nl=False)


def write_table(
    table: "Table[Any]", form: str, output: str, shown: Shown
) -> None:
    """
    Write a table to a file; what others read is never coloured or cut.
    """
    from ascn_data.exports.layout import Layout
    from ascn_data.files.atomic import write_file

    if form == "csv":
        table.to_csv(output)  # a neighbour tells of its columns
    elif form == "xlsx":
        table.to_excel(output)  # its first sheet tells how to cite it
    elif form == "table":
        from ascn_data.display.words import UNCUT

        text = click.unstyle(shown(table, UNCUT))
        write_file(output, f"{text}\n".encode())
    else:
        write_file(output, FORMATS[form].write(table, Layout()))


def echo(text: str) -> None:
    """
    Print a text, in colour only where a terminal wants it.
    """
    # An empty NO_COLOR is none: https://no-color.org.
    colour = False if os.environ.get("NO_COLOR") else None
    click.echo(text, color=colour)


def headed(text: str) -> str:
    """
    A text with its first line in bold.
    """
    head, newline, rest = text.partition("\n")
    return click.style(head, bold=True) + newline + rest


def history_text(table: "Table[Any]", columns: int | None) -> str:
    """
    The history of a record as a list: each revision and what it changed.
    """
    from ascn_data.display.text import caption
    from ascn_data.display.words import terminal_width
    from ascn_data.versions.history import told

    room = columns or terminal_width()
    lines = []
    for entry in table:
        id_ = click.style(entry.id, bold=True)
        lines.append(f"{id_}  {entry.released or 'not frozen'}  {entry.event}")
        for change in entry.changes:
            lines += textwrap.wrap(
                told(change),
                room,
                initial_indent="  ",
                subsequent_indent="    ",
                break_long_words=False,
                break_on_hyphens=False,
            )
    return "\n".join([*lines, caption(table)])
