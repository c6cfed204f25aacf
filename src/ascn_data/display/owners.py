"""
The datasets that records belong to, by which a record shows names.

A record holds ids and knows no dataset; what it is called and where its
sources are is asked of the dataset that holds this very record.
"""

from __future__ import annotations

# As `weakref` has it, which a look-up would pay for.
from _weakrefset import WeakSet


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol
else:
    Protocol = object


class Owner(Protocol):
    """
    What holds records and knows what ids mean.
    """

    def owned(self, record: Any) -> str | None:
        """
        The name of the table that holds this very record; None if none does.
        """

    def named(self, table: str, field: str, id_: str) -> str | None:
        """
        The name for an id in a field; None if the field holds no ids.
        """

    def called(self, id_: str) -> str:
        """
        The name of the record of an id; the id if it is not known.
        """

    def address(self, id_: str) -> str | None:
        """
        The address of the source of an id; None if it has none.
        """


_OWNERS: WeakSet[Owner] = WeakSet()


def register(owner: Owner) -> None:
    """
    Let an owner be found by its records, for as long as it lives.
    """
    _OWNERS.add(owner)


def owner_of(record: Any) -> tuple[Owner, str] | None:
    """
    Return the owner and the table of a record; None if nothing holds it.
    """
    for owner in list(_OWNERS):
        table = owner.owned(record)
        if table is not None:
            return owner, table
    return None
