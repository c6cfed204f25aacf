"""
The version of the tree: where it stands, what it says, what follows.
"""

import pathlib
import re
import subprocess
import sys


VERSION = "src/ascn_data/version.py"
GOLDEN = "tests/data/golden"
_LINE = re.compile(r'^__version__ = "(.*)"$', re.MULTILINE)
_WHEEL = '[tool.hatch.build.targets.wheel]\npackages = ["src/ascn_data"]\n'
_EXCLUDED = re.compile(r'^exclude = \["src/ascn_data/.*\n', re.MULTILINE)
_RELEASE = re.compile(r"\d{4}\.[1-9]\d*\.\d+")


def version_of(root: pathlib.Path) -> str:
    """
    Return the version of the package in a tree.
    """
    (found,) = _LINE.findall((root / VERSION).read_text(encoding="utf-8"))
    return str(found)


def set_version(root: pathlib.Path, version: str) -> None:
    """
    Write the version into a tree, in its one place.
    """
    file = root / VERSION
    text = _LINE.sub(
        f'__version__ = "{version}"', file.read_text(encoding="utf-8")
    )
    file.write_text(text, encoding="utf-8", newline="\n")


def shipped_as_tables(version: str) -> str:
    """
    Return the frozen file that a wheel leaves out; empty in development.

    The bundled tables are the newest revision, which is not shipped twice.
    """
    if not is_release(version):
        return ""
    return f"ascn_data/data/frozen/{revision_of(version)}.json.bz2"


def leave_out(root: pathlib.Path, version: str) -> None:
    """
    Let the wheel of a release leave out what it has as tables.
    """
    file = root / "pyproject.toml"
    text = _EXCLUDED.sub("", file.read_text(encoding="utf-8"))
    left_out = shipped_as_tables(version)
    if left_out:
        text = text.replace(_WHEEL, f'{_WHEEL}exclude = ["src/{left_out}"]\n')
    file.write_text(text, encoding="utf-8", newline="\n")


def revision_of(version: str) -> str:
    """
    Return the revision that a version carries: `2026.3` of `2026.3.0.dev0`.
    """
    return ".".join(version.split(".")[:2])


def following(version: str) -> str:
    """
    Return the id of the revision after that of a version, in its year.
    """
    year, number = revision_of(version).split(".")
    return f"{year}.{int(number) + 1}"


def is_release(version: str) -> bool:
    """
    Tell whether a version is of the form `YYYY.R.P`, without more.
    """
    return _RELEASE.fullmatch(version) is not None


def begin_facts(root: pathlib.Path, revision: str) -> bool:
    """
    Make the empty file of a revision's golden facts; tell if it was missing.
    """
    file = root / GOLDEN / f"{revision}.json"
    if file.exists():
        return False
    file.write_text("[]\n", encoding="utf-8", newline="\n")
    return True


def reinstall(root: pathlib.Path) -> None:
    """
    Install the tree again, so that its metadata has the version.
    """
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    command += ["--editable", "."]
    subprocess.run(command, cwd=root, check=True)  # noqa: S603 - pip itself
