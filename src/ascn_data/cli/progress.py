"""
Showing on a terminal that something takes its time.
"""

import sys
import time

from collections.abc import Iterable, Iterator
from typing import TypeVar

import click


T = TypeVar("T")


def counted(
    items: Iterable[T], noun: str, *, every: float = 0.5
) -> Iterator[T]:
    """
    The items; how many there were is told every so many seconds.

    On a terminal, and only if the output goes elsewhere.
    """
    shown = sys.stderr.isatty() and not sys.stdout.isatty()
    told = 0
    number = 0
    due = time.monotonic() + every
    for number, item in enumerate(items, 1):
        yield item
        if shown and time.monotonic() >= due:
            click.echo(f"\r{number} {noun}", err=True, nl=False)
            told = number
            due = time.monotonic() + every
    if told:
        click.echo(f"\r{number} {noun}", err=True)
