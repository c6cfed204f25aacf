"""
The commands of `ascn-data` that are no tables, with the extra `cli`.
"""

import sys

from typing import Any, get_args

import click

from ascn_data.citations import Style
from ascn_data.cli.completion import (
    complete_data,
    complete_ids,
    complete_names,
    dataset_of,
    script,
)
from ascn_data.cli.curation import put_in_order, template, unsorted
from ascn_data.cli.group import DIRECTORY, commands, short_help
from ascn_data.cli.lines import lines_of, resolve_lines
from ascn_data.cli.output import (
    echo,
    format_option,
    headed,
    history_text,
    output_option,
    print_table,
    put_text,
    room,
    text_form,
    with_output,
    written_lines,
)
from ascn_data.cli.progress import counted
from ascn_data.comparing import diff as compare
from ascn_data.display.about import about_text
from ascn_data.display.text import record_text
from ascn_data.exports.delimited import csv_row
from ascn_data.exports.formats import FORMATS
from ascn_data.exports.layout import Layout
from ascn_data.exports.rows import json_lines, json_text
from ascn_data.files.descriptions import command_helps
from ascn_data.models.catalogue import (
    NAMED,
    SCHEMAS,
    TABLES,
    record_class,
)
from ascn_data.opening import load, read
from ascn_data.tables.table import Table
from ascn_data.tables.tidy.catalogue import TIDY
from ascn_data.versions.index import REVISIONS
from ascn_data.versions.index import revisions as published_revisions
from ascn_data.versions.upgrades import SCHEMA, upgrade


def _refuse_options(context: click.Context) -> None:
    """
    Refuse the options before a command that asks no dataset.
    """
    for name, value in context.find_root().params.items():
        if value is not None:
            what = f"what {context.info_name!r} does here"
            raise click.UsageError(f"--{name} changes nothing of {what}")


_ID = click.argument("id_", metavar="ID", shell_complete=complete_ids)


_RECORD = click.argument(
    "name", metavar="ID|NAME", shell_complete=complete_names
)


@commands.command()
@_RECORD
@format_option(("card", "json"))
@output_option()
@click.pass_context
def show(
    context: click.Context, name: str, form: str | None, output: str | None
) -> None:
    """
    One record of any table, by its id or a name that it alone has.
    """
    dataset = dataset_of(context)
    record = dataset.record(name)
    if (form or text_form(output)) == "json":
        table = next(t for t in TABLES if type(record) is record_class(t))
        one = Table(SCHEMAS[table], [record], revision=dataset.revision)
        put_text(next(json_lines(one, Layout())), output)
    else:
        put_text(headed(record_text(record, width=room(output))), output)


@commands.command("about")
@_RECORD
@format_option(("card", "json"))
@output_option()
@click.pass_context
def about_command(
    context: click.Context, name: str, form: str | None, output: str | None
) -> None:
    """
    A record and everything that refers to it.
    """
    found = dataset_of(context).about(name)
    if (form or text_form(output)) == "json":
        put_text(json_text(found.to_dict(), indent=2), output)
    else:
        text = about_text(found.record, found, width=room(output))
        put_text(headed(text), output)


@commands.command("search")
@click.argument("text")
@with_output
@click.pass_context
def search_command(
    context: click.Context, text: str, form: str, output: str | None
) -> None:
    """
    Records of any table with TEXT in a name or summary, best first.

    Spelling is as forgiving as names are: case, accents and punctuation do
    not matter.
    """
    found = dataset_of(context).search(text)
    if not found:
        raise click.ClickException(
            f"nothing has {text!r} in a name or summary"
        )
    print_table(found, form, output)


@commands.command()
@click.argument(
    "file",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    default="-",
)
@click.option(
    "--kind",
    type=click.Choice(tuple(NAMED), case_sensitive=False),
    required=True,
    help="What the names mean.",
)
@click.option(
    "--country", metavar="X", help="The country that the names lie in."
)
@click.option(
    "--subdivision",
    metavar="X",
    help="The subdivision that the names lie in: a code or name.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Give no id to a name that other real places bear too.",
)
@format_option(("csv", "jsonl"))
@output_option()
@click.pass_context
def resolve(
    context: click.Context,
    /,
    file: str,
    kind: Any,
    form: str | None,
    output: str | None,
    **where: Any,
) -> None:
    """
    Ids for names, one a line, from FILE or standard input.

    Prints each name with its id as soon as it is read, and an empty row for
    a blank line, so that the answers stand beside the names.  A name without
    an id is reported and makes the exit code 1.  A name that other real
    places bear too is reported as shared.
    """
    if file == "-" and sys.stdin is None:
        raise click.ClickException("standard input is closed")
    dataset = dataset_of(context)
    columns = ("name", "id", "problem")
    names = unresolved = shared = 0
    form = form or ("jsonl" if str(output).endswith(".jsonl") else "csv")
    with (
        click.open_file(file, "rb") as stream,
        written_lines(output) as write,
    ):
        if form == "csv":
            write(csv_row(columns))
        lines = counted(lines_of(stream, file), "names")
        for row in resolve_lines(dataset, lines, kind, **where):
            names += row[0] is not None
            unresolved += row[0] is not None and row[1] is None
            shared += row[1] is not None and row[2] is not None
            values = dict(zip(columns, row, strict=True))
            write(csv_row(row) if form == "csv" else json_text(values))
    if shared:
        click.echo(
            f"{shared} of {names} names are borne by other places too: "
            "--country and --subdivision settle them",
            err=True,
        )
    if unresolved:
        click.echo(f"{unresolved} of {names} names have no id", err=True)
        context.exit(1)


@commands.command()
@click.argument(
    "record",
    metavar="[RECORD]",
    required=False,
    shell_complete=complete_names,
)
@click.option(
    "--style",
    type=click.Choice(get_args(Style), case_sensitive=False),
    default="text",
    show_default=True,
    help="Form of the citation.",
)
@output_option()
@click.pass_context
def cite(
    context: click.Context,
    record: str | None,
    style: Style,
    output: str | None,
) -> None:
    """
    A citation of the data, or of the sources of a record or table.

    RECORD is an id, a name, or the name of a table such as partnerships.
    """
    dataset = dataset_of(context)
    cited: Any = record
    if record in (*TABLES, *TIDY):
        cited = getattr(dataset, record)()
    put_text(dataset.cite(cited, style=style), output)


@commands.command()
@with_output
@click.pass_context
def revisions(context: click.Context, form: str, output: str | None) -> None:
    """
    The published revisions in this package.
    """
    _refuse_options(context)
    in_use = load().revision
    found = Table(REVISIONS, published_revisions(), revision=in_use)
    print_table(found, form, output)


@commands.command()
@click.argument("a", shell_complete=complete_data)
@click.argument("b", required=False, shell_complete=complete_data)
@with_output
@click.pass_context
def diff(
    context: click.Context,
    a: str,
    b: str | None,
    form: str,
    output: str | None,
) -> None:
    """
    What changed from A to B, revisions or directories of files.

    Without B, up to the data in use.
    """
    if b is not None:
        _refuse_options(context)
    changes = compare(a, dataset_of(context) if b is None else b)
    print_table(changes, form, output)


@commands.command()
@_ID
@with_output
@click.pass_context
def history(
    context: click.Context, id_: str, form: str, output: str | None
) -> None:
    """
    What each revision did to the record with that ID.
    """
    found = dataset_of(context).history(id_)
    print_table(found, form, output, history_text)


@commands.command()
@click.argument("directory", type=DIRECTORY)
@format_option(
    [*(f.name for f in FORMATS.values() if f.packaged), "xlsx"], "csv"
)
@click.pass_context
def export(context: click.Context, directory: str, form: Any) -> None:
    """
    Write all tables and their description to DIRECTORY.

    Files of an earlier export there are replaced; no others are.
    """
    described = dataset_of(context).export(directory, format=form)
    echo(str(described))


@commands.command()
@click.argument("directory", type=DIRECTORY)
@click.option("--write", is_flag=True, help="Put the files in order.")
@click.pass_context
def check(context: click.Context, directory: str, *, write: bool) -> None:
    """
    Check the JSON files in DIRECTORY; print everything that is wrong.

    Keys in another order and records that are not sorted are wrong too;
    --write puts them in order where nothing else is wrong.
    """
    _refuse_options(context)
    dataset = read(directory)
    files = unsorted(dataset, directory)
    if files and not write:
        names = ", ".join(file.name for file in files)
        raise click.ClickException(
            f"not sorted: {names}; put in order by: "
            f"ascn-data check --write {directory}"
        )
    put_in_order(files)
    echo(str(dataset))


@commands.command("template")
@click.argument("table", type=click.Choice(TABLES))
@click.pass_context
def template_command(context: click.Context, table: str) -> None:
    """
    How a record of TABLE is written: its keys and an example.
    """
    echo(template(dataset_of(context), table))


@commands.command("upgrade")
@click.argument("directory", type=DIRECTORY)
@click.pass_context
def upgrade_files(context: click.Context, directory: str) -> None:
    """
    Write the JSON files of an older schema in DIRECTORY anew.

    Fields get the names of the present schema; nothing else changes.
    """
    _refuse_options(context)
    upgrade(directory)
    echo(
        f"{directory} is of schema {SCHEMA} now; 'ascn-data check' tells what "
        "its rules ask for"
    )


@commands.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """
    The script that completes commands in SHELL.

    \b
    bash, in ~/.bashrc:  eval "$(ascn-data completion bash)"
    zsh, in ~/.zshrc:    autoload -Uz compinit && compinit
                         eval "$(ascn-data completion zsh)"
    fish, in ~/.config/fish/config.fish:
                         ascn-data completion fish | source
    """  # noqa: D301 - click reads it
    _refuse_options(context)
    click.echo(script(commands, shell))


for _name, _help in command_helps().items():
    if _name in commands.commands:
        # From the file: `python -OO` takes the docstrings away.
        commands.commands[_name].help = _help
        # click would cut what is longer than a line.
        commands.commands[_name].short_help = short_help(_help)
