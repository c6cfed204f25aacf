"""
Files on a system like Linux: links, permissions, pipes, a full disk.
"""

import contextlib
import os
import pathlib
import resource
import stat
import sys

from collections.abc import Callable, Iterator

import pytest

from ascn_data import __main__
from ascn_data.__main__ import console
from ascn_data.writing import write_file
from samples import dataset


Writer = Callable[[str], None]
TABLE = dataset().cities()


@contextlib.contextmanager
def small_files(size: int) -> Iterator[None]:
    """
    No file may become larger than a number of bytes.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_files_are_replaced_whole(tmp_path: pathlib.Path) -> None:
    """
    Permissions stay, links are followed, nothing is left beside.
    """
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)

    write_file(link, b"new")

    assert file.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(tmp_path.iterdir()) == [file, link]


def test_what_fails_leaves_the_old_file(tmp_path: pathlib.Path) -> None:
    """
    A file that could not be written is as it was, and none lies beside.
    """
    file = tmp_path / "file"
    file.write_bytes(b"old")

    with (
        small_files(1000),
        pytest.raises(OSError, match=r"File too large: '.*/file'"),
    ):
        write_file(file, b"x" * 2000)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_export_that_fails_leaves_nothing(tmp_path: pathlib.Path) -> None:
    """
    Where a file cannot be written, none appears.
    """
    with small_files(5000), pytest.raises(OSError, match="File too large"):
        dataset().export(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_streams_get_no_metadata(tmp_path: pathlib.Path) -> None:
    """
    A pipe is written to as it is and stays a pipe.
    """
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    TABLE.to_csv(pipe)

    assert os.read(reader, 6) == b"\xef\xbb\xbfid,"
    os.close(reader)
    assert list(tmp_path.iterdir()) == [pipe]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("write", [TABLE.to_csv, TABLE.to_json])
def test_a_full_disk_is_told(write: Writer) -> None:
    """
    The error of a device names it.
    """
    with pytest.raises(OSError, match="No space left on device: '/dev/full'"):
        write("/dev/full")


@pytest.mark.parametrize(
    ("code", "message"), [(0, "Error: [Errno 28] No space left"), (2, "")]
)
def test_output_that_cannot_be_written_out(
    code: int,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    It is an error, told once, by the message or by the command's own.
    """
    with (
        open("/dev/full", "w", encoding="utf-8") as full,  # noqa: PTH123
        monkeypatch.context() as patched,
    ):
        full.write("x")
        patched.setattr(sys, "stdout", full)
        patched.setattr(__main__, "main", lambda: code)
        patched.setattr(__main__, "_signals", lambda: None)
        with pytest.raises(SystemExit) as caught:
            console()
    assert caught.value.code == (code or 1)
    assert capsys.readouterr().err.startswith(message)
