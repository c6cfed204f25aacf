"""
The tools that write files of this repository.
"""

import pathlib
import shutil

from types import ModuleType

import pytest

from ascn_data.models.catalogue import FILES
from tools.curate import format_data
from tools.generate import __main__ as generate
from tools.generate import citation as make_citation
from tools.generate import data_dictionary as make_data_dictionary
from tools.generate import descriptions as make_descriptions
from tools.generate import functions as make_functions
from tools.generate import stubs as make_stubs


def test_generated_files_are_fresh() -> None:
    """
    What is committed is what the generators write.
    """
    assert generate.main(["--check"]) == 0


def test_every_generator_is_run() -> None:
    """
    Every tool that writes files stands in the list, but for the notebooks.
    """
    folder = pathlib.Path(make_stubs.__file__).parent
    tools = {path.stem for path in folder.glob("*.py")}

    assert tools - {*generate.ORDER} == {
        "__init__",
        "__main__",
        "docstrings",
        "notebooks",
    }


def test_generators_that_fail_are_counted(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The others are run all the same.
    """
    monkeypatch.setattr(generate, "ORDER", ("stubs", "architecture"))
    monkeypatch.setattr(generate, "ROOT", tmp_path)

    assert generate.main(["--check"]) == 2


def test_public_names_follow() -> None:
    """
    A new function and a new class are found in the tables of names.
    """
    text = make_stubs.init("ascn_data", {"new": "functions", "__a__": "b"})

    assert make_stubs.homes_in(text) == {"new": "functions", "__a__": "b"}
    assert '__all__ = ["new"]' in text
    assert make_stubs.homes("ascn_data")["cities"] == "functions"
    assert make_stubs.homes("ascn_data.models")["City"] == "place"
    assert "Retirement" not in make_stubs.homes("ascn_data.models")


def test_stale_stubs_are_told_and_rewritten(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    Tables of names and stubs alike.
    """
    source = tmp_path / "src"
    shutil.copytree(make_stubs.SOURCE, source)
    shutil.copy(make_stubs.ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(make_stubs, "SOURCE", source)
    stub = source / "ascn_data/__init__.pyi"
    stub.write_text("", encoding="utf-8")
    package = source / "ascn_data/models/__init__.py"
    text = package.read_text(encoding="utf-8")
    package.write_text(text.replace('    "City": "place",\n', ""))

    assert make_stubs.main(["--check"]) == 1
    assert capsys.readouterr().out.count("is out of date") == 2
    assert make_stubs.main([]) == 0
    assert make_stubs.main(["--check"]) == 0
    assert package.read_text(encoding="utf-8") == text


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
