"""
Tests of `ascn_data.resources`.
"""

import pkgutil

import pytest

from ascn_data.files.bundle import bundled_bytes


def test_files_are_read_by_name() -> None:
    """
    A name is a path inside the package.
    """
    assert bundled_bytes("data/retired.json").startswith(b"[")


def test_loaders_that_open_no_paths_are_served_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    Where the loader has no `get_data`, importlib_resources reads the file.
    """
    expected = bundled_bytes("data/retired.json")
    monkeypatch.setattr(pkgutil, "get_data", lambda _package, _name: None)

    assert bundled_bytes("data/retired.json") == expected
