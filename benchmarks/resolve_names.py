"""
Resolve a column of messy country names, side by side with peers.

    pip install -r benchmarks/requirements.txt
    python benchmarks/resolve_names.py

The column is drawn from all names, codes and aliases of the countries: 10 %
unknown (500 distinct names), 30 % with other case or spacing.  Every
contender gets the same column; rounds are interleaved, figures are medians
of nanoseconds a name with a bootstrap interval of 90 %, and the share of the
known names that came out right stands beside the speed.  Peers that would
take minutes get a shorter column, which the table says.  Writes
`benchmarks/resolve_names.json`.
"""

import json
import logging
import math
import pathlib
import random
import statistics
import time
import tracemalloc

from collections.abc import Callable, Sequence
from typing import Any

import ascn_data

from ascn_data.names import fold, written_names


Answer = Callable[[list[str]], Sequence[Any]]

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 7
TARGET = pathlib.Path(__file__).with_suffix(".json")


def column(size: int, seed: int = 1) -> tuple[list[str], list[str | None]]:
    """
    Names as people write them, and the id that each means.
    """
    draw = random.Random(seed)  # noqa: S311 - a column, not a secret
    names = [
        (name, country.id)
        for country in ascn_data.countries()
        for name in written_names(country)
        if not name.isdigit() and not name.startswith("Q")
    ]
    texts: list[str] = []
    ids: list[str | None] = []
    for _ in range(size):
        text, id_ = draw.choice(names)
        chance = draw.random()
        if chance < 0.1:
            texts.append(f"Nowhere {draw.randrange(500)}")
            ids.append(None)
            continue
        if chance < 0.4:
            text = draw.choice([text.upper(), text.lower(), f" {text} "])
        texts.append(text)
        ids.append(id_)
    return texts, ids


def _ours(names: list[str]) -> Sequence[Any]:
    return ascn_data.resolve(names, kind="country", on_unknown="none").ids


def _bare_dict() -> Answer:
    """
    The floor: a dictionary lookup of strings that are folded already.
    """
    known = {
        fold(name): country.id
        for country in ascn_data.countries()
        for name in written_names(country)
    }
    get = known.get
    return lambda names: [get(name) for name in names]


def _country_converter() -> Answer:
    import country_converter

    logging.getLogger("country_converter").setLevel(logging.CRITICAL)
    converter = country_converter.CountryConverter()

    def answer(names: list[str]) -> Sequence[Any]:
        found = converter.convert(names, to="ISO2", not_found=None)
        return [f.lower() if isinstance(f, str) else None for f in found]

    return answer


def _pycountry(method: str) -> Answer:
    import pycountry

    look = getattr(pycountry.countries, method)

    def one(name: str) -> str | None:
        try:
            found = look(name)
        except LookupError:
            return None
        first = found[0] if isinstance(found, list) else found
        return str(first.alpha_2).lower()

    return lambda names: [one(name) for name in names]


def _countryinfo() -> Answer:
    from countryinfo import CountryInfo

    def one(name: str) -> str | None:
        try:
            return str(CountryInfo(name).iso(2)).lower()
        except Exception:  # noqa: BLE001 - it raises errors of many kinds
            return None

    return lambda names: [one(name) for name in names]


def _nanoseconds(answer: Answer, names: list[str]) -> float:
    begin = time.process_time_ns()
    answer(names)
    return (time.process_time_ns() - begin) / len(names)


def _interval(values: list[float]) -> tuple[float, float]:
    """
    The middle 90 % of bootstrapped medians.
    """
    draw = random.Random(1)  # noqa: S311 - statistics
    medians = sorted(
        statistics.median(draw.choices(values, k=len(values)))
        for _ in range(500)
    )
    return medians[25], medians[474]


def _right(answer: Answer, size: int) -> float:
    """
    The share of the known names that an answer gets right.
    """
    names, ids = column(size)
    pairs = zip(answer(names), ids, strict=True)
    known = [found == id_ for found, id_ in pairs if id_ is not None]
    return sum(known) / len(known)


def _memory() -> float:
    """
    Peak bytes a name while resolving, the column itself not counted.
    """
    names, _ = column(SIZES[-1])
    _ours(names[:100])
    tracemalloc.start()
    _ours(names)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / len(names)


def main() -> None:
    """
    Measure, print the table and write the results.
    """
    contenders: dict[str, tuple[Answer, int]] = {
        "ascn_data.resolve": (_ours, SIZES[-1]),
        "dict of folded strings": (_bare_dict(), SIZES[-1]),
        "country_converter": (_country_converter(), 2_000),
        "pycountry lookup": (_pycountry("lookup"), 2_000),
        "pycountry search_fuzzy": (_pycountry("search_fuzzy"), 50),
        "countryinfo": (_countryinfo(), 500),
    }
    rows = []
    for size in SIZES:
        names, _ = column(size)
        folded = [fold(name) for name in names]
        times: dict[str, list[float]] = {name: [] for name in contenders}
        for _ in range(ROUNDS):
            for name, (answer, most) in contenders.items():
                given = folded if name.startswith("dict") else names
                times[name].append(_nanoseconds(answer, given[:most]))
        ours = statistics.median(times["ascn_data.resolve"])
        for name, (_, most) in contenders.items():
            middle = statistics.median(times[name])
            low, high = _interval(times[name])
            rows.append(
                {
                    "contender": name,
                    "names": size,
                    "measured_on": min(size, most),
                    "ns_per_name": round(middle, 1),
                    "interval": [round(low, 1), round(high, 1)],
                    "times_ours": round(middle / ours, 2),
                }
            )
    for row in rows:
        print(
            f"{row['names']:>9,}  {row['contender']:<24}"
            f"{row['ns_per_name']:>14,.1f} ns  x{row['times_ours']:<10,.2f}"
            f" on {row['measured_on']:,}"
        )
    right = {
        name: round(_right(answer, min(most, 2_000)), 3)
        for name, (answer, most) in contenders.items()
        if not name.startswith("dict")
    }
    first, last = (
        next(r for r in rows if r["names"] == size) for size in SIZES[::2]
    )
    totals = [float(r["ns_per_name"]) * int(r["names"]) for r in (first, last)]  # type: ignore[arg-type]
    exponent = math.log(totals[1] / totals[0]) / math.log(SIZES[-1] / SIZES[0])
    summary = {
        "rows": rows,
        "share_right": right,
        "growth_exponent": round(exponent, 3),
        "peak_bytes_per_name": round(_memory(), 1),
    }
    print(json.dumps({k: summary[k] for k in list(summary)[1:]}, indent=2))
    TARGET.write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
