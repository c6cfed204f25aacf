"""
How to draw dates, names as people write them, mutations and tables.
"""

import datetime
import types
import unicodedata

from collections.abc import Callable
from decimal import Decimal
from typing import Any, get_args, get_origin

import attrs

from hypothesis import strategies as st

from ascn_data.dates import PartialDate, Period
from ascn_data.models.catalogue import SCHEMAS, record_class
from ascn_data.tables.table import Table


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


def _texts() -> st.SearchStrategy[str]:
    """
    Texts that files and spreadsheets stumble over, and any others.
    """
    hostile = [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "'quoted",
        "\ttab",
        "a|b",
        "\\|\\",
        'say "x", y',
        "two\r\nlines",
        "กรุงเทพ",
    ]
    alphabet = st.characters(codec="utf-8", exclude_characters="\0")
    return st.sampled_from(hostile) | st.text(alphabet, min_size=1, max_size=8)


_VALUES: dict[Any, st.SearchStrategy[Any]] = {
    str: _texts(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(-90, 90),
    bool: st.booleans(),
    Decimal: st.decimals(-(10**12), 10**12, places=9),
    PartialDate: partial_dates(),
    Period: st.builds(lambda d: Period(d.text), partial_dates()),
}


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """
    Values of a field's type.
    """
    if hint in _VALUES:
        return _VALUES[hint]
    if get_origin(hint) is tuple:
        items = st.lists(_values(get_args(hint)[0]), max_size=3)
        return items.map(tuple)
    if attrs.has(hint):
        return _instances(hint)
    if get_args(hint):
        (inner,) = (a for a in get_args(hint) if a is not types.NoneType)
        return st.none() | _values(inner)
    return st.sampled_from(list(hint))


def _values_of(field: "attrs.Attribute[Any]") -> st.SearchStrategy[Any]:
    """
    Values of a field: an empty list is left out of the files, so a list that
    must be given has something in it.
    """
    if get_origin(field.type) is tuple and field.default is attrs.NOTHING:
        items = st.lists(
            _values(get_args(field.type)[0]), min_size=1, max_size=3
        )
        return items.map(tuple)
    return _values(field.type)


@st.composite
def _instances(draw: st.DrawFn, cls: type[Any]) -> Any:
    """
    Instances of a record class with values of the right types.
    """
    values = {a.name: draw(_values_of(a)) for a in attrs.fields(cls)}
    if "latitude" in values and values["latitude"] is None:
        values["longitude"] = None
    elif "latitude" in values:
        values["longitude"] = draw(_VALUES[float])
    for name in ("end", "planned_end"):
        if name in values and values[name] is not None:
            values[name] = values[name.replace("end", "start")]
    for name in ("id", "scheme"):
        if name in values:
            number = draw(st.integers(0, 10**9))
            values[name] = f"{name}-{number}"
    for name in ("name", "title", "label", "official_name", "reason"):
        if name in values and not (values[name] or "x").strip():
            values[name] = "name"
    return cls(**values)


def invented(name: str) -> st.SearchStrategy[Table[Any]]:
    """
    Tables of invented records, of every type and with hostile texts.
    """
    records = st.lists(_instances(record_class(name)), max_size=4)
    return records.map(
        lambda made: Table(SCHEMAS[name], made, revision="invented")
    )
