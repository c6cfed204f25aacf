"""
How to draw dates, names as people write them, and single mutations.
"""

import datetime
import unicodedata

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from ascn_data.dates import PartialDate


_DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> str:
    """
    A year, a month or a day as text.
    """
    day = draw(_DAYS)
    return draw(
        st.sampled_from([f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()])
    )


@st.composite
def windows(draw: st.DrawFn) -> str:
    """
    A window of at least two years as text.
    """
    first = draw(st.integers(1000, 2990))
    years = draw(st.integers(1, 9))
    return f"[{first}..{first + years}]"


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """
    Dates of every precision.
    """
    return st.builds(PartialDate, points() | windows())


def _wide(text: str) -> str:
    """
    ASCII letters and digits in their full-width forms.
    """
    return "".join(
        chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c
        for c in text
    )


def _accented(text: str) -> str:
    """
    A Latin letter a with an accent it does not have.
    """
    return text.replace("a", "á").replace("e", "ê")


_CHANGES: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.lower,
    str.title,
    str.swapcase,
    _wide,
    _accented,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: f"  {text}\t",
    lambda text: text.replace(" ", ""),
    lambda text: text.replace(" ", " "),
    lambda text: text.replace(" ", "-"),
    lambda text: text.replace("-", " "),
    lambda text: f"{text}.",
]


@st.composite
def misspelt(draw: st.DrawFn, text: str) -> str:
    """
    A name with its case, width, spacing, punctuation or accents changed.
    """
    for change in draw(st.lists(st.sampled_from(_CHANGES), max_size=4)):
        text = change(text)
    article = draw(st.sampled_from(["", "the ", "THE "]))
    return f"{article}{text.lstrip()}"


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """
    A name with one letter dropped, added, changed or two swapped.
    """
    place = draw(st.integers(0, len(text) - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    before, after = text[:place], text[place + 1 :]
    return draw(
        st.sampled_from(
            [
                before + after,
                before + letter + text[place:],
                before + letter + after,
                before + after[:1] + text[place] + after[1:],
            ]
        )
    )


def records_of(table: Any) -> st.SearchStrategy[Any]:
    """
    Records of a table.
    """
    return st.sampled_from(list(table))
