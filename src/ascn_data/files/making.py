"""
What the makers of `ascn_data.models.making` are made of.
"""

from __future__ import annotations

import functools


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum
    from typing import Any


new: Callable[[type[Any]], Any] = object.__new__


def unlocked(cls: type[Any]) -> type[Any]:
    """
    Return a class like a frozen one whose records take values.

    A record is filled as one of this class and locked by giving it the
    frozen class: attrs' way, to call `object.__setattr__` for each field,
    takes twice as long.
    """
    ordinary = {
        "__slots__": (),
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    return type(cls.__name__, (cls,), ordinary)


@functools.cache
def members(vocabulary: type[StrEnum]) -> Callable[[str], Any]:
    """
    Return a function that gives the member of a vocabulary by its text.
    """
    return {member.value: member for member in vocabulary}.__getitem__


@functools.cache
def shared(cls: type[Any]) -> Callable[[str], Any]:
    """
    Return a function that makes dates or decimals, each text once.
    """
    return functools.lru_cache(65536)(cls)
