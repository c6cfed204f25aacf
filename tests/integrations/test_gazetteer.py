"""
The gazetteer against independent packages.
"""

import pathlib
import subprocess
import sys


TOOL = pathlib.Path(__file__).parents[2] / "tools/crosscheck_gazetteer.py"


def test_nothing_disagrees() -> None:
    """
    Codes, names, zones and points agree with second sources.

    A point agrees if it lies within 15 km of one.
    """
    done = subprocess.run(
        [sys.executable, TOOL], capture_output=True, check=False, text=True
    )

    assert done.stdout.endswith("all agree\n"), done.stdout + done.stderr
    assert done.returncode == 0
