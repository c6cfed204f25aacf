"""
The strict converter: plain JSON values into records and back.

Plain cattrs coerces (`3.9` to `3`, `null` to `"None"`, `"abc"` to
`("a", "b", "c")`).  The converter here demands exact types and forbids
unknown keys.  Absent optional values are left out of the JSON; `null` is
never written and never accepted.
"""

import functools
import json
import math
import re
import types

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Union, get_args, get_origin

import attrs
import cattrs

from cattrs.gen import make_dict_structure_fn

from ascn_data.dates import PartialDate, Period
from ascn_data.files.canonical import to_plain


_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)


class WrongValueError(ValueError):
    """
    A value has the wrong type or form; its message is for people.
    """


def shown(value: object) -> str:
    """
    A JSON value in a message, cut if it is long.
    """
    # Imported where a value is wrong: a first answer needs no errors.
    from ascn_data.errors import legible

    text = legible(json.dumps(value, ensure_ascii=False, default=repr))
    return text if len(text) <= 60 else f"{text[:57]}..."


def _exactly(cls: type[Any], words: str) -> Callable[[Any, Any], Any]:
    """
    A hook that takes values of one type as they are and nothing else.
    """

    def structure(value: Any, _: Any) -> Any:
        if value.__class__ is not cls:
            raise WrongValueError(f"{shown(value)} is not {words}")
        return value

    return structure


def _structure_float(value: Any, _: Any) -> float:
    if value.__class__ is not float and value.__class__ is not int:
        raise WrongValueError(f"{shown(value)} is not a number")
    if not math.isfinite(value):
        raise WrongValueError("a number is too large")
    return float(value)


@functools.cache
def _decimal(text: str) -> Decimal:
    return Decimal(text)


def _structure_decimal(value: Any, _: Any) -> Decimal:
    if value.__class__ is not str or _DECIMAL.fullmatch(value) is None:
        raise WrongValueError(
            f"{shown(value)} is not an exact decimal: write it as text, "
            'such as "18.9" or "10000000"'
        )
    return _decimal(value)


def _cached(
    make: Callable[[str], Any], words: str
) -> Callable[[Any, Any], Any]:
    """
    A hook that builds a value object from text, once for each text.
    """
    build = functools.lru_cache(maxsize=65536)(make)

    def structure(value: Any, _: Any) -> Any:
        if value.__class__ is not str:
            raise WrongValueError(f"{shown(value)} is not {words}")
        return build(value)

    return structure


@functools.cache
def _members(cls: type[StrEnum]) -> Mapping[str, StrEnum]:
    return {member.value: member for member in cls}


def _structure_member(value: Any, cls: type[StrEnum]) -> StrEnum:
    members = _members(cls)
    try:
        return members[value]
    except (KeyError, TypeError):
        raise WrongValueError(
            f"{shown(value)} is none of {', '.join(members)}"
        ) from None


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_optional(cls: Any) -> bool:
    return (
        get_origin(cls) in (Union, types.UnionType)
        and len(get_args(cls)) == 2
        and type(None) in get_args(cls)
    )


def _optional_factory(
    cls: Any, conv: cattrs.Converter
) -> Callable[[Any, Any], Any]:
    inner = _required(cls)
    hook = conv.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> Any:
        if value is None:
            raise WrongValueError("null: leave unknown values out")
        return hook(value, inner)

    return structure


def _tuple_factory(
    cls: Any, conv: cattrs.Converter
) -> Callable[[Any, Any], Any]:
    inner = get_args(cls)[0]
    hook = conv.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if value.__class__ is not list:
            raise WrongValueError(f"{shown(value)} is not a list")
        try:
            return tuple([hook(item, inner) for item in value])
        except Exception:  # noqa: BLE001 - told again below, item by item
            raise _item_problems(value, hook, inner) from None

    if _exact_type(inner) is None:
        return structure
    exact = {_exact_type(inner)}

    def as_they_are(value: Any, _: Any) -> tuple[Any, ...]:
        if value.__class__ is list and {*map(type, value)} == exact:
            return tuple(value)
        return structure(value, cls)

    return as_they_are


def _required(cls: Any) -> Any:
    """
    The type of a field's values, unknown ones apart.
    """
    if not _is_optional(cls):
        return cls
    return next(a for a in get_args(cls) if a is not type(None))


def _exact_type(cls: Any) -> type[Any] | None:
    """
    The type whose values a field takes as they are; None if it has none.
    """
    cls = _required(cls)
    return cls if cls in (str, int, bool) else None


def _record_factory(
    cls: Any, conv: cattrs.Converter
) -> Callable[[Any, Any], Any]:
    """
    A hook that is quick with a good record and leaves a bad one to cattrs.

    cattrs' own hook asks for every field of the class in turn.  This one
    looks only at the keys a record has; where anything is wrong with it,
    cattrs' hook, made only then, finds and explains every problem.
    """
    fields = {
        field.name: (
            # Of the class, not of the JSON: calls match it by identity.
            field.name,
            _exact_type(field.type),
            # None fails in the hook of what is optional, and is explained.
            conv.get_structure_hook(_required(field.type)),
            _required(field.type),
        )
        for field in attrs.fields(cls)
    }

    @functools.cache
    def explain() -> Callable[[Any, Any], Any]:
        return make_dict_structure_fn(cls, conv)

    def structure(value: Any, _: Any) -> Any:
        if value.__class__ is not dict:
            raise WrongValueError(f"{shown(value)} is not an object")
        known: dict[str, Any] = {}
        try:
            for key, item in value.items():
                name, exact, hook, inner = fields[key]
                known[name] = (
                    item if type(item) is exact else hook(item, inner)
                )
            return cls(**known)
        except Exception:  # noqa: BLE001 - told again, with all problems
            return explain()(value, cls)

    return structure


_SIMPLE: Mapping[type[Any], Callable[[Any, Any], Any]] = {
    str: _exactly(str, "a text"),
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    float: _structure_float,
    Decimal: _structure_decimal,
    PartialDate: _cached(PartialDate, "a date"),
    Period: _cached(Period, "a period"),
    # Or a vocabulary would be taken for a text, which it derives from.
    StrEnum: _structure_member,
}


@functools.cache
def converter() -> cattrs.Converter:
    """
    The strict converter, made once.

    It gives records as the files hold them, ready for JSON, and takes them
    back equal.

    >>> from ascn_data import city
    >>> from ascn_data.models import City
    >>> plain = converter().unstructure(city("Phuket"))
    >>> plain["joined"], plain["cohort"]
    ('2018-04-28', 'pilot')
    >>> converter().structure(plain, City) == city("Phuket")
    True
    """
    conv = cattrs.Converter(forbid_extra_keys=True)
    # Of the factories that match a type, cattrs takes the latest.
    for matches, factory in (
        (attrs.has, _record_factory),
        (_is_optional, _optional_factory),
        (_is_tuple, _tuple_factory),
    ):
        conv.register_structure_hook_factory(matches, factory)
    for simple, hook in _SIMPLE.items():
        conv.register_structure_hook(simple, hook)
    conv.register_unstructure_hook_func(attrs.has, to_plain)
    conv.register_unstructure_hook(Decimal, to_plain)
    return conv


def _item_problems(
    values: list[Any], hook: Callable[[Any, Any], Any], inner: Any
) -> Exception:
    """
    The problems of all items of a list, each with its place in the list.
    """
    problems: list[Exception] = []
    for index, item in enumerate(values):
        try:
            hook(item, inner)
        except Exception as error:  # noqa: BLE001 - collected, not hidden
            error.add_note(f"item {index + 1}")
            problems.append(error)
    return ExceptionGroup("list", problems)
