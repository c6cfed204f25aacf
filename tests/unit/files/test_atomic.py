"""
`ascn_data.writing`: files are written whole or not at all.
"""

import pathlib

from collections.abc import Callable
from typing import Any

import pytest

from ascn_data.files.atomic import write_file
from samples import dataset


TABLE = dataset().cities()
WRITERS = [TABLE.to_csv, TABLE.to_json, TABLE.to_geojson]
Writer = Callable[[Any], None]


def test_files_are_replaced(tmp_path: pathlib.Path) -> None:
    """
    The old bytes go, and nothing is left beside.
    """
    file = tmp_path / "file"
    write_file(file, b"old")
    write_file(file, b"new")

    assert file.read_bytes() == b"new"
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
    with pytest.raises(OSError, match=tmp_path.name):
        write(tmp_path)
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
