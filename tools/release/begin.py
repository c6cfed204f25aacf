"""
Begin to work on the revision after the released one.

    python -m tools.release.begin [YYYY.R]

Released tables may not change: under a version that is a release the tests
hold them to their frozen bytes.  This sets the version to the development
version of the next revision, or of the one that is named, makes the file of
its golden facts and installs the tree again.  Under a development version
already, nothing is left to do.
"""

import argparse
import pathlib
import sys

from tools.release.versioning import (
    begin_facts,
    following,
    is_release,
    leave_out,
    reinstall,
    set_version,
    version_of,
)


ROOT = pathlib.Path(__file__).resolve().parents[2]


def main(arguments: list[str], root: pathlib.Path = ROOT) -> int:
    """
    Set the version of the tree to that of the next revision.
    """
    parser = argparse.ArgumentParser(
        description="Begin to work on the next revision."
    )
    parser.add_argument("id", nargs="?", help="such as 2026.4")
    options = parser.parse_args(arguments)
    version = version_of(root)
    if not is_release(version):
        print(f"{version} is a development version already")
        return 0
    id_ = options.id or following(version)
    if not is_release(f"{id_}.0"):
        print(f"{id_!r} is no revision: write 2026.4", file=sys.stderr)
        return 1
    set_version(root, f"{id_}.0.dev0")
    leave_out(root, f"{id_}.0.dev0")
    begin_facts(root, id_)
    reinstall(root)
    print(f"the version is {id_}.0.dev0: the tables may change")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
