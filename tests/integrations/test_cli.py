"""
The command `ascn-data` with the extra `cli`.
"""

import csv
import io
import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys

import click
import polars as pl
import pytest

import ascn_data

from ascn_data import cli
from ascn_data.__main__ import main
from ascn_data.commands import filters_of
from ascn_data.loading import TABLES
from ascn_data.queries import Queries


DS = ascn_data.load()
DATA = pathlib.Path(ascn_data.__file__).parent / "data"
COMMAND = (sys.executable, "-m", "ascn_data")
Captured = pytest.CaptureFixture[str]


def test_tables_print(capsys: Captured) -> None:
    """
    The first command of the README; nothing is cut in a pipe.
    """
    assert main(["partnerships", "--partner", "Japan"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("id ")
    assert "jetro-undp-mou" in out
    assert "…" not in out
    assert "\x1b" not in out


@pytest.mark.parametrize("table", TABLES)
def test_every_filter_is_an_option(table: str) -> None:
    """
    Options are those of the function, each with its help.
    """
    command = cli.commands.commands[table]
    options = {p.name: p for p in command.params}
    filters = filters_of(table)

    assert {f.name for f in filters} == set(options) - {"form", "output"}
    assert {f.name for f in filters} == set(
        getattr(Queries, table).__kwdefaults__ or {}
    )
    for each in filters:
        option = options[each.name]
        assert isinstance(option, click.Option)
        assert option.help
        assert option.help.startswith(each.help)


def test_formats(capsys: Captured, tmp_path: pathlib.Path) -> None:
    """
    The same rows in all of them.
    """
    table = DS.roles(kind="chair")
    query = ["roles", "--kind", "chair"]

    assert main([*query, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(table.to_json())
    assert main([*query, "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(table.to_json())
    assert main([*query, "--format", "csv"]) == 0
    assert capsys.readouterr().out.replace("\r\n", "\n") == (
        table.to_csv().replace("\r\n", "\n")
    )
    for form in ("json", "jsonl", "csv", "parquet", "table"):
        path = str(tmp_path / f"roles.{form}")
        assert main([*query, "--format", form, "-o", path]) == 0
        assert capsys.readouterr().out == ""
    assert (tmp_path / "roles.json").read_text() == table.to_json() + "\n"
    assert pl.read_parquet(tmp_path / "roles.parquet").to_dicts() == (
        table.to_dicts()
    )
    assert (tmp_path / "roles.csv-metadata.json").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["cities", "--country", "Vietnma"], 1, "did you mean 'Viet Nam'"),
        (["cities", "--as-of", "soon"], 1, "'soon' is not a date"),
        (["towns"], 2, "No such command 'towns'"),
        (["cities", "--colour", "red"], 2, "No such option"),
        (["terms", "--format", "parquet"], 2, "parquet needs a file"),
        (["--revision", "1999.1", "terms"], 1, "no revision '1999.1'"),
        (["--revision", "2026.1", "--data", "x", "terms"], 2, "exclude"),
        (["--data", "no-such-place", "terms"], 1, "not a directory"),
        (["check", "no-such-place"], 1, "not a directory"),
        (["show", "no-such-id"], 1, "no record is called 'no-such-id'"),
        (["search", "no such name"], 1, "nothing has 'no such name'"),
        (["roles", "-o", "/no/such/place"], 1, "No such file"),
    ],
)
def test_mistakes(
    arguments: list[str], code: int, message: str, capsys: Captured
) -> None:
    """
    A sentence on standard error, no traceback, a code for scripts.
    """
    assert main(arguments) == code

    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert "Traceback" not in captured.err


def test_missing_extras_are_named(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Parquet without pyarrow says what to install.
    """
    monkeypatch.delitem(sys.modules, "pyarrow.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert main(["terms", "--format", "parquet", "-o", "t.parquet"]) == 1
    assert "pip install 'ascn-data[arrow]'" in capsys.readouterr().err


def test_show(capsys: Captured) -> None:
    """
    A record as a card or as JSON.
    """
    assert main(["show", "vn-da-nang"]) == 0
    assert "  name           Da Nang" in capsys.readouterr().out.splitlines()
    assert main(["show", "vn-da-nang", "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["id"] == "vn-da-nang"


def test_cite(capsys: Captured) -> None:
    """
    The dataset, or what a record rests on, in a style.
    """
    assert main(["cite", "--style", "bibtex"]) == 0
    assert capsys.readouterr().out == f"{DS.cite(style='bibtex')}\n"
    assert main(["cite", "jetro-undp-mou"]) == 0
    assert capsys.readouterr().out == f"{DS.cite('jetro-undp-mou')}\n"


def test_diff(capsys: Captured, tmp_path: pathlib.Path) -> None:
    """
    Between revisions and files; without a second up to the data in use.
    """
    assert main(["diff", "2026.1", "2026.1"]) == 0
    assert "0 changes" in capsys.readouterr().out
    shutil.copytree(DATA, tmp_path / "mine")
    assert main(["diff", str(tmp_path / "mine"), "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", "1999.1"]) == 1
    assert "no revision '1999.1'" in capsys.readouterr().err


def test_history(capsys: Captured) -> None:
    """
    What came of a record, revision by revision.
    """
    assert main(["history", "jetro-undp-mou"]) == 0
    assert "records of history" in capsys.readouterr().out.replace(
        "record of", "records of"
    )


def test_search(capsys: Captured) -> None:
    """
    The table, the id and the name that fits.
    """
    assert main(["search", "jetro"]) == 0
    assert "partners      jetro " in capsys.readouterr().out


def test_resolve(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    Names from a file, one a line; blank lines are left out.
    """
    file = tmp_path / "names.txt"
    file.write_text("Saigon\n\n  hochiminh city \n", encoding="utf-8")

    assert main(["resolve", "--kind", "city", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "name,id,problem",
        "Saigon,vn-ho-chi-minh-city,",
        "hochiminh city,vn-ho-chi-minh-city,",
    ]


def test_resolve_reports(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    What has no id is told, with close names, and counted.
    """
    file = tmp_path / "names.txt"
    file.write_text("Da Nnag\n=1\nDa Nnag\n", encoding="utf-8")

    assert main(["resolve", "--kind", "city", str(file)]) == 1
    captured = capsys.readouterr()
    rows = list(csv.reader(io.StringIO(captured.out)))
    assert rows[1] == rows[3] == ["Da Nnag", "", rows[1][2]]
    assert rows[1][2].startswith("unknown; did you mean Da Nang")
    assert rows[2] == ["'=1", "", "unknown"]
    assert captured.err == "3 of 3 names have no id\n"


def test_resolve_answers_while_names_come() -> None:
    """
    A line in, a line out, before the input ends.
    """
    with subprocess.Popen(
        [*COMMAND, "resolve", "--kind", "city"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "name,id,problem\n"
        process.stdin.write("Saigon\n")
        process.stdin.flush()
        assert process.stdout.readline() == "Saigon,vn-ho-chi-minh-city,\n"
        process.stdin.close()
        assert process.wait(30) == 0


def test_long_files_show_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """
    On a terminal, on standard error, only if the ids go elsewhere.
    """
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    assert len(list(cli._counted(["x"] * 200_000))) == 200_000
    assert capsys.readouterr().err == "\r100000 names\r200000 names\n"
    list(cli._counted(["x"]))
    assert capsys.readouterr().err == ""


def test_revisions_and_data(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    Published revisions are listed and asked; so are files.
    """
    assert main(["revisions"]) == 0
    assert capsys.readouterr().out.startswith("2026.1  ")
    assert main(["--revision", "2026.1", "terms"]) == 0
    assert "ascn-data revision 2026.1" in capsys.readouterr().out
    shutil.copytree(DATA, tmp_path / "mine")
    assert main(["--data", str(tmp_path / "mine"), "terms"]) == 0
    assert "revision from mine" in capsys.readouterr().out


def test_check(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    Sizes of what is right, every problem of what is not.
    """
    assert main(["check", str(DATA)]) == 0
    assert "  cities " in capsys.readouterr().out
    shutil.copytree(DATA, tmp_path / "mine")
    (tmp_path / "mine" / "terms.json").write_text('[{"id": "a"}]')
    assert main(["check", str(tmp_path / "mine")]) == 1
    assert "terms.json, record 'a', scheme" in capsys.readouterr().err


def test_export(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    The path of the description is printed.
    """
    target = tmp_path / "out"

    assert main(["export", str(target), "--format", "json"]) == 0
    assert capsys.readouterr().out == f"{target / 'datapackage.json'}\n"
    assert (target / "cities.json").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: Captured) -> None:
    """
    A script for each shell.
    """
    assert main(["completion", shell]) == 0
    assert "_ASCN_DATA_COMPLETE" in capsys.readouterr().out


def test_vocabularies_are_completed() -> None:
    """
    What the script asks for is answered from the vocabulary.
    """
    roles = cli.commands.commands["roles"]
    (kind,) = (p for p in roles.params if p.name == "kind")
    found = kind.shell_complete(click.Context(roles), "sh")
    assert [item.value for item in found] == ["shepherd"]
    done = subprocess.run(
        COMMAND,
        env={
            **os.environ,
            "_ASCN_DATA_COMPLETE": "bash_complete",
            "COMP_WORDS": "ascn-data roles --kind sh",
            "COMP_CWORD": "3",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert "shepherd" in done.stdout
    assert "chair" not in done.stdout


def test_readers_that_leave_early() -> None:
    """
    `head` closes the pipe; no traceback, the code of other commands.
    """
    with subprocess.Popen(
        [*COMMAND, "sources", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == -13


def _on_a_terminal(**environment: str) -> str:
    """
    What a terminal gets to see of a table.
    """
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    subprocess.run(
        [*COMMAND, "terms"],
        stdout=theirs,
        env=env | {"COLUMNS": "60"} | environment,
        check=True,
    )
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:  # Linux says so when the other end is closed.
        pass
    os.close(ours)
    return seen.decode()


def test_terminals_get_colour_and_cut_columns() -> None:
    """
    A bold header and lines that fit; NO_COLOR is respected.
    """
    seen = _on_a_terminal()

    assert seen.startswith("\x1b[1mid")
    assert "…" in seen
    assert "\x1b" not in _on_a_terminal(NO_COLOR="1")
