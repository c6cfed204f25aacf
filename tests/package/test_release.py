"""
The source distribution and the wheel, built twice from the committed tree.
"""

import pathlib
import subprocess
import sys
import tarfile

from tools.release import build as release


ROOT = pathlib.Path(__file__).resolve().parents[2]


def test_builds_are_reproducible_and_complete(tmp_path: pathlib.Path) -> None:
    """
    Other times, modes and umask give the same bytes, with every file.
    """
    out = tmp_path / "out"

    assert list(release.release(ROOT, out)) == []
    (sdist,) = out.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    # Every test that it ships finds what it reads when it is imported.
    command = [sys.executable, "-m", "pytest", "-q", "--collect-only"]
    subprocess.run(
        command,
        cwd=tmp_path / sdist.name.removesuffix(".tar.gz"),
        check=True,
        env={"PYTHONPATH": "src", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
    )
