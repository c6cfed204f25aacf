"""
Nothing that is published tells how to reach a person.
"""

import pathlib
import re

import pytest


ROOT = pathlib.Path(__file__).resolve().parents[2]

ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<![\w.])\+\d[\d ()-]{7,20}\d(?!\w)")

ALLOWED = re.compile(r"@(?:example\.(?:org|com)|[a-z.]*\.example)$")
"""Addresses that belong to nobody (RFC 2606)."""

PLACES = ("src/ascn_data/data", "curation", "docs", "changelog.d")
SUFFIXES = {".json", ".jsonl", ".md", ".txt", ".csv", ".cff", ".toml"}


def _files() -> list[pathlib.Path]:
    """
    The data, the ledger, the documents and what stands at the top.
    """
    found = [path for path in ROOT.iterdir() if path.is_file()]
    for place in PLACES:
        found += (ROOT / place).rglob("*")
    return [path for path in found if path.suffix in SUFFIXES]


def reaches(text: str) -> list[str]:
    """
    Return the e-mail addresses and telephone numbers in a text.
    """
    addresses = ADDRESS.findall(text)
    private = [each for each in addresses if not ALLOWED.search(each)]
    return [*private, *PHONE.findall(text)]


def test_nothing_published_reaches_a_person() -> None:
    """
    No e-mail address and no telephone number, but those of examples.
    """
    found = {
        str(path.relative_to(ROOT)): hits
        for path in _files()
        if (hits := reaches(path.read_text("utf-8")))
    }

    assert found == {}


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("write to a.b@city.gov.vn now", ["a.b@city.gov.vn"]),
        ("call +84 236 123 4567", ["+84 236 123 4567"]),
        ("someone@example.org, 2018-07-08, 1+1", []),
        ("a@b", []),
    ],
)
def test_what_would_be_found(text: str, hits: list[str]) -> None:
    """
    The scan would find what it looks for, and nothing else.
    """
    assert reaches(text) == hits
