"""
`python -OO`, which takes docstrings away, changes nothing that users see.
"""

import pathlib
import subprocess
import sys

import pytest

import ascn_data


def _printed(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], capture_output=True, check=True, text=True
    )
    return done.stdout


@pytest.mark.parametrize(
    "words", [[], ["partnerships"], ["show"], ["completion"], ["export"]]
)
def test_help_is_the_same(words: list[str]) -> None:
    """
    The help of every kind of command.
    """
    command = ["-m", "ascn_data", *words, "--help"]
    plain = _printed(*command)

    assert len(plain) > 100
    assert _printed("-OO", *command) == plain


def test_exports_are_the_same(tmp_path: pathlib.Path) -> None:
    """
    The bytes of every file, descriptions of the columns among them.
    """
    ascn_data.export(tmp_path / "plain")
    code = f"import ascn_data; ascn_data.export({str(tmp_path / 'bare')!r})"
    _printed("-OO", "-c", code)
    files = sorted(file.name for file in (tmp_path / "plain").iterdir())

    assert "datapackage.json" in files
    for name in files:
        plain = (tmp_path / "plain" / name).read_bytes()
        assert (tmp_path / "bare" / name).read_bytes() == plain
