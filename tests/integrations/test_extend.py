"""
The page on extending: followed to the letter, in a copy of the repository.
"""

import pathlib
import re
import shutil
import subprocess
import sys

from collections.abc import Iterator

import pytest


ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "extend.md"
STEP = re.compile(
    r"^(?:In|Write) `(?P<file>[^`]+)`"
    r"(?:, (?P<side>above|below) `(?P<anchor>[^`]+)`"
    r"(?: in `(?P<part>\w+)`)?)?:\n\n"
    r"```\w+\n(?P<text>.*?)```$",
    re.MULTILINE | re.DOTALL,
)
MOST = {"field": 1, "filter": 1, "table": 4, "format": 2}
"""How many files each takes by hand, the data file of a table included."""

PROGRAM = """
import ascn_data as ascn
assert ascn.partners()[0].motto is None
assert "motto" in ascn.partners().to_dicts()[0]
jakarta = ascn.partners(place="Jakarta")
assert jakarta and {p.place for p in jakarta} == {"id-jakarta"}
assert len(ascn.awards(city="Da Nang")) == 0
assert ascn.models.Award.__name__ == "Award"
try:
    ascn.award("none")
except ascn.UnknownNameError as error:
    assert error.kind == "award"
for entry in ascn.revisions():
    assert ascn.load(entry.id).digest == entry.digest
print(ascn.revision().digest)
"""


def run(*command: str, cwd: pathlib.Path) -> str:
    """
    Return what a command prints in a copy; a failure shows all of it.
    """
    done = subprocess.run(
        command,
        cwd=cwd,
        env={"PYTHONPATH": "src", "PATH": "/usr/bin:/bin", "HOME": str(cwd)},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    return done.stdout


def _copied(target: pathlib.Path) -> None:
    """
    Copy every file that git knows.
    """
    listed = run("git", "ls-files", cwd=ROOT).splitlines()
    for name in listed:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)


def _followed(step: re.Match[str], root: pathlib.Path) -> str:
    """
    Do one step of the page; return the file that it changes.
    """
    file = root / step["file"]
    if step["anchor"] is None:
        file.write_text(step["text"], encoding="utf-8")
        return step["file"]
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    start = 0
    if step["part"]:
        start = _position(lines, f"def {step['part']}(", 0)
    at = _position(lines, step["anchor"], start)
    lines.insert(at + (step["side"] == "below"), step["text"])
    file.write_text("".join(lines), encoding="utf-8")
    return step["file"]


def _position(lines: list[str], anchor: str, start: int) -> int:
    return next(
        number
        for number, line in enumerate(lines)
        if number >= start and line.strip().startswith(anchor)
    )


def _sections() -> Iterator[tuple[str, list[re.Match[str]]]]:
    """
    Yield what each part of the page adds, with its steps.
    """
    for part in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        kind = part.split(":")[0].split()[-1]
        yield kind, list(STEP.finditer(part))


@pytest.fixture(scope="module")
def extended(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[pathlib.Path, dict[str, set[str]]]:
    """
    A copy in which the page was followed, and the files that it changed.
    """
    root = tmp_path_factory.mktemp("extended")
    _copied(root)
    changed = {
        kind: {_followed(step, root) for step in steps}
        for kind, steps in _sections()
    }
    run(sys.executable, "-m", "tools.generate", cwd=root)
    return root, changed


def test_few_files_are_changed_by_hand(
    extended: tuple[pathlib.Path, dict[str, set[str]]],
) -> None:
    """
    A field and a filter take one file, a format two, a table three and data.
    """
    _, changed = extended

    assert {kind: len(files) for kind, files in changed.items()} == MOST


def test_everything_else_follows(
    extended: tuple[pathlib.Path, dict[str, set[str]]],
) -> None:
    """
    What was added is asked for and written; no published digest changes.
    """
    import ascn_data

    root, _ = extended
    printed = run(sys.executable, "-c", PROGRAM, cwd=root)

    assert printed.strip() == ascn_data.revision().digest
    help_ = run(
        sys.executable, "-m", "ascn_data", "partners", "--help", cwd=root
    )
    assert "--place" in help_
    terms = ["terms", "--scheme", "ascn-focus-areas", "--format", "tsv"]
    tabbed = run(sys.executable, "-m", "ascn_data", *terms, cwd=root)
    assert tabbed.startswith("id\tscheme\t")
    assert "\nhealth-and-well-being\tascn-focus-areas\t" in tabbed
    dictionary = root / "docs" / "reference" / "data-dictionary.md"
    assert "motto" in dictionary.read_text(encoding="utf-8")


def test_the_copy_is_sound(
    extended: tuple[pathlib.Path, dict[str, set[str]]],
) -> None:
    """
    Lint, types and the unit tests pass, as the page says.
    """
    root, _ = extended
    run(sys.executable, "-m", "ruff", "check", "src", cwd=root)
    run(sys.executable, "-m", "ruff", "format", "--check", "src", cwd=root)
    run(sys.executable, "-m", "mypy", "src", cwd=root)
    run(sys.executable, "-m", "pytest", "-q", "-x", "tests/unit", cwd=root)
