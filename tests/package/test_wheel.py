"""
What users install: the wheel alone, also from inside a zip file.
"""

import os
import pathlib
import re
import subprocess
import sys
import tarfile
import venv
import zipfile

import pytest

import ascn_data

from ascn_data.models.catalogue import FILES
from tools.release.versioning import shipped_as_tables


ROOT = pathlib.Path(__file__).resolve().parents[2]
QUERY = """
import ascn_data
print(ascn_data.__file__)
print(len(ascn_data.cities(as_of="2018-12")), ascn_data.city("JB").id)
print(ascn_data.load("2026.1").partner("JETRO").id)
"""


def _run(*command: str | pathlib.Path, cwd: pathlib.Path) -> str:
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "COV"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """
    The wheel, built from a source distribution.
    """
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--outdir", out, ROOT, cwd=out)
    (built,) = out.glob("*.whl")
    return built


def test_contents(wheel: pathlib.Path) -> None:
    """
    Every data file, every frozen revision, the marker and both licences.
    """
    source = ROOT / "src"
    wanted = {
        str(path.relative_to(source))
        for path in (source / "ascn_data").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    names = set(zipfile.ZipFile(wheel).namelist())

    wanted -= {shipped_as_tables(ascn_data.__version__)}
    assert wanted <= names
    assert {f"ascn_data/data/{name}.json" for name in FILES} <= names
    assert "ascn_data/py.typed" in names
    assert [n for n in names if n.endswith("licenses/LICENSE-DATA")]
    assert wheel.stat().st_size <= 1_500_000


def test_nothing_else_is_shipped(wheel: pathlib.Path) -> None:
    """
    The wheel holds files of the source and of its metadata; the source
    distribution holds files of the repository: nothing from a work place.
    """
    tracked = set(_run("git", "ls-files", cwd=ROOT).splitlines())
    source = {
        name.removeprefix("src/")
        for name in tracked
        if name.startswith("src/ascn_data/")
    }
    metadata = {"METADATA", "RECORD", "WHEEL", "entry_points.txt"}
    licences = {"licenses/LICENSE", "licenses/LICENSE-DATA"}

    names = set(zipfile.ZipFile(wheel).namelist())
    (sdist,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        members = archive.getmembers()

    about = {n.split("/", 1)[1] for n in names if ".dist-info/" in n}
    assert about == metadata | licences
    assert {n for n in names if ".dist-info/" not in n} == source
    files = {member.name.split("/", 1)[1] for member in members}
    assert files - tracked == {"PKG-INFO"}
    assert all(member.isfile() for member in members)


def test_installed_without_the_source(
    wheel: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    """
    In a clean environment with `src` out of reach, queries and tests run.
    """
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    _run(python, "-m", "pip", "install", "-q", wheel, cwd=tmp_path)
    _run(
        python,
        "-m",
        "pip",
        "install",
        "-q",
        "-r",
        ROOT / "requirements" / "test.txt",
        cwd=tmp_path,
    )
    tests = tmp_path / "tests"
    tests.symlink_to(ROOT / "tests")

    first, second, third = _run(python, "-c", QUERY, cwd=tmp_path).splitlines()

    assert "site-packages" in first
    assert second == "26 my-johor-bahru"
    assert third == "jetro"
    out = _run(
        python,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        tmp_path,
        "-c",
        ROOT / "pyproject.toml",
        "--override-ini",
        f"pythonpath={ROOT / 'tests'} {ROOT}",
        ROOT / "tests" / "unit" / "tables" / "test_queries.py",
        ROOT / "tests" / "unit" / "files" / "test_parsing.py",
        ROOT / "tests" / "data" / "test_golden.py",
        ROOT / "tests" / "data" / "test_reconciliation.py",
        cwd=tmp_path,
    )
    assert " passed" in out


EVERYTHING = """
import ascn_data
from ascn_data.models.catalogue import FILES
for revision in (None, "2026.1"):
    ds = ascn_data.load(revision)
    print(ds.digest, *(len(ds.table(name)) for name in FILES))
"""


def test_from_a_zip(wheel: pathlib.Path) -> None:
    """
    Imported straight from the wheel file, all tables and a frozen revision.

    As the page does it.
    """
    page = (ROOT / "docs/how-to/bundle.md").read_text(encoding="utf-8")
    (code,) = re.findall(
        r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE
    )
    code += QUERY + EVERYTHING
    out = _run(sys.executable, "-c", code, cwd=wheel.parent)
    source = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n"
    plain = _run(sys.executable, "-c", source + EVERYTHING, cwd=wheel.parent)
    zeroth, first, second, third, *counts = out.splitlines()

    assert zeroth == "Ho Chi Minh City 31"
    assert first.startswith(wheel.name)
    assert second == "26 my-johor-bahru"
    assert third == "jetro"
    assert counts == plain.splitlines()
    assert len(set(counts)) == 2
