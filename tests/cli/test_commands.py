"""
The command `ascn-data` with the extra `cli`.
"""

import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys

import click
import pyarrow.parquet as pq
import pytest

from click.shell_completion import ShellComplete

import ascn_data

from ascn_data.__main__ import main
from ascn_data.cli import group as cli
from ascn_data.cli.options import filters_of
from ascn_data.cli.progress import counted
from ascn_data.dataset import Dataset
from ascn_data.models.catalogue import NAMED, TABLES


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
    assert out.startswith("name ")
    assert "jetro-undp-mou" in out
    assert "…" not in out
    assert "\x1b" not in out


@pytest.mark.parametrize("table", TABLES)
def test_every_filter_is_an_option(table: str) -> None:
    """
    Options are those of the function, each with its help.
    """
    command = cli.commands.get_command(click.Context(cli.commands), table)
    assert command is not None
    options = {p.name: p for p in command.params}
    filters = filters_of(table)

    assert {f.name for f in filters} == set(options) - {
        "form",
        "output",
        "columns",
    }
    assert {f.name for f in filters} == set(
        getattr(Dataset, table).__kwdefaults__ or {}
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
    assert pq.read_table(tmp_path / "roles.parquet").to_pylist() == (
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
        (["show", "Saigonn"], 1, "did you mean"),
        (["show", "Japan"], 1, "'jp', 'japan'"),
        (["roles", "-o", "/no/such/place.csv"], 1, "No such file"),
        (["roles", "-o", "roles.ods"], 2, "or add --format"),
        (["roles", "-o", ""], 1, "the path is empty"),
        (["check", ""], 1, "the path is empty"),
        (["--data", "", "roles"], 1, "the path is empty"),
        (["export", ""], 1, "the path is empty"),
        (["diff", ""], 1, "no revision ''"),
        (["search", ""], 1, "no letter or digit"),
        (["history", "Da Nag"], 1, "did you mean 'vn-da-nang'"),
        (["cities", "--columns", "nam"], 1, "did you mean 'name'"),
        (["roles", "--as-of", "2018", "--as-of", "2019"], 1, "one date"),
        (["--data", "x", "revisions"], 2, "--data changes nothing"),
        (["--revision", "2026.1", "check", "x"], 2, "--revision changes"),
        (["--revision", "2026.1", "diff", "a", "b"], 2, "of what 'diff' does"),
        (["--data", "x", "completion", "bash"], 2, "--data changes nothing"),
        # Before any data is looked for.
        (["--data", "x", "roles", "-o", "x.xyz"], 2, "or add --format"),
        (["--data", "x", "roles", "--format", "parquet"], 2, "needs a file"),
        (["show", "th-phuke"], 1, "\n'ascn-data search TEXT' finds ids"),
        (["history", "x"], 1, "\n'ascn-data search TEXT' finds ids"),
        (["cities", "--revision", "2026.1"], 2, "goes before the command"),
        (["resolve", "--kind", "city", "no-such-file"], 2, "does not exist"),
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
    assert "Error: " in captured.err
    assert message in captured.err
    assert "Traceback" not in captured.err


def test_interrupts_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    They are not what click makes of them, which would end in a traceback.
    """

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ascn_data.Dataset, "terms", interrupted)

    with pytest.raises(KeyboardInterrupt):
        main(["terms"])


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
    lines = capsys.readouterr().out.splitlines()
    assert ["name", "Da", "Nang"] in [line.split() for line in lines]
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


def test_diff_within_a_revision(capsys: Captured) -> None:
    """
    The options before the command choose the data only if B is left out.
    """
    assert main(["--revision", "2026.1", "diff", "2026.1"]) == 0
    assert "0 changes" in capsys.readouterr().out


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
    out = capsys.readouterr().out
    assert out.startswith("2026.1  2026-11-24  added\n  partnerships jetro-u")
    assert "of history, ascn-data revision" in out.splitlines()[-1]
    assert main(["history", "th-phuket"]) == 0
    out = capsys.readouterr().out
    assert "\n  kind: (none) → province\n" in out
    assert out.count("cities th-phuket") == 1


def test_search(capsys: Captured) -> None:
    """
    The table, the id and the name that fits.
    """
    assert main(["search", "jetro"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("name ")
    first = out.splitlines()[2]
    assert first.startswith("JETRO ")
    assert first.endswith(" jetro")


def test_resolve(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    Names from a file, one a line; blank lines stay blank.
    """
    file = tmp_path / "names.txt"
    file.write_bytes(b"\xef\xbb\xbfSaigon\r\n\n  hochiminh city \rJB")

    assert main(["resolve", "--kind", "city", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "name,id,problem",
        "Saigon,vn-ho-chi-minh-city,",
        ",,",
        "hochiminh city,vn-ho-chi-minh-city,",
        "JB,my-johor-bahru,",
    ]
    arguments = ["resolve", "--kind", "CITY", "--format", "JSONL", str(file)]
    assert main(arguments) == 0
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    assert [row["id"] for row in rows] == [
        "vn-ho-chi-minh-city",
        None,
        "vn-ho-chi-minh-city",
        "my-johor-bahru",
    ]


def test_resolve_tells_what_is_shared(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    A name that others bear too is told, settled or, on request, refused.
    """
    file = tmp_path / "names.txt"
    file.write_text("Cebu\nCebu City\n")
    arguments = ["resolve", "--kind", "city", str(file)]

    assert main(arguments) == 0
    captured = capsys.readouterr()
    assert 'Cebu,ph-cebu-city,"shared with the province,' in captured.out
    assert "1 of 2 names are borne by other places too" in captured.err

    assert main([*arguments, "--subdivision", "PH-CEB"]) == 0
    assert "shared" not in capsys.readouterr().out

    assert main([*arguments, "--strict"]) == 1
    captured = capsys.readouterr()
    assert 'Cebu,,"shared with the province,' in captured.out
    assert captured.err == "1 of 2 names have no id\n"

    assert main([*arguments, "--country", "Thailand"]) == 1
    assert "Cebu,,unknown" in capsys.readouterr().out


@pytest.mark.parametrize("kind", NAMED)
def test_every_kind_resolves(
    kind: str, tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    What the function takes, the command takes.
    """
    id_ = DS.table(NAMED[kind][0])[0].id
    file = tmp_path / "names.txt"
    file.write_text(id_)

    assert main(["resolve", "--kind", kind, str(file)]) == 0
    assert f"{id_},{id_}," in capsys.readouterr().out
    assert DS.resolve([id_], kind=kind)[0] == id_  # type: ignore[arg-type]


def test_resolve_answers_up_to_what_is_not_utf8(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    The lines before are answered; the message says where and what to do.
    """
    file = tmp_path / "names.txt"
    file.write_bytes("Saigon\nHuế\nMédan".encode("cp1258", "replace"))

    assert main(["resolve", "--kind", "city", str(file)]) == 1
    captured = capsys.readouterr()
    assert "Saigon,vn-ho-chi-minh-city," in captured.out
    assert captured.err == (
        f"Error: {file}, line 3 is not UTF-8: save the file as UTF-8\n"
    )


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

    assert list(counted("abc", "names", every=0)) == ["a", "b", "c"]
    assert capsys.readouterr().err == (
        "\r1 names\r2 names\r3 names\r3 names\n"
    )
    list(counted("abc", "names"))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    list(counted("abc", "names", every=0))
    assert capsys.readouterr().err == ""


def test_revisions_and_data(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    Published revisions are listed and asked; so are files.
    """
    assert main(["revisions"]) == 0
    assert "\n2026.1  2026-11-24  " in capsys.readouterr().out
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


def test_upgrade(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    Files of an older schema are named by `check` and written anew.
    """
    mine = tmp_path / "mine"
    shutil.copytree(DATA, mine)
    file = mine / "projects.json"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"status_as_of":', '"stated_status_as_of":'))
    assert main(["check", str(mine)]) == 1
    assert f"'ascn-data upgrade {mine}'" in capsys.readouterr().err

    assert main(["upgrade", str(mine)]) == 0

    assert capsys.readouterr().out.startswith(f"{mine} is of schema 2 now; ")
    assert file.read_text(encoding="utf-8") == text


def test_export(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    The path of the description is printed.
    """
    target = tmp_path / "out"

    assert main(["export", str(target), "--format", "json"]) == 0
    assert capsys.readouterr().out == f"{target / 'datapackage.json'}\n"
    assert (target / "cities.json").exists()


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


def test_files_are_never_coloured(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    The end of their name tells the format.
    """
    for name in ("a.txt", "a.CSV", "a.json", "a.jsonl", "a.parquet"):
        file = tmp_path / name
        assert main(["terms", "-o", str(file)]) == 0
        # Parquet is compressed, so any byte may be in it.
        assert name == "a.parquet" or b"\x1b" not in file.read_bytes()
    assert (tmp_path / "a.txt").read_text().startswith("label ")
    assert (tmp_path / "a.CSV").read_bytes().startswith(b"\xef\xbb\xbfid,")
    terms = len(ascn_data.terms())
    assert len(json.loads((tmp_path / "a.json").read_text())) == terms
    assert len((tmp_path / "a.jsonl").read_text().splitlines()) == terms
    assert len(pq.read_table(tmp_path / "a.parquet")) == terms
    assert main(["history", "jetro", "-o", str(tmp_path / "h.txt")]) == 0
    assert (tmp_path / "h.txt").read_text().startswith("2026.1  2026-11-24")
    assert capsys.readouterr().out == ""


def test_a_hyphen_is_standard_output(capsys: Captured) -> None:
    """
    In every format of text.
    """
    for form in ("table", "json", "jsonl", "csv"):
        assert main(["terms", "--format", form]) == 0
        plain = capsys.readouterr().out
        assert main(["terms", "--format", form, "-o", "-"]) == 0
        assert capsys.readouterr().out == plain
    assert main(["terms", "--format", "parquet", "-o", "-"]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["history", "jetro"],
        ["search", "jetro"],
        ["revisions"],
        ["reconciliation"],
        ["diff", "2026.1"],
    ],
)
def test_whatever_is_a_table_has_all_formats(
    arguments: list[str], tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    Not only the tables of the data.
    """
    assert main([*arguments, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows
    assert main([*arguments, "--format", "JSONL"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    assert main([*arguments, "--format", "csv"]) == 0
    read = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["id"] for row in read] == [row["id"] for row in rows]
    file = str(tmp_path / "x.parquet")
    assert main([*arguments, "-o", file]) == 0
    assert len(pq.read_table(file)) == len(rows)


def test_many_problems_are_cut(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    Fifty are printed, the others counted.
    """
    shutil.copytree(DATA, tmp_path / "mine")
    rows = json.dumps([{"id": f"x{n}"} for n in range(40)])
    (tmp_path / "mine" / "terms.json").write_text(rows)

    assert main(["check", str(tmp_path / "mine")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(f"Error: {tmp_path / 'mine'}: ")
    assert len(lines) == 52
    total = int(lines[0].split()[-2])
    assert lines[-1] == f"  and {total - 50} more"


def test_summaries_are_not_cut(capsys: Captured) -> None:
    """
    The help of the group tells each command in a whole sentence.
    """
    assert main(["--help"]) == 0
    _, _, listed = capsys.readouterr().out.partition("Commands:")
    assert "A citation of the data, or of the sources of a" in listed
    assert "..." not in listed


def test_names_cannot_be_read_from_a_closed_stream(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A message, not an empty answer.
    """
    monkeypatch.setattr(sys, "stdin", None)

    assert main(["resolve", "--kind", "city"]) == 1
    assert capsys.readouterr().err == "Error: standard input is closed\n"


def _completed(words: str, last: str) -> list[tuple[str, str]]:
    """
    What is offered for the last word of a line, with its type.
    """
    completer = ShellComplete(cli.commands, {}, "ascn-data", "")
    found = completer.get_completions(words.split(), last)
    return [(item.value, item.type) for item in found]


@pytest.mark.parametrize(
    ("words", "last", "offered"),
    [
        ("", "partn", "partnerships"),
        ("roles --kind", "sh", "shepherd"),
        ("--revision", "2026", "2026.1"),
        ("diff", "20", "2026.1"),
        ("show", "vn-da", "vn-da-nang"),
        ("history", "vn-da", "vn-da-nang"),
        ("cite", "jetro-u", "jetro-undp-mou"),
        ("partnerships --partner", "jet", "jetro"),
        ("cities --country", "v", "vn"),
        ("events --series", "ascn-a", "ascn-annual-meeting"),
        ("projects --report", "me-", "me-2024"),
        ("observations --indicator", "proj", "projects_total"),
        ("observations --report", "me-", "me-2024"),
        ("sources --mentions", "sg-", "sg-singapore"),
        ("--revision 2026.1 show", "vn-da", "vn-da-nang"),
        ("resolve --kind", "partners", "partnership"),
        ("terms --format", "j", "jsonl"),
    ],
)
def test_ids_and_values_are_completed(
    words: str, last: str, offered: str
) -> None:
    """
    From the data, the vocabularies and the options.
    """
    assert (offered, "plain") in _completed(words, last)


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("check", "dir"),
        ("export", "dir"),
        ("diff", "dir"),
        ("--data", "dir"),
        ("terms -o", "file"),
        ("resolve", "file"),
    ],
)
def test_paths_are_completed(words: str, type_: str) -> None:
    """
    By the shell, which is told what is wanted.
    """
    assert _completed(words, "da") == [("da", type_)]


@pytest.mark.parametrize(
    "words", ["cities --as-of", "events --since", "--data nowhere show"]
)
def test_what_cannot_be_completed_is_not(words: str) -> None:
    """
    Dates and data that is not there: nothing, and no error.
    """
    assert _completed(words, "2") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: Captured) -> None:
    """
    A script for each shell.
    """
    assert main(["completion", shell]) == 0
    assert "_ASCN_DATA_COMPLETE" in capsys.readouterr().out


def test_show_takes_names_and_writes_files(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    Any name that one record has; JSON by the end of the file's name.
    """
    assert main(["show", "Saigon"]) == 0
    card = capsys.readouterr().out
    assert card.startswith("City\n  id ")
    for name in ("a.json", "a.txt"):
        assert main(["show", "Saigon", "-o", str(tmp_path / name)]) == 0
    row = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert row["id"] == "vn-ho-chi-minh-city"
    assert (tmp_path / "a.txt").read_text("utf-8") == card
    assert main(["show", "Saigon", "--format", "json", "-o", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == row


def test_about(tmp_path: pathlib.Path, capsys: Captured) -> None:
    """
    The record and what refers to it, in a terminal, as JSON, in a file.
    """
    assert main(["about", "Phuket"]) == 0
    text = capsys.readouterr().out
    assert "\n\nprojects (" in text
    assert main(["about", "Phuket", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found == json.loads(json.dumps(DS.about("Phuket").to_dict()))
    file = tmp_path / "p.json"
    assert main(["about", "Phuket", "-o", str(file)]) == 0
    assert json.loads(file.read_text("utf-8")) == found
    assert main(["about", "Phukett"]) == 1


def test_filters_can_be_given_several_times(capsys: Captured) -> None:
    """
    Either of the values fits.
    """
    arguments = ["--city", "Makassar", "--city", "Jakarta"]

    assert main(["projects", *arguments, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in found] == list(
        DS.projects(city=["Makassar", "Jakarta"]).ids
    )


def test_columns_can_be_chosen(capsys: Captured) -> None:
    """
    In every format, names beside ids too.
    """
    wanted = "name, country_name,joined_latest"

    assert main(["cities", "--columns", wanted, "--format", "csv"]) == 0
    head, first, *_ = capsys.readouterr().out.splitlines()
    assert head == "name,country_name,joined_latest"
    assert first == "Bandar Seri Begawan,Brunei Darussalam,2018-04-28"
    assert main(["cities", "--columns", "cohort"]) == 0
    assert capsys.readouterr().out.startswith("cohort\n------\npilot\n")


def test_tidy_tables_are_commands(capsys: Captured) -> None:
    """
    With their filters.
    """
    arguments = ["statuses", "--report", "me-2025", "--format", "jsonl"]

    assert main(arguments) == 0
    assert len(capsys.readouterr().out.splitlines()) == 134
    assert main(["links", "--record", "jetro-undp-mou"]) == 0
    assert "United Nations Development Programme" in capsys.readouterr().out


def test_citations_of_tables_and_in_files(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    The sources of all records of a table, each once.
    """
    file = tmp_path / "r.bib"

    assert main(["cite", "roles", "--style", "bibtex", "-o", str(file)]) == 0
    assert file.read_text("utf-8") == (
        DS.cite(DS.roles(), style="bibtex") + "\n"
    )
    assert main(["cite", "Johor Bahru"]) == 0
    assert capsys.readouterr().out == DS.cite("my-johor-bahru") + "\n"


def test_answers_of_resolve_in_a_file(
    tmp_path: pathlib.Path, capsys: Captured
) -> None:
    """
    As CSV or, by the end of its name, as JSON Lines.
    """
    names = tmp_path / "names.txt"
    names.write_text("Đà Nẵng\nSaigon\n", "utf-8")
    command = ["resolve", "--kind", "city", str(names), "-o"]

    assert main([*command, str(tmp_path / "a.csv")]) == 0
    assert main([*command, str(tmp_path / "a.jsonl")]) == 0
    assert (tmp_path / "a.csv").read_text("utf-8").splitlines() == [
        "name,id,problem",
        "Đà Nẵng,vn-da-nang,",
        "Saigon,vn-ho-chi-minh-city,",
    ]
    first, _ = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    assert json.loads(first) == {
        "name": "Đà Nẵng",
        "id": "vn-da-nang",
        "problem": None,
    }
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("shell", "offered"),
    [
        ("bash_complete", r"Japan\ External\ Trade\ Organization"),
        ("zsh_complete", "Japan External Trade Organization"),
    ],
)
def test_names_with_spaces_are_completed(
    shell: str, offered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Whatever their case; escaped for bash, which escapes nothing itself.
    """
    monkeypatch.setenv("_ASCN_DATA_COMPLETE", shell)
    command = cli.commands.commands["partnerships"]
    (partner,) = (p for p in command.params if p.name == "partner")

    for typed in ("Jap", "jap"):
        context = click.Context(command, parent=click.Context(cli.commands))
        found = [i.value for i in partner.shell_complete(context, typed)]
        assert offered in found
        assert "japan" in found
