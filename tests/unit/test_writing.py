"""
`ascn_data.writing`: files are written whole or not at all.
"""

import os
import pathlib
import stat

from collections.abc import Callable
from typing import Any

import pytest

from ascn_data.writing import write_file
from limits import small_files
from samples import dataset


TABLE = dataset().cities()
WRITERS = [TABLE.to_csv, TABLE.to_json, TABLE.to_geojson]
Writer = Callable[[Any], None]


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


@pytest.mark.parametrize("write", WRITERS)
def test_paths_that_cannot_be_written(
    write: Writer, tmp_path: pathlib.Path
) -> None:
    """
    The error names the path as given, the same for every format.
    """
    with pytest.raises(FileNotFoundError) as caught:
        write(tmp_path / "no" / "such")
    assert caught.value.filename == str(tmp_path / "no" / "such")
    with pytest.raises(IsADirectoryError):
        write(tmp_path)
    with pytest.raises(OSError, match="No space left"):
        write("/dev/full")
    with pytest.raises(ValueError, match="the path is empty"):
        write("")


def test_home_is_no_shorthand(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Shells expand a tilde, Python does not.
    """
    monkeypatch.chdir(tmp_path)

    TABLE.to_csv("~")

    assert (tmp_path / "~").exists()


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
