"""
Values as people write them: money, dated states, lists, places in sources.

Nothing here knows a record's class; a value is worded by what it has.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any


Called = Callable[[str], str]
"""A function from an id to a name."""


_HEDGES = {
    "approximately": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "up to ",
}


_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


_BESIDE_NUMBERS = {"percent": "%"}


def number(value: Decimal) -> str:
    """
    Return a number as a text is printed: millions in words, no digit lost.

    >>> number(Decimal("2495000")), number(Decimal("134"))
    ('2.495 million', '134')
    >>> number(Decimal("12345"))
    '12,345'
    """
    for size, word in _SCALES:
        scaled = (value / size).normalize()
        if abs(value) >= size and len(scaled.as_tuple().digits) <= 4:
            return f"{scaled:,f} {word}"
    return f"{value:,f}"


def hedged(value: Any) -> str:
    """
    Return the hedge of a number that its source gives, a space after it.
    """
    return _HEDGES.get(value.qualifier or "", "")


def measured(observation: Any) -> str:
    """
    Return the number of an observation with its hedge and unit.
    """
    unit = _BESIDE_NUMBERS.get(observation.unit, f" {observation.unit}")
    if len(observation.unit) == 3 and observation.unit.isupper():
        return (
            f"{hedged(observation)}{observation.unit} "
            f"{number(observation.value)}"
        )
    return f"{hedged(observation)}{number(observation.value)}{unit}"


def summed(amount: Any) -> str:
    """
    Return the sum of an amount with its hedge and what kind of sum it is.
    """
    about = [amount.basis, *([] if amount.role == "total" else [amount.role])]
    value = f"{hedged(amount)}{amount.currency} {number(amount.value)}"
    return f"{value}, {', '.join(about)}"


def money(amount: Any, called: Called = str) -> str:
    """
    Return an amount as people write it, with what kind of sum it is.

    Args:
        amount: An `Amount`.
        called: A function from the ids of payers to names.
    """
    when = amount.as_of or amount.period
    said = f" {when}" if when else ""
    payers = ", ".join(map(called, getattr(amount, "payers", ())))
    paid = f", paid by {payers}" if payers else ""
    recipient = getattr(amount, "recipient", None)
    to = f", to {called(recipient)}" if recipient else ""
    note = f"; {amount.note}" if amount.note else ""
    return f"{summed(amount)}{said}{paid}{to}{note}"


def dated(record: Any) -> str:
    """
    Return the status of a record with the date for which it is known.
    """
    when = getattr(record, "status_as_of", None)
    if when is None and getattr(record, "last_report", None):
        when = record.last_report
    return f"{record.status} ({when})" if when else str(record.status)


def spanned(record: Any) -> str:
    """
    Return the time of a record: its date, its period or its start and end.
    """
    point = getattr(record, "as_of", None) or getattr(record, "period", None)
    if point:
        return str(point)
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    if start is None:
        return f"until {end}" if end else ""
    return str(start) if end in (None, start) else f"{start} to {end}"


def worded(value: Any, called: Called = str) -> str:
    """
    Return a value of a record in words; nothing for what is unknown.

    Args:
        value: A value of any field.
        called: A function from the ids within values to names.
    """
    if isinstance(value, tuple | list):
        return "; ".join(worded(item, called) for item in value)
    if hasattr(value, "currency"):
        return money(value, called)
    if hasattr(value, "__attrs_attrs__"):
        return _told(value, called)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _told(value: Any, called: Called) -> str:
    """
    Return a value of several fields as its words, the names of ids in them.
    """
    known = (
        (field.name, found)
        for field in value.__attrs_attrs__
        if (found := getattr(value, field.name)) not in (None, ())
    )
    return ", ".join(_part(name, found, called) for name, found in known)


def _part(name: str, value: Any, called: Called) -> str:
    if name in ("source", "report", "theme", "partner", "event"):
        return called(value)
    if name in ("row", "page"):
        return f"{name} {value}"
    return f"({worded(value)})" if isinstance(value, tuple) else worded(value)


def named(ids: Iterable[str], called: Called) -> str:
    """
    Return the names of ids as one text.
    """
    return "; ".join(map(called, ids))
