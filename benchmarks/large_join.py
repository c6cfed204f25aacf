"""
Time and memory of joining many rows, by engine.

    python benchmarks/large_join.py [ROWS] [ENGINE ...]

Generates rows once (10,000,000 unless told otherwise), then runs the code of
each how-to page in a process of its own and prints its time, its peak memory
and whether the answer is right.  Spark's Java process is not in the figure
for memory.
"""

import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time

from typing import Any


ROOT = pathlib.Path(__file__).resolve().parent.parent
ENGINES = ("duckdb", "polars", "dask", "spark")
CODE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def _totals(engine: str, directory: str) -> Any:
    """
    The answer of the code on an engine's page.
    """
    page = ROOT / "docs" / "how-to" / f"join-with-{engine}.md"
    (code,) = CODE.findall(page.read_text(encoding="utf-8"))
    names: dict[str, Any] = {"__name__": f"page_on_{engine}"}
    exec(compile(code, page.name, "exec"), names)  # noqa: S102 - our own page
    if engine == "dask":
        from dask.distributed import Client, LocalCluster

        cluster = LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None
        )
        with cluster, Client(cluster):
            return names["totals"](directory)
    if engine == "spark":
        from pyspark.sql import SparkSession

        spark = SparkSession.builder.master("local[*]").getOrCreate()
        return names["totals"](spark, directory)
    return names["totals"](directory)


def _run(engine: str, directory: str) -> None:
    """
    Run one engine here and print what came of it.
    """
    expected = json.loads(pathlib.Path(directory, "totals.json").read_text())
    begin = time.perf_counter()
    found = _totals(engine, f"{directory}/rows")
    seconds = time.perf_counter() - begin
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    right = [list(row) for row in found] == expected
    print(
        f"{engine:<8} {seconds:8.1f} s {peak / 1024:8.0f} MiB  "
        f"{'right' if right else 'WRONG'}",
        flush=True,
    )


def main(arguments: list[str]) -> int:
    """
    Generate rows and run the engines asked for.
    """
    if arguments[:1] == ["--run"]:
        _run(*arguments[1:])
        return 0
    sys.path.insert(0, str(ROOT / "tests"))
    import large_rows

    count = int(arguments[0]) if arguments else 10_000_000
    with tempfile.TemporaryDirectory() as directory:
        totals = large_rows.write(pathlib.Path(directory, "rows"), count)
        pathlib.Path(directory, "totals.json").write_text(json.dumps(totals))
        size = sum(
            f.stat().st_size for f in pathlib.Path(directory).rglob("*")
        )
        print(f"{count:,} rows in {size / 2**20:.0f} MiB of Parquet")
        for engine in arguments[1:] or ENGINES:
            command = (sys.executable, __file__, "--run", engine, directory)
            subprocess.run(command, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
