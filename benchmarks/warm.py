"""
Questions to loaded tables, against a dict and list comprehensions (point 4).
"""

import datetime
import json

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from measuring import Figure, calls

import ascn_data as ascn

from ascn_data.naming.folding import fold


def pairs() -> dict[str, tuple[Callable[[], Any], str, Callable[[], Any]]]:
    """
    Each question: asked here, and the yardstick that gives the same answer.
    """
    data = ascn.load()
    cities, projects = data.cities(), data.projects()
    by_id = {city.id: city for city in cities}
    by_name = {fold(city.name): city for city in cities}
    by_name[fold("Saigon")] = by_id["vn-ho-chi-minh-city"]
    partnerships = data.partnerships()
    day = datetime.date(2019, 12, 31)
    names = ("a dict", "a list comprehension")
    return {
        "table[id]": (
            lambda: cities["vn-da-nang"],
            names[0],
            lambda: by_id["vn-da-nang"],
        ),
        "city(id)": (
            lambda: data.city("vn-da-nang"),
            names[0],
            lambda: by_id["vn-da-nang"],
        ),
        "city(alias)": (
            lambda: data.city("Saigon"),
            "folding and a dict",
            lambda: by_name[fold("Saigon")],
        ),
        "filter by city, indexed": (
            lambda: data.projects(city="my-johor-bahru"),
            names[1],
            lambda: [p for p in projects if "my-johor-bahru" in p.cities],
        ),
        "filter by predicate": (
            lambda: projects.filter(lambda p: len(p.history) > 2),
            names[1],
            lambda: [p for p in projects if len(p.history) > 2],
        ),
        "as_of": (
            lambda: data.partnerships(as_of=2019),
            names[1],
            lambda: [
                p
                for p in partnerships
                if p.start is not None
                and p.start.earliest <= day
                and (p.end is None or day <= p.end.latest)
            ],
        ),
    }


def exports() -> dict[str, Callable[[], Any]]:
    """
    Each export of the projects; the first is the yardstick of the others.
    """
    projects = ascn.projects()
    return {
        "attrs.asdict of each": lambda: [attrs.asdict(p) for p in projects],
        "to_dicts": projects.to_dicts,
        "to_json": projects.to_json,
        "to_csv": projects.to_csv,
        "to_pandas": projects.to_pandas,
        "to_polars": projects.to_polars,
        "to_arrow": projects.to_arrow,
    }


def _check_exports(found: dict[str, Callable[[], Any]]) -> None:
    ids = list(ascn.projects().ids)
    frames: dict[str, Callable[[Any], list[str]]] = {
        "to_dicts": lambda rows: [row["id"] for row in rows],
        "to_json": lambda text: [row["id"] for row in json.loads(text)],
        "to_pandas": lambda frame: list(frame.reset_index()["id"]),
        "to_polars": lambda frame: frame["id"].to_list(),
        "to_arrow": lambda table: table["id"].to_pylist(),
    }
    for name, ids_of in frames.items():
        if ids_of(found[name]()) != ids:
            raise AssertionError(f"{name} gives other rows")


def measure(rounds: int) -> Iterator[Figure]:
    """
    The questions, then the exports.
    """
    for name, (ours, against, theirs) in pairs().items():
        answer = ours()
        if isinstance(answer, ascn.Table):
            answer = list(answer)  # a sequence too, but no list
        if answer != theirs():
            raise AssertionError(f"{name}: another answer than {against}")
        found = calls({against: theirs, name: ours}, against, rounds)[name]
        yield Figure(
            "warm",
            name,
            against,
            found.middle,
            found.low,
            found.high,
            amount=found.seconds * 1e6,
            unit="us",
        )
    cases = exports()
    _check_exports(cases)
    base = next(iter(cases))
    for name, found in calls(cases, base, rounds).items():
        if name != base:
            yield Figure(
                "export", name, base, found.middle, found.low, found.high
            )
