"""
The data inside other software; the code and commands are those of the docs.
"""

import contextlib
import datetime
import functools
import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import threading

from collections.abc import Iterator
from typing import Any

import attrs
import cattrs
import pytest

from pydantic import PydanticSchemaGenerationError, TypeAdapter

import ascn_data

from ascn_data.files.strict import converter
from ascn_data.models import Partnership
from ascn_data.models.catalogue import FILES, record_class


ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "how-to"
EXACT = {"observations", "partnerships", "projects"}
CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def _code(page: str, language: str = "python") -> str:
    """
    The code on a page in one language.
    """
    text = (PAGES / page).read_text(encoding="utf-8")
    (code,) = (c for found, c in CODE.findall(text) if found == language)
    assert isinstance(code, str)
    return code


def _run(*command: str | pathlib.Path, cwd: pathlib.Path) -> str:
    """
    What a command prints; a test fails with the end of it.
    """
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [*map(str, command)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=env,
        check=False,
    )
    # Only the end: node shows the line that failed, megabytes of a library.
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]
    return done.stdout


@pytest.mark.filterwarnings("ignore")  # starlette's of its own test client
def test_fastapi(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Records answer requests; what is misspelt is not found.
    """
    from fastapi.testclient import TestClient

    (tmp_path / "service.py").write_text(_code("serve-with-fastapi.md"))
    monkeypatch.syspath_prepend(tmp_path)
    service: Any = __import__("service")
    client = TestClient(service.app)

    found = client.get("/cities", params={"country": "Viet Nam"}).json()
    assert [city["id"] for city in found] == list(
        ascn_data.cities(country="vn").ids
    )
    assert found[0]["joined"] == "2018-04-28"
    wrong = client.get("/cities", params={"country": "Vietnma"})
    assert wrong.status_code == 404
    assert "did you mean" in wrong.json()["detail"]
    assert client.get("/revision").json()["digest"] == (
        ascn_data.revision().digest
    )
    for record in ascn_data.partnerships():
        plain = client.get(f"/partnerships/{record.id}").json()
        assert converter().structure(plain, Partnership) == record


def test_converters_of_others() -> None:
    """
    The page is right about stock cattrs, attrs and pydantic.
    """
    stock = cattrs.Converter()
    for name in FILES:
        cls, exact = record_class(name), name in EXACT
        for record in ascn_data.load().table(name):
            plain = stock.unstructure(record)
            if not exact:
                again = json.loads(json.dumps(plain))
                assert stock.structure(again, cls) == record
        with pytest.raises(PydanticSchemaGenerationError):
            TypeAdapter(cls)
    observation = ascn_data.observations()[0]
    with pytest.raises(TypeError, match="Decimal"):
        json.dumps(stock.unstructure(observation))
    with pytest.raises(cattrs.errors.StructureHandlerNotFoundError):
        stock.structure(stock.unstructure(observation), type(observation))
    assert attrs.asdict(ascn_data.city("Phuket"))["joined"] == {
        "text": "2018-04-28",
        "earliest": datetime.date(2018, 4, 28),
        "latest": datetime.date(2018, 4, 28),
    }


WRONG = """
from ascn_data import cities
cities()[0].nmae
cities(contry="vn")
"""


@pytest.mark.parametrize(
    "checker",
    [("mypy", "--strict"), ("pyright", "--pythonpath", sys.executable)],
)
def test_type_checkers(
    tmp_path: pathlib.Path, checker: tuple[str, ...]
) -> None:
    """
    Right code passes, misspelt names do not.
    """
    (tmp_path / "right.py").write_text(_code("type-check.md"))
    (tmp_path / "wrong.py").write_text(WRONG)
    command = (sys.executable, "-m", *checker)

    _run(*command, "right.py", cwd=tmp_path)
    with pytest.raises(AssertionError) as caught:
        _run(*command, "wrong.py", cwd=tmp_path)
    assert "nmae" in str(caught.value)
    assert "contry" in str(caught.value)


def test_zipapp(tmp_path: pathlib.Path) -> None:
    """
    The data is read out of the archive.
    """
    _run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--target",
        "app",
        ROOT,
        cwd=tmp_path,
    )
    _run(
        sys.executable,
        "-m",
        "zipapp",
        "app",
        "-m",
        "ascn_data.__main__:console",
        "-o",
        "ascn.pyz",
        cwd=tmp_path,
    )
    printed = _run(
        sys.executable,
        "-I",
        "ascn.pyz",
        "cities",
        "--country",
        "Malaysia",
        cwd=tmp_path,
    )

    assert "my-johor-bahru" in printed


def test_pyinstaller(tmp_path: pathlib.Path) -> None:
    """
    One file with the data in it, the frozen revisions too.

    From an environment of its own: PyInstaller takes along what it finds.
    """
    (tmp_path / "my_program.py").write_text(
        "import ascn_data as ascn\n"
        "print(ascn.city('Saigon').name)\n"
        "print(len(ascn.load('2026.1').cities()))\n"
    )
    _run(sys.executable, "-m", "venv", "env", cwd=tmp_path)
    python = tmp_path / "env" / "bin" / "python"
    _run(
        python, "-m", "pip", "install", "-q", ROOT, "pyinstaller", cwd=tmp_path
    )
    _run(
        python,
        "-m",
        "PyInstaller",
        "--onefile",
        "--collect-all",
        "ascn_data",
        "my_program.py",
        cwd=tmp_path,
    )
    printed = _run(tmp_path / "dist" / "my_program", cwd=tmp_path)

    name, count = printed.splitlines()
    assert name == "Ho Chi Minh City"
    assert int(count) == len(ascn_data.load("2026.1").cities())


PYODIDE = "314.0.7"
MICROPIP = "0.11.1"  # the one in Pyodide's own list

# The page's code runs as printed; only where wheels come from is local.
BROWSER = """
import * as npm from "pyodide";
const [index, micropip] = process.argv.slice(2);
const loadPyodide = async () => {
  const pyodide = await npm.loadPyodide();
  await pyodide.loadPackage(micropip);
  pyodide.pyimport("micropip").set_index_urls(index);
  return pyodide;
};
"""
QUESTIONS = """
console.log(pyodide.runPython(`
import json, sys
json.dumps({
    "platform": sys.platform,
    "filtered": ascn.projects(city="Makassar", status="ongoing").ids,
    "revision": [ascn.load("2026.1").digest, ascn.load("2026.1").cities().ids],
    "resolved": [
        *ascn.resolve(["Saigon", "Jakrta"], kind="city", on_unknown="none")
    ],
})
`));
"""


@contextlib.contextmanager
def _package_index(wheels: pathlib.Path) -> Iterator[str]:
    """
    An index of the wheels in a directory, on this machine alone.
    """
    for wheel in wheels.glob("*.whl"):
        project = wheel.name.partition("-")[0].replace("_", "-")
        (wheels / project).mkdir()
        wheel.rename(wheels / project / wheel.name)
    handler = functools.partial(
        http.server.SimpleHTTPRequestHandler, directory=str(wheels)
    )
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{{package_name}}/"
        finally:
            server.shutdown()


def test_pyodide(tmp_path: pathlib.Path) -> None:
    """
    Python in a browser's engine: micropip installs it, and it answers.
    """
    pip = (sys.executable, "-m", "pip")
    _run(*pip, "wheel", "-q", "-w", "wheels", ROOT, cwd=tmp_path)
    _run(
        *pip,
        "download",
        "-q",
        "--no-deps",
        "--python-version=3.14",
        "--only-binary=:all:",
        f"micropip=={MICROPIP}",
        cwd=tmp_path,
    )
    (micropip,) = tmp_path.glob("micropip-*.whl")
    code = BROWSER + _code("bundle.md", "javascript") + QUESTIONS
    (tmp_path / "answer.mjs").write_text(code)
    _run("npm", "install", "--silent", f"pyodide@{PYODIDE}", cwd=tmp_path)
    with _package_index(tmp_path / "wheels") as index:
        printed = _run("node", "answer.mjs", index, micropip, cwd=tmp_path)

    name, answers = printed.splitlines()[-2:]
    frozen = ascn_data.load("2026.1")
    assert name == "Ho Chi Minh City"
    assert json.loads(answers) == {
        "platform": "emscripten",
        "filtered": [
            *ascn_data.projects(city="Makassar", status="ongoing").ids
        ],
        "revision": [frozen.digest, [*frozen.cities().ids]],
        "resolved": ["vn-ho-chi-minh-city", None],
    }
