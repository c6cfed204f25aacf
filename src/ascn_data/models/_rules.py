"""
The rules that a record keeps by itself, whatever made it.

Types are the loader's business and references are those of
`ascn_data.checks`; what is here holds for records built by hand too.
"""

from __future__ import annotations

import re


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import attrs

    from ascn_data.dates import PartialDate

_ID = r"[a-z0-9]+(?:--?[a-z0-9]+)*"


def is_id(_record: Any, attribute: attrs.Attribute[str], value: Any) -> None:
    """
    An id is lower-case ASCII words joined by one or two hyphens.
    """
    if not isinstance(value, str) or re.fullmatch(_ID, value) is None:
        raise ValueError(
            f"{attribute.name} {value!r} is not an id: use lower-case ASCII "
            "letters, digits and hyphens, such as 'vn-da-nang'"
        )


def is_text(_record: Any, attribute: attrs.Attribute[str], value: Any) -> None:
    """
    A name or title is text with something in it.
    """
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{attribute.name} {value!r} is not a text")


def ends_after_start(
    record: Any,
    attribute: attrs.Attribute[PartialDate | None],
    value: PartialDate | None,
) -> None:
    """
    An end does not lie before the start of the same name.
    """
    start = getattr(record, attribute.name.replace("end", "start"))
    if (
        start is not None
        and value is not None
        and value.latest < start.earliest
    ):
        raise ValueError(
            f"{attribute.name} {value} lies before the start {start}"
        )
