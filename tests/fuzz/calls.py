"""
Hostile objects as arguments of every public call.

Every call answers any object with a result, or with `AscnDataError`,
`ValueError`, `TypeError` or `OSError` and a sentence that can be printed.
"""

import datetime
import inspect
import math
import pathlib
import random
import warnings

from collections.abc import Callable, Iterator
from typing import Any

import ascn_data

from ascn_data import dates, errors
from ascn_data.dataset import Dataset
from ascn_data.tables.table import Table
from ascn_data.versions.changes import Changes


# Not those of the export of all tables and of pictures, which take seconds.
SLOW = frozenset({"export", "plot"})

# What exporters ask of a table, and what every sequence has from Python.
NOT_OURS = frozenset({"at", "called", "everything", "index", "laid_out"})

HOSTILE: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    5,
    10**30,
    2018,
    1.5,
    math.nan,
    math.inf,
    1j,
    "",
    " ",
    "—",
    "x",
    "\ud800",
    "\x1b[2J\u202e\x00",
    "a" * 5_000,
    "../../etc/passwd",
    "2018-13",
    "vn-da-nang",
    b"x",
    [],
    [[]],
    [None],
    [5],
    ["x", 5],
    (),
    ("vn-da-nang",),
    ["x"] * 9,
    b"x" * 9,
    {},
    {"id": "x"},
    {5},
    frozenset(),
    range(3),
    object(),
    object,
    len,
    lambda *_: None,
    Exception("x"),
    datetime.date.max,
    datetime.datetime.min,  # noqa: DTZ901 - as users have it
    pathlib.PurePath("x"),
    slice(None),
    iter(()),
    NotImplemented,
    ...,
)

ALLOWED = (errors.AscnDataError, ValueError, TypeError, OSError)


def targets() -> Iterator[tuple[str, Callable[..., Any]]]:
    """
    Yield every public call with its name.
    """
    dataset = ascn_data.load()
    for name in ascn_data.__all__:
        found = getattr(ascn_data, name)
        if callable(found) and name not in SLOW and not _is_class(found):
            yield name, found
    for name in _methods(Dataset):
        yield f"Dataset.{name}", getattr(dataset, name)
    table = dataset.cities()[:2]
    for name in _methods(Table):
        yield f"Table.{name}", getattr(table, name)
    yield "Table[]", table.__getitem__
    changes = ascn_data.diff("2026.1", "2026.1")
    for name in sorted(_methods(Changes) - _methods(Table)):
        yield f"Changes.{name}", getattr(changes, name)
    yield "PartialDate", dates.PartialDate
    yield "Period", dates.Period


def _is_class(found: Any) -> bool:
    return isinstance(found, type)


def _methods(cls: type[Any]) -> set[str]:
    """
    The public methods of a class that write no file.
    """
    return {
        name
        for name in dir(cls)
        if not name.startswith(("_", "to_"))
        and name not in SLOW | NOT_OURS
        and callable(getattr(cls, name))
    }


def problems(seed: int, count: int) -> Iterator[str]:
    """
    Make calls with hostile arguments; yield those that answer wrongly.
    """
    chance = random.Random(seed)  # noqa: S311 - to be the same again
    calls = sorted(targets(), key=lambda item: item[0])
    for _ in range(count):
        name, call = chance.choice(calls)
        found = problem(name, call, *_arguments(call, chance))
        if found:
            yield found


def _arguments(
    call: Callable[..., Any], chance: random.Random
) -> tuple[list[Any], dict[str, Any]]:
    """
    Hostile values for what a call must have, and for some of the rest.
    """
    given: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in inspect.signature(call).parameters.values():
        value = chance.choice(HOSTILE)
        needed = parameter.default is parameter.empty
        if parameter.kind in (
            parameter.VAR_KEYWORD,
            parameter.VAR_POSITIONAL,
        ) or not (needed or chance.random() < 0.2):
            continue
        if needed and parameter.kind is not parameter.KEYWORD_ONLY:
            given.append(value)
        else:
            named[parameter.name] = value
    return given, named


def problem(
    name: str,
    call: Callable[..., Any],
    given: list[Any],
    named: dict[str, Any],
) -> str:
    """
    Return what is wrong with the answer to a call; nothing if it is right.
    """
    asked = ascii(f"{name}(*{given!r}, **{named!r})")[:300]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            repr(call(*given, **named)).encode()
    except Exception as error:  # noqa: BLE001 - what is looked for
        wrong = _wrong(name, error)
        return f"{asked}: {wrong}" if wrong else ""
    return ""


def _wrong(name: str, error: Exception) -> str:
    """
    Return what is wrong with an error; nothing if users can expect it.
    """
    if isinstance(error, IndexError) and name == "Table[]":
        return ""  # what every sequence says of a position it does not have
    expected = isinstance(error, ALLOWED) and not isinstance(
        error, UnicodeError
    )
    if not expected or (isinstance(error, OSError) and name != "read"):
        return repr(error)
    told = str(error)
    if not told.strip():
        return f"{type(error).__name__} without a sentence"
    try:
        told.encode()
    except UnicodeEncodeError:
        return "its message cannot be printed"
    if any(not c.isprintable() and c != "\n" for c in told):
        return f"{told!a} steers a terminal"
    return ""
