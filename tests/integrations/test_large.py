"""
The how-to pages on joining many rows: the same answer on every engine.

The code that runs here is that of the pages.
"""

import pathlib
import pickle
import re
import sys

from typing import Any

import large_rows
import pytest

from dask.distributed import Client, LocalCluster
from pyspark.sql import SparkSession
from tblib import pickling_support

from ascn_data.errors import AscnDataError, RevisionError


PAGES = pathlib.Path(__file__).resolve().parents[2] / "docs" / "how-to"
CODE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COUNT = 1_000_000


@pytest.fixture(scope="module")
def rows(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[pathlib.Path, large_rows.Totals]:
    """
    A million rows in files, and what the answer must be.
    """
    directory = tmp_path_factory.mktemp("large") / "rows"
    return directory, large_rows.write(directory, COUNT)


def _page(name: str) -> Any:
    """
    The function `totals` of a page.
    """
    text = (PAGES / f"join-with-{name}.md").read_text(encoding="utf-8")
    (code,) = CODE.findall(text)
    names: dict[str, Any] = {"__name__": f"page_on_{name}"}
    exec(compile(code, f"{name}.md", "exec"), names)  # noqa: S102 - our own page
    return names["totals"]


Rows = tuple[pathlib.Path, large_rows.Totals]


def test_rows_are_as_many_as_asked(rows: Rows) -> None:
    """
    One name in fifty is unknown.
    """
    assert sum(count for _, _, count, _ in rows[1]) == COUNT * 49 // 50


def test_duckdb(rows: Rows) -> None:
    """
    One machine, SQL.
    """
    directory, expected = rows

    assert _page("duckdb")(directory) == expected


def test_polars_streaming(rows: Rows) -> None:
    """
    One machine, the streaming engine.
    """
    directory, expected = rows

    assert _page("polars")(directory) == expected


@pytest.mark.filterwarnings("ignore")  # of the engine's own parts
def test_dask_with_worker_processes(rows: Rows) -> None:
    """
    A cluster of two processes.
    """
    directory, expected = rows
    cluster = LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    )

    with cluster, Client(cluster):
        assert _page("dask")(directory) == expected


@pytest.mark.filterwarnings("ignore")  # of the engine's own parts
def test_spark(rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Java and Python workers.
    """
    # Or the workers are whichever python3 comes first on the path.
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    directory, expected = rows
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )

    try:
        assert _page("spark")(spark, directory) == expected
    finally:
        spark.stop()


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
