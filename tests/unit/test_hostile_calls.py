"""
Every public call answers any object with a result or a sentence.
"""

from collections.abc import Callable
from typing import Any

import pytest

import ascn_data

from ascn_data.dates import PartialDate, Period
from fuzz import calls


DS = ascn_data.load()


@pytest.mark.parametrize(
    ("call", "error", "what"),
    [
        (lambda: DS.table("nope"), LookupError, "no table is called 'nope'"),
        (lambda: DS.table("../version"), LookupError, "no table is called"),
        (lambda: DS.table("\ud800"), LookupError, "no table is called"),
        (lambda: Period(2018), TypeError, "not as 2018"),  # type: ignore[arg-type]
        (lambda: PartialDate(2018), TypeError, "not as 2018"),  # type: ignore[arg-type]
        (
            lambda: ascn_data.diff("2026.1", "2026.1").apply(5),  # type: ignore[type-var]
            TypeError,
            "changes are made to a dataset, not 5",
        ),
        (
            lambda: ascn_data.diff("2026.1", "2026.1").then(5),  # type: ignore[arg-type]
            TypeError,
            "changes follow changes, not 5",
        ),
        (
            lambda: ascn_data.require(digest=5),  # type: ignore[arg-type]
            TypeError,
            "a digest is given as text, not as 5",
        ),
        (
            lambda: ascn_data.search(()),  # type: ignore[arg-type]
            TypeError,
            r"a text is searched for, not \(\)",
        ),
        (lambda: ascn_data.record([]), LookupError, "ids are texts"),
        (lambda: ascn_data.cite(style=[]), TypeError, "list"),  # type: ignore[arg-type]
        (
            lambda: ascn_data.resolve([[]], kind="city"),
            TypeError,
            "list",
        ),
    ],
    ids=map(str, range(12)),
)
def test_odd_arguments(
    call: Callable[[], Any], error: type[Exception], what: str
) -> None:
    """
    The error says what was given, and what is wanted.
    """
    with pytest.raises(error, match=what):
        call()


def test_hostile_calls() -> None:
    """
    So it is for any object in any place; `python -m tests.fuzz` tries more.
    """
    assert list(calls.problems(seed=1, count=300)) == []


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (AttributeError("x"), "AttributeError"),
        (ValueError(), "without a sentence"),
        (ValueError("\ud800"), "cannot be printed"),
        (ValueError("\x1b"), "steers a terminal"),
        (UnicodeDecodeError("utf-8", b"", 0, 1, "x"), "UnicodeDecodeError"),
        (FileNotFoundError("x"), "FileNotFoundError"),
        (IndexError("x"), "IndexError"),
    ],
)
def test_the_fuzzer_tells(error: Exception, what: str) -> None:
    """
    The fuzzer would tell any other answer.
    """

    def call() -> None:
        raise error

    assert what in calls.problem("call", call, [], {})
