"""
Names from a file, one a line, resolved as they are read.
"""

import functools

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from ascn_data.dataset import Dataset
    from ascn_data.models.catalogue import Kind


def resolve_lines(
    dataset: "Dataset",
    lines: Iterable[str],
    kind: "Kind",
    *,
    country: str | None = None,
    subdivision: str | None = None,
    strict: bool = False,
) -> Iterator[tuple[str | None, str | None, str | None]]:
    """
    Each line of names as the name, its id and what to look at.

    All three are None for a blank line, so that lines stay beside their
    names.
    """

    @functools.lru_cache(maxsize=65536)
    def resolved(name: str) -> tuple[str, str | None, str | None]:
        found = dataset.resolve(
            [name],
            kind=kind,
            on_unknown="none",
            on_ambiguous="none",
            on_shared="none" if strict else "resolve",
            country=country,
            subdivision=subdivision,
        )
        problem = next(found.problems(), None)
        if problem is None:
            return name, found[0], None
        _, why, perhaps = problem
        if why == "shared":
            return name, found[0], f"shared with {' or '.join(perhaps)}"
        if why == "ambiguous":
            return name, None, f"can mean {' or '.join(perhaps)}"
        meant = f"; did you mean {' or '.join(perhaps)}?" if perhaps else ""
        return name, None, f"{why}{meant}"

    for line in lines:
        name = line.strip()
        yield resolved(name) if name else (None, None, None)


def lines_of(stream: Iterable[bytes], name: str) -> Iterator[str]:
    """
    The lines of a file, each as soon as it is there.

    A byte order mark is no part of the first, and lines may end in any way.

    Raises:
        ValueError: At a line that is not UTF-8.
    """
    for number, raw in enumerate(stream, 1):
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise ValueError(
                f"{name}, line {number} is not UTF-8: save the file as UTF-8"
            ) from None
        yield from text.rstrip("\r\n").split("\r")
