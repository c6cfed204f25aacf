"""
The fuzzers, each for a moment; `python -m tests.fuzz` runs them for long.
"""

from collections.abc import Callable, Iterator

import pytest

from fuzz import files, texts


@pytest.mark.parametrize(
    ("fuzz", "count"),
    [
        (files.problems, 200),
        (texts.problems, 500),
        (texts.command_problems, 60),
    ],
    ids=["files", "texts", "commands"],
)
def test_fuzz(fuzz: Callable[[int, int], Iterator[str]], count: int) -> None:
    """
    No input is answered by another exception, or changes data in silence.
    """
    assert list(fuzz(1, count)) == []
