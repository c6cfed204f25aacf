"""
Joining many rows by messy names: time, and memory of all processes.

    python benchmarks/large_join.py [ROWS] [ENGINE ...]

Generates rows once (10,000,000 unless told otherwise), then runs the code of
each how-to page, within the memory that the page allows it, and prints its
time and its peak memory (see `trees.py`); a wrong answer is an error.
`run.py joins` also runs each engine's plain join on ids that are clean
already, which shows what the messy names cost, and two numbers of rows, which
show whether memory grows with them.
"""

import functools
import json
import math
import os
import pathlib
import resource
import statistics
import sys
import tempfile

from collections.abc import Iterator
from typing import Any

from measuring import Figure
from trees import Use, watched


HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tests"))  # for large_rows

ENGINES = ("duckdb", "polars", "dask", "spark")
ROWS = 10**7
PLAIN = "its plain join on clean ids"
LIMITS = {"duckdb": 1024, "polars": 1024}
"""Hard limits, in MB, for the data of the engines that are one process."""


def _plain_duckdb(page: dict[str, Any], directory: str) -> Any:
    import ascn_data as ascn

    connection = page["duckdb"].connect(config={"memory_limit": "512MB"})
    connection.register("cities", ascn.cities())
    return connection.execute(
        f"""
        select country, partner_id, count(*), sum(amount)
        from '{directory}/*.parquet' as rows
        left join cities on cities.id = rows.city_id
        group by all
        order by all nulls last
        """  # noqa: S608 - our own directory
    ).fetchall()


def _plain_polars(page: dict[str, Any], directory: str) -> Any:
    """
    The page's own code, with the ids that the files have.
    """
    page["with_ids"] = lambda directory: page["pl"].scan_parquet(
        f"{directory}/*.parquet"
    )
    return page["totals"](directory)


def _plain_dask(page: dict[str, Any], directory: str) -> Any:
    page["with_ids"] = lambda directory: page["dd"].read_parquet(
        f"{directory}/*.parquet",
        columns=["city_id", "partner_id", "amount"],
        split_row_groups=True,
    )
    return page["totals"](directory)


def _plain_spark(page: dict[str, Any], spark: Any, directory: str) -> Any:
    page["with_ids"] = lambda spark, directory: spark.read.parquet(directory)
    return page["totals"](spark, directory)


PLAIN_JOINS = {
    "duckdb": _plain_duckdb,
    "polars": _plain_polars,
    "dask": _plain_dask,
    "spark": _plain_spark,
}


def _mark(word: str) -> None:
    """
    Tell the parent where this process is and let it look.
    """
    print(word, flush=True)
    sys.stdin.readline()


def _run(engine: str, way: str, directory: str) -> None:
    """
    Run one engine here between two marks, and say whether it is right.
    """
    import large_rows

    if engine in LIMITS:
        limit = LIMITS[engine] * 2**20
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    page = large_rows.page(engine)
    join: Any = page["totals"]
    if way == "plain":
        join = functools.partial(PLAIN_JOINS[engine], page)

    def answer(*where: Any) -> None:
        _mark("begin")
        found = join(*where, f"{directory}/rows")
        file = pathlib.Path(directory, "totals.json")
        expected = json.loads(file.read_text(encoding="utf-8"))
        print("right" if [*map(list, found)] == expected else "WRONG")
        _mark("end")

    if engine == "dask":
        with page["cluster"]() as cluster, page["Client"](cluster):
            answer()
    elif engine == "spark":
        spark = page["session"]()
        answer(spark)
        spark.stop()
    else:
        answer()


def _used(engine: str, way: str, directory: str) -> Use:
    """
    What one engine uses in a process of its own.
    """
    # Or Spark's workers are whichever python3 comes first on the path.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    command = (sys.executable, __file__, "--run", engine, way, directory)
    use = watched(command)
    if use.said.strip() != "right":
        raise AssertionError(f"{engine}, {way}: {use.said}")
    return use


def _generate(directory: str, count: int) -> None:
    """
    Rows as Parquet files, and their true totals.
    """
    import large_rows

    totals = large_rows.write(pathlib.Path(directory, "rows"), count)
    file = pathlib.Path(directory, "totals.json")
    file.write_text(json.dumps(totals), encoding="utf-8")


def measure(rounds: int) -> Iterator[Figure]:
    """
    Time and memory at a tenth of the rows and at all of them.
    """
    sizes = (ROWS // 10, ROWS)
    uses: dict[str, list[Use]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as directory:
            _generate(directory, size)
            for engine in ENGINES:
                use = _used(engine, "messy", directory)
                uses.setdefault(engine, []).append(use)
                if size == ROWS:
                    yield _cost(engine, directory, use, rounds)
    for engine, (small, large) in uses.items():
        for size, use in zip(sizes, (small, large), strict=True):
            yield Figure(
                "join memory",
                f"{engine}, {size:,} rows",
                amount=use.peak,
                unit="MB",
                note=_note(engine, use),
            )
        for what, times in (
            ("peak memory", large.peak / small.peak),
            ("CPU time", large.cpu / small.cpu),
        ):
            yield Figure(
                "join growth",
                f"{engine}, {what}",
                f"{sizes[0]:,} rows",
                ratio=times,
                amount=math.log(times) / math.log(sizes[1] / sizes[0]),
                unit="exponent",
            )


def _note(engine: str, use: Use) -> str:
    """
    What a figure of memory is of.
    """
    files = f"{use.files:.0f} MB of it pages of files"
    if engine in LIMITS:
        return f"{files}; under a hard limit of {LIMITS[engine]} MB of data"
    return files


def _cost(engine: str, directory: str, first: Use, rounds: int) -> Figure:
    """
    The time of a join by messy names against one on clean ids.
    """
    messy, plain = [first.cpu], [_used(engine, "plain", directory).cpu]
    for _ in range(rounds // 10):
        messy.append(_used(engine, "messy", directory).cpu)
        plain.append(_used(engine, "plain", directory).cpu)
    ratios = [a / b for a, b in zip(messy, plain, strict=True)]
    return Figure(
        "joins",
        f"{engine}, {ROWS:,} rows",
        PLAIN,
        ratio=statistics.median(ratios),
        low=min(ratios),
        high=max(ratios),
        amount=statistics.median(messy) / ROWS * 1e6,
        unit="us a row",
        note=f"CPU of all processes; {len(ratios)} runs, lowest to highest",
    )


def main(arguments: list[str]) -> int:
    """
    Generate rows and run the engines asked for.
    """
    if arguments[:1] == ["--run"]:
        _run(*arguments[1:])
        return 0
    count = int(arguments[0]) if arguments else ROWS
    with tempfile.TemporaryDirectory() as directory:
        _generate(directory, count)
        files = pathlib.Path(directory, "rows").iterdir()
        size = sum(file.stat().st_size for file in files)
        print(f"{count:,} rows in {size / 2**20:.0f} MiB of Parquet")
        for engine in arguments[1:] or ENGINES:
            use = _used(engine, "messy", directory)
            print(
                f"{engine:<8} {use.wall:8.1f} s {use.cpu:8.1f} s of CPU "
                f"{use.peak:8.0f} MB, {use.files:.0f} MB of it pages of files",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
