"""
The how-to pages on joining many rows: the same answer on every engine.

The code that runs here is that of the pages.
"""

import os
import pathlib
import pickle
import shutil
import sys

from collections import Counter
from collections.abc import Callable

import large_rows
import pandas as pd
import pyspark
import pytest

from dask.distributed import Client
from tblib import pickling_support

from ascn_data.errors import AscnDataError, RevisionError
from ascn_data.naming.resolution import Resolution


COUNT = 1_000_000
SPARK = pathlib.Path(pyspark.__file__).parent
CITY, PARTNER = "Bandar Seri Begawan", "Access Partnership"

Rows = tuple[pathlib.Path, large_rows.Totals]
Reads = Callable[[], Counter[str]]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """
    A million rows in files, and what the answer must be.
    """
    directory = tmp_path_factory.mktemp("large") / "rows"
    return directory, large_rows.write(directory, COUNT)


@pytest.fixture
def reads(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Reads:
    """
    How often each process started from here read each file of the package.
    """
    log = tmp_path / "reads"
    log.touch()
    (tmp_path / "sitecustomize.py").write_text(
        f"""
import os, sys

log = os.open({str(log)!r}, os.O_WRONLY | os.O_APPEND)

def hook(event, arguments):
    name = str(arguments[0]) if event == "open" else ""
    if "ascn_data" in name and name.endswith(".json"):
        os.write(log, f"{{os.getpid()}} {{name}}\\n".encode())

sys.addaudithook(hook)
""",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(tmp_path), *map(os.path.abspath, sys.path)])
    monkeypatch.setenv("PYTHONPATH", path)
    return lambda: Counter(log.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("engine", ["duckdb", "polars", "dask"])
@pytest.mark.filterwarnings("ignore")  # of the engine's own parts
def test_rows_without_an_amount_count(
    engine: str, tmp_path: pathlib.Path
) -> None:
    """
    A gap in the amounts is a row all the same, and fractions stay.
    """
    pd.DataFrame(
        {
            "city": ["Saigon", "HCMC", None],
            "partner": ["JETRO", "jetro", "jetro"],
            "amount": [10.25, None, 0.5],
        }
    ).to_parquet(tmp_path / "part-0.parquet")

    assert large_rows.page(engine)["totals"](tmp_path) == [
        ("vn", "jetro", 2, 10.25),
        (None, "jetro", 1, 0.5),
    ]


def _once(reads: Counter[str]) -> bool:
    """
    Whether the processes read the cities, and no file twice.
    """
    return any("cities.json" in name for name in reads) and set(
        reads.values()
    ) == {1}


def _found(resolution: Resolution, name: str) -> bool:
    """
    Whether the commonest name without an id is a known one with a slip.
    """
    return (
        len(resolution.unknown) == 20
        and resolution.unknown[0] == f"{name}x"
        and resolution.suggestions()[f"{name}x"][0] == name
    )


def test_no_row_is_lost(rows: Rows) -> None:
    """
    One name in twenty-five means nothing; its rows stand under None.
    """
    _, expected = rows

    assert sum(count for _, _, count, _ in expected) == COUNT
    assert (
        sum(count for country, _, count, _ in expected if country is None)
        == sum(count for _, partner, count, _ in expected if partner is None)
        == COUNT // 25
    )


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_one_machine(engine: str, rows: Rows) -> None:
    """
    DuckDB, and Polars' streaming engine.
    """
    directory, expected = rows
    page = large_rows.page(engine)

    assert page["totals"](directory) == expected
    assert _found(page["without_id"](directory, "city", "city"), CITY)
    assert _found(page["without_id"](directory, "partner", "partner"), PARTNER)


@pytest.mark.filterwarnings("ignore")  # of the engine's own parts
def test_dask_with_worker_processes(rows: Rows, reads: Reads) -> None:
    """
    Two processes, each of which reads the tables once.
    """
    directory, expected = rows
    page = large_rows.page("dask")

    with page["cluster"]() as cluster, Client(cluster):
        assert page["totals"](directory) == expected
        assert _found(page["without_id"](directory, "city", "city"), CITY)
    assert _once(reads())


@pytest.mark.filterwarnings("ignore")  # of the engine's own parts
def test_spark_with_executors(
    rows: Rows, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Two executors that are processes of their own, with Python workers.
    """
    directory, expected = rows
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
        # Java compiles for so short a run no more than it must.
        "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    }
    options = " ".join(f"--conf {k}={v}" for k, v in settings.items())
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", f"{options} pyspark-shell")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    page = large_rows.page("spark")
    spark = page["session"]("local-cluster[2,1,1024]")

    try:
        assert page["totals"](spark, directory) == expected
        found = page["without_id"](spark, directory, "city", "city")
    finally:
        logs = SPARK / "work" / spark.sparkContext.applicationId
        spark.stop()
        shutil.rmtree(logs)  # they are in the library's own directory
    assert _found(found, CITY)
    assert _once(reads())


def test_workers_refuse_another_revision() -> None:
    """
    Their package must hold the same data as the one that sends them pieces.
    """
    rows = pd.DataFrame({"city": ["Phuket"], "partner": ["Japan"]})

    with pytest.raises(RevisionError):
        large_rows.page("dask")["add_ids"](rows, "00000000")


@pytest.mark.parametrize(
    "error", [RevisionError("1", "no such"), AscnDataError("plain")]
)
def test_errors_come_back_from_workers(error: AscnDataError) -> None:
    """
    Dask pickles errors in its own way, which keeps their fields too.
    """
    pickling_support.install(type(error))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(again) is type(error)
    assert str(again) == str(error)
