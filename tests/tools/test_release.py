"""
`tools/release/build.py`: what is published was built twice and checked.
"""

import io
import pathlib
import shutil
import subprocess
import tarfile
import zipfile

from collections.abc import Callable

import pytest

from tools.release import build as release
from tools.release import versioning
from tools.release.home import notice, unlike
from tools.release.news import UNREAD


ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = [
    "src/ascn_data/__init__.py",
    "src/ascn_data/data/cities.json",
    "src/ascn_data/version.py",
]
PACKAGE = """
import types, sys
def load(): return types.SimpleNamespace(revision="2026.4", table=list)
def revision(): return types.SimpleNamespace(digest=DIGEST)
DIGEST = "d"
for name in ("files", "files.canonical", "models", "models.catalogue"):
    sys.modules["ascn_data." + name] = module = types.ModuleType(name)
    module.canonical_tables = module.digest_of = lambda _: "d"
    module.FILES = ()
"""
DIST_INFO = "ascn_data-1.dist-info/licenses"


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A repository with tracked files.
    """
    repository = tmp_path / "root"
    for name in FILES:
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('__version__ = "x"\n', encoding="utf-8")
    versioning.set_version(repository, "2026.4.0.dev0")
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, repository)
    (repository / "CHANGELOG.md").write_text("# Changes\n", encoding="utf-8")
    release.run("git", "init", "--quiet", cwd=repository)
    release.run("git", "add", ".", cwd=repository)
    return repository


def _archives(*, spoiled: bool = False) -> dict[str, bytes]:
    """
    A wheel and a source distribution of the files, or less.
    """
    wheel, sdist = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("ascn_data/__init__.py", PACKAGE)
        archive.writestr("ascn_data/version.py", "")
        archive.writestr(f"{DIST_INFO}/LICENSE", "x")
        if spoiled:
            archive.writestr("ascn_data/notes.txt", "x")
        else:
            archive.writestr("ascn_data/data/cities.json", "x")
            archive.writestr(f"{DIST_INFO}/LICENSE-DATA", "x")
    with tarfile.open(fileobj=sdist, mode="w:gz") as packed:
        for name in [FILES[0], FILES[2], *FILES[1 : 1 if spoiled else 2]]:
            packed.addfile(tarfile.TarInfo(f"ascn_data-1/{name}"))
    return {"a.whl": wheel.getvalue(), "a.tar.gz": sdist.getvalue()}


Builder = Callable[..., dict[str, bytes]]


def _builds(first: dict[str, bytes], second: dict[str, bytes]) -> Builder:
    def build(*_: object, **options: bool) -> dict[str, bytes]:
        return second if options.get("second") else first

    return build


def test_good_archives(
    root: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    Nothing is wrong, and digests are printed, that of the data as well.
    """
    archives = _archives()
    monkeypatch.setattr(release, "build", _builds(archives, archives))

    assert list(release.release(root, tmp_path / "out")) == []
    assert (tmp_path / "out/a.whl").read_bytes() == archives["a.whl"]
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].endswith("  a.whl")
    assert printed[-1] == "d  data of revision 2026.4"


def test_tables_of_another_revision(
    root: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    The digest is taken of the tables in the wheel, not read in its index.
    """
    changed = PACKAGE.replace('DIGEST = "d"', 'DIGEST = "e"')
    monkeypatch.setitem(globals(), "PACKAGE", changed)
    archives = _archives()
    monkeypatch.setattr(release, "build", _builds(archives, archives))

    assert list(release.release(root, tmp_path / "out")) == [
        "the tables in the wheel are not those of 2026.4"
    ]


def test_bad_archives(
    root: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    Archives that differ, lack files, or hold others.
    """
    first = _archives(spoiled=True)
    second = {**first, "a.tar.gz": b"other"}
    monkeypatch.setattr(release, "build", _builds(first, second))

    assert list(release.release(root, tmp_path / "out")) == [
        "a.tar.gz is not the same when built again",
        "the wheel lacks ascn_data/data/cities.json",
        "the wheel should not hold ascn_data/notes.txt",
        "the wheel lacks LICENSE-DATA",
        "the sdist lacks src/ascn_data/data/cities.json",
    ]


def _commit(root: pathlib.Path) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    release.run("git", "add", "--all", cwd=root)
    release.run("git", *identity, "commit", "--quiet", "-m", "x", cwd=root)


def test_trees_that_are_not_clean_are_not_built(root: pathlib.Path) -> None:
    """
    Not even for a rehearsal: what is committed would be built, not the tree.
    """
    for rehearse in (True, False):
        (problem,) = release.unready(root, rehearse=rehearse)
        assert problem.startswith("the tree is not clean:\nA ")


def test_development_versions_are_not_released(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    They may be rehearsed, where every check passes.
    """
    _commit(root)
    monkeypatch.setattr(release, "CHECKS", (("json.tool", "--help"),))

    assert list(release.unready(root, rehearse=True)) == []
    assert list(release.unready(root, rehearse=False)) == [
        "2026.4.0.dev0 is no release: python -m tools.release.prepare"
    ]


def test_checks_that_fail_are_told(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    With what they say.
    """
    _commit(root)
    monkeypatch.setattr(release, "CHECKS", (("json.tool", "missing.json"),))

    (problem,) = release.unready(root, rehearse=True)

    assert problem.startswith("python -m json.tool missing.json fails:\n")
    assert "missing.json" in problem.partition("\n")[2]


def test_news_are_written_and_read(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A release has a section in the changelog that a person has read.
    """
    monkeypatch.setattr(release, "CHECKS", ())
    versioning.set_version(root, "2026.4.0")
    _commit(root)

    (problem,) = release.unready(root, rehearse=False)
    assert problem.startswith("CHANGELOG.md has no section on 2026.4.0")

    news = root / "CHANGELOG.md"
    section = f"\n## 2026.4.0 (2026-12-01)\n\n{UNREAD}\n\n- `x`: new.\n"
    news.write_text(section, encoding="utf-8")
    _commit(root)
    (problem,) = release.unready(root, rehearse=False)
    assert problem.startswith("nobody has read what CHANGELOG.md says of")

    news.write_text(section.replace(f"{UNREAD}\n", ""), encoding="utf-8")
    _commit(root)
    assert list(release.unready(root, rehearse=False)) == []


def test_main(
    root: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    What is wrong goes to standard error and stops the release.
    """
    out = tmp_path / "dist"
    archives = _archives()
    commands = []
    real = release.run

    def run(*command: str, cwd: pathlib.Path) -> str:
        commands.append(command)
        return "fine\n" if "twine" in command else real(*command, cwd=cwd)

    monkeypatch.setattr(release, "run", run)
    monkeypatch.setattr(release, "build", _builds(archives, archives))
    monkeypatch.setattr(release, "CHECKS", ())
    _commit(root)

    assert release.main(["--rehearse", str(out)], root) == 0
    assert commands[-1][2:5] == ("twine", "check", "--strict")
    assert capsys.readouterr().out.endswith("fine\n" + notice() + "\n")

    spoiled = _archives(spoiled=True)
    monkeypatch.setattr(release, "build", _builds(spoiled, spoiled))
    assert release.main(["--rehearse", str(out)], root) == 1
    assert "the wheel lacks" in capsys.readouterr().err


def test_failed_commands_stop(tmp_path: pathlib.Path) -> None:
    """
    A command that fails is an error.
    """
    with pytest.raises(subprocess.CalledProcessError):
        release.run("git", "no-such-command", cwd=tmp_path)


def test_addresses_have_one_place(root: pathlib.Path) -> None:
    """
    Without a home there are none; with one, all places have it.
    """
    assert list(unlike(root, "")) == []
    readme = root / "README.md"
    readme.write_text("[a](docs/a.md)", encoding="utf-8")
    home = "https://example.org/"

    assert list(unlike(root, home)) == [
        (
            "[project.urls] in pyproject.toml has Homepage '', "
            "publication.HOME is 'https://example.org/'"
        ),
        "README.md has relative links: begin them with 'https://example.org/'",
    ]
    assert notice(home) == "home: https://example.org/"
    assert notice("").startswith("home: none yet")
