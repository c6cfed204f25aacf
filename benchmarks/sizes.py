"""
What has to be downloaded and installed (point 7).
"""

import pathlib
import subprocess
import sys
import tempfile

from collections.abc import Iterator

from measuring import Figure


ROOT = pathlib.Path(__file__).resolve().parent.parent


def _size(path: pathlib.Path, pattern: str = "**/*") -> float:
    """
    Megabytes in the files of a directory, compiled ones left out.
    """
    files = (f for f in path.glob(pattern) if f.is_file())
    return sum(f.stat().st_size for f in files if f.suffix != ".pyc") / 1e6


def measure() -> Iterator[Figure]:
    """
    The wheel, what it installs, and the frozen revisions in it.
    """
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "wheel", "--quiet"),
                *("--no-deps", "--wheel-dir", directory, str(ROOT)),
            ],
            check=True,
        )
        (wheel,) = pathlib.Path(directory).glob("*.whl")
        yield Figure(
            "size", "wheel", amount=wheel.stat().st_size / 1e6, unit="MB"
        )
    package = ROOT / "src" / "ascn_data"
    for name, pattern in (
        ("installed", "**/*"),
        ("tables in it", "data/*.json"),
        ("frozen revisions in it", "data/frozen/*"),
    ):
        yield Figure("size", name, amount=_size(package, pattern), unit="MB")
