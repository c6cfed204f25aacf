"""
Run the benchmarks: a table on the screen and `benchmarks/results.json`.

    python benchmarks/run.py [--quick] [PART ...]

`benchmarks/requirements.txt` says how to make the environment.  Parts left
out keep the figures of the run before; `make_page.py` writes the page.
"""

import argparse
import compileall
import datetime
import importlib.metadata
import json
import os
import pathlib
import platform
import site
import sys

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import breakdown
import bulk
import cold
import growth
import loads
import sizes
import warm

from measuring import Figure, announced


HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results.json"


def joins(rounds: int) -> Iterator[Figure]:
    """
    The part that needs Linux, imported when it is asked for.
    """
    import large_join

    return large_join.measure(rounds)


PARTS: dict[str, Callable[[int], Iterator[Figure]]] = {
    "cold": cold.measure,
    "breakdown": lambda _: breakdown.measure(),
    "loads": loads.measure,
    "warm": warm.measure,
    "bulk": bulk.measure,
    "growth": lambda _: growth.measure(),
    "joins": joins,
    "sizes": lambda _: sizes.measure(),
}


def machine() -> dict[str, Any]:
    """
    Where the figures come from, in general terms.
    """
    wanted = (HERE / "requirements.txt").read_text(encoding="utf-8")
    peers = [
        line.partition("==")[0]
        for line in wanted.splitlines()
        if "==" in line and not line.startswith("#")
    ]
    return {
        "day": f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}",
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "versions": {
            name: importlib.metadata.version(name)
            for name in ("ascn-data", *peers)
        },
    }


def shown(figure: Figure) -> str:
    """
    A figure as a line.
    """
    parts = [f"{figure.part:12} {figure.case:40}"]
    if figure.ratio is not None:
        parts.append(f"{figure.ratio:10.2f} x {figure.against}")
    if figure.low is not None and figure.high is not None:
        parts.append(f"[{figure.low:.2f} to {figure.high:.2f}]")
    if figure.instructions is not None:
        parts.append(f"instructions {figure.instructions:.2f} x")
    if figure.amount is not None:
        parts.append(f"{figure.amount:,.2f} {figure.unit}")
    return " ".join([*parts, figure.note]).rstrip()


def main(arguments: list[str]) -> int:
    """
    Run the parts asked for, or all.
    """
    parser = argparse.ArgumentParser(description="Run the benchmarks.")
    parser.add_argument("parts", nargs="*", metavar="PART")
    parser.add_argument("--quick", action="store_true", help="few rounds")
    asked = parser.parse_args(arguments)
    for directory in site.getsitepackages():
        compileall.compile_dir(directory, quiet=2)
    kept: dict[str, Any] = {}
    if RESULTS.exists():
        kept = json.loads(RESULTS.read_text(encoding="utf-8"))["figures"]
    for part in asked.parts or PARTS:
        with announced(part):
            figures = list(PARTS[part](3 if asked.quick else 21))
        kept[part] = [
            attrs.asdict(f, filter=lambda _, value: value not in (None, ""))
            for f in figures
        ]
        print("\n".join(map(shown, figures)))
    results = {"machine": machine(), "figures": kept}
    text = json.dumps(results, indent=1, ensure_ascii=False)
    RESULTS.write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
