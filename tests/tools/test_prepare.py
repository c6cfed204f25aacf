"""
`tools/release/begin.py` and `prepare.py`: what needs no judgement.

`prepare` as a whole is run in `tests/integrations/test_walks.py`.
"""

import argparse
import json
import pathlib
import subprocess
import sys

import pytest

from tools.release import begin, prepare, versioning
from tools.release.news import UNREAD, newest, section_of


NEWS = """# Changes

## 2026.10.0 (2026-12-01)

- `x`: new.

## 2026.1.0 (2026-11-01)

- All.
"""


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A repository whose version is a release, with one notebook.
    """
    for name in ("src/ascn_data", versioning.GOLDEN, "docs/tutorial"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / versioning.VERSION).write_text(
        '"""\nThe version.\n"""\n\n__version__ = "2026.3.1"\n',
        encoding="utf-8",
    )
    (tmp_path / "docs/tutorial/one.py").write_text(
        'ascn.require("2026.2").id\n# later\n    ascn.require("2026.1")\n',
        encoding="utf-8",
    )
    (tmp_path / "CHANGELOG.md").write_text(NEWS, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    _git(tmp_path, "init", "--quiet")
    _commit(tmp_path)
    return tmp_path


def _git(root: pathlib.Path, *arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    command = ["git", *identity, *arguments]
    subprocess.run(command, cwd=root, check=True)


def _commit(root: pathlib.Path) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--allow-empty", "-m", "x")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[pathlib.Path]:
    """
    The trees that were installed, instead of installing them.
    """
    found: list[pathlib.Path] = []
    monkeypatch.setattr(begin, "reinstall", found.append)
    monkeypatch.setattr(prepare, "reinstall", found.append)
    return found


def test_a_revision_is_begun(
    root: pathlib.Path,
    installed: list[pathlib.Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    The next of the year, unless another is named; a second time is nothing.
    """
    assert begin.main([], root) == 0
    assert versioning.version_of(root) == "2026.4.0.dev0"
    facts = root / versioning.GOLDEN / "2026.4.json"
    assert json.loads(facts.read_bytes()) == []
    assert installed == [root]
    assert "2026.4.0.dev0" in capsys.readouterr().out

    assert begin.main(["2027.1"], root) == 0
    assert versioning.version_of(root) == "2026.4.0.dev0"
    assert "already" in capsys.readouterr().out


def test_a_revision_of_another_year(
    root: pathlib.Path,
    installed: list[pathlib.Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    What is no revision is refused.
    """
    assert begin.main(["2027"], root) == 1
    assert "'2027' is no revision" in capsys.readouterr().err
    assert begin.main(["2027.1"], root) == 0
    assert versioning.version_of(root) == "2027.1.0.dev0"
    assert installed == [root]


def test_facts_are_not_written_over(root: pathlib.Path) -> None:
    """
    A file of golden facts is made where there is none.
    """
    assert versioning.begin_facts(root, "2026.4")
    (root / versioning.GOLDEN / "2026.4.json").write_text("[1]")
    assert not versioning.begin_facts(root, "2026.4")
    assert (root / versioning.GOLDEN / "2026.4.json").read_text() == "[1]"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["2026", "--released=2026-12-01"], "'2026' is no release"),
        (["2026.4.x", "--released=2026-12-01"], "'2026.4.x' is no release"),
        (["2026.5", "--released=2026-12-01"], "which leads to another"),
        (["2026.4", "--released=2026-12-01"], "need --as-of and --notes"),
    ],
)
def test_what_cannot_be_prepared(
    root: pathlib.Path,
    arguments: list[str],
    problem: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    Other numbers than the version leads to, and data without their dates.
    """
    versioning.set_version(root, "2026.4.0.dev0")
    _commit(root)

    assert prepare.main(arguments, root) == 1
    assert problem in capsys.readouterr().err


def test_changes_are_committed_first(
    root: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    What was prepared could not be told from them.
    """
    (root / "new.txt").write_text("x")

    assert prepare.main(["2026.3.1", "--released=2026-12-01"], root) == 1
    assert "commit first:\n?? new.txt" in capsys.readouterr().err


def _words(root: pathlib.Path, version: str, *, data: bool) -> list[str]:
    options = argparse.Namespace(
        data=data, released="2026-12-01", as_of="2026-11", notes="Notes."
    )
    return [words for words, _ in prepare.steps(root, version, options)]


def test_steps(root: pathlib.Path) -> None:
    """
    A release of code alone leaves out what is done to data.
    """
    data = _words(root, "2026.4.0", data=True)
    code = _words(root, "2026.3.1", data=False)

    assert "freeze revision 2026.4" in data
    assert code == [
        "set the version 2026.3.1",
        "ship the tables once",
        "install the tree again",
        "write the changelog",
        "mark the news as unread",
        "write the generated files",
        "run the notebooks",
    ]


def test_everything_is_done(
    root: pathlib.Path,
    installed: list[pathlib.Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    Each step in its turn; then what is left to hands.
    """
    done: list[str] = []

    def steps(*_: object) -> list[prepare.Step]:
        return [("first", lambda: done.append("1"))]

    monkeypatch.setattr(prepare, "steps", steps)
    versioning.set_version(root, "2026.4.0.dev0")
    _commit(root)
    arguments = ["--released=2026-12-01", "--as-of=2026-11", "--notes=N."]

    assert prepare.main(["2026.4", *arguments], root) == 0
    assert done == ["1"]
    assert installed == []
    printed = capsys.readouterr().out
    assert printed.startswith("== first\nLeft to hands:")
    assert 'git commit -m "Revision 2026.4"' in printed
    assert UNREAD in printed

    versioning.set_version(root, "2026.4.1.dev0")
    _commit(root)
    assert prepare.main(["2026.4.1", *arguments[:1]], root) == 0
    assert 'git commit -m "Code 2026.4.1"' in capsys.readouterr().out


def test_a_step_that_fails_stops(
    root: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    What the step says is followed by its name.
    """
    versioning.set_version(root, "2026.4.0.dev0")
    _commit(root)
    arguments = ["--released=2026-12-01", "--as-of=2026-11", "--notes=N."]

    assert prepare.main(["2026.4", *arguments], root) == 1
    said = capsys.readouterr()
    assert said.out.startswith("== bring the tables in order")
    assert said.err == "stopped: tools.curate.settle failed\n"


def test_notebooks_are_pinned(root: pathlib.Path) -> None:
    """
    The first cell alone: later ones may ask for a revision on purpose.
    """
    prepare.pin_notebooks(root, "2026.4")

    assert (root / "docs/tutorial/one.py").read_text() == (
        'ascn.require("2026.4").id\n# later\n    ascn.require("2026.1")\n'
    )


def test_news_are_marked(root: pathlib.Path) -> None:
    """
    The mark stands in the section of the release, and nowhere else.
    """
    prepare.mark_unread(root, "2026.1.0")
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")

    assert text.count(UNREAD) == 1
    assert UNREAD in section_of(text, "2026.1.0")
    assert text.replace(f"\n{UNREAD}\n", "") == NEWS


def test_sections_of_the_changelog() -> None:
    """
    A version is not taken for the beginning of another.
    """
    assert section_of(NEWS, "2026.1.0").endswith("- All.\n")
    assert section_of(NEWS, "2026.10.0").endswith("- `x`: new.\n\n")
    assert section_of(NEWS, "2026.1") == ""
    assert newest(NEWS) == ("2026.10.0", "2026-12-01")
    with pytest.raises(ValueError, match="tells of no release"):
        newest("# Changes\n")


def test_trees_are_installed(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    With pip, as CONTRIBUTING does it.
    """
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> None:
        commands.append(command)

    monkeypatch.setattr(subprocess, "run", run)
    versioning.reinstall(root)

    assert commands[0][:4] == [sys.executable, "-m", "pip", "install"]
    assert commands[0][-2:] == ["--editable", "."]
