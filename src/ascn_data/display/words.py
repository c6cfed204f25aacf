"""
Values as short texts on one line.
"""

import re
import unicodedata

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ascn_data.dates import PartialDate, Period
from ascn_data.files.canonical import field_order
from ascn_data.lazy_attrs import declared


IDS = ("id", "record", "replaced_by")
"""The columns that hold ids: people copy them, so they keep more room."""


LONGEST_LIST = 5
"""The values of a list that a card shows of itself."""


UNCUT = 100_000
"""A width that cuts nothing, for what goes to a file or program."""


SHOWN = 10
"""The rows and names that something shows of itself."""


# A text must not move the cursor, break a row, turn its neighbours around or
# hold what nobody sees.
_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f"
    "\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def cell(value: Any) -> str:
    """
    A value as short text on one line; nothing for what is unknown.
    """
    if value is None or value == ():
        return ""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple | list):
        return ", ".join(cell(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {cell(item)}" for key, item in value.items())
    # Changes and dates say in words of their own what they are.
    cls = type(value)
    if declared(cls) and "__str__" not in vars(cls):
        return ", ".join(
            f"({cell(item)})"
            if isinstance(item, tuple)
            else f"{name} {item}"
            if name in ("row", "page")
            else cell(item)
            for name, item in known(value)
        )
    return printable(str(value))


def printable(text: str) -> str:
    """
    A text with a sign or space in place of each control character.
    """
    if text.isprintable():
        return text
    spaced = re.sub("[\t\n\r]", " ", text)
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", spaced)


def is_number(value: Any) -> bool:
    """
    Whether a value is a number, which stands to the right of its column.
    """
    numbers = int | float | Decimal
    return isinstance(value, numbers) and not isinstance(value, bool)


def known(record: Any) -> Iterator[tuple[str, Any]]:
    """
    The fields of a record or value that hold something.
    """
    for name in field_order(type(record)):
        value = getattr(record, name)
        if value not in (None, (), []) and value is not False:
            yield name, value


def terminal_width() -> int:
    """
    Return how many columns the terminal has.
    """
    import shutil  # which loads what packs archives

    return shutil.get_terminal_size((100, 24)).columns


def width_of(text: str) -> int:
    """
    How many columns of a terminal a text takes.
    """
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def cut(text: str, width: int) -> str:
    """
    A text of a number of letters at most.
    """
    return text if len(text) <= width else f"{text[: width - 1]}…"


def items_of(value: Any) -> tuple[str, ...]:
    """
    A list of values as one text each; anything else as one text.
    """
    if isinstance(value, tuple | list) and not isinstance(value[0], str):
        return tuple(cell(item) for item in value)
    return (cell(value),)


def _brief(value: Any) -> str:
    """
    A value in a few letters: lists of values by their number.
    """
    if isinstance(value, tuple):
        if not isinstance(value[0], str):
            return f"<{len(value)} {type(value[0]).__name__}>"
        more = ", ..." if len(value) > 3 else "," if len(value) == 1 else ""
        return f"({', '.join(map(_brief, value[:3]))}{more})"
    if isinstance(value, Mapping | list):
        return f"<{len(value)} items>"
    if isinstance(value, str | PartialDate | Period):
        return repr(cut(str(value), 40))
    return str(value)
