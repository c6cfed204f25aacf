"""
The command `ascn-data` as a process: shells, terminals, streams, signals.
"""

import contextlib
import os
import pathlib
import pty
import resource
import shlex
import signal
import subprocess
import sys

from typing import Any

import pytest


ROOT = pathlib.Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "ascn_data")
WITHOUT_CLICK = (
    sys.executable,
    "-c",
    (
        "import sys; sys.modules['click'] = None; "
        "from ascn_data.__main__ import console; console()"
    ),
)
BOTH = pytest.mark.parametrize("command", [COMMAND, WITHOUT_CLICK])


def _run(
    *arguments: str, **options: Any
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        arguments, capture_output=True, text=True, check=False, **options
    )


def _in_shell(
    command: tuple[str, ...], rest: str
) -> "subprocess.CompletedProcess[str]":
    return _run("bash", "-c", f"{shlex.join(command)} {rest}")


def _on_a_terminal(**environment: str) -> str:
    """
    What a terminal gets to see of a table.
    """
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    subprocess.run(
        [*COMMAND, "terms"],
        stdout=theirs,
        env=env | {"COLUMNS": "30"} | environment,
        check=True,
    )
    os.close(theirs)
    seen = b""
    # Linux says that the other end is closed by an error.
    with contextlib.suppress(OSError):
        while chunk := os.read(ours, 65536):
            seen += chunk
    os.close(ours)
    return seen.decode()


def test_terminals_get_colour_and_cut_columns() -> None:
    """
    A bold header and lines that fit; NO_COLOR is respected unless empty.
    """
    seen = _on_a_terminal()

    assert seen.startswith("\x1b[1mlabel")
    assert "…" in seen
    # All but the last, which says what the table is.
    assert max(map(len, seen.splitlines()[1:-1])) <= 30
    assert "\x1b" not in _on_a_terminal(NO_COLOR="1")
    assert _on_a_terminal(NO_COLOR="") == seen


@pytest.mark.parametrize("ignored", [False, True])
def test_interrupts_end_the_process(ignored: bool) -> None:  # noqa: FBT001
    """
    By the signal, so that loops of shells stop; without a word.

    Where the caller ignores interrupts, as `nohup` does, so does it.
    """
    old = signal.getsignal(signal.SIGINT)
    if ignored:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen(
            [*COMMAND, "resolve", "--kind", "city"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    finally:
        signal.signal(signal.SIGINT, old)
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"name,id,problem\n"
        process.send_signal(signal.SIGINT)
        if ignored:
            process.stdin.close()
        # click ends the line on which a terminal shows ^C.
        assert process.stderr.read().strip() == b""
        assert process.wait(30) == (0 if ignored else -signal.SIGINT)


INTERRUPTED = """
import os, pathlib, signal, sys
from ascn_data.__main__ import console
def interrupted(self, target):
    os.kill(os.getpid(), signal.SIGINT)
pathlib.Path.replace = interrupted
sys.argv = ["ascn-data", "export", sys.argv[1]]
console()
"""


def test_interrupted_exports_can_be_made_again(tmp_path: pathlib.Path) -> None:
    """
    No half file is left, and the next export need not wait.
    """
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(out)],
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr.strip()) == (-signal.SIGINT, b"")
    assert all(f.name.startswith(".ascn-data-export") for f in out.iterdir())
    assert _run(*COMMAND, "export", str(out)).returncode == 0
    assert len(list(out.iterdir())) == 20


@BOTH
@pytest.mark.parametrize(
    ("rest", "code", "message"),
    [
        ("terms >&-", 1, "Error: standard output is closed"),
        ("terms > /dev/full", 1, "Error: [Errno 28] No space left on device"),
        ("terms 2>&-", 0, ""),
        ("terms --scheme x 2>&-", 1, ""),
        ("terms <&-", 0, ""),
    ],
)
def test_streams_that_cannot_be_used(
    command: tuple[str, ...], rest: str, code: int, message: str
) -> None:
    """
    A line on standard error or nothing, never a traceback.
    """
    done = _in_shell(command, rest)

    assert done.stderr.strip() == message
    assert done.returncode == code


@BOTH
def test_encodings_that_cannot_hold_the_text(command: tuple[str, ...]) -> None:
    """
    No half table, and a hint that helps.
    """
    encoding = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = _run(*command, "sources", env=encoding)

    assert done.stdout == ""
    assert done.stderr.startswith("Error: the output's encoding, cp1252, has")
    assert len(done.stderr.splitlines()) == 1
    assert "PYTHONIOENCODING=utf-8" in done.stderr
    assert done.returncode == 1
    encoding["PYTHONIOENCODING"] = "utf-8"
    assert _run(*command, "sources", env=encoding).returncode == 0


@BOTH
def test_output_that_is_cut_short_is_an_error(
    command: tuple[str, ...], tmp_path: pathlib.Path
) -> None:
    """
    Also where Python writes unbuffered, and takes no notice of it.
    """
    with (tmp_path / "out").open("wb") as stream:
        done = subprocess.run(
            [*command, "sources"],
            stdout=stream,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (40_000, 40_000)
            ),
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.decode().strip() == "Error: [Errno 27] File too large"


def test_standard_output_as_a_file(tmp_path: pathlib.Path) -> None:
    """
    Nothing is put beside it, and what was there before stays.
    """
    out = tmp_path / "out.csv"
    out.write_text("before\n")
    done = _in_shell(COMMAND, f"terms --format csv -o /dev/stdout >> {out}")

    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == [out]
    assert out.read_text().startswith("before\n\ufeffid,scheme")
