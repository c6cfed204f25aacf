"""
Do what follows from an edit of the tables.

    python -m tools.curate.settle

Brings the files into canonical form, fills what follows from milestones and
reports, checks everything, drops verifications of values that have changed,
drafts the news and writes the generated files.  What is wrong with the tables
is printed, all of it, and then nothing else is done; otherwise the new lines
of the news are printed, as readers will see them.
"""

import os
import pathlib
import subprocess
import sys

from ascn_data.errors import DataError
from ascn_data.opening import read
from tools.release.versioning import is_release, version_of


ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLLOWING = (
    ("tools.curate.verify",),
    ("tools.release.draft_news", "--write"),
    ("tools.generate",),
)


def run(root: pathlib.Path, *command: str) -> subprocess.CompletedProcess[str]:
    """
    Run a module of the tree; return what became of it.
    """
    return subprocess.run(  # noqa: S603 - the tools of this repository
        [sys.executable, "-m", *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def news_of(root: pathlib.Path) -> list[str]:
    """
    Return the lines on data that wait for the next release.
    """
    files = sorted((root / "changelog.d/data").glob("*.md"))
    return [
        line
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
    ]


def main(root: pathlib.Path = ROOT) -> int:
    """
    Do all of it, or say what is wrong.
    """
    version = version_of(root)
    if is_release(version):
        print(
            f"the version is {version}, whose tables are frozen: "
            "python -m tools.release.begin"
        )
        return 1
    # Both say what they cannot read; so does `read`, all at once.
    run(root, "tools.curate.format_data")
    run(root, "tools.curate.derive")
    try:
        read(root / "src/ascn_data/data")
    except DataError as error:
        print(error)
        return 1
    before = news_of(root)
    for command in FOLLOWING:
        done = run(root, *command)
        if done.returncode:
            print(f"python -m {' '.join(command)} failed:\n{done.stdout}")
            return 1
    new = [line for line in news_of(root) if line not in before]
    print("\n".join(new) if new else "the news are as they were")
    return 0


if __name__ == "__main__":
    sys.exit(main())
