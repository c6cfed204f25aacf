"""
`python -m ascn_data` and the command `ascn-data`.

With the extra `cli` all of `ascn_data.cli.group`, without the extra
`ascn_data.cli.fallback`.
"""

import io
import os
import signal
import sys

from collections.abc import Sequence
from typing import Any, NoReturn


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run a command and return its exit code.

    0 is success, 1 means that something asked for does not exist or is
    wrong, 2 that the command was not understood.
    """
    try:
        from ascn_data.cli.group import run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        from ascn_data.cli.fallback import run
    return run(arguments)


def console() -> NoReturn:
    """
    Run the command line of this process.

    Where a reader goes away early, as `head` does, or the user interrupts,
    the process ends as other commands do, without a word.
    """
    if hasattr(signal, "SIGPIPE"):  # pragma: no branch - Windows has none
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if sys.stdout is None:
        print("Error: standard output is closed", file=sys.stderr)
        sys.exit(1)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    stream: Any = sys.stdout
    if (
        not stream.isatty()
        and "PYTHONIOENCODING" not in os.environ
        and stream.encoding.lower() not in ("utf-8", "utf8")
    ):
        # Files and pipes are read elsewhere, whatever the code page is here.
        stream.reconfigure(encoding="utf-8", errors="strict")
    if isinstance(sys.stdout.buffer, io.RawIOBase):
        # As PYTHONUNBUFFERED has it: what a full disk does not take would be
        # lost without an error.
        sys.stdout = open(  # noqa: SIM115 - lasts as long as this does
            sys.stdout.fileno(),
            "w",
            encoding=sys.stdout.encoding,
            errors=sys.stdout.errors,
            closefd=False,
        )
    try:
        code = _flushed(main())
    except KeyboardInterrupt:
        # By now whatever was being written has been tidied away.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.raise_signal(signal.SIGINT)
        code = 130  # where that does not end the process
    sys.exit(code)


def _flushed(code: int) -> int:
    """
    An exit code, changed if what was printed cannot be written out.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        if code == 0:
            print(f"Error: {error}", file=sys.stderr)
        # Python would try again at its end, and complain of that.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code or 1
    return code


if __name__ == "__main__":
    console()
