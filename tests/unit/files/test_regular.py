"""
`ascn_data.files.regular`: regular files of a bounded size, nothing else.
"""

import os
import pathlib
import sys

from collections.abc import Callable

import pytest

import ascn_data

from ascn_data.datapackages.directory import PACKAGE, exported
from ascn_data.errors import DataError
from ascn_data.files.canonical import canonical
from ascn_data.files.regular import LARGEST, regular_bytes
from ascn_data.versions.upgrades import upgrade
from samples import tables


def test_the_bytes_of_a_file(tmp_path: pathlib.Path) -> None:
    """
    They come as they are, through a link too.
    """
    (tmp_path / "file").write_bytes(b"a\r\n\x1a")
    (tmp_path / "link").symlink_to("file")

    assert regular_bytes(tmp_path / "file") == b"a\r\n\x1a"
    assert regular_bytes(str(tmp_path / "link")) == b"a\r\n\x1a"


def test_missing_files(tmp_path: pathlib.Path) -> None:
    """
    The error is that of any file that is missing.
    """
    with pytest.raises(FileNotFoundError):
        regular_bytes(tmp_path / "file")


def _huge(file: pathlib.Path) -> None:
    """
    Make a file that takes no room and seems to be too large.
    """
    with file.open("wb") as stream:
        stream.truncate(LARGEST + 1)


def _largest(file: pathlib.Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(LARGEST)


ODD: dict[str, tuple[Callable[[pathlib.Path], None], str]] = {
    "pipe": (os.mkfifo, "is not a regular file"),
    "device": (lambda file: file.symlink_to("/dev/zero"), "not a regular"),
    "directory": (pathlib.Path.mkdir, "Is a directory"),
    "huge": (_huge, "is larger than 64 MiB"),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_files_are_refused(kind: str, tmp_path: pathlib.Path) -> None:
    """
    Nothing is waited for and nothing without end is read.
    """
    make, what = ODD[kind]
    make(tmp_path / "file")

    with pytest.raises(OSError, match=what):
        regular_bytes(tmp_path / "file")


def test_the_largest_file_is_read(tmp_path: pathlib.Path) -> None:
    """
    A file of just the size that is allowed is read whole.
    """
    _largest(tmp_path / "file")

    assert len(regular_bytes(tmp_path / "file")) == LARGEST


@pytest.fixture
def directory(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A directory of valid files.
    """
    for name, records in tables().items():
        (tmp_path / f"{name}.json").write_bytes(canonical(records))
    return tmp_path


@pytest.mark.parametrize("kind", ODD)
def test_odd_tables_are_problems(kind: str, directory: pathlib.Path) -> None:
    """
    Reading tells which table cannot be read, and why.
    """
    file = directory / "cities.json"
    file.unlink()
    make, what = ODD[kind]
    make(file)

    with pytest.raises(DataError) as caught:
        ascn_data.read(directory)

    assert [p.where for p in caught.value.problems] == ["cities.json"]
    assert what in caught.value.problems[0].what


def test_upgrades_refuse_odd_tables(directory: pathlib.Path) -> None:
    """
    Upgrading waits for no pipe either.
    """
    file = directory / "cities.json"
    file.unlink()
    os.mkfifo(file)

    with pytest.raises(OSError, match="is not a regular file"):
        upgrade(directory)


def test_odd_descriptions_are_no_descriptions(tmp_path: pathlib.Path) -> None:
    """
    A pipe or a heap of brackets named like a description lists nothing.
    """
    file = tmp_path / PACKAGE
    os.mkfifo(file)
    assert exported(file) == {}
    file.unlink()
    file.write_bytes(b"[" * (sys.getrecursionlimit() * 50))
    assert exported(file) == {}
