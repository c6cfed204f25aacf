"""
Damaged data files: every change is told, or means the same.
"""

import json
import pathlib
import random
import tempfile

from collections.abc import Iterator
from typing import Any

import ascn_data

from ascn_data.errors import DataError
from ascn_data.files.canonical import canonical
from samples import dataset, tables


ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**20, "", " ", "—", "x", "2018", "vn", [], {}),
    *("\u202e", "\x00", "a" * 2_000, [[]], [None], {"id": "x"}, ["x", "x"]),
)


def _damaged(raw: bytes, chance: random.Random) -> bytes:
    """
    Return a file with some bytes or one value changed.
    """
    if chance.random() < 0.5:
        place = chance.randrange(len(raw))
        length = chance.choice((0, 1, 1, 2, 40))
        more = chance.randbytes(chance.choice((0, 1, 2)))
        return raw[:place] + more + raw[place + length :]
    rows = json.loads(raw)
    if rows:
        row = chance.choice(rows)
        key = chance.choice([*row, "x"])
        row[key] = chance.choice(ODD)
    return json.dumps(rows, ensure_ascii=chance.random() < 0.5).encode(
        errors="surrogatepass"
    )


def problems(seed: int, count: int) -> Iterator[str]:
    """
    Read directories with one damaged file; yield what is answered wrongly.

    What is read must be written again and read back the same.
    """
    chance = random.Random(seed)  # noqa: S311 - to be the same again
    good = {name: canonical(records) for name, records in tables().items()}
    same = dataset().digest
    with tempfile.TemporaryDirectory() as place:
        directory = pathlib.Path(place)
        for name, raw in good.items():
            (directory / f"{name}.json").write_bytes(raw)
        for _ in range(count):
            name = chance.choice(sorted(good))
            raw = _damaged(good[name], chance)
            file = directory / f"{name}.json"
            file.write_bytes(raw)
            wrong = _wrong(
                directory, json_of(raw) == json_of(good[name]), same
            )
            if wrong:
                yield f"{name} {raw!r}: {wrong}"
            file.write_bytes(good[name])


def json_of(raw: bytes) -> Any:
    """
    Return the JSON of a file; its bytes if they are none.
    """
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return raw


def _wrong(directory: pathlib.Path, equal: bool, digest: str) -> str:  # noqa: FBT001 - two answers
    """
    Return what is wrong with how a directory is read; nothing if it is right.
    """
    try:
        found = ascn_data.read(directory)
    except DataError as error:
        str(error).encode()
        return "" if error.problems else "no problem is told"
    except Exception as error:  # noqa: BLE001 - what is looked for
        return repr(error)
    if equal != (found.digest == digest):
        return "a change is silent"
    return ""
