"""
`Match`: what a name means.
"""

from typing import Any, NamedTuple


class Match(NamedTuple):
    """
    What a name means.

    Attributes:
        ids: The ids that the name can mean; none if it is unknown.
        namesakes: What else bears the name and is no record; the name means
            nothing of these, but a reader may.
        alone: Whether the name means its ids without a country or
            subdivision beside it.
    """

    ids: tuple[str, ...] = ()
    namesakes: tuple[Any, ...] = ()
    alone: bool = True
