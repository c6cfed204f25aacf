"""
`python -m ascn_data`: tables and filters in a terminal.
"""

import io
import os
import pathlib
import signal
import subprocess
import sys

from typing import Any

import pytest

import ascn_data

from ascn_data import __main__
from ascn_data.__main__ import console, main
from ascn_data.display.words import width_of


@pytest.fixture(autouse=True)
def _base_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is tested here works without the extra `cli`.
    """
    monkeypatch.delitem(sys.modules, "ascn_data.cli.group", raising=False)
    monkeypatch.setitem(sys.modules, "click", None)


def test_partnerships_with_japan(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The main job prints a readable table.
    """
    assert main(["partnerships", "--partner", "Japan"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("name ")
    assert "jetro-undp-mou" in out
    assert "records of partnerships, ascn-data revision 2026." in out


def test_underscores_become_hyphens(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    Filters of two words are options of two words.
    """
    assert main(["cities", "--as-of", "2018-12"]) == 0
    assert "26 records of cities" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cities", "--country", "Vietnma"], "did you mean 'Viet Nam'"),
        (["cities", "--as-of", "soon"], "'soon' is not a date"),
    ],
)
def test_mistakes_go_to_standard_error(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    No traceback, an exit status, nothing on standard output.
    """
    assert main(arguments) == 1

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("Error: ")
    assert message in captured.err


def test_unknown_tables_are_usage_errors(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    The parser lists the tables that exist.
    """
    with pytest.raises(SystemExit) as caught:
        main(["towns"])

    assert caught.value.code == 2
    err = capsys.readouterr().err
    assert err.startswith("usage: ")
    assert "\nError: argument table: invalid choice" in err


def test_options_are_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Abbreviated ones are refused, as they are with the extra.
    """
    with pytest.raises(SystemExit) as caught:
        main(["partnerships", "--part", "Japan"])
    assert caught.value.code == 2
    assert "unrecognized arguments: --part" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The same line as with the extra.
    """
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    expected = f"ascn-data, version {ascn_data.__version__}\n"
    assert capsys.readouterr().out == expected


def test_help_comes_from_the_functions(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    A filter's documentation is its option's; the extra is named.
    """
    with pytest.raises(SystemExit):
        main(["roles", "--help"])
    assert "Those held then" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "pip install 'ascn-data[cli]'" in capsys.readouterr().out


def test_broken_parts_are_not_called_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    Only click may be missing.
    """
    monkeypatch.setitem(sys.modules, "ascn_data.cli.group", None)

    with pytest.raises(ModuleNotFoundError, match=r"ascn_data\.cli"):
        main(["roles"])


PIPES = (
    [(signal.SIGPIPE, signal.SIG_DFL)] if hasattr(signal, "SIGPIPE") else []
)
"""Windows has no such signal."""


def _console(
    monkeypatch: pytest.MonkeyPatch, code: int | KeyboardInterrupt
) -> Any:
    """
    The exit code of a process whose command gives a code, and its signals.
    """

    def command() -> int:
        if isinstance(code, KeyboardInterrupt):
            raise code
        return code

    calls: list[Any] = []
    monkeypatch.setattr(signal, "signal", lambda *args: calls.append(args))
    monkeypatch.setattr(__main__, "main", command)
    with pytest.raises(SystemExit) as caught:
        console()
    return caught.value.code, calls


def test_console_ends_as_commands_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The exit code is the command's; closed pipes and interrupts end it.
    """
    raised: list[int] = []
    monkeypatch.setattr(signal, "raise_signal", raised.append)

    assert _console(monkeypatch, 1) == (1, PIPES)
    assert _console(monkeypatch, 0) == (0, PIPES)
    assert raised == []
    assert _console(monkeypatch, KeyboardInterrupt()) == (
        130,
        [*PIPES, (signal.SIGINT, signal.SIG_DFL)],
    )
    assert raised == [signal.SIGINT]


def test_console_without_streams(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    No place for the answer is an error; none for messages is not.
    """
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", None)
        assert _console(patched, 0)[0] == 0
        sys.stderr.close()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", None)
        assert _console(patched, 0)[0] == 1
    assert capsys.readouterr().err == "Error: standard output is closed\n"


def test_console_buffers_what_python_does_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    """
    Unbuffered, Python would not notice that only a part was written.
    """
    with (
        (tmp_path / "out").open("wb", buffering=0) as raw,
        monkeypatch.context() as patched,
    ):
        unbuffered = io.TextIOWrapper(raw, encoding="utf-8")
        patched.setattr(sys, "stdout", unbuffered)
        assert _console(patched, 0)[0] == 0
        assert isinstance(sys.stdout.buffer, io.BufferedWriter)
        sys.stdout.close()


def test_nothing_is_cut_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    On a terminal, columns fit it; elsewhere ids are whole.
    """
    monkeypatch.setenv("COLUMNS", "40")

    assert main(["terms"]) == 0
    assert "…" not in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["terms"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(width_of, lines[:-1])) <= 40


def test_encodings_that_cannot_hold_the_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    One line that says which letter and what to do.
    """
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", narrow)
        assert main(["countries"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("Error: the output's encoding, ascii, has no '\\x")
    assert err.count("\n") == 1


def test_files_and_pipes_are_utf_8_whatever_the_code_page(
    tmp_path: pathlib.Path,
) -> None:
    """
    The documented `resolve ... > ids.csv`, where Windows would use cp1252.
    """
    names = tmp_path / "names.txt"
    names.write_text("Đà Nẵng\nกรุงเทพมหานคร\n", "utf-8")
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    environment = {**os.environ, **plain}
    environment.pop("PYTHONIOENCODING", None)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "ascn_data"),
            *("resolve", "--kind", "city", str(names)),
        ],
        capture_output=True,
        check=True,
        env=environment,
    )

    assert done.stdout.decode("utf-8").splitlines()[1:] == [
        "Đà Nẵng,vn-da-nang,",
        "กรุงเทพมหานคร,th-bangkok,",
    ]


def test_an_encoding_that_is_asked_for_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    Of a file in Latin-1 only `PYTHONIOENCODING` makes no UTF-8.
    """
    for asked, encoding in (("", "utf-8"), ("latin-1", "latin-1")):
        stream = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", stream)
            patched.delenv("PYTHONIOENCODING", raising=False)
            if asked:
                patched.setenv("PYTHONIOENCODING", asked)
            assert _console(patched, 0)[0] == 0
            assert stream.encoding == encoding


@pytest.mark.parametrize(
    "arguments",
    [["show", "Saigon"], ["cities", "-o", "c.csv"], ["cities", "--columns"]],
)
def test_without_the_extra_what_is_missing_is_told(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """
    One line says how to get the rest.
    """
    from ascn_data.cli import fallback

    with pytest.raises(SystemExit) as caught:
        fallback.run(arguments)

    assert caught.value.code == 2
    line = capsys.readouterr().err.splitlines()[-1]
    assert line.startswith("Error: ")
    assert line.endswith(
        "; more commands and formats: pip install 'ascn-data[cli]'"
    )


def test_without_the_extra_filters_take_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    As with it.
    """
    from ascn_data.cli import fallback

    assert fallback.run(["cities", "--country", "vn", "--country", "la"]) == 0
    assert "5 records of cities" in capsys.readouterr().out
