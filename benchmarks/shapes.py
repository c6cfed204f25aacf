"""
The record classes again, for other readers: plain cattrs and msgspec.

Both are made from the attrs classes, so that they cannot drift.
"""

import types
import typing

from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs
import cattrs
import msgspec

from ascn_data.dates import PartialDate, Period
from ascn_data.models.catalogue import TABLES, record_class


TEXTS = (PartialDate, Period, Decimal)
"""Values that JSON holds as text."""


def plain_cattrs() -> cattrs.Converter:
    """
    Plain cattrs, with hooks only for what it cannot know.

    It coerces and ignores unknown keys: it does less than `ascn_data`.
    """
    converter = cattrs.Converter()
    for cls in TEXTS:
        converter.register_structure_hook(cls, lambda text, made: made(text))
    return converter


def structs() -> dict[str, Any]:
    """
    For each table, the type of its rows as msgspec Structs.

    Dates and decimals stay texts; unknown keys are forbidden.
    """
    made: dict[type[Any], Any] = {}
    return {
        table: list[_struct(record_class(table), made)]  # type: ignore[misc]
        for table in TABLES
    }


def _struct(cls: Any, made: dict[type[Any], Any]) -> Any:
    if cls not in made:
        fields = sorted(
            attrs.fields(cls), key=lambda f: f.default is not attrs.NOTHING
        )
        made[cls] = msgspec.defstruct(
            cls.__name__,
            [
                (field.name, _type(field.type, made))
                if field.default is attrs.NOTHING
                else (field.name, _type(field.type, made), field.default)
                for field in fields
            ],
            frozen=True,
            kw_only=True,
            forbid_unknown_fields=True,
        )
    return made[cls]


def _type(cls: Any, made: dict[type[Any], Any]) -> Any:
    if cls in TEXTS:
        return str
    if attrs.has(cls):
        return _struct(cls, made)
    arguments = tuple(
        part if part in (type(None), ...) else _type(part, made)
        for part in typing.get_args(cls)
    )
    if isinstance(cls, types.UnionType):
        return typing.Union[arguments]  # noqa: UP007 - of a computed list
    if arguments:
        return typing.get_origin(cls)[arguments]
    if isinstance(cls, type) and issubclass(cls, (str, StrEnum, int, float)):
        return cls
    raise TypeError(f"no type of msgspec for {cls!r}")
