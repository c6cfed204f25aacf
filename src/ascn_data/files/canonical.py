"""
The canonical form: the same records are always the same bytes.
"""

import functools
import json

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ascn_data.dates import PartialDate, Period
from ascn_data.lazy_attrs import declared


_LAST = ("note", "confidence", "evidence", "disputes")


def field_order(cls: type[Any]) -> tuple[str, ...]:
    """
    The canonical order of a class's JSON keys: evidence and disputes last.
    """
    return _field_order(cls)  # type: ignore[arg-type]


@functools.cache
def _field_order(cls: Hashable) -> tuple[str, ...]:
    names = [*declared(cls)] or _fields_of_attrs(cls)  # type: ignore[arg-type]
    own = [name for name in names if name not in _LAST]
    return (*own, *(name for name in _LAST if name in names))


def _fields_of_attrs(cls: Any) -> list[str]:
    """
    The names of the fields of a class that attrs made at once.
    """
    import attrs

    return [field.name for field in attrs.fields(cls)]


# What stands in JSON as it is; lists and dicts are those of a change.
_PLAIN = frozenset({str, int, float, bool, list, dict})


def to_plain(value: Any) -> Any:
    """
    A record or value as plain JSON types, unknown and empty values left out.

    Keys come in canonical order; dates and decimals become text.

    >>> from ascn_data.models import Evidence
    >>> to_plain(Evidence(source="okamoto-2022", locator="p. 9"))
    {'source': 'okamoto-2022', 'locator': 'p. 9'}
    """
    cls = value.__class__
    if cls in _PLAIN:
        return value
    if cls is tuple:
        return [to_plain(item) for item in value]
    if cls is PartialDate or cls is Period:
        return str(value)
    if cls is Decimal:
        return format(value, "f")  # never 1E-7, which reading refuses
    if isinstance(value, StrEnum):
        return value.value
    plain = {}
    for name in field_order(cls):
        item = getattr(value, name)
        if item is None or item == () or item is False:
            continue
        plain[name] = to_plain(item)
    return plain


def canonical(records: Iterable[Any]) -> bytes:
    """
    The canonical bytes of a table: what the files under `data/` hold.

    UTF-8, NFC, LF, two spaces, keys in field order with evidence and
    disputes last, records sorted by id, one final newline.
    """
    rows = [to_plain(r) for r in sorted(records, key=lambda r: r.id)]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


_FIRST = frozenset(
    {
        "cities",
        "countries",
        "events",
        "observations",
        "partners",
        "partnerships",
        "places",
        "projects",
        "retired",
        "roles",
        "sources",
        "terms",
    }
)
"""The tables of the first revision, which stand there even if empty."""


def canonical_tables(tables: Mapping[str, Iterable[Any]]) -> bytes:
    """
    Return the canonical bytes of all tables together: what a digest is of.

    An empty table is left out unless the first revision had the table, so
    that a new table does not change the digests of earlier revisions.
    """
    rows = {}
    for name in sorted(tables):
        records = sorted(tables[name], key=lambda record: record.id)
        if records or name in _FIRST:
            rows[name] = [to_plain(record) for record in records]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def digest_of(canonical: bytes) -> str:
    """
    Return the SHA-256 of canonical bytes in hexadecimal.
    """
    import hashlib

    return hashlib.sha256(canonical).hexdigest()
