"""
The walks of CONTRIBUTING and of the page on releasing, from a clean clone.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
import venv

import pytest

from tools.release.news import UNREAD
from tools.release.versioning import revision_of, version_of


ROOT = pathlib.Path(__file__).resolve().parents[2]
EDITOR = """
import json, sys
with open(sys.argv[1], encoding="utf-8") as file:
    rows = json.load(file)
(row,) = [row for row in rows if row["id"] == "us-milwaukee"]
row["note"] = "A correction."
rows.reverse()
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(rows, file)
"""


class Clone:
    """
    A clone of the tree as it is, with an environment of its own.
    """

    def __init__(self, directory: pathlib.Path) -> None:
        """
        Copy what git knows, commit it, and install it.
        """
        self.root = directory / "clone"
        self.python = directory / "env" / "bin" / "python"
        editor = directory / "editor.py"
        editor.write_text(EDITOR, encoding="utf-8")
        named = {
            f"GIT_{who}_{what}": f"{what}@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "COV", "GIT_"))
        }
        self.environment = {
            **kept,
            **named,
            "EDITOR": f"{sys.executable} {editor}",
            "PATH": f"{self.python.parent}:{os.environ['PATH']}",
        }
        command = ["git", "ls-files"]
        listed = subprocess.run(
            command,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for name in listed.splitlines():
            if (ROOT / name).is_file():
                (self.root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.root / name)
        venv.create(directory / "env", with_pip=True)
        # The libraries are those that are installed here.
        own = self.run(
            "python -c 'import site; print(*site.getsitepackages())'"
        )
        beside = pathlib.Path(own.strip()) / "beside.pth"
        beside.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        self.run("python -m pip install --quiet --no-deps -e .")
        self.run("git init --quiet && git add --all && git commit -qm Start")

    def run(self, command: str) -> str:
        """
        Return what a command of a shell prints; a failure shows all of it.
        """
        shell = ["bash", "-euc", command]
        done = subprocess.run(
            shell,
            cwd=self.root,
            env=self.environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-6000:]}"
        return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """
    A clean clone.
    """
    return Clone(tmp_path_factory.mktemp("walks"))


def commands_of(page: str, section: str) -> list[str]:
    """
    Return the commands of a section of a page, in their order.
    """
    text = (ROOT / page).read_text(encoding="utf-8")
    part = text.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return [
        re.sub(r"\\\n\s*", "", found)
        for found in re.findall(r"^ *\$ ((?:.*\\\n)*.*)$", part, re.MULTILINE)
    ]


def test_a_fact_is_corrected(clone: Clone) -> None:
    """
    In at most six commands, from a clean clone to a commit.
    """
    commands = commands_of("CONTRIBUTING.md", "Correct a fact")
    assert 4 <= len(commands) <= 6
    version = version_of(clone.root)

    said = {command: clone.run(command) for command in commands}

    shown, begun, _, settled, tested, _ = said.values()
    assert "Milwaukee" in shown
    assert ("already" in begun) == ("dev" in version)
    assert "us-milwaukee" in settled
    assert " passed" in tested
    assert clone.run("git status --porcelain") == ""
    news = clone.run("cat changelog.d/data/*places*")
    assert "`us-milwaukee`" in news
    data = clone.root / "src/ascn_data/data/places.json"
    ids = [row["id"] for row in json.loads(data.read_bytes())]
    assert ids == sorted(ids)
    assert len(commands_of("CONTRIBUTING.md", "Add a record and its source"))


def test_templates_are_printed(clone: Clone) -> None:
    """
    As the page on a new record and its source has it.
    """
    commands = commands_of("CONTRIBUTING.md", "Add a record and its source")

    for command in commands:
        assert "A record of today" in clone.run(command)


def test_the_correction_is_released(clone: Clone) -> None:
    """
    Prepared, read, committed and built; the digest is that of the wheel.
    """
    version = version_of(clone.root).removesuffix(".dev0")
    id_ = revision_of(version)
    prepare, *_ = commands_of("docs/how-to/release.md", "New data")
    prepare = prepare.replace("2026.4", id_)
    (build,) = commands_of("docs/how-to/release.md", "Build and check")

    said = clone.run(prepare)
    assert "Left to hands" in said
    news = clone.root / "CHANGELOG.md"
    text = news.read_text(encoding="utf-8")
    assert "`us-milwaukee`" in text.partition(UNREAD)[2]
    news.write_text(text.replace(f"{UNREAD}\n\n", ""), encoding="utf-8")
    clone.run(f"git add --all && git commit -qm 'Revision {id_}'")

    built = clone.run(build)
    (digest,) = re.findall(
        r"^(\w{64})  data of revision (.*)$", built, re.MULTILINE
    )
    assert digest[1] == id_
    index = clone.root / "src/ascn_data/data/frozen/index.json"
    newest = json.loads(index.read_bytes())[-1]
    assert (newest["id"], newest["digest"]) == (id_, digest[0])
    assert len(list((clone.root / "dist").iterdir())) == 2
