"""
Loading everything, against json.loads of the same bytes (point 3).
"""

import json
import pickle
import threading

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from measuring import Figure, calls, output, over, peak, steady_instructions
from shapes import plain_cattrs, structs

from ascn_data.files.bundle import bundled_bytes
from ascn_data.models.catalogue import SCHEMAS, TABLES, record_class
from ascn_data.models.records import parse_table
from ascn_data.opening import _bundled
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table


BYTES = {name: bundled_bytes(f"data/{name}.json") for name in TABLES}
LIMIT = "json.loads of the same bytes"


def with_json() -> dict[str, Any]:
    """
    The limit: dicts and lists.
    """
    return {name: json.loads(raw) for name, raw in BYTES.items()}


def with_ascn() -> dict[str, tuple[Any, ...]]:
    """
    `ascn_data`: strict, every problem found.
    """
    return {name: parse_table(raw, name, name) for name, raw in BYTES.items()}


_CONVERTER = plain_cattrs()
_STRUCTS = structs()
_ROWS: dict[str, Any] = {
    name: tuple[record_class(name), ...]  # type: ignore[misc]
    for name in TABLES
}


def with_cattrs() -> dict[str, tuple[Any, ...]]:
    """
    Plain cattrs, into the same classes.
    """
    return {
        name: _CONVERTER.structure(
            json.loads(raw),
            _ROWS[name],
        )
        for name, raw in BYTES.items()
    }


def with_msgspec() -> dict[str, Any]:
    """
    The C code of msgspec, into Structs of the same fields.
    """
    return {
        name: msgspec.json.decode(raw, type=_STRUCTS[name])
        for name, raw in BYTES.items()
    }


WAYS: dict[str, Callable[[], dict[str, Any]]] = {
    LIMIT: with_json,
    "ascn_data": with_ascn,
    "plain cattrs": with_cattrs,
    "msgspec Structs": with_msgspec,
}

HELD = """
import tracemalloc, ascn_data
from ascn_data.models.catalogue import TABLES
import ascn_data.opening
from ascn_data.files.strict import converter
from ascn_data.models.catalogue import record_class
for name in TABLES:
    converter().get_structure_hook(record_class(name))
tracemalloc.start()
data = ascn_data.load()
for name in TABLES:
    data.table(name)
print(tracemalloc.get_traced_memory()[0])
"""


def _same(found: dict[str, Any], expected: dict[str, Any]) -> bool:
    """
    Whether two ways of reading find the same records.
    """
    if isinstance(next(iter(found["cities"])), dict):
        return [[row["id"] for row in rows] for rows in found.values()] == [
            [record.id for record in rows] for rows in expected.values()
        ]
    return all(
        [(record.id, str(record.note)) for record in found[name]]
        == [(record.id, str(record.note)) for record in expected[name]]
        for name in expected
    )


def measure(rounds: int) -> Iterator[Figure]:
    """
    Time, instructions and memory.
    """
    expected = with_ascn()
    if with_cattrs() != expected:
        raise AssertionError("plain cattrs reads other records")
    for name, way in WAYS.items():
        if not _same(way(), expected):
            raise AssertionError(f"{name} reads other records")
    setup = "import sys; sys.path.insert(0, {!r})\nimport loads"
    here = __file__.rpartition("/")[0]
    counts = {
        name: steady_instructions(
            setup.format(here), f"loads.{way.__name__}()"
        )
        for name, way in WAYS.items()
    }
    for name, ratio in calls(WAYS, LIMIT, rounds).items():
        if name != LIMIT:
            yield Figure(
                "load",
                name,
                LIMIT,
                ratio.middle,
                ratio.low,
                ratio.high,
                over(counts[name], counts[LIMIT]),
            )
    least = peak(setup.format(here))
    for name, way in WAYS.items():
        most = peak(f"{setup.format(here)}\nfound = loads.{way.__name__}()")
        if most is not None and least is not None:
            yield Figure("load peak", name, amount=most - least, unit="MB")
    size = sum(map(len, BYTES.values()))
    yield Figure(
        "held",
        "every table in memory",
        "bytes of its JSON",
        ratio=int(output(HELD)) / size,
    )
    yield from _pickled(rounds)
    yield from _raced()


def _pickled(rounds: int) -> Iterator[Figure]:
    table = Table(
        SCHEMAS["projects"], with_ascn()["projects"], revision="2026.1"
    )
    if pickle.loads(pickle.dumps(table)) != table:  # noqa: S301 - our own
        raise AssertionError("pickle changes a table")
    load = "loading it"
    found = calls(
        {
            load: lambda: parse_table(BYTES["projects"], "projects", ""),
            "pickle": lambda: pickle.loads(pickle.dumps(table)),  # noqa: S301
        },
        load,
        rounds,
    )["pickle"]
    yield Figure(
        "pickle",
        "round trip of the table of projects",
        load,
        found.middle,
        found.low,
        found.high,
    )


def _raced() -> Iterator[Figure]:
    """
    How often 64 threads that race for a table make it read.
    """
    reads: list[str] = []
    found: list[Table[Any]] = []
    start = threading.Barrier(64)

    def read(name: str) -> tuple[Any, ...]:
        reads.append(name)
        return _bundled(name)

    store = Store("race", read)

    def race() -> None:
        start.wait()
        found.append(store.table("projects"))

    threads = [threading.Thread(target=race) for _ in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    yield Figure("race", "reads", amount=len(reads), unit="reads")
    objects = len({id(table) for table in found})
    yield Figure("race", "objects handed out", amount=objects, unit="objects")
