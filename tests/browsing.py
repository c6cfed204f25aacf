"""
What tests of the site share.
"""

import pathlib
import random

from collections.abc import Callable

from playwright.sync_api import Page


Opener = Callable[..., Page]
"""Opens a page at an address, with settings of the browser."""

DRAWN = random.Random(18)  # noqa: S311 - the same pages every time
"""Draws what is tested where all would take too long."""


def drawn(pages: list[str], number: int) -> list[str]:
    """
    Return some of the pages, the same every time.
    """
    return DRAWN.sample(sorted(pages), number)


def pages_of(root: pathlib.Path) -> list[str]:
    """
    Return the addresses of all pages.
    """
    return sorted(str(path.relative_to(root)) for path in root.rglob("*.html"))
