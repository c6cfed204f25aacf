"""
Write every generated file, or check that each is up to date.

    python -m tools.generate [--check]

The notebooks are not among them, which take a kernel and a minute and are
written for a release (`python -m tools.generate.notebooks`), nor the README's
pictures (`pictures`), which take the extra `plot`, nor the coasts of the maps
(`land`), which come from an atlas.
"""

import os
import pathlib
import subprocess
import sys


ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
ORDER = (
    "functions",
    "stubs",
    "making",
    "descriptions",
    "data_dictionary",
    "accuracy",
    "indexes",
    "architecture",
    "citation",
)
"""The generators, each after those whose files it reads."""


def main(arguments: list[str]) -> int:
    """
    Run each generator with the arguments; return how many have failed.

    Each is a process of its own, which imports what the others have written.
    """
    failed = 0
    source = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    for name in ORDER:
        if (HERE / f"{name}.py").exists():
            command = [sys.executable, "-m", f"tools.generate.{name}"]
            done = subprocess.run(  # noqa: S603 - the tools beside this one
                [*command, *arguments], cwd=ROOT, env=source, check=False
            )
            failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
