"""
`ascn_data.opening`: the bundled data, and directories of the same files.
"""

import copy
import json
import pathlib
import pickle

from collections.abc import Callable
from typing import Any

import pytest

import ascn_data

from ascn_data import opening
from ascn_data.errors import DataError, RevisionError
from ascn_data.models.catalogue import FILES
from ascn_data.versions import stores
from samples import dataset, rows


Directory = Callable[..., pathlib.Path]


@pytest.fixture
def directory(tmp_path: pathlib.Path) -> Directory:
    """
    A function that writes rows as a directory of files.
    """

    def write(given: dict[str, Any] | None = None) -> pathlib.Path:
        for name, table in (given or rows()).items():
            text = json.dumps(table, ensure_ascii=False)
            (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_read_a_directory(directory: Directory) -> None:
    """
    A private copy answers like the bundled data.
    """
    path = directory()

    ds = ascn_data.read(path)

    assert ds.cities() == dataset().cities()
    assert ascn_data.read(str(path)).revision == f"from {path.name}"


@pytest.mark.parametrize("revision", [None, "2026.1"])
def test_datasets_travel_by_their_revision(revision: str | None) -> None:
    """
    A process finds the data of this package again, without taking it along.
    """
    ds = ascn_data.load(revision)
    raw = pickle.dumps(ds)

    assert len(raw) < 200
    assert pickle.loads(raw) is ds  # noqa: S301 - our own bytes
    assert copy.deepcopy(ds) is ds


@pytest.mark.parametrize(
    ("revision", "digest", "message"),
    [
        (
            "2026.1",
            "0" * 64,
            "is not that of this package: its SHA-256 is 000",
        ),
        ("1999.1", "0" * 64, "no revision '1999.1'"),
    ],
)
def test_other_data_is_not_passed_off(
    revision: str, digest: str, message: str
) -> None:
    """
    A pickle of data that this package lacks says so.
    """
    with pytest.raises(RevisionError, match=message):
        opening.reopened(revision, digest)


def test_datasets_of_files_travel_whole(directory: Directory) -> None:
    """
    Another process may not have the files.
    """
    ds = ascn_data.read(directory())
    again = pickle.loads(pickle.dumps(ds))  # noqa: S301 - our own bytes

    assert again.revision == ds.revision
    assert again.digest == ds.digest
    assert again.city("Hue") == ds.city("Hue")


def test_read_tells_everything_wrong(directory: Directory) -> None:
    """
    Problems of all files come in one error, missing files among them.
    """
    given = rows()
    given["terms"][0]["label"] = 3
    path = directory(given)
    (path / "roles.json").unlink()
    (path / "cities.json").write_bytes(b"[")

    with pytest.raises(DataError) as caught:
        ascn_data.read(path)

    text = str(caught.value)
    assert caught.value.path == str(path)
    assert "cities.json: not JSON at line 1" in text
    assert "roles.json: cannot be read: No such file" in text
    assert "record 'civic', label: 3 is not a text" in text


def test_read_checks_across_tables(directory: Directory) -> None:
    """
    A reference to nothing is an error too, not a surprise later.
    """
    given = rows()
    given["cities"][0]["country"] = "xx"

    with pytest.raises(DataError, match="'xx' is no id in countries"):
        ascn_data.read(directory(given))


def test_read_needs_a_directory(tmp_path: pathlib.Path) -> None:
    """
    A path to nothing is told as such.
    """
    with pytest.raises(DataError, match="this is not a directory"):
        ascn_data.read(tmp_path / "nowhere")


def test_revisions_are_named_as_texts() -> None:
    """
    A number could not tell 2026.1 from 2026.10.
    """
    with pytest.raises(ascn_data.RevisionError, match="named as text"):
        ascn_data.load(2026.1)  # type: ignore[arg-type]


def test_default_is_one_object() -> None:
    """
    `load()` gives the same dataset every time.
    """
    assert ascn_data.load() is ascn_data.load() is opening.default()


@pytest.mark.parametrize(
    ("version", "revision"),
    [
        ("2026.1.0", "2026.1"),
        ("2026.10.3", "2026.10"),
        ("2026.2.0.dev0", "2026.2.dev"),
    ],
)
def test_revision_of_a_version(
    version: str, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The first two numbers are the revision; development says so.
    """
    monkeypatch.setattr(stores, "__version__", version)

    assert stores.working_revision() == revision


def test_every_file_is_bundled() -> None:
    """
    All tables read through the package's resources.
    """
    for name in FILES:
        assert ascn_data.load().table(name).name == name


def test_read_needs_a_path() -> None:
    """
    An empty one is not taken for the directory one is in.
    """
    with pytest.raises(DataError, match="the path is empty"):
        ascn_data.read("")
    with pytest.raises(ascn_data.RevisionError, match="no revision ''"):
        ascn_data.diff("", ascn_data.load())


def test_read_tells_exports_apart(directory: Directory) -> None:
    """
    An export is told in one sentence; beside one, own files are read.
    """
    path = directory()
    dataset().export(path / "csv", format="csv")
    dataset().export(path / "json", format="json")
    dataset().export(path, format="csv")

    assert ascn_data.read(path).cities() == dataset().cities()
    for name in ("csv", "json"):
        with pytest.raises(DataError, match="this is an export") as caught:
            ascn_data.read(path / name)
        assert len(caught.value.problems) == 1
