"""
Showing on a terminal that something takes its time.
"""

import contextlib
import sys
import threading
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


@contextlib.contextmanager
def waiting(what: str, *, every: float = 1) -> Iterator[None]:
    """
    Tell on a terminal how many seconds something takes, while it does.
    """
    done = threading.Event()
    start = time.monotonic()

    def tell() -> None:
        text = ""
        while not done.wait(every):
            text = f"{what}: {time.monotonic() - start:.0f} s"
            click.echo(f"\r{text}", err=True, nl=False)
        click.echo(f"\r{' ' * len(text)}\r" * bool(text), err=True, nl=False)

    if not sys.stderr.isatty():
        yield
        return
    thread = threading.Thread(target=tell, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
