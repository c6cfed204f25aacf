"""
Prepare a release: everything that needs no judgement.

    python -m tools.release.prepare 2026.4 --released 2027-02-01
        --as-of 2027-01-31 --notes "What the revision holds, in a sentence."
    python -m tools.release.prepare 2026.4.1 --released 2027-02-09

The first form is a release of new data, the second one of code alone.  From a
clean tree under a development version, it brings the data in order, drafts
their news, freezes them, sets the version, installs the tree again,
writes the changelog, the notebooks and every generated file.  Dates are
given, never taken from the clock.  Nothing is committed: `git diff HEAD` shows
what was done, `git reset --hard && git clean -d --force` takes it back, and
what is left to hands is printed.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

from collections.abc import Callable, Iterator

from ascn_data.dates import PartialDate
from tools.release.news import UNREAD, section_of
from tools.release.versioning import (
    begin_facts,
    is_release,
    leave_out,
    reinstall,
    revision_of,
    set_version,
    version_of,
)


ROOT = pathlib.Path(__file__).resolve().parents[2]
_PIN = re.compile(r'^ascn\.require\("[^"]+"\)', re.MULTILINE)

Step = tuple[str, Callable[[], None]]
"""What a step does, in words, and the function that does it."""


class _FailureError(Exception):
    """
    A command has failed; it has said why.
    """


def unready(
    root: pathlib.Path, version: str, *, data: bool, given: bool
) -> Iterator[str]:
    """
    Yield what keeps a release from being prepared, in sentences.

    Args:
        root: The tree.
        version: The version to release, such as `2026.4.0`.
        data: Whether the release is of new data.
        given: Whether `--as-of` and `--notes` are given.
    """
    if not is_release(version):
        yield f"{version!r} is no release: write 2026.4, or 2026.4.1 for code"
        return
    now = version_of(root)
    if now not in (version, f"{version}.dev0"):
        yield (
            f"the version is {now}, which leads to another release than "
            f"{version}: see docs/how-to/release.md, 'What the version says'"
        )
    if data and not given:
        yield "new data need --as-of and --notes; they stand in the index"
    command = ["git", "status", "--porcelain"]
    changed = subprocess.run(  # noqa: S603 - git with fixed arguments
        command, cwd=root, capture_output=True, check=True, text=True
    ).stdout
    if changed:
        yield f"the tree is not clean; commit first:\n{changed}"


def steps(
    root: pathlib.Path, version: str, options: argparse.Namespace
) -> Iterator[Step]:
    """
    Yield what is done, in its order.
    """

    def run(*command: str) -> None:
        source = {**os.environ, "PYTHONPATH": str(root / "src")}
        done = subprocess.run(  # noqa: S603 - the commands of this file
            [sys.executable, "-m", *command],
            cwd=root,
            env=source,
            check=False,
        )
        if done.returncode:
            raise _FailureError(" ".join(command))

    id_ = revision_of(version)
    if options.data:
        yield (
            "bring the tables in order, check them, draft their news",
            lambda: run("tools.curate.settle"),
        )
        yield (
            f"freeze revision {id_}",
            lambda: run(
                "tools.release.freeze",
                id_,
                f"--released={options.released}",
                f"--as-of={options.as_of}",
                f"--notes={options.notes}",
            ),
        )
        yield (
            "make the file of golden facts",
            lambda: _begin_facts(root, id_),
        )
        yield "pin the notebooks", lambda: pin_notebooks(root, id_)
    yield f"set the version {version}", lambda: set_version(root, version)
    yield "ship the tables once", lambda: leave_out(root, version)
    yield "install the tree again", lambda: reinstall(root)
    yield (
        "write the changelog",
        lambda: run(
            "towncrier",
            "build",
            "--yes",
            f"--version={version}",
            f"--date={options.released}",
        ),
    )
    yield "mark the news as unread", lambda: mark_unread(root, version)
    yield "write the generated files", lambda: run("tools.generate")
    yield "run the notebooks", lambda: run("tools.generate.notebooks")


def _begin_facts(root: pathlib.Path, revision: str) -> None:
    begin_facts(root, revision)


def pin_notebooks(root: pathlib.Path, revision: str) -> None:
    """
    Let every notebook ask for a revision in its first cell of code.
    """
    for file in sorted((root / "docs/tutorial").glob("*.py")):
        text = file.read_text(encoding="utf-8")
        pinned = _PIN.sub(f'ascn.require("{revision}")', text, count=1)
        file.write_text(pinned, encoding="utf-8", newline="\n")


def mark_unread(root: pathlib.Path, version: str) -> None:
    """
    Put a mark under the heading of a release, which its reader takes away.
    """
    file = root / "CHANGELOG.md"
    text = file.read_text(encoding="utf-8")
    section = section_of(text, version)
    heading, _, rest = section.partition("\n")
    marked = f"{heading}\n\n{UNREAD}\n{rest}"
    file.write_text(
        text.replace(section, marked, 1), encoding="utf-8", newline="\n"
    )


LEFT = """\
Left to hands:
  1. Read `git diff HEAD`.  In CHANGELOG.md mend what a reader would stumble
     over, then remove the line {unread}
  2. Look at the notebooks: their words must fit what the cells now show.
  3. Add golden facts, typed from the documents, to {facts}.
  4. python -m pytest
  5. git add --all && git commit -m "{subject}"
  6. python -m tools.release.build
Then docs/how-to/release.md, "Publish"."""


def main(arguments: list[str], root: pathlib.Path = ROOT) -> int:
    """
    Do every step, and print what is left to hands.
    """
    parser = argparse.ArgumentParser(
        description="Prepare a release: everything that needs no judgement."
    )
    parser.add_argument("id", help="2026.4 for data, 2026.4.1 for code alone")
    parser.add_argument("--released", type=PartialDate, required=True)
    parser.add_argument("--as-of", type=PartialDate)
    parser.add_argument("--notes")
    options = parser.parse_args(arguments)
    options.data = options.id.count(".") == 1
    version = f"{options.id}.0" if options.data else options.id
    given = bool(options.as_of and options.notes)
    problems = list(unready(root, version, data=options.data, given=given))
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    for words, step in steps(root, version, options):
        print(f"== {words}", flush=True)
        try:
            step()
        except (_FailureError, subprocess.CalledProcessError) as error:
            print(f"stopped: {error} failed", file=sys.stderr)
            return 1
    id_ = revision_of(version)
    print(
        LEFT.format(
            unread=UNREAD,
            facts=f"tests/data/golden/{id_}.json",
            subject=f"Revision {id_}" if options.data else f"Code {version}",
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
