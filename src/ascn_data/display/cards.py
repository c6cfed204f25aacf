"""
What a record shows of itself: its main fact first, names beside ids.

A terminal and a notebook show the same lines; a notebook makes links of what
has an address.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ascn_data.dates import PartialDate
from ascn_data.display.owners import owner_of
from ascn_data.display.words import cell, items_of, known, printable
from ascn_data.exports.wording import dated, measured, money, worded


@attrs.frozen
class Item:
    """
    A value on a card.

    Attributes:
        text: The value in words.
        address: The address of what it means; None if it has none.
    """

    text: str = attrs.field(converter=printable)
    address: str | None = attrs.field(
        default=None, converter=attrs.converters.optional(printable)
    )


@attrs.frozen
class Line:
    """
    A field of a card with its values.

    Attributes:
        name: The field's name.
        items: The values, one each.
        together: Whether they are short enough for one line.
    """

    name: str
    items: tuple[Item, ...]
    together: bool = False


_PAGES = {
    "wikidata_id": "https://www.wikidata.org/wiki/{}",
    "geonames_id": "https://www.geonames.org/{}",
    "url": "{}",
}


_MAIN = ("status", "value")
"""The fields whose values stand first, in words."""


def card(record: Any) -> tuple[Line, ...]:
    """
    Return the lines of a record or value: what is known, main fact first.
    """
    fields = dict(known(record))
    held = owner_of(record)
    lines = [_line(name, value, held) for name, value in fields.items()]
    main = _main(record)
    if main is not None:
        hidden = (main.name, "unit", "qualifier", "status_as_of")
        lines = [line for line in lines if line.name not in hidden]
        # After the id and the name.
        lines.insert(2, main)
    return tuple(lines)


def _main(record: Any) -> Line | None:
    """
    Return the line of the main fact of a record; None if no field has it.
    """
    if not hasattr(record, "evidence"):
        return None
    if hasattr(record, "indicator"):
        return Line("value", (Item(measured(record)),))
    if hasattr(record, "amounts"):
        return Line("status", (Item(dated(record)),))
    return None


def _line(name: str, value: Any, held: Any) -> Line:
    """
    Return a field as a line.
    """
    if isinstance(value, tuple) and isinstance(value[0], str):
        items = tuple(_id(name, each, held) for each in value)
        return Line(name, items, together=True)
    if isinstance(value, PartialDate):
        return Line(name, (Item(_date(value)),))
    if isinstance(value, Mapping):
        counted = (Item(f"{k} {cell(v)}") for k, v in value.items())
        return Line(name, tuple(counted), together=True)
    if isinstance(value, str | int):
        return Line(name, (_id(name, value, held),))
    return Line(name, tuple(_values(value, held)))


def _id(field: str, value: Any, held: Any) -> Item:
    """
    Return a text, with the name or address that it means if it is an id.
    """
    text = cell(value)
    if field in _PAGES:
        return Item(text, _PAGES[field].format(value))
    if held is None:
        return Item(text)
    owner, table = held
    name = owner.named(table, field, value)
    if name is None:
        return Item(text)
    return Item(f"{cell(name)} ({text})", owner.address(value))


def _values(value: Any, held: Any) -> Iterator[Item]:
    """
    Yield a list of values in words, with the addresses of their sources.
    """
    called = held[0].called if held else str
    several = value if isinstance(value, tuple | list) else (value,)
    for each, text in zip(several, items_of(value), strict=True):
        source = getattr(each, "source", None)
        address = held[0].address(source) if held and source else None
        if hasattr(each, "currency"):
            yield Item(cell(money(each, called)), address)
        elif hasattr(each, "stage") or hasattr(each, "partner"):
            yield Item(cell(worded(each, called)), address)
        elif held and source and text.startswith(source):
            title = cell(called(source))
            yield Item(f"{title} ({source}){text[len(source) :]}", address)
        else:
            yield Item(text, address)


def _date(date: PartialDate) -> str:
    """
    Return a date with how precisely it is known, if not to the day.
    """
    if date.precision == "window":
        first, last = date.strip("[]").split("..")
        return f"some day from {first} to {last}"
    if date.precision == "day":
        return str(date)
    return f"{date} (the {date.precision} is known)"
