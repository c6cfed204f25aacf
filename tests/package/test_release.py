"""
The source distribution and the wheel, built twice from the committed tree.
"""

import pathlib

from tools.release import build as release


ROOT = pathlib.Path(__file__).resolve().parents[2]


def test_builds_are_reproducible_and_complete(tmp_path: pathlib.Path) -> None:
    """
    Other times, modes and umask give the same bytes, with every file.
    """
    assert list(release.release(ROOT, tmp_path / "out")) == []
