"""
Exports in the shells of DuckDB and SQLite, with the SQL of the page.
"""

import collections
import csv
import pathlib
import re
import subprocess
import sysconfig

from typing import Literal

import pytest

import ascn_data


DS = ascn_data.load()
ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "export-everything.md"
SECTION = re.compile(
    r"^## (\w+) and (\w+)$.*?^```sql\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
QUESTIONS = {
    (shell, format.lower()): sql
    for shell, format, sql in SECTION.findall(PAGE.read_text("utf-8"))
}
SHELLS: dict[str, list[str | pathlib.Path]] = {
    "DuckDB": [
        pathlib.Path(sysconfig.get_path("scripts")) / "duckdb",
        "-csv",
        "-noheader",
        "-bail",
    ],
    "SQLite": ["sqlite3", "-csv", "-bail"],
}
Rows = list[list[str]]


def _answers() -> Rows:
    """
    What the three questions of the page come to, from the records.
    """
    partners = DS.partners()
    names = sorted(
        [partnership.name, partners[id_].name]
        for partnership in DS.partnerships()
        for id_ in partnership.partners
    )
    sources = collections.Counter(
        evidence.source for event in DS.events() for evidence in event.evidence
    )
    statuses = collections.Counter(
        (entry.report, entry.status.value)
        for project in DS.projects()
        for entry in project.history
    )
    return [
        *names,
        *([source, str(n)] for source, n in sorted(sources.items())),
        *([*pair, str(n)] for pair, n in sorted(statuses.items())),
    ]


def test_every_shell_and_format() -> None:
    """
    The page answers for both shells; SQLite alone reads no Parquet.
    """
    assert set(QUESTIONS) == {
        ("DuckDB", "csv"),
        ("DuckDB", "json"),
        ("DuckDB", "parquet"),
        ("SQLite", "csv"),
        ("SQLite", "json"),
    }


@pytest.mark.parametrize(("shell", "format"), QUESTIONS)
def test_answers(
    tmp_path: pathlib.Path,
    shell: str,
    format: Literal["csv", "json", "parquet"],
) -> None:
    """
    The printed answers are those of the records.
    """
    ascn_data.export(tmp_path, format=format)
    done = subprocess.run(
        SHELLS[shell],
        input=QUESTIONS[shell, format],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
    )

    assert done.stderr == ""
    assert [*csv.reader(done.stdout.splitlines())] == _answers()
