"""
`ascn_data.placing`: where the files of an export go.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

from concurrent.futures import ThreadPoolExecutor

import pytest

import ascn_data

from ascn_data.datapackages import directory as placing
from ascn_data.models.catalogue import FILES
from ascn_data.tables.tidy.catalogue import TIDY
from samples import dataset


def _names(directory: pathlib.Path) -> set[str]:
    return {file.name for file in directory.iterdir()}


def test_another_format_replaces_the_first(tmp_path: pathlib.Path) -> None:
    """
    Files of the first that were changed stay; so does what is no export.
    """
    dataset().export(tmp_path, format="csv")
    (tmp_path / "cities.csv").write_text("changed")
    (tmp_path / "mine.csv").write_text("mine")
    dataset().export(tmp_path, format="json")

    assert "cities.json" in _names(tmp_path)
    assert {n for n in _names(tmp_path) if n.endswith(".csv")} == {
        "cities.csv",
        "mine.csv",
    }


@pytest.mark.parametrize(
    "package",
    [
        None,
        "no JSON",
        "[]",
        '{"resources": []}',
        '{"ascn_data": {}}',
        '{"ascn_data": {}, "resources": [1]}',
    ],
)
def test_other_files_are_not_written_over(
    package: str | None, tmp_path: pathlib.Path
) -> None:
    """
    The error names them, and the directory is as it was.
    """
    (tmp_path / "cities.csv").write_text("mine")
    if package is not None:
        (tmp_path / "datapackage.json").write_text(package)
    before = _names(tmp_path)

    with pytest.raises(FileExistsError, match=r"no export.*cities\.csv"):
        dataset().export(tmp_path)
    assert _names(tmp_path) == before
    assert (tmp_path / "cities.csv").read_text() == "mine"


def test_only_files_in_the_directory_are_removed(
    tmp_path: pathlib.Path,
) -> None:
    """
    A description that leads elsewhere is not followed.
    """
    (tmp_path / "mine").write_bytes(b"mine")
    target = tmp_path / "out"
    described = dataset().export(target)
    package = json.loads(described.read_text())
    package["resources"].append(
        {
            "path": "../mine",
            "hash": f"sha256:{hashlib.sha256(b'mine').hexdigest()}",
        }
    )
    described.write_text(json.dumps(package))

    dataset().export(target)

    assert (tmp_path / "mine").exists()


def test_a_killed_export_leaves_no_file_behind(
    tmp_path: pathlib.Path,
) -> None:
    """
    Whatever the step, the next export succeeds and nothing is left over.
    """
    wanted = ascn_data.load("2026.1").export(tmp_path / "whole").parent
    for step in (0, 1, 2, 9, 15, 16, 17, 18, 25, 30, 31, 99):
        target = tmp_path / str(step)
        dataset().export(target, format="json")
        child = subprocess.run(
            [sys.executable, "-c", KILLED, str(target), str(step)], check=False
        )
        ascn_data.load("2026.1").export(target)

        assert _names(target) - _hidden(target) == _names(wanted)
        for hidden in _hidden(target):
            os.utime(target / hidden, (0, 0))
        ascn_data.load("2026.1").export(target)
        assert _names(target) == _names(wanted)
        assert child.returncode == (0 if step == 99 else 1)


KILLED = """
import os, pathlib, sys
import ascn_data

def dying(real):
    def call(*args, **kwargs):
        if calls.pop() == 0:
            os._exit(1)
        return real(*args, **kwargs)
    return call

calls = list(range(-1000, int(sys.argv[2]) + 1))
for name in ("replace", "unlink", "write_bytes", "mkdir"):
    setattr(pathlib.Path, name, dying(getattr(pathlib.Path, name)))
ascn_data.load().export(sys.argv[1])
"""
"""Ends at the given call of those that change a directory."""


def _hidden(directory: pathlib.Path) -> set[str]:
    return {n for n in _names(directory) if n.startswith(".ascn-data")}


def test_directories_in_the_way_are_refused_first(
    tmp_path: pathlib.Path,
) -> None:
    """
    The earlier export stays as it was, with the description of it.
    """
    dataset().export(tmp_path)
    (tmp_path / "partners.csv").unlink()
    (tmp_path / "partners.csv").mkdir()
    before = (tmp_path / "datapackage.json").read_bytes()

    with pytest.raises(FileExistsError, match=r"no export.*: partners\.csv;"):
        ascn_data.load().export(tmp_path)
    assert (tmp_path / "datapackage.json").read_bytes() == before
    assert _hidden(tmp_path) == set()


def test_after_a_failure_there_is_no_description(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The next export writes over what is there, whatever it is of.
    """
    dataset().export(tmp_path)

    replace = pathlib.Path.replace

    def failing(beside: pathlib.Path, file: pathlib.Path) -> pathlib.Path:
        if file.name == "partners.csv":
            raise OSError("no more")
        return replace(beside, file)

    with monkeypatch.context() as patched:
        patched.setattr(pathlib.Path, "replace", failing)
        with pytest.raises(OSError, match=r"^no more$"):
            ascn_data.load().export(tmp_path)
    assert not {"datapackage.json", "croissant.json"} & _names(tmp_path)
    assert {"cities.csv", "partners.csv"} <= _names(tmp_path)

    ascn_data.load("2026.1").export(tmp_path, format="json")
    assert not [n for n in _names(tmp_path) if n.endswith(".csv")]
    assert _hidden(tmp_path) == set()


def test_racing_exports_agree_with_their_description(
    tmp_path: pathlib.Path,
) -> None:
    """
    Whichever is last, the hashes are those of the files that are there.
    """
    both = [ascn_data.load(entry.id) for entry in ascn_data.revisions()]

    def export(number: int) -> None:
        try:
            both[number % len(both)].export(tmp_path)
        except FileExistsError:
            return

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(export, range(12)))

    hashes = placing.exported(tmp_path / placing.PACKAGE)
    assert len(hashes) == len(FILES) + len(TIDY) + 2
    for name, sha256 in hashes.items():
        if sha256:
            raw = (tmp_path / name).read_bytes()
            assert sha256 == f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_empty_paths_are_refused() -> None:
    """
    Not taken for the directory one is in.
    """
    with pytest.raises(ValueError, match="the path is empty"):
        dataset().export("")


def test_missing_libraries_leave_no_directory(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Parquet without pyarrow makes nothing.
    """
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(ImportError, match="pip install"):
        dataset().export(tmp_path / "out", format="parquet")
    assert not (tmp_path / "out").exists()


def test_an_export_can_be_copied_and_renewed(tmp_path: pathlib.Path) -> None:
    """
    What makes it ours is in it, not where it lies.
    """
    dataset().export(tmp_path / "a")
    shutil.copytree(tmp_path / "a", tmp_path / "b")

    dataset().export(tmp_path / "b", format="json")

    assert "cities.csv" not in _names(tmp_path / "b")
