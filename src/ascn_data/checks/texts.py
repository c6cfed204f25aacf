"""
The rule on texts: a reader sees all that stands in them.
"""

import unicodedata

from collections.abc import Iterable

from ascn_data.checks.records import Tables, problem, records_of, texts
from ascn_data.errors import Problem
from ascn_data.files.canonical import field_order


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Kinds of characters that steer, turn round or hide what is written."""


def texts_are_seen(tables: Tables) -> Iterable[Problem]:
    """
    No text holds a control character or a mark that no reader sees.

    A line break is seen; a mark that turns the direction of writing, or one
    without width, makes two names that look alike differ.
    """
    for table, record in records_of(tables):
        for field in field_order(type(record)):
            for text in texts(getattr(record, field)):
                unseen = _unseen(text)
                if unseen:
                    what = f"{unseen} cannot be seen: leave it out"
                    yield problem(table, record, field, what)
                    break


def _unseen(text: str) -> str:
    """
    Return the first character that cannot be seen; nothing if all can.
    """
    if text.isprintable():
        return ""
    for char in text:
        if char != "\n" and unicodedata.category(char) in _UNSEEN:
            return f"U+{ord(char):04X}"
    return ""
