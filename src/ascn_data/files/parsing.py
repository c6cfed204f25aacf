"""
Strict reading and canonical writing of the JSON files.

JSON of strict UTF-8, without duplicate keys and NaN, read by the converter of
`ascn_data.converting`; every problem of a file is reported at once with file,
record and field.
"""

import json

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import cattrs

from ascn_data.files.paused import collector_paused
from ascn_data.files.strict import WrongValueError, converter, shown


if TYPE_CHECKING:
    from ascn_data.errors import DataError


def _sentences(error: Exception, path: str) -> Iterable[tuple[str, str]]:
    """
    Every leaf of a converter's error, as a path to the field and a sentence.
    """
    if isinstance(error, ExceptionGroup):
        for inner in error.exceptions:
            yield from _sentences(inner, path + _step(inner))
    elif isinstance(error, cattrs.errors.ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield path, f"unknown key {key!r}"
    elif isinstance(error, KeyError):
        yield path, "this key is missing"
    else:
        yield path, str(error)


def _step(error: BaseException) -> str:
    """
    The field or item that an error's notes name.
    """
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, cattrs.AttributeValidationNote):
            return f", {note.name}"
        if note.startswith("item "):
            return f", {note}"
    return ""


def _object_hook() -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """
    A function that makes the objects of one file, without duplicate keys.

    Records name the same sources, places and codes again and again: texts
    that are equal become one, which saves a fifth of the memory they take.
    """
    shared: dict[str, str] = {}
    one = shared.setdefault

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = {
            key: one(value, value) if value.__class__ is str else value
            for key, value in pairs
        }
        if len(found) != len(pairs):
            counts = Counter(key for key, _ in pairs)
            twice = min(key for key, count in counts.items() if count > 1)
            raise WrongValueError(
                f"the key {twice!r} occurs twice in the object that begins "
                f"with {shown(dict(pairs[:1]))}"
            )
        return found

    return made


def _no_constant(name: str) -> Any:
    raise WrongValueError(f"{name} is not JSON: leave unknown values out")


def parse_json(raw: bytes, path: str) -> Any:
    """
    JSON of strict UTF-8, without duplicate keys, NaN or infinities.

    Raises:
        DataError: If the bytes are not that.
    """
    try:
        with collector_paused():
            found = json.loads(
                raw.decode("utf-8"),
                object_pairs_hook=_object_hook(),
                parse_constant=_no_constant,
            )
        # Only an escape can write half of a character in UTF-8.
        halves = _halves(found, path) if b"\\u" in raw else []
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not UTF-8: save the file as UTF-8"
    except json.JSONDecodeError as error:
        what = f"not JSON at line {error.lineno}: {error.msg}"
    except WrongValueError as error:
        what = str(error)
    except RecursionError:
        what = "nested too deeply"
    except ValueError:
        # What Python says of a number of more than some 4,000 digits.
        what = "a number has more digits than any that is meant"
    else:
        if not halves:
            return found
        raise _damaged(path, halves)
    raise _damaged(path, [(path, what)])


_HALF = (
    "a text has half of a character, such as \\ud83d without the half that "
    "follows: write the character itself"
)


def _halves(found: Any, path: str) -> list[tuple[str, str]]:
    """
    The rows of parsed JSON with half of a character, which no file can hold.
    """
    rows = found if isinstance(found, list) else [found]
    return [
        (
            f"{path}, {_which(row, index)}",
            _HALF,
        )
        for index, row in enumerate(rows)
        if not _can_be_written(row)
    ]


def _can_be_written(row: Any) -> bool:
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def structure_rows(rows: Any, cls: type[Any], path: str) -> tuple[Any, ...]:
    """
    The objects of one class that parsed JSON holds, each with an id.

    Raises:
        DataError: With every problem of the rows.
    """
    records, error = sorted_out(rows, cls, path)
    if error is not None:
        raise error
    return records


def sorted_out(
    rows: Any, cls: type[Any], path: str
) -> "tuple[tuple[Any, ...], DataError | None]":
    """
    Return the good rows of parsed JSON as objects, and what is wrong.

    The error has every problem of the others; it is None if there are none.

    Raises:
        DataError: If the JSON is no list of rows at all.
    """
    if not isinstance(rows, list):
        what = "the file must hold a list of records"
        raise _damaged(path, [(path, what)])
    hook = converter().get_structure_hook(cls)
    records: list[Any] = []
    problems: list[tuple[str, str]] = []
    seen: set[str] = set()
    with collector_paused():
        for index, row in enumerate(rows):
            try:
                record = hook(row, cls)
            except Exception as error:  # noqa: BLE001 - becomes a DataError
                where = f"{path}, {_which(row, index)}"
                problems += _sentences(error, where)
                continue
            if record.id in seen:
                what = "another record has this id"
                problems.append((f"{path}, record {record.id!r}", what))
            seen.add(record.id)
            records.append(record)
    return tuple(records), _damaged(path, problems) if problems else None


def _damaged(path: str, problems: Iterable[tuple[str, str]]) -> "DataError":
    """
    The error for a file with problems, each a place and what is wrong there.
    """
    from ascn_data.errors import DataError, Problem

    return DataError(path, tuple(Problem(*each) for each in problems))


def _which(row: Any, index: int) -> str:
    """
    A row by its id where it has one, else by its number from 1.
    """
    id_ = row.get("id") if isinstance(row, dict) else None
    return f"record {id_!r}" if isinstance(id_, str) else f"row {index + 1}"
