"""
Write the two pictures that the README shows.

    python -m tools.generate.pictures [--check]

The check compares what they say, not where each letter stands: that depends
on the fonts of the machine.
"""

import pathlib
import re
import sys

from collections.abc import Iterator

import ascn_data

from tools.site.gallery import svg_of


ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "_static"
SHOWN = ("members", "projects_by_status")


def files() -> Iterator[tuple[pathlib.Path, str]]:
    """
    Yield the path and the text of each picture.
    """
    for name in SHOWN:
        chart = getattr(ascn_data.plot, name)()
        yield TARGET / f"{name}.svg", svg_of(chart)


def said(svg: str) -> list[str]:
    """
    Return what a picture says: its labels in their order.
    """
    return re.findall(r">([^<>]+)</(?:text|tspan)>", svg)


def main(arguments: list[str]) -> int:
    """
    Write the pictures, or with --check say whether they are up to date.
    """
    stale = 0
    for path, text in files():
        if arguments == ["--check"]:
            if said(path.read_text(encoding="utf-8")) != said(text):
                print(f"{path} is stale: python -m tools.generate.pictures")
                stale += 1
        else:
            path.write_text(text, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
