"""
`Match`: what a name means.
"""

from __future__ import annotations

from collections import namedtuple


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NamedTuple

    class _Match(NamedTuple):
        ids: tuple[str, ...] = ()
        namesakes: tuple[Any, ...] = ()
        alone: bool = True
else:
    # Without typing, which would double what a look-up costs.
    _Match = namedtuple(  # noqa: PYI024
        "_Match", ("ids", "namesakes", "alone"), defaults=((), (), True)
    )


class Match(_Match):
    """
    What a name means.

    Attributes:
        ids: The ids that the name can mean; none if it is unknown.
        namesakes: What else bears the name and is no record; the name means
            nothing of these, but a reader may.
        alone: Whether the name means its ids without a country or
            subdivision beside it.
    """

    __slots__ = ()
