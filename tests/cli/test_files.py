"""
Files on a system like Linux: links, permissions, pipes, a full disk.
"""

import contextlib
import os
import pathlib
import resource
import shutil
import signal
import stat
import sys
import tempfile

from collections.abc import Callable, Iterator

import pytest

import ascn_data

from ascn_data import __main__
from ascn_data.__main__ import console
from ascn_data.errors import DataError
from ascn_data.files.atomic import write_file
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
        pytest.raises(OSError, match=r"large: '.*/file'") as caught,
    ):
        write_file(file, b"x" * 2000)
    assert isinstance(caught.value.__cause__, OSError)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_export_that_fails_leaves_no_description(
    tmp_path: pathlib.Path,
) -> None:
    """
    Where a file cannot be written, nothing says that it is there.
    """
    with small_files(5000), pytest.raises(OSError, match="File too large"):
        dataset().export(tmp_path)
    assert not (tmp_path / "datapackage.json").exists()
    assert not (tmp_path / "croissant.json").exists()
    dataset().export(tmp_path)
    assert len(list(tmp_path.iterdir())) == 20


def test_exports_keep_permissions(tmp_path: pathlib.Path) -> None:
    """
    A table is written with the permissions that it had.
    """
    directory = tmp_path / "out"
    dataset().export(directory)
    (directory / "cities.csv").chmod(0o640)

    ascn_data.load().export(directory)

    assert stat.S_IMODE((directory / "cities.csv").stat().st_mode) == 0o640


@pytest.mark.parametrize("dangling", [False, True])
def test_exports_follow_no_link(
    tmp_path: pathlib.Path,
    dangling: bool,  # noqa: FBT001 - a parameter
) -> None:
    """
    What a link leads to is no file of the export, whatever a description says.
    """
    directory = tmp_path / "out"
    dataset().export(directory)
    elsewhere = tmp_path / "elsewhere"
    (directory / "terms.csv").rename(elsewhere)
    (directory / "terms.csv").symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    if dangling:
        elsewhere.unlink()

    with pytest.raises(FileExistsError, match=r"terms\.csv"):
        ascn_data.load().export(directory)

    assert elsewhere.exists() is not dangling
    assert dangling or elsewhere.read_bytes() == before


@contextlib.contextmanager
def unprivileged() -> Iterator[pathlib.Path]:
    """
    A directory of a user whom permissions bind, unlike root.
    """
    user = os.getuid()
    with tempfile.TemporaryDirectory() as made:
        if user == 0:
            os.chown(made, 65534, -1)
            os.setresuid(65534, 65534, 0)
        try:
            yield pathlib.Path(made)
        finally:
            os.setresuid(user, user, user)


def test_read_only_files_are_not_replaced() -> None:
    """
    Though the directory would allow it; an export changes nothing then.
    """
    with unprivileged() as directory:
        dataset().export(directory)
        file = directory / "cities.csv"
        file.chmod(0o444)
        before = sorted(directory.iterdir())

        with pytest.raises(PermissionError) as caught:
            write_file(file, b"new")
        assert caught.value.filename == str(file)
        with pytest.raises(PermissionError, match=r"cities\.csv"):
            dataset().export(directory)
        assert file.read_bytes() != b"new"
        assert sorted(directory.iterdir()) == before


def test_directories_that_cannot_be_read() -> None:
    """
    They are no valid data, like anything else that cannot be read.
    """
    with unprivileged() as directory:
        directory.chmod(0)
        with pytest.raises(DataError, match="cannot be read: Permission"):
            ascn_data.read(directory)
        directory.chmod(0o700)


def test_private_files_are_never_public(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Not while they are written beside either.
    """
    file = tmp_path / "file"
    file.touch(0o600)
    modes: list[int] = []
    made = shutil.copymode

    def looked(source: pathlib.Path, target: pathlib.Path) -> None:
        assert target.stat().st_size == 0
        made(source, target)
        modes.append(stat.S_IMODE(target.stat().st_mode))

    monkeypatch.setattr(shutil, "copymode", looked)

    write_file(file, b"secret")

    assert modes == [0o600]
    assert file.read_bytes() == b"secret"


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
        patched.setattr(signal, "signal", lambda *_: None)
        with pytest.raises(SystemExit) as caught:
            console()
    assert caught.value.code == (code or 1)
    assert capsys.readouterr().err.startswith(message)
