"""
A column of messy names into ids, against other resolvers (point 5).

The names are those of countries, which the other libraries know too.
"""

import logging
import random
import time
import tracemalloc
import unicodedata

from collections.abc import Callable, Iterator

import country_converter
import pycountry

from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError
from measuring import Figure, calls

import ascn_data as ascn

from ascn_data.naming.folding import fold
from ascn_data.naming.spellings import written_names


SIZES = (10**4, 10**5, 10**6)

Column = list[str]


def column(size: int) -> tuple[Column, list[str | None]]:
    """
    Names and the ids they mean: 10 % unknown, 30 % altered.
    """
    drawn = random.Random(2018)  # noqa: S311 - the same rows every time
    index = ascn.load().store.names("country")
    known = sorted(
        {
            name
            for country in ascn.countries()
            for name in written_names(country)
            if len(index.ids[fold(name)]) == 1 and not name.isdigit()
        }
    )
    changes: tuple[Callable[[str], str], ...] = (
        str.upper,
        str.lower,
        str.title,
        lambda n: f"  {n} ",
        lambda n: n.replace(" ", "  "),
        lambda n: unicodedata.normalize("NFD", n),
        lambda n: n.replace("a", "á"),
        lambda n: n.replace("e", "é"),
    )
    names: Column = []
    for name in drawn.choices(known, k=size):
        chance = drawn.random()
        if chance < 0.1:
            names.append(f"{name}x{drawn.randrange(100)}q")
        elif chance < 0.4:
            names.append(drawn.choice(changes)(name))
        else:
            names.append(name)
    truth = {
        name: ids[0] if len(ids) == 1 else None
        for name in set(names)
        for ids in [index.ids.get(fold(name), ())]
    }
    return names, [truth[name] for name in names]


def with_ascn(names: Column) -> list[str | None]:
    """
    `ascn_data`.
    """
    found = ascn.resolve(
        names, kind="country", on_unknown="none", on_ambiguous="none"
    )
    return list(found.ids)


_CONVERTER = country_converter.CountryConverter()


def with_country_converter(names: Column) -> list[str | None]:
    """
    country_converter, which takes a column too.
    """
    found = _CONVERTER.convert(names, to="ISO2", not_found="")
    # It gives a list where a name fits several.
    return [
        id_.lower() if isinstance(id_, str) and id_ else None for id_ in found
    ]


def with_lookup(names: Column) -> list[str | None]:
    """
    The exact look-up of pycountry, name by name.
    """
    ids: list[str | None] = []
    for name in names:
        try:
            ids.append(pycountry.countries.lookup(name).alpha_2.lower())
        except LookupError:
            ids.append(None)
    return ids


def with_search(names: Column) -> list[str | None]:
    """
    The fuzzy search of pycountry, name by name.
    """
    ids: list[str | None] = []
    for name in names:
        try:
            found = pycountry.countries.search_fuzzy(name)
            ids.append(found[0].alpha_2.lower())
        except LookupError:
            ids.append(None)
    return ids


def with_countryinfo(names: Column) -> list[str | None]:
    """
    countryinfo, name by name.
    """
    ids: list[str | None] = []
    for name in names:
        try:
            ids.append(CountryInfo(name).iso(2).lower())
        except CountryNotFoundError:
            ids.append(None)
    return ids


PEERS = {
    "country_converter": (with_country_converter, 2_000),
    "pycountry lookup": (with_lookup, 2_000),
    "pycountry search_fuzzy": (with_search, 50),
    "countryinfo": (with_countryinfo, 1_000),
}
"""Each peer with the largest sample of names that it can be given."""


def measure(rounds: int) -> Iterator[Figure]:
    """
    Throughput by size, against a dict; then the peers; then memory.
    """
    logging.disable(logging.WARNING)  # country_converter names each unknown
    times: dict[int, float] = {}
    for size in SIZES:
        names, ids = column(size)
        folded = [fold(name) for name in names]
        by_fold = dict(zip(folded, ids, strict=True))
        if with_ascn(names) != ids or [*map(by_fold.get, folded)] != ids:
            raise AssertionError("other answers")
        base = "dict of folded names, already folded"
        found = calls(
            {
                base: lambda: [by_fold.get(name) for name in folded],  # noqa: B023
                "resolve": lambda: with_ascn(names),  # noqa: B023
            },
            base,
            max(3, rounds // 3),
        )["resolve"]
        times[size] = found.seconds / size
        yield Figure(
            "bulk",
            f"resolve, {size:,} names",
            base,
            found.middle,
            found.low,
            found.high,
            amount=1 / times[size],
            unit="names/s",
            note=f"{len(set(names)):,} distinct",
        )
    yield from _peers(times[SIZES[-1]])
    yield _memory()


def _peers(ours: float) -> Iterator[Figure]:
    names, ids = column(SIZES[0])
    for name, (way, sample) in PEERS.items():
        some, truth = names[:sample], ids[:sample]
        way(some[:10])
        start = time.process_time()
        found = way(some)
        each = (time.process_time() - start) / sample
        right = sum(a == b for a, b in zip(found, truth, strict=True))
        wrong = sum(
            a is not None and a != b for a, b in zip(found, truth, strict=True)
        )
        yield Figure(
            "bulk peers",
            name,
            "resolve, 1,000,000 names",
            each / ours,
            amount=1 / each,
            unit="names/s",
            note=(
                f"{sample:,} names; {right / sample:.0%} as resolve, "
                f"{wrong / sample:.1%} another id"
            ),
        )


def _memory() -> Figure:
    """
    The most that resolving holds, over a list of the same length.
    """
    names, _ = column(SIZES[-1])
    ascn.resolve(names[:1], kind="country")
    tracemalloc.start()
    with_ascn(names)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    result = 8 * len(names)
    return Figure(
        "bulk memory",
        "peak of resolve, 1,000,000 names",
        "a list of as many ids",
        ratio=most / result,
        note="the comparison copies the ids once",
    )
