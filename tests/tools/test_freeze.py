"""
`tools/release/freeze.py`: a revision is written once and for ever.
"""

import json
import pathlib

from typing import Any

import pytest

from ascn_data.versions.frozen import verified
from ascn_data.versions.index import parse_index
from samples import rows
from tools.release import freeze


ARGUMENTS = [
    "2026.1",
    "--released=2026-11-24",
    "--as-of=2026-11",
    "--notes=A sample.",
]


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A source tree with valid data and nothing frozen.
    """
    package = tmp_path / "src/ascn_data"
    (package / "data").mkdir(parents=True)
    (package / "data/frozen").mkdir()
    (package / "data/frozen/index.json").write_text("[]\n", encoding="utf-8")
    (tmp_path / "tests/data").mkdir(parents=True)
    (tmp_path / "tests/data/frozen.json").write_text("{}\n", encoding="utf-8")
    _write(tmp_path, rows())
    return tmp_path


def _write(root: pathlib.Path, given: dict[str, Any]) -> None:
    for name, table in given.items():
        file = root / f"src/ascn_data/data/{name}.json"
        file.write_text(json.dumps(table), encoding="utf-8")


def _written(root: pathlib.Path) -> dict[str, bytes]:
    files = [
        *(root / "src/ascn_data/data/frozen").iterdir(),
        root / "tests/data/frozen.json",
    ]
    return {file.name: file.read_bytes() for file in files}


def test_freezing_twice_gives_the_same_bytes(
    root: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    The file, its entry and its seal; and the digest is printed.
    """
    assert freeze.main(ARGUMENTS, root) == 0
    first = _written(root)
    assert freeze.main(ARGUMENTS, root) == 0

    assert _written(root) == first
    entry = parse_index(first["index.json"])["2026.1"]
    assert (
        f"2026.1: 22 records, SHA-256 {entry.digest}"
        in capsys.readouterr().out
    )
    assert entry.counts["cities"] == 2
    assert "retired" not in entry.counts
    assert entry.package_version == "2026.1.0"
    compressed = first["2026.1.json.bz2"]
    assert verified(compressed, entry)["roles"] == rows()["roles"]
    assert json.loads(first["frozen.json"]) == {
        "2026.1": freeze.seal(entry, compressed)
    }


@pytest.mark.parametrize("what", ["data", "notes"])
def test_frozen_is_frozen(
    root: pathlib.Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Other data or another entry under the same id are refused.
    """
    freeze.main(ARGUMENTS, root)
    before = _written(root)
    arguments = [*ARGUMENTS]
    if what == "data":
        changed = rows()
        changed["terms"][0]["label"] = "Other"
        _write(root, changed)
    else:
        arguments[-1] = "--notes=Other."

    assert freeze.main(arguments, root) == 1
    assert "2026.1 is frozen already" in capsys.readouterr().err
    assert _written(root) == before


def test_later_revisions_follow(
    root: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Entries stand oldest first; none is put in before another.
    """
    freeze.main(ARGUMENTS, root)
    later = [*ARGUMENTS]
    later[0] = "2026.10"
    earlier = [*ARGUMENTS]
    earlier[0] = "2026.9"

    assert freeze.main(later, root) == 0
    assert freeze.main(earlier, root) == 1
    assert "2026.9 is not later" in capsys.readouterr().err
    # What is frozen already can be written again.
    assert freeze.main(ARGUMENTS, root) == 0
    assert list(parse_index(_written(root)["index.json"])) == [
        "2026.1",
        "2026.10",
    ]


def test_invalid_data_are_not_frozen(
    root: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Every check runs before anything is written.
    """
    damaged = rows()
    damaged["cities"][0]["country"] = "xx"
    _write(root, damaged)

    assert freeze.main(ARGUMENTS, root) == 1
    assert "'xx' is no id in countries" in capsys.readouterr().err
    assert set(_written(root)) == {"index.json", "frozen.json"}


def test_ids_are_not_lost(
    root: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    An id of an earlier revision is used still, or retired.
    """
    freeze.main(ARGUMENTS, root)
    later = rows()
    later["terms"] = []
    _write(root, later)
    arguments = ["2026.2", *ARGUMENTS[1:]]

    assert freeze.main(arguments, root) == 1
    assert "record 'civic': revision 2026.1 had" in capsys.readouterr().err
    later["retired"].append(
        {
            "id": "civic",
            "table": "terms",
            "revision": "2026.2",
            "reason": "Withdrawn.",
        }
    )
    _write(root, later)
    assert freeze.main(arguments, root) == 0


@pytest.mark.parametrize("id_", ["2026", "2026.1.0", "next"])
def test_ids_have_one_form(id_: str, root: pathlib.Path) -> None:
    """
    What is no id of a revision is not frozen.
    """
    with pytest.raises(SystemExit):
        freeze.main([id_, *ARGUMENTS[1:]], root)
