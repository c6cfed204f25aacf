"""
What a user or a file gives is handled in time that grows with its length.
"""

import contextlib
import time

from collections.abc import Callable
from typing import Any

import pytest

import ascn_data

from ascn_data.checks import privacy
from ascn_data.errors import AscnDataError, DataError, UnknownNameError
from ascn_data.files.parsing import parse_json
from ascn_data.naming.spellings import taken_apart
from ascn_data.opening import put_together
from samples import rows, tables


def _asked(function: Callable[[str], Any], text: str) -> Callable[[int], Any]:
    """
    A question that asks for a text as often as it says.
    """

    def ask(size: int) -> Any:
        with contextlib.suppress(AscnDataError, ValueError):
            function(text * (size // len(text)))

    return ask


def _object(size: int) -> None:
    """
    Read an object of many keys, the last of which occurs twice.
    """
    keys = ", ".join(f'"{n}": 0' for n in [*range(size // 4), 0])
    with pytest.raises(DataError, match="the key '0' occurs twice"):
        parse_json(f"{{{keys}}}".encode(), "cities.json")


def _note(size: int) -> None:
    """
    Check the texts of a record with a long note.
    """
    given = rows()
    given["cities"][0]["note"] = "a@" * size + "+1" * size
    assert list(privacy.nothing_is_private(tables(given))) == []


def _body(size: int) -> None:
    """
    Take a long name of a partner apart.
    """
    for body, _ in taken_apart("a" + " " * size + "b"):
        assert body == "b"


def _nested(size: int) -> None:
    """
    Read brackets in brackets.
    """
    with pytest.raises(DataError, match=r"nested too deeply|not JSON"):
        parse_json(b"[" * size, "cities.json")


def _column(size: int) -> None:
    """
    Resolve a column of one long name.
    """
    found = ascn_data.resolve(["a" * size], kind="city", on_unknown="none")
    assert found.suggestions() == {"a" * size: ()}


QUESTIONS: dict[str, Callable[[int], Any]] = {
    "a letter": _asked(ascn_data.city, "a"),
    "Thai": _asked(ascn_data.city, "กรุงเทพฯ "),
    "marks": _asked(ascn_data.city, "\u0301\u0323"),
    "spaces": _asked(ascn_data.partner, " of"),
    "commas": _asked(ascn_data.partner, "a, "),
    "brackets": _asked(ascn_data.country, "(a"),
    "search": _asked(ascn_data.search, "a "),
    "status": _asked(lambda text: ascn_data.projects(status=text), "a"),
    "date": _asked(lambda text: ascn_data.cities(as_of=text), "2018-"),
    "id": _asked(ascn_data.history, "a-"),
    "revision": _asked(
        lambda text: ascn_data.require(digest=text, revision="2026.1"), "0"
    ),
    "object": _object,
    "note": _note,
    "body": _body,
    "nested": _nested,
    "column": _column,
}


def _seconds(question: Callable[[int], Any], size: int) -> float:
    """
    The least time of three that a question takes.
    """
    taken = []
    for _ in range(3):
        start = time.thread_time()
        question(size)
        taken.append(time.thread_time() - start)
    return min(taken)


@pytest.mark.parametrize("name", QUESTIONS)
def test_ten_times_the_text_takes_no_square(name: str) -> None:
    """
    Ten times the text takes about ten times as long, and never many seconds.

    A square would be a hundred times; a hundredth of a second is allowed for
    what does not grow.
    """
    question = QUESTIONS[name]
    question(100)

    small, large = _seconds(question, 10_000), _seconds(question, 100_000)

    assert large < 30 * small + 0.01
    assert large < 3


def test_long_texts_that_are_names_are_found_as_written() -> None:
    """
    A name that is longer than any is found only as it is written.
    """
    name = "Da Nang " * 200
    given = rows()
    given["cities"][0]["names"].append({"text": name, "kind": "variant"})
    ds = put_together("sample", tables(given))

    assert ds.city(name).id == "vn-da-nang"
    with pytest.raises(UnknownNameError):
        ds.city(name.upper())


def test_long_summaries_are_searched() -> None:
    """
    What is too long for a name is found in a note all the same.
    """
    given = rows()
    given["cities"][0]["note"] = "Nothing " * 200 + "the Dragon Bridge."
    ds = put_together("sample", tables(given))

    (hit,) = ds.search("dragon bridge")

    assert (hit.id, hit.found_in) == ("vn-da-nang", "text")
