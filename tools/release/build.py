"""
Build what is published, twice, and check it.

    python -m tools.release.build [--rehearse] [OUT]

From a clean tree whose version is a release: the changelog tells of it and
was read, generated files and notebooks are fresh, the tests of the data pass.
Then source distribution and wheel are built from two clones, in directories,
time zones and with times, modes and umask of their own, and must be the same
byte for byte; they must hold every data file and pass `twine check`, and the
tables in the wheel must be those of the revision.  What is built lies in OUT
(by default `dist`); the digests are printed, that of the data as the wheel
gives it.

With `--rehearse` a development version will do.
"""

import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

from collections.abc import Iterator

from tools.release.home import notice, unlike
from tools.release.news import UNREAD, section_of
from tools.release.versioning import (
    is_release,
    shipped_as_tables,
    version_of,
)


ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECKS = (
    ("tools.curate.format_data", "--check"),
    ("tools.generate", "--check"),
    ("tools.generate.notebooks", "--check"),
    ("pytest", "-q", "tests/data"),
)
"""The modules that must find nothing wrong with a tree."""


def run(*command: str, cwd: pathlib.Path, **environment: str) -> str:
    """
    What a command prints.

    Raises:
        subprocess.CalledProcessError: If it fails; it has said why.
    """
    return subprocess.run(  # noqa: S603 - the commands of this file
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


def unready(root: pathlib.Path, *, rehearse: bool) -> Iterator[str]:
    """
    What keeps a tree from being released, in sentences.
    """
    changed = run("git", "status", "--porcelain", cwd=root)
    if changed:
        # What is built is what is committed, not what lies here.
        yield f"the tree is not clean:\n{changed}"
        return
    for name, *arguments in CHECKS:
        yield from _failure(root, name, *arguments)
    yield from unlike(root)
    version = version_of(root)
    if rehearse:
        return
    if not is_release(version):
        yield f"{version} is no release: python -m tools.release.prepare"
        return
    news = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    section = section_of(news, version)
    if not section:
        yield (
            f"CHANGELOG.md has no section on {version}: "
            "python -m tools.release.prepare"
        )
    if UNREAD in section:
        yield (
            f"nobody has read what CHANGELOG.md says of {version}: read it, "
            f"then remove the line {UNREAD}"
        )


def _failure(root: pathlib.Path, *command: str) -> Iterator[str]:
    """
    Yield what a module says if it fails; nothing if it does not.
    """
    done = subprocess.run(  # noqa: S603 - the commands of this file
        [sys.executable, "-m", *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        said = done.stdout[-4000:].rstrip()
        yield f"python -m {' '.join(command)} fails:\n{said}"


def build(
    root: pathlib.Path, work: pathlib.Path, *, second: bool = False
) -> dict[str, bytes]:
    """
    Source distribution and wheel, built from a fresh clone.

    The second clone lies elsewhere, has other times and modes of files,
    another umask and another time zone.
    """
    clone = work / ("second/deeper/clone" if second else "clone")
    run("git", "clone", "--quiet", str(root), str(clone), cwd=work)
    if second:
        for path in clone.rglob("*"):
            if ".git" not in path.parts and path.is_file():
                path.chmod(0o664)
                os.utime(path, (10**9, 10**9))
    out = work / f"dist-{second}"
    umask = os.umask(0o002 if second else 0o022)
    try:
        run(
            sys.executable,
            "-m",
            "build",
            "--no-isolation",
            "--outdir",
            str(out),
            cwd=clone,
            TZ="Pacific/Kiritimati" if second else "UTC",
        )
    finally:
        os.umask(umask)
    return {file.name: file.read_bytes() for file in sorted(out.iterdir())}


def missing(
    wheel: pathlib.Path, sdist: pathlib.Path, root: pathlib.Path
) -> Iterator[str]:
    """
    What the archives lack, or hold without need.
    """
    tracked = run("git", "ls-files", "src/ascn_data", cwd=root).split()
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    wanted = {name.removeprefix("src/") for name in tracked}
    wanted -= {shipped_as_tables(version_of(root))}
    code = {name for name in packed if ".dist-info/" not in name}
    yield from sorted(f"the wheel lacks {name}" for name in wanted - packed)
    yield from sorted(f"the wheel should not hold {n}" for n in code - wanted)
    for licence in ("LICENSE", "LICENSE-DATA"):
        if not any(name.endswith(f"/{licence}") for name in packed):
            yield f"the wheel lacks {licence}"
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    yield from sorted(f"the sdist lacks {n}" for n in set(tracked) - names)


def release(root: pathlib.Path, out: pathlib.Path) -> Iterator[str]:
    """
    Build twice into a directory; what is wrong with it, in sentences.
    """
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        first = build(root, work)
        second = build(root, work, second=True)
    for name in first.keys() | second.keys():
        if first.get(name) != second.get(name):
            yield f"{name} is not the same when built again"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name, content in first.items():
        (out / name).write_bytes(content)
        print(f"{hashlib.sha256(content).hexdigest()}  {name}")
    (wheel,) = out.glob("*.whl")
    (sdist,) = out.glob("*.tar.gz")
    yield from missing(wheel, sdist, root)
    yield from _data_in(wheel, root)


_DATA = """
import sys
sys.path.insert(0, sys.argv[1])
import ascn_data
from ascn_data.files.canonical import canonical_tables, digest_of
from ascn_data.models.catalogue import FILES
tables = {name: ascn_data.load().table(name) for name in FILES}
print(ascn_data.__file__, ascn_data.load().revision)
print(digest_of(canonical_tables(tables)), ascn_data.revision().digest)
"""


def _data_in(wheel: pathlib.Path, root: pathlib.Path) -> Iterator[str]:
    """
    Print the digest of the tables in a wheel; yield what is wrong with it.
    """
    said = run(sys.executable, "-c", _DATA, str(wheel), cwd=root).split()
    file, revision, digest, promised = said
    if not file.startswith(str(wheel)):
        yield f"the data were not read from the wheel but from {file}"
    if digest != promised:
        yield f"the tables in the wheel are not those of {revision}"
    print(f"{digest}  data of revision {revision}")


def main(arguments: list[str], root: pathlib.Path = ROOT) -> int:
    """
    Check the tree, build, check what was built, print the digests.
    """
    parser = argparse.ArgumentParser(
        description="Build what is published, twice, and check it."
    )
    parser.add_argument("--rehearse", action="store_true")
    parser.add_argument(
        "out", nargs="?", type=pathlib.Path, default=root / "dist"
    )
    options = parser.parse_args(arguments)
    problems = list(unready(root, rehearse=options.rehearse))
    if not problems:
        problems += release(root, options.out.absolute())
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    files = [str(file) for file in sorted(options.out.absolute().iterdir())]
    twine = [sys.executable, "-m", "twine", "check", "--strict", *files]
    print(run(*twine, cwd=root), end="")
    print(notice())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
