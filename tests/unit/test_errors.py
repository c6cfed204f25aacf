"""
`ascn_data.errors`: messages to a person, with fields.
"""

import pickle

import pytest

from ascn_data.errors import (
    AmbiguousNameError,
    AscnDataError,
    DataError,
    Problem,
    RevisionError,
    UnknownNameError,
)


ERRORS = [
    (
        DataError("x.json", (Problem("x.json, record 'a'", "is wrong"),)),
        "x.json: 1 problem\n  x.json, record 'a': is wrong",
    ),
    (
        DataError("x", (Problem("a", "b"), Problem("c", "d"))),
        "x: 2 problems\n  a: b\n  c: d",
    ),
    (UnknownNameError("city", "Atlantis"), "no city is called 'Atlantis'"),
    (
        UnknownNameError("city", "Pukhet", ("Phuket", "Phu")),
        "no city is called 'Pukhet'; did you mean 'Phuket' or 'Phu'?",
    ),
    (
        UnknownNameError("city", "x" * 200),
        f"no city is called '{'x' * 78}…",
    ),
    (
        UnknownNameError("kind", "x", ("y",), "known are y"),
        "no kind is called 'x'; did you mean 'y'?; known are y",
    ),
    (
        AmbiguousNameError("project", "App", ("a", "b")),
        (
            "'App' can mean more than one project: 'a', 'b'; "
            "ask for one of these ids"
        ),
    ),
    (RevisionError("1", "no such revision"), "no such revision"),
    # Nothing that steers a terminal, or cannot be printed at all.
    (
        DataError("\x1b[2J", (Problem("a\u202e", "\ud800\nb"),)),
        "\\x1b[2J: 1 problem\n  a\\u202e: \\ud800\nb",
    ),
    (
        UnknownNameError("city", "\ud800", ("\u200b",), "\x07"),
        ("no city is called '\\ud800'; did you mean '\\u200b'?; \\x07"),
    ),
    (
        AmbiguousNameError("city", "\x9b", ("a",), ("\ufeffb",)),
        (
            "'\\x9b' alone can mean the city 'a' or \\ufeffb; ask for the id, "
            "or write the subdivision after the name, with a comma between"
        ),
    ),
    (RevisionError("1", "no\x00 such"), "no\\x00 such"),
]


@pytest.mark.parametrize(("error", "message"), ERRORS)
def test_errors_read_as_sentences(error: AscnDataError, message: str) -> None:
    """
    The message says what was asked, what is wrong and what to do.
    """
    assert str(error) == message


@pytest.mark.parametrize("error", [error for error, _ in ERRORS])
def test_errors_survive_pickling(error: AscnDataError) -> None:
    """
    An error from a worker process arrives whole.
    """
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(again) is type(error)
    assert str(again) == str(error)


def test_names_that_fail_are_lookup_errors() -> None:
    """
    Code that catches LookupError catches these.
    """
    assert issubclass(UnknownNameError, LookupError)
    assert issubclass(AmbiguousNameError, LookupError)
