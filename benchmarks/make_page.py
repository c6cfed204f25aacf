"""
Write `docs/reference/benchmarks.md` from `benchmarks/results.json`.

    python benchmarks/make_page.py [--check]
"""

import json
import pathlib
import sys

from typing import Any

import attrs


HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results.json"
TARGET = HERE.parent / "docs" / "reference" / "benchmarks.md"

Row = dict[str, Any]


@attrs.frozen
class Goal:
    """
    A limit that a figure is held against.

    Attributes:
        words: What it limits.
        part: The part of the figure.
        case: The case of the figure.
        most: The limit.
        bound: What keeps it from being reached, shown where it is not.
        key: `ratio` or `amount`.
        least: Whether the limit is the least and not the most.
    """

    words: str
    part: str
    case: str
    most: float
    bound: str = ""
    key: str = "ratio"
    least: bool = False


_FIRST = (
    "the limit was set where 31 cities took 27 kB of JSON; here 38 take 179, "
    "with names, evidence and disputes, and their classes have more fields. "
    "What is left is below, step by step. Leaving cattrs out until something "
    "is wrong would save a fifth, at the price of our own dispatch on types"
)
_JAPAN = (
    "568 kB of JSON are read, of partnerships, partners and countries, which "
    "is two thirds of what the limit knew as the whole dataset"
)
_EVERY = (
    "in instructions, `json.loads` of 2.3 MB is half of the parts, attrs' "
    "constructors by themselves another half, and making the classes of "
    "eleven tables 0.4: with the parts 2.4 before a line of this package "
    "runs. Less would take constructors generated when the package is built, "
    "or fewer bytes: evidence is most of the records"
)

GOALS = (
    Goal(
        "import, against `python -c pass`",
        "import",
        "ascn_data",
        1.10,
        "the rest is Python's own start; the interval shows the noise",
    ),
    Goal(
        "first table, against the parts",
        "answer",
        "first table",
        1.15,
        _FIRST,
    ),
    Goal(
        '`partnerships(partner="Japan")`, against the parts',
        "answer",
        "a filtered table",
        1.40,
        _JAPAN,
    ),
    Goal(
        "every table, against the parts",
        "answer",
        "every table",
        1.80,
        _EVERY,
    ),
    Goal(
        "load everything strictly, against `json.loads`",
        "load",
        "ascn_data",
        3.5,
        "a third is attrs' constructors, which set every field of a frozen "
        "slotted object by a call, and a tenth the search for duplicate keys",
    ),
    Goal("peak memory of import, MB", "peak", "import", 0.3, key="amount"),
    Goal(
        "peak memory with one table, MB",
        "peak",
        "first table",
        8,
        "importing attrs and cattrs takes 6 of them",
        "amount",
    ),
    Goal(
        "peak memory with every table, MB",
        "peak",
        "every table",
        10,
        "the limit was set with 0.9 MB of JSON, there are 2.3",
        "amount",
    ),
    Goal(
        "memory held, against the JSON bytes",
        "held",
        "every table in memory",
        1.75,
    ),
    Goal(
        "`table[id]`, against a dict",
        "warm",
        "table[id]",
        2.0,
        "one Python call, `__getitem__`; `table.by_id` is a plain dict",
    ),
    *(
        Goal(
            f"indexed filter of {size} records, microseconds",
            "filter",
            f"partners(country=...), 13 of {size}",
            5,
            "most of it is resolving the name and making the table",
            "amount",
        )
        for size in ("407", "968,465")
    ),
    Goal(
        "pickle round trip of a table, against loading it",
        "pickle",
        "round trip of the table of projects",
        2.0,
    ),
    Goal("reads by 64 racing threads", "race", "reads", 1, key="amount"),
    Goal(
        "objects handed out to them",
        "race",
        "objects handed out",
        1,
        key="amount",
    ),
    Goal(
        "growth of loading, exponent in instructions",
        "growth",
        "load, in instructions",
        1.05,
        key="amount",
    ),
    *(
        Goal(
            f"growth of {step}, exponent in CPU time",
            "growth",
            step,
            1.05,
            "memory is slower than the caches: `json.loads` alone grows as "
            "shown below",
            "amount",
        )
        for step in (
            "load",
            "index",
            "filter by predicate",
            "export",
            "diff",
        )
    ),
    Goal(
        "resolve 10^6 messy names: country_converter is slower by",
        "bulk peers",
        "country_converter",
        50,
        least=True,
    ),
    Goal(
        "resolve 10^6 messy names, against a dict of folded names",
        "bulk",
        "resolve, 1,000,000 names",
        4.0,
        "each distinct name is folded once, and one in thirty is distinct",
    ),
    *(
        Goal(
            f"join of 10^7 rows in {name}, peak memory against 10^6 rows",
            "join growth",
            f"{name.lower()}, peak memory",
            1.5,
            "10^6 rows are too few to fill what the engine reads ahead",
        )
        for name in ("DuckDB", "Polars", "Dask", "Spark")
    ),
    Goal("wheel, MB", "size", "wheel", 1.5, key="amount"),
)

_PARTS = {
    "import": "Importing, in a cold process",
    "modules": "Modules that importing loads",
    "files": "Files that importing opens, code apart",
    "look-up": "Importing and a first look-up, in a cold process",
    "answer": "Importing and a first answer, against the parts",
    "limit": "The same, against Python and `json.loads` of the bytes needed",
    "first table": "What the first table is made of",
    "peak": "Peak memory of a cold process, above bare Python",
    "load": "Loading every table",
    "whole load": "What loading every table is made of",
    "load peak": "Peak memory of loading, above the imports",
    "held": "Memory held",
    "pickle": "Pickling",
    "race": "64 threads that race for one table",
    "warm": "Questions to loaded tables",
    "export": "Exports of the projects",
    "bulk": "A column of messy country names into ids",
    "bulk peers": "The same by other libraries, slower than `resolve` by",
    "bulk memory": "Memory of resolving",
    "growth": "Growth with synthetic datasets of the real shape",
    "filter": "An indexed filter with the same answer in growing tables",
    "growth memory": "Memory held by a record, as the process sees it",
    "joins": "Joining many rows by messy names, with the how-to pages' code",
    "join memory": "Peak memory of all processes of such a join",
    "join growth": "Growth of such a join with ten times the rows",
    "size": "Size",
}

_HEAD = """# Benchmarks

<!-- Generated by benchmarks/make_page.py from benchmarks/results.json. -->

What this package costs, side by side with what one would take instead. All
figures are ratios of CPU time within one run: cases take turns, each round
divides by its yardstick in the same round, and the table gives the median
with its 95 % bootstrap interval. Instruction counts (valgrind) repeat to
about 0.1 %. Answers are compared before anything is timed. "The parts" is
`import attrs, cattrs, json, importlib_resources`.

The measuring is our own, in `benchmarks/measuring.py`: pyperf and hyperfine
run one command after the other, and on a shared machine the first may meet
another load than the second.

Run them yourself as `benchmarks/requirements.txt` says.
"""


def _number(value: float) -> str:
    digits = 0 if abs(value) >= 100 else 2
    return f"{value:,.{digits}f}"


def _found(figures: list[Row], goal: Goal) -> Row:
    return next(
        f
        for f in figures
        if (f["part"], f["case"]) == (goal.part, goal.case) and goal.key in f
    )


def _goals(figures: list[Row]) -> list[str]:
    """
    The targets, with what bounds those that are missed.
    """
    lines = ["## Targets", "", "| figure | limit | measured | reached |"]
    lines += ["|---|---|---|---|"]
    bounds: list[str] = []
    for goal in GOALS:
        value = _found(figures, goal)[goal.key]
        reached = value >= goal.most if goal.least else value <= goal.most
        sign = ">=" if goal.least else "<="
        lines.append(
            f"| {goal.words} | {sign} {goal.most:g} | {_number(value)} "
            f"| {'yes' if reached else '**no**'} |"
        )
        if not reached:
            bounds.append(f"- **{goal.words}**: {goal.bound}.")
    return [*lines, "", "What bounds those that are missed:", "", *bounds, ""]


def _part(title: str, rows: list[Row]) -> list[str]:
    """
    One table of figures.
    """
    lines = [f"## {title}", ""]
    lines += ["| case | against | ratio | interval | instructions | amount |"]
    lines += ["|---|---|---|---|---|---|"]
    for row in rows:
        cells = [
            row["case"],
            row.get("against", ""),
            _number(row["ratio"]) if "ratio" in row else "",
            f"{_number(row['low'])} to {_number(row['high'])}"
            if "low" in row
            else "",
            _number(row["instructions"]) if "instructions" in row else "",
            f"{_number(row['amount'])} {row['unit']}"
            if "amount" in row
            else "",
        ]
        if "note" in row:
            cells[-1] = "; ".join(filter(None, [cells[-1], row["note"]]))
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, ""]


def page() -> str:
    """
    The whole page.
    """
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    machine = results["machine"]
    figures = [row for rows in results["figures"].values() for row in rows]
    versions = ", ".join(f"{k} {v}" for k, v in machine["versions"].items())
    lines = [
        _HEAD,
        (
            f"Measured on {machine['day']} with Python {machine['python']} "
            f"on {machine['system']}, {machine['processor']}, "
            f"{machine['cores']} shared cores."
        ),
        "",
        f"Versions: {versions}.",
        "",
        *_goals(figures),
    ]
    for part, title in _PARTS.items():
        rows = [row for row in figures if row["part"] == part]
        lines += _part(title, rows)
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """
    Write the page, or with --check say whether it is up to date.
    """
    if "--check" in arguments:
        fresh = TARGET.read_text(encoding="utf-8") == page()
        if not fresh:
            print("run benchmarks/make_page.py: the page is stale")
        return 0 if fresh else 1
    TARGET.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
