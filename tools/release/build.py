"""
Build what is published, twice, and check it.

    python -m tools.release.build [--rehearse] [OUT]

From a clean tree whose version is a release: the working tables are the
frozen revision, the changelog tells of it, the generated files are fresh.
Then source distribution and wheel are built from two clones, whose files
have different times and modes, and must be the same byte for byte; they must
hold every data file and pass `twine check`.  What is built lies in OUT (by
default `dist`); the digests are printed.

With `--rehearse` a development version will do, and the tree as committed.
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

import ascn_data

from ascn_data.files.canonical import canonical_tables, digest_of
from ascn_data.models.catalogue import FILES
from ascn_data.versions.index import published
from tools.generate import citation as make_citation
from tools.generate import data_dictionary as make_data_dictionary
from tools.generate import functions as make_functions


ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATORS = (make_citation, make_data_dictionary, make_functions)


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
    if changed and not rehearse:
        yield f"the tree is not clean:\n{changed}"
    for generator in GENERATORS:
        if generator.main(["--check"]) != 0:
            yield f"run python -m {generator.__name__}"
    version = ascn_data.__version__
    if rehearse:
        return
    if "dev" in version:
        yield f"{version} is a development version"
        return
    ds = ascn_data.load()
    # The digest of a release is that of the index: work it out anew.
    tables = {name: ds.table(name) for name in FILES}
    digest = digest_of(canonical_tables(tables))
    if digest != published(ds.revision).digest:
        yield f"the working tables are not those of {ds.revision}"
    news = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    if f"\n## {version} (" not in news:
        yield f"CHANGELOG.md has no section on {version}: run towncrier"


def build(
    root: pathlib.Path, work: pathlib.Path, *, second: bool = False
) -> dict[str, bytes]:
    """
    Source distribution and wheel, built from a fresh clone.

    The second clone has other times and modes of files and another umask.
    """
    clone = work / f"clone-{second}"
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
    revision = ascn_data.revision()
    print(f"{revision.digest}  data of revision {revision.id}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
