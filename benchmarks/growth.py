"""
Synthetic datasets of the real shape, up to a million records (point 6).
"""

import gc
import json
import math
import pathlib
import time
import tracemalloc

from collections.abc import Callable, Iterator
from typing import Any

from measuring import Figure, instructions

from ascn_data.changes import diff
from ascn_data.dataset import Dataset
from ascn_data.loading import FILES, TABLES, parse_table
from ascn_data.resources import bundled_bytes
from ascn_data.selection import keys_in
from ascn_data.store import Store


HERE = str(pathlib.Path(__file__).resolve().parent)
FACTORS = (1, 10, 100)
MILLION = 10**6


def copies(table: str, factor: int, limit: int | None = None) -> bytes:
    """
    The JSON of a table many times over, each copy with ids of its own.

    References stay within the first copy, as they do in real data: new
    records speak of known cities.
    """
    rows = json.loads(bundled_bytes(f"data/{table}.json"))
    made = [
        {**row, "id": f"{row['id']}--x{number}"} if number else row
        for number in range(factor)
        for row in rows
    ]
    if table == "retired":
        made = rows
    return json.dumps(made[:limit], ensure_ascii=False).encode()


def _timed(call: Callable[[], Any]) -> tuple[float, Any]:
    gc.collect()
    start = time.process_time()
    found = call()
    return time.process_time() - start, found


def _steps(raw: dict[str, bytes]) -> dict[str, float]:
    """
    Seconds that each step takes with a dataset of some size.
    """
    took: dict[str, float] = {}
    took["json.loads"], _ = _timed(
        lambda: [json.loads(data) for data in raw.values()]
    )
    took["load"], tables = _timed(
        lambda: {
            name: parse_table(data, name, name) for name, data in raw.items()
        }
    )
    store = Store("synthetic", tables.__getitem__)
    other = Store("synthetic", tables.__getitem__)
    projects = store.table("projects")
    took["index"], _ = _timed(
        lambda: projects.positions("cities", keys_in("cities"))
    )
    took["names"], _ = _timed(lambda: store.names("partner"))
    data = Dataset(store)
    took["export"], rows = _timed(store.table("projects").to_dicts)
    if len(rows) != len(projects):
        raise AssertionError("rows are missing")
    del rows
    took["diff"], changes = _timed(lambda: diff(data, Dataset(other)))
    if len(changes):
        raise AssertionError("a dataset differs from itself")
    return took


def measure() -> Iterator[Figure]:
    """
    Exponents of time over size, the flat filter, memory by record.
    """
    sizes: list[int] = []
    found: list[dict[str, float]] = []
    for factor in FACTORS:
        raw = {name: copies(name, factor) for name in FILES}
        rows = {name: len(json.loads(raw[name])) for name in TABLES}
        sizes.append(sum(rows.values()))
        runs = [_steps(raw) for _ in range(3 if factor < 100 else 1)]
        found.append({step: min(r[step] for r in runs) for step in runs[0]})
    for step in found[0]:
        yield Figure(
            "growth",
            step,
            f"{sizes[0]:,} to {sizes[-1]:,} records",
            amount=_exponent(sizes, [times[step] for times in found]),
            unit="exponent",
        )
    yield from _counted()
    yield from _flat()
    yield from _million()


_LOAD = """
import sys
sys.path.insert(0, {here!r})
import growth
raw = {{name: growth.copies(name, {factor}) for name in growth.FILES}}
for _ in range({times}):
    for name, data in raw.items():
        growth.parse_table(data, name, name)
"""


def _counted() -> Iterator[Figure]:
    """
    The exponent of loading in instructions, which no cache miss disturbs.
    """
    counts: list[float] = []
    for factor in FACTORS[:2]:
        few, many = (
            instructions(_LOAD.format(here=HERE, factor=factor, times=times))
            for times in (1, 2)
        )
        if few is None or many is None:
            return
        counts.append(many - few)
    yield Figure(
        "growth",
        "load, in instructions",
        "the real size to 10 times that",
        amount=_exponent(list(FACTORS[:2]), counts),
        unit="exponent",
    )


def _exponent(sizes: list[int], times: list[float]) -> float:
    """
    The slope of a line through the logarithms.
    """
    xs, ys = [*map(math.log, sizes)], [*map(math.log, times)]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum(
        (x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)
    ) / sum((x - mean_x) ** 2 for x in xs)


def _flat() -> Iterator[Figure]:
    """
    A filter with the same answer in tables of growing size.
    """
    for factor in FACTORS:
        projects = parse_table(
            copies("projects", factor), "projects", "synthetic"
        )
        projects = tuple(
            p
            for p in projects
            if "--x" not in p.id or "th-phuket" not in p.cities
        )
        tables = {
            name: parse_table(bundled_bytes(f"data/{name}.json"), name, name)
            for name in FILES
        }
        tables["projects"] = projects
        data = Dataset(Store("synthetic", tables.__getitem__))
        expected = [p.id for p in projects if "th-phuket" in p.cities]
        if [p.id for p in data.projects(city="Phuket")] != expected:
            raise AssertionError("another answer")
        repeat = 2000
        took = min(
            _timed(
                lambda: [
                    data.projects(city="Phuket")  # noqa: B023
                    for _ in range(repeat)  # noqa: B023
                ]
            )[0]
            for _ in range(5)
        )
        yield Figure(
            "filter",
            f"projects(city=...), {len(expected)} of {len(projects):,}",
            amount=took / repeat * 1e6,
            unit="us",
        )


def _million() -> Iterator[Figure]:
    """
    A million partners: time by record against json.loads, and memory.
    """
    rows = len(json.loads(bundled_bytes("data/partners.json")))
    raw = copies("partners", MILLION // rows + 1, MILLION)
    base, _ = _timed(lambda: json.loads(raw))
    took, records = _timed(lambda: parse_table(raw, "partners", "synthetic"))
    if len(records) != MILLION:
        raise AssertionError("records are missing")
    yield Figure(
        "million",
        "load of 1,000,000 partners",
        "json.loads of the same bytes",
        ratio=took / base,
        amount=took / MILLION * 1e6,
        unit="us a record",
        note="one run",
    )
    del records
    some = copies("partners", 100)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = parse_table(some, "partners", "synthetic")
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    yield Figure(
        "million",
        "memory of a partner",
        "bytes of its JSON",
        ratio=held / len(some),
        amount=held / len(kept),
        unit="bytes",
    )
