"""
Synthetic datasets of the real shape, to a million records (point 6).

    python benchmarks/growth.py FACTOR

prints, as JSON, what a dataset of so many times the real size takes; each
size runs in a process of its own, so that none inherits another's memory.
"""

import gc
import json
import math
import os
import pathlib
import sys
import time

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from measuring import Figure, instructions, output

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.files.bundle import bundled_bytes
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.models.records import parse_table
from ascn_data.opening import put_together
from ascn_data.tables.selection import keys_in
from ascn_data.tables.store import Store


HERE = str(pathlib.Path(__file__).resolve().parent)
MILLION = 10**6


def rows_of(table: str) -> list[dict[str, Any]]:
    """
    The real rows of a table.
    """
    found: list[dict[str, Any]] = json.loads(
        bundled_bytes(f"data/{table}.json")
    )
    return found


REAL = sum(len(rows_of(table)) for table in TABLES)
FACTORS = (1, 10, 100, MILLION // REAL)


def copies(table: str, factor: int) -> bytes:
    """
    The JSON of a table many times over, each copy with its own ids, names.

    References stay within the first copy, as they do in real data: new
    records speak of known cities.
    """
    rows = rows_of(table)
    if table == "retired":
        factor = 1
    made = [
        _renamed(row, f"x{number}") if number else row
        for number in range(factor)
        for row in rows
    ]
    return json.dumps(made, ensure_ascii=False).encode()


def _renamed(row: dict[str, Any], mark: str) -> dict[str, Any]:
    """
    A row under another id, and other names if it has any.
    """
    made = {**row, "id": f"{row['id']}--{mark}"}
    if "name" in row:
        made["name"] = f"{row['name']} {mark}"
    if "aliases" in row:
        made["aliases"] = [f"{alias} {mark}" for alias in row["aliases"]]
    return made


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """
    CPU seconds that a call takes, and what it gives.
    """
    gc.collect()
    start = time.process_time()
    found = call()
    return time.process_time() - start, found


def resident() -> int:
    """
    The memory that this process holds, in bytes; 0 where Linux is not.
    """
    status = pathlib.Path("/proc/self/statm")
    if not status.exists():
        return 0
    pages = int(status.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def steps(factor: int) -> dict[str, float]:
    """
    Seconds that each step takes with a dataset of some size, and its memory.
    """
    for name in FILES:
        parse_table(copies(name, 1), name, name)  # makes hooks, once for all
    raw = {name: copies(name, factor) for name in FILES}
    took: dict[str, float] = {}
    took["json.loads"], parsed = timed(
        lambda: [json.loads(data) for data in raw.values()]
    )
    took["records"] = sum(map(len, parsed))
    del parsed

    def load() -> dict[str, tuple[Any, ...]]:
        return {
            name: parse_table(data, name, name) for name, data in raw.items()
        }

    gc.collect()
    before = resident()
    took["load"], tables = timed(load)
    gc.collect()
    took["memory"] = resident() - before
    store = Store("synthetic", tables.__getitem__)
    data = Dataset(store)
    projects = store.table("projects")
    took["index"], _ = timed(
        lambda: projects.positions("cities", keys_in("cities"))
    )
    took["names"], _ = timed(lambda: store.names("partner"))
    took["filter by predicate"], found = timed(
        lambda: projects.filter(lambda project: len(project.history) > 2)
    )
    if len(found) % factor:
        raise AssertionError("copies answer as the original does")
    took["export"] = 0.0
    for name in TABLES:
        seconds, rows = timed(store.table(name).to_dicts)
        took["export"] += seconds
        if len(rows) != len(store.table(name)):
            raise AssertionError("rows are missing")
        del rows
    # Read anew: records that are the same object would compare for nothing.
    other = load()
    first, *rest = other["cities"]
    other["cities"] = (attrs.evolve(first, vision="another"), *rest)
    took["diff"], changes = timed(
        lambda: diff(data, put_together("other", other))
    )
    if [(c.record, c.field) for c in changes] != [(first.id, "vision")]:
        raise AssertionError("the one change is not found")
    return took


STEPS = (
    "json.loads",
    "load",
    "index",
    "names",
    "filter by predicate",
    "export",
    "diff",
)


def measure() -> Iterator[Figure]:
    """
    Exponents of time over size, memory by record, the flat filter.
    """
    found = []
    for factor in FACTORS:
        code = (
            f"import sys; sys.path.insert(0, {HERE!r})\n"
            f"import growth; growth.main({factor})"
        )
        # The best of three where that is quick: others share the machine.
        runs = [
            json.loads(output(code)) for _ in range(3 if factor < 99 else 1)
        ]
        found.append({key: min(run[key] for run in runs) for key in runs[0]})
    sizes = [int(times["records"]) for times in found]
    for step in STEPS:
        each = " to ".join(
            f"{found[n][step] / sizes[n] * 1e6:.2f}" for n in (0, -1)
        )
        yield Figure(
            "growth",
            step,
            f"{sizes[0]:,} to {sizes[-1]:,} records",
            amount=exponent(sizes, [times[step] for times in found]),
            unit="exponent",
            note=f"{each} us a record",
        )
    if found[-1]["memory"]:
        # The smallest goes into memory that the process has already.
        for size, times in zip(sizes[1:], found[1:], strict=True):
            yield Figure(
                "growth memory",
                f"{size:,} records",
                amount=times["memory"] / size,
                unit="bytes a record",
            )
    yield from _counted()
    yield from _flat()


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
        amount=exponent(list(FACTORS[:2]), counts),
        unit="exponent",
    )


def exponent(sizes: list[int], times: list[float]) -> float:
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
    An indexed filter with the same answer, to a million partners.
    """
    others = {
        name: parse_table(bundled_bytes(f"data/{name}.json"), name, name)
        for name in FILES
    }
    rows = len(others["partners"])
    for factor in (1, 10, 100, MILLION // rows + 1):
        partners = tuple(
            partner
            for partner in parse_table(
                copies("partners", factor), "partners", "synthetic"
            )
            if partner.country != "bn" or "--x" not in partner.id
        )
        tables = {**others, "partners": partners}
        data = put_together("synthetic", tables)
        expected = [p.id for p in partners if p.country == "bn"]
        if [p.id for p in data.partners(country="Brunei")] != expected:
            raise AssertionError("another answer")
        repeat = 2000
        took = min(
            timed(
                lambda: [
                    data.partners(country="Brunei")  # noqa: B023
                    for _ in range(repeat)  # noqa: B023
                ]
            )[0]
            for _ in range(5)
        )
        yield Figure(
            "filter",
            f"partners(country=...), {len(expected)} of {len(partners):,}",
            amount=took / repeat * 1e6,
            unit="us",
        )


def main(factor: int) -> None:
    """
    Print what one size takes.
    """
    print(json.dumps(steps(factor)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
