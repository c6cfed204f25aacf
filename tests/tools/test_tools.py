"""
The tools that write files of this repository.
"""

import pathlib
import shutil

from types import ModuleType

import pytest

from ascn_data.models.catalogue import FILES
from tools.curate import format_data
from tools.generate import accuracy as make_accuracy
from tools.generate import architecture as make_architecture
from tools.generate import citation as make_citation
from tools.generate import data_dictionary as make_data_dictionary
from tools.generate import descriptions as make_descriptions
from tools.generate import functions as make_functions
from tools.generate import stubs as make_stubs


def test_generated_files_are_fresh() -> None:
    """
    What is committed is what the generators write.
    """
    assert make_functions.main(["--check"]) == 0
    assert make_data_dictionary.main(["--check"]) == 0
    assert make_citation.main(["--check"]) == 0
    assert make_descriptions.main(["--check"]) == 0
    assert make_stubs.main(["--check"]) == 0
    assert make_architecture.main(["--check"]) == 0
    assert make_accuracy.main(["--check"]) == 0


@pytest.mark.parametrize(
    "module",
    [
        make_citation,
        make_data_dictionary,
        make_descriptions,
        make_functions,
    ],
    ids=["citation", "data dictionary", "descriptions", "functions"],
)
def test_stale_files_are_told_and_rewritten(
    module: ModuleType,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    A stale file fails the check; writing it makes it fresh.
    """
    target = tmp_path / module.TARGET.name
    target.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(module, "TARGET", target)

    assert module.main(["--check"]) == 1
    assert capsys.readouterr().out
    assert module.main([]) == 0
    assert module.main(["--check"]) == 0


def test_format_data(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Formatting mends what is not canonical, and tells what it cannot read.
    """
    for name in FILES:
        shutil.copy(format_data.DATA / f"{name}.json", tmp_path)
    terms = tmp_path / "terms.json"
    canonical = terms.read_bytes()
    terms.write_bytes(canonical.replace(b"\n  ", b"\n    "))

    assert format_data.main(["--check", str(tmp_path)]) == 1
    assert "terms.json is not canonical" in capsys.readouterr().out
    assert format_data.main([str(tmp_path)]) == 0
    assert terms.read_bytes() == canonical
    assert format_data.main(["--check", str(tmp_path)]) == 0

    terms.write_bytes(b"[")
    assert format_data.main([str(tmp_path)]) == 1
    assert "terms.json: not JSON" in capsys.readouterr().out
