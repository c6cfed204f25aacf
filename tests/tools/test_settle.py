"""
`tools/curate/settle.py`: what follows from an edit of the tables.
"""

import json
import pathlib
import shutil
import subprocess

import pytest

from samples import rows
from tools.curate import settle
from tools.release import versioning


ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A tree with the tools, valid tables and news.
    """
    data = tmp_path / "src/ascn_data/data"
    data.mkdir(parents=True)
    (tmp_path / "changelog.d/data").mkdir(parents=True)
    for name, table in rows().items():
        (data / f"{name}.json").write_text(json.dumps(table), encoding="utf-8")
    shutil.copy(ROOT / versioning.VERSION, tmp_path / versioning.VERSION)
    versioning.set_version(tmp_path, "2026.4.0.dev0")
    return tmp_path


def _done(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch, *, code: int = 0
) -> list[str]:
    """
    The modules that are run, of which the drafting writes a line.
    """
    names: list[str] = []

    def run(
        where: pathlib.Path, *command: str
    ) -> subprocess.CompletedProcess[str]:
        names.append(command[0])
        if command[0] == "tools.release.draft_news":
            news = where / "changelog.d/data/+cities.corrected.md"
            news.write_text("- `vn-hue`: new.\n", encoding="utf-8")
        return subprocess.CompletedProcess(command, code, "Why.")

    assert root.exists()
    monkeypatch.setattr(settle, "run", run)
    return names


def test_new_lines_are_shown(
    root: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    As readers will see them; a second time there are none.
    """
    names = _done(root, monkeypatch)

    assert settle.main(root) == 0
    assert capsys.readouterr().out == "- `vn-hue`: new.\n"
    assert names == [
        "tools.curate.format_data",
        "tools.curate.derive",
        "tools.curate.verify",
        "tools.release.draft_news",
        "tools.generate",
    ]
    assert settle.main(root) == 0
    assert capsys.readouterr().out == "the news are as they were\n"


def test_every_problem_is_told(
    root: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    And nothing is drafted then.
    """
    names = _done(root, monkeypatch)
    given = rows()
    given["cities"][0]["country"] = "xx"
    given["terms"][0]["label"] = ""
    for name in ("cities", "terms"):
        file = root / f"src/ascn_data/data/{name}.json"
        file.write_text(json.dumps(given[name]), encoding="utf-8")

    assert settle.main(root) == 1
    said = capsys.readouterr().out
    assert "'xx' is no id in countries" in said
    assert "label '' is not a text" in said
    assert names == ["tools.curate.format_data", "tools.curate.derive"]


def test_released_tables_are_not_settled(
    root: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    The message says how to begin.
    """
    versioning.set_version(root, "2026.3.0")

    assert settle.main(root) == 1
    assert "python -m tools.release.begin" in capsys.readouterr().out


def test_what_fails_is_told(
    root: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    With what the tool says.
    """
    _done(root, monkeypatch, code=1)

    assert settle.main(root) == 1
    assert capsys.readouterr().out == (
        "python -m tools.curate.verify failed:\nWhy.\n"
    )


def test_modules_are_run(tmp_path: pathlib.Path) -> None:
    """
    In the tree, with what they say.
    """
    done = settle.run(tmp_path, "json.tool", "missing.json")

    assert done.returncode != 0
    assert "missing.json" in done.stdout
