"""
Completion in real shells, some of which come from Debian's packages.
"""

import pathlib
import shlex
import subprocess
import sys

from typing import Any

import pytest


ROOT = pathlib.Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "ascn_data")


def _run(
    *arguments: str, **options: Any
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, **options
    )


_SCRIPTS = {
    # What bash does on TAB: the function fills COMPREPLY, or asks for files.
    "bash": """
        PATH={bin}:$PATH; eval "$(ascn-data completion bash)"
        compopt() {{ echo "files $*"; }}
        COMP_WORDS=({words} '{last}'); COMP_CWORD={count}
        _ascn_data_completion ascn-data; printf '%s\\n' "${{COMPREPLY[@]}}"
    """,
    "fish": """
        set -x PATH {bin} $PATH; ascn-data completion fish | source
        complete -C '{words} {last}'
    """,
    # Without a terminal zsh completes nothing: its calls are shown instead.
    "zsh": """
        PATH={bin}:$PATH; autoload -Uz compinit && compinit -D -u
        eval "$(ascn-data completion zsh)"
        compadd() {{ print -l -- $completions; }}
        _describe() {{ print -l -- $completions_with_descriptions; }}
        _path_files() {{ print -- files $*; }}
        words=({words} '{last}'); CURRENT={current}
        _ascn_data_completion
    """,
}


def _completed(
    shell: str, words: str, last: str, directory: pathlib.Path
) -> str:
    """
    What a shell offers for the last word of a line.
    """
    binaries = directory / "bin"
    binaries.mkdir(exist_ok=True)
    command = binaries / "ascn-data"
    command.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n')
    command.chmod(0o755)
    count = len(words.split())
    script = _SCRIPTS[shell].format(
        bin=binaries, words=words, last=last, count=count, current=count + 1
    )
    done = _run(shell, "-c", script, cwd=directory)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", _SCRIPTS)
@pytest.mark.parametrize(
    ("words", "last", "offered"),
    [
        ("ascn-data", "partn", "partnerships"),
        ("ascn-data roles --kind", "sh", "shepherd"),
        ("ascn-data --revision 2026.1 show", "vn-da", "vn-da-nang"),
    ],
)
def test_shells_complete_from_the_data(
    shell: str, words: str, last: str, offered: str, tmp_path: pathlib.Path
) -> None:
    """
    The script of each shell, in that shell.
    """
    assert offered in _completed(shell, words, last, tmp_path)


@pytest.mark.parametrize("shell", _SCRIPTS)
@pytest.mark.parametrize("words", ["ascn-data check", "ascn-data terms -o"])
def test_shells_complete_paths(
    shell: str, words: str, tmp_path: pathlib.Path
) -> None:
    """
    Where a command takes a file or directory.
    """
    (tmp_path / "data-of-mine").mkdir()

    offered = _completed(shell, words, "da", tmp_path)

    assert ("data-of-mine" if shell == "fish" else "files") in offered


def test_zsh_says_what_to_do_first(tmp_path: pathlib.Path) -> None:
    """
    Without compinit there is nothing to complete with.
    """
    script = _run(*COMMAND, "completion", "zsh").stdout
    assert script.startswith("#compdef ascn-data\n")

    done = _run("zsh", "-f", "-c", script, cwd=tmp_path)

    assert "autoload -Uz compinit && compinit" in done.stderr
