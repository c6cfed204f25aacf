"""
Rows as a user has them, by the million: messy names and an amount.
"""

import pathlib
import re

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import ascn_data as ascn


ROOT = pathlib.Path(__file__).resolve().parents[1]
BATCH = 250_000
EVERY = 50
"""Of so many rows, one lacks a name and one has a name of nothing."""

_CODE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)

Total = tuple[str | None, str | None, int, int]
"""Country of a city, partner, number of rows, sum of their amounts."""

Totals = list[Total]
Spellings = list[tuple[str, str]]


def _spellings(names: dict[str, list[str]]) -> Spellings:
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


def cities() -> Spellings:
    """
    Spellings of the member cities.
    """
    return _spellings({c.id: [c.name, c.id] for c in ascn.cities()})


def partners() -> Spellings:
    """
    Spellings of the partners.
    """
    return _spellings({p.id: [p.name, p.id] for p in ascn.partners()})


class _Column:
    """
    Names of one kind, drawn with the ids they mean.

    Of every fifty rows, one has no name and one a name that nothing has: in
    one case of ten the same typing error, else one that is met twice, so
    that there are more distinct names the more rows there are.
    """

    def __init__(self, kind: str, spellings: Spellings) -> None:
        self._names = pa.array([name for name, _ in spellings])
        self._ids = pa.array([id_ for _, id_ in spellings])
        self._first = {"city": 0, "partner": 2}[kind]
        self._typo = f"{spellings[0][0]}x"

    def draw(
        self, drawn: np.random.Generator, start: int, size: int
    ) -> tuple[pa.Array, pa.Array]:
        """
        Names for some rows, and ids where they mean one.
        """
        codes = drawn.integers(len(self._names), size=size)
        rows = np.arange(start, start + size)
        gap, unknown = (
            pa.array(rows % EVERY == self._first + n) for n in range(2)
        )
        numbers = pa.array(rows // (2 * EVERY)).cast(pa.string())
        nowhere = pc.binary_join_element_wise("nowhere", numbers, " ")
        names = self._names.take(pa.array(codes))
        common = pa.array(rows // EVERY % 10 == 0)
        nowhere = pc.if_else(common, self._typo, nowhere)
        names = pc.if_else(unknown, nowhere, names)
        names = pc.if_else(gap, None, names)
        ids = self._ids.take(pa.array(codes))
        return names, pc.if_else(pc.or_(gap, unknown), None, ids)


def batches(total: int) -> Iterator[pa.Table]:
    """
    Generated rows in parts, with the ids that their names mean.
    """
    drawn = np.random.default_rng(2018)
    columns = {
        "city": _Column("city", cities()),
        "partner": _Column("partner", partners()),
    }
    for start in range(0, total, BATCH):
        size = min(BATCH, total - start)
        made: dict[str, pa.Array] = {}
        for name, column in columns.items():
            made[name], made[f"{name}_id"] = column.draw(drawn, start, size)
        made["amount"] = pa.array(drawn.integers(1000, size=size))
        yield pa.table(made)


def in_order(totals: Sequence[Total]) -> Totals:
    """
    Totals by country and partner, those without one last.
    """
    return sorted(
        totals,
        key=lambda row: [(name is None, name or "") for name in row[:2]],
    )


def write(directory: pathlib.Path, count: int) -> Totals:
    """
    Write rows as Parquet files to a directory; their true totals.
    """
    directory.mkdir(parents=True)
    country: dict[str | None, str | None] = {
        city.id: city.country for city in ascn.cities()
    }
    found: dict[tuple[str | None, str | None], list[int]] = {}
    for number, rows in enumerate(batches(count)):
        pq.write_table(rows, directory / f"part-{number:04}.parquet")
        sums = rows.group_by(["city_id", "partner_id"]).aggregate(
            [("amount", "count"), ("amount", "sum")]
        )
        for row in sums.to_pylist():
            key = country.get(row["city_id"]), row["partner_id"]
            total = found.setdefault(key, [0, 0])
            total[0] += row["amount_count"]
            total[1] += row["amount_sum"]
    return in_order(
        [(*key, rows, amount) for key, (rows, amount) in found.items()]
    )


def page(engine: str) -> dict[str, Any]:
    """
    What the code on an engine's how-to page defines.
    """
    file = ROOT / "docs" / "how-to" / f"join-with-{engine}.md"
    (code,) = _CODE.findall(file.read_text(encoding="utf-8"))
    # A name that no worker can import: it gets the functions themselves.
    names: dict[str, Any] = {"__name__": f"page_on_{engine}"}
    exec(compile(code, file.name, "exec"), names)  # noqa: S102 - our own page
    return names
