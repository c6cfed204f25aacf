"""
`tools/curate/derive.py`: the four fields that follow are filled.
"""

import json
import pathlib

from typing import Any

import pytest

from ascn_data.files.canonical import canonical
from ascn_data.models.catalogue import FILES
from samples import rows, tables
from tools.curate import derive


def _written(directory: pathlib.Path, given: dict[str, Any]) -> None:
    for table in FILES:
        file = directory / f"{table}.json"
        file.write_text(json.dumps(given[table]), encoding="utf-8")


def test_fields_are_filled(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    What was wrong or missing becomes what the rule gives, all else stays.
    """
    given = rows()
    for record in (*given["partnerships"], *given["projects"]):
        for field in derive.FIELDS:
            record.pop(field, None)
    given["projects"][1]["start"] = "2030"
    given["projects"][1]["end"] = "2019"
    _written(tmp_path, given)
    assert derive.main(["--check", str(tmp_path)]) == 1
    assert "projects.json: python -m tools" in capsys.readouterr().out

    assert derive.main([str(tmp_path)]) == 0
    assert derive.main(["--check", str(tmp_path)]) == 0

    for table in derive.TABLES:
        raw = (tmp_path / f"{table}.json").read_bytes()
        assert raw == canonical(tables()[table])


def test_records_without_steps_keep_what_they_say(
    tmp_path: pathlib.Path,
) -> None:
    """
    Where nothing tells of stages, there is nothing to fill.
    """
    given = rows()
    del given["partnerships"][0]["milestones"]
    _written(tmp_path, given)

    assert derive.main([str(tmp_path)]) == 0

    (pair, _) = json.loads((tmp_path / "partnerships.json").read_bytes())
    assert (pair["start"], pair["status"]) == ("2019", "ended")


def test_damaged_files_are_told(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Nothing is written to a file that is no valid table otherwise.
    """
    given = rows()
    given["projects"][0]["colour"] = "red"
    _written(tmp_path, given)

    assert derive.main([str(tmp_path)]) == 1
    assert "unknown key 'colour'" in capsys.readouterr().out
