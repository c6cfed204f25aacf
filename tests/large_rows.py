"""
Rows as a user has them, by the million: messy names and an amount.
"""

import pathlib
import random

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import ascn_data


BATCH = 250_000

Totals = list[tuple[str, str, int, int]]
"""Country of a city, partner, number of rows, sum of their amounts."""


def _spellings(names: dict[str, list[str]]) -> list[tuple[str, str]]:
    """
    Names as people write them, each with the id it means.
    """
    changes = (str, str.upper, lambda n: f" {n}", lambda n: f"{n}.")
    return [
        (change(name), id_)
        for id_, known in sorted(names.items())
        for name in known
        for change in changes
    ]


def cities() -> list[tuple[str, str]]:
    """
    Spellings of the member cities.
    """
    return _spellings({c.id: [c.name, c.id] for c in ascn_data.cities()})


def partners() -> list[tuple[str, str]]:
    """
    Spellings of the partners.
    """
    return _spellings({p.id: [p.name, p.id] for p in ascn_data.partners()})


def batches(total: int) -> Iterator[tuple[pa.Table, Totals]]:
    """
    Generated rows, in parts, each with its true totals.

    One name in fifty means nothing, on purpose.
    """
    drawn = random.Random(2018)  # noqa: S311 - the same rows every time
    city_names, partner_names = cities(), partners()
    country = {c.id: c.country for c in ascn_data.cities()}
    for start in range(0, total, BATCH):
        size = min(BATCH, total - start)
        some_cities = drawn.choices(city_names, k=size)
        some_partners = drawn.choices(partner_names, k=size)
        amounts = drawn.choices(range(1000), k=size)
        unknown = {n for n in range(size) if n % 50 == 0}
        sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for n in range(size):
            if n not in unknown:
                key = country[some_cities[n][1]], some_partners[n][1]
                sums[key][0] += 1
                sums[key][1] += amounts[n]
        rows: dict[str, list[Any]] = {
            "city": [
                f"nowhere {n % 7}" if n in unknown else name
                for n, (name, _) in enumerate(some_cities)
            ],
            "partner": [name for name, _ in some_partners],
            "amount": amounts,
        }
        yield (
            pa.table(rows),
            [(*key, count, sum_) for key, (count, sum_) in sums.items()],
        )


def write(directory: pathlib.Path, count: int) -> Totals:
    """
    Write rows as Parquet files to a directory; their true totals.
    """
    directory.mkdir(parents=True)
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for number, (table, totals) in enumerate(batches(count)):
        pq.write_table(table, directory / f"part-{number:04}.parquet")
        for country, partner, rows, amount in totals:
            sums[country, partner][0] += rows
            sums[country, partner][1] += amount
    return sorted((*key, rows, amount) for key, (rows, amount) in sums.items())
