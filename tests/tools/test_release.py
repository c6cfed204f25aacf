"""
`tools/release/build.py`: what is published was built twice and checked.
"""

import io
import pathlib
import subprocess
import tarfile
import zipfile

from collections.abc import Callable

import pytest

import ascn_data

from ascn_data.versions import index as frozen
from samples import carry
from tools.generate import citation as make_citation
from tools.release import build as release


FILES = ["src/ascn_data/__init__.py", "src/ascn_data/data/cities.json"]
DIST_INFO = "ascn_data-1.dist-info/licenses"


@pytest.fixture
def root(tmp_path: pathlib.Path) -> pathlib.Path:
    """
    A repository with two tracked files.
    """
    repository = tmp_path / "root"
    for name in FILES:
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
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
        archive.writestr("ascn_data/__init__.py", "x")
        archive.writestr(f"{DIST_INFO}/LICENSE", "x")
        if spoiled:
            archive.writestr("ascn_data/notes.txt", "x")
        else:
            archive.writestr("ascn_data/data/cities.json", "x")
            archive.writestr(f"{DIST_INFO}/LICENSE-DATA", "x")
    with tarfile.open(fileobj=sdist, mode="w:gz") as packed:
        for name in FILES[: 1 if spoiled else 2]:
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
    Nothing is wrong, and digests are printed.
    """
    archives = _archives()
    monkeypatch.setattr(release, "build", _builds(archives, archives))

    assert list(release.release(root, tmp_path / "out")) == []
    assert (tmp_path / "out/a.whl").read_bytes() == archives["a.whl"]
    assert capsys.readouterr().out.splitlines()[0].endswith("  a.whl")


def test_bad_archives(
    root: pathlib.Path,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    Archives that differ, lack files, or hold others.
    """
    first = _archives(spoiled=True)
    second = {**first, "a.whl": b"other"}
    monkeypatch.setattr(release, "build", _builds(first, second))

    assert list(release.release(root, tmp_path / "out")) == [
        "a.whl is not the same when built again",
        "the wheel lacks ascn_data/data/cities.json",
        "the wheel should not hold ascn_data/notes.txt",
        "the wheel lacks LICENSE-DATA",
        "the sdist lacks src/ascn_data/data/cities.json",
    ]


def _versions(
    monkeypatch: pytest.MonkeyPatch, version: str, revision: str
) -> None:
    monkeypatch.setattr(ascn_data, "__version__", version)
    carry(monkeypatch, revision)
    for generator in release.GENERATORS:
        monkeypatch.setattr(generator, "main", lambda _: 0)


def test_development_versions_are_not_released(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Nor is a tree that is not clean, or whose generated files are stale.
    """
    _versions(monkeypatch, "2026.2.0.dev0", "2026.2.dev")
    monkeypatch.setattr(make_citation, "main", lambda _: 1)

    problems = list(release.unready(root, rehearse=False))

    assert problems[0].startswith("the tree is not clean:\nA ")
    assert problems[1:] == [
        "run python -m tools.generate.citation",
        "2026.2.0.dev0 is a development version",
    ]
    assert list(release.unready(root, rehearse=True)) == [
        "run python -m tools.generate.citation"
    ]


def test_releases_have_frozen_data_and_news(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Tables that are not those of the index are found by their bytes.
    """
    _versions(monkeypatch, "2026.1.7", "2026.1")
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    release.run("git", *identity, "commit", "--quiet", "-m", "x", cwd=root)
    monkeypatch.setattr(release, "digest_of", lambda _: "other")

    assert list(release.unready(root, rehearse=False)) == [
        "the working tables are not those of 2026.1",
        "CHANGELOG.md has no section on 2026.1.7: run towncrier",
    ]

    digest = frozen.published("2026.1").digest
    monkeypatch.setattr(release, "digest_of", lambda _: digest)
    monkeypatch.setattr(release, "run", lambda *_, **__: "")
    news = root / "CHANGELOG.md"
    news.write_text("\n## 2026.1.7 (2026-12-01)\n", encoding="utf-8")
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
        return real(*command, cwd=cwd) if command[0] == "git" else "fine\n"

    monkeypatch.setattr(release, "run", run)
    monkeypatch.setattr(release, "build", _builds(archives, archives))
    for generator in release.GENERATORS:
        monkeypatch.setattr(generator, "main", lambda _: 0)

    assert release.main(["--rehearse", str(out)], root) == 0
    assert commands[-1][2:5] == ("twine", "check", "--strict")
    assert "data of revision" in capsys.readouterr().out

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
