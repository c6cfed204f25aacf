"""
`python -m ascn_data`: tables and filters in a terminal.
"""

import signal
import sys

from typing import Any

import pytest

from ascn_data import __main__
from ascn_data.__main__ import console, main


@pytest.fixture(autouse=True)
def _base_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is tested here works without the extra `cli`.
    """
    monkeypatch.delitem(sys.modules, "ascn_data.cli", raising=False)
    monkeypatch.setitem(sys.modules, "click", None)


def test_partnerships_with_japan(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The main job prints a readable table.
    """
    assert main(["partnerships", "--partner", "Japan"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("id ")
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
    assert "invalid choice" in capsys.readouterr().err


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
    monkeypatch.setitem(sys.modules, "ascn_data.cli", None)

    with pytest.raises(ModuleNotFoundError, match=r"ascn_data\.cli"):
        main(["roles"])


def test_console_ends_as_commands_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The exit code is the command's; a closed pipe ends the process quietly.
    """
    calls: list[Any] = []
    monkeypatch.setattr(signal, "signal", lambda *args: calls.append(args))
    monkeypatch.setattr(__main__, "main", lambda: 1)

    with pytest.raises(SystemExit) as caught:
        console()
    assert caught.value.code == 1
    assert calls == [(signal.SIGPIPE, signal.SIG_DFL)]
