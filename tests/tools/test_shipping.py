"""
`tools/release`: the newest revision is not shipped twice.
"""

import io
import pathlib
import shutil
import tarfile
import zipfile

import pytest

from tools.release import build, versioning


ROOT = pathlib.Path(__file__).resolve().parents[2]
FROZEN = "src/ascn_data/data/frozen/2026.1.json.bz2"


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A repository with a version and a frozen file.
    """
    for name in (versioning.VERSION, FROZEN):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('__version__ = "1"\n', encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    build.run("git", "init", "--quiet", cwd=tmp_path)
    build.run("git", "add", ".", cwd=tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("version", "lacks"), [("2026.1.3", False), ("2026.2.0.dev0", True)]
)
def test_the_build_tells_what_the_wheel_lacks(
    root: pathlib.Path, version: str, *, lacks: bool
) -> None:
    """
    Of a release nothing, of a development version the frozen file.
    """
    versioning.set_version(root, version)
    wheel, sdist = root / "a.whl", root / "a.tar.gz"
    with zipfile.ZipFile(wheel, "w"):
        pass
    with tarfile.open(sdist, "w:gz") as packed:
        packed.addfile(tarfile.TarInfo(f"ascn_data-1/{FROZEN}"), io.BytesIO())
    file = FROZEN.removeprefix("src/")

    lacking = list(build.missing(wheel, sdist, root))

    assert (f"the wheel lacks {file}" in lacking) == lacks


def test_the_wheel_of_a_release_leaves_a_file_out(root: pathlib.Path) -> None:
    """
    One line of pyproject.toml, which goes again.
    """
    file = root / "pyproject.toml"
    versioning.leave_out(root, "2026.2.0.dev0")
    before = file.read_text(encoding="utf-8")
    line = f'exclude = ["{FROZEN}"]\n'

    versioning.leave_out(root, "2026.1.0")
    assert file.read_text(encoding="utf-8").replace(line, "") == before
    assert line in file.read_text(encoding="utf-8")
    versioning.leave_out(root, "2026.1.1")
    assert file.read_text(encoding="utf-8").replace(line, "") == before
    versioning.leave_out(root, "2026.2.0.dev0")
    assert file.read_text(encoding="utf-8") == before
