"""
`ascn_data.datapackages.directory`: no export writes beyond its directory.
"""

import json
import os
import pathlib
import time

from typing import Any

import pytest

from ascn_data.datapackages.directory import CROISSANT, PACKAGE
from ascn_data.models.catalogue import FILES
from ascn_data.tables.tidy.catalogue import TIDY
from samples import dataset


NAMES = (*(f"{table}.csv" for table in (*FILES, *TIDY)), PACKAGE, CROISSANT)


@pytest.fixture
def place(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A directory for an export, beside files that are none of its business.
    """
    (tmp_path / "outside").write_text("mine")
    directory = tmp_path / "export"
    directory.mkdir()
    return directory


def _forge(file: pathlib.Path, *files: dict[str, Any]) -> None:
    """
    Write a description that lists any files as those of an export.
    """
    described = {"ascn_data": {}, "resources": list(files)}
    file.write_text(json.dumps(described))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("target", ["../nothing", "../outside"])
def test_links_are_refused(
    name: str, target: str, place: pathlib.Path
) -> None:
    """
    A link is no file of an export, wherever it leads.
    """
    (place / name).symlink_to(target)

    with pytest.raises(FileExistsError, match=name):
        dataset().export(place)

    assert [p.name for p in place.iterdir()] == [name]
    assert (place / name).is_symlink()
    assert (place.parent / "outside").read_text() == "mine"
    assert not (place.parent / "nothing").exists()


@pytest.mark.parametrize("name", ["cities.csv", CROISSANT])
def test_no_description_makes_a_link_a_file(
    name: str, place: pathlib.Path
) -> None:
    """
    What a description lists is still looked at before it is replaced.
    """
    _forge(place / PACKAGE, {"path": name, "hash": ""})
    (place / name).symlink_to("../outside")

    with pytest.raises(FileExistsError, match=name):
        dataset().export(place)

    assert (place.parent / "outside").read_text() == "mine"


@pytest.mark.parametrize(
    "path",
    ["../outside", "x/../../outside", "", ".", "..", "\0", "\ud800"],
)
def test_what_a_description_lists_elsewhere_stays(
    path: str, place: pathlib.Path
) -> None:
    """
    Nothing is removed but files in the directory, whatever is listed.
    """
    _forge(place / PACKAGE, {"path": path, "hash": ""})

    dataset().export(place)

    assert (place.parent / "outside").read_text() == "mine"
    assert sorted(p.name for p in place.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("path", [5, None, True])
def test_what_lists_no_names_is_no_description(
    path: Any, place: pathlib.Path
) -> None:
    """
    Such a file is not of an export, and stays.
    """
    _forge(place / PACKAGE, {"path": path, "hash": ""})

    with pytest.raises(FileExistsError, match=PACKAGE):
        dataset().export(place)


@pytest.mark.parametrize("name", ["", f"/{PACKAGE}", "/earlier.json"])
def test_what_a_killed_export_left_blocks_nothing(
    name: str, place: pathlib.Path
) -> None:
    """
    Neither a hidden link that leads nowhere nor one in a hidden directory.
    """
    hidden = place / f".ascn-data-export-00{name}"
    hidden.parent.mkdir(exist_ok=True)
    hidden.symlink_to("nothing")

    dataset().export(place)

    assert {p.name for p in place.iterdir()} >= set(NAMES)
    assert not (hidden.parent / "nothing").exists()


def test_hidden_links_are_not_followed(place: pathlib.Path) -> None:
    """
    What a hidden link leads to is not tidied away, however old.
    """
    elsewhere = place.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").write_text("mine")
    os.utime(elsewhere, (0, 0))
    (place / ".ascn-data-export-00").symlink_to(elsewhere)

    dataset().export(place)

    assert (elsewhere / "file").read_text() == "mine"


def test_what_killed_exports_left_is_removed(place: pathlib.Path) -> None:
    """
    The next export tidies away what is older than an hour, no younger one.
    """
    for name, age in (("old", 3700), ("young", 3500)):
        hidden = place / f".ascn-data-export-{name}"
        hidden.mkdir()
        (hidden / "cities.csv").write_text("half")
        os.utime(hidden, (time.time() - age,) * 2)

    dataset().export(place)

    left = [p.name for p in place.glob(".*")]
    assert left == [".ascn-data-export-young"]
