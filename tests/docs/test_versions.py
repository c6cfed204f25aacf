"""
What the page on versions says of requirements, held against `packaging`.
"""

import pathlib
import re

import pytest

from packaging.requirements import Requirement


ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/explanation/versions.md").read_text(encoding="utf-8")
VERSIONS = ("2025.9.0", "2026.1.0", "2026.1.1", "2026.2.0", "2026.10.0")
ADMITTED = {
    "ascn-data==2026.1.*": ["2026.1.0", "2026.1.1"],
    "ascn-data~=2026.1.0": ["2026.1.0", "2026.1.1"],
    "ascn-data==2026.1.0": ["2026.1.0"],
    "ascn-data>=2026.1": list(VERSIONS[1:]),
    "ascn-data~=2026.1": list(VERSIONS[1:]),
    "ascn-data==2026.1": ["2026.1.0"],
}


@pytest.mark.parametrize("text", ADMITTED)
def test_requirements(text: str) -> None:
    """
    Each requirement in the table admits what the table says.
    """
    specifier = Requirement(text).specifier

    assert [v for v in VERSIONS if v in specifier] == ADMITTED[text]


def test_the_table_is_complete() -> None:
    """
    No requirement stands in the table that is not tested here.
    """
    rows = re.findall(r"^\| `(ascn-data\S+)` \|", PAGE, re.MULTILINE)

    assert rows == list(ADMITTED)
