"""
Run the fuzzers: `python -m tests.fuzz --seed 1 --count 10000`.
"""

import argparse
import pathlib
import sys
import time


sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))


def main() -> int:
    """
    Run each fuzzer and print what it finds; 1 if it finds anything.
    """
    from fuzz import calls, files, texts

    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000, help="of inputs")
    asked = parser.parse_args()
    fuzzers = {
        "calls": calls.problems,
        "files": files.problems,
        "texts": texts.problems,
        "commands": texts.command_problems,
    }
    total = 0
    for name, fuzz in fuzzers.items():
        start = time.monotonic()
        found = list(fuzz(asked.seed, asked.count))
        taken = time.monotonic() - start
        figures = f"{asked.count} inputs, {len(found)} faults, {taken:.0f} s"
        print(f"{name}: {figures}", *found, sep="\n")  # noqa: T201
        total += len(found)
    return int(total > 0)


if __name__ == "__main__":
    sys.exit(main())
