"""
`NameIndex`: the names of one kind of record, with the ids they mean.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ascn_data.naming.folding import fold
from ascn_data.naming.nearest import _Near


if TYPE_CHECKING:
    pass


class NameIndex:
    """
    The names of one kind of record, folded, with the ids they mean.

    Attributes:
        kind: The kind, in the singular, for example `city`.
        ids: Every folded name with the ids it means; more than one if the
            name is ambiguous.
        spellings: Every folded name as the data writes it.
    """

    __slots__ = ("_near", "ids", "kind", "spellings")

    def __init__(
        self,
        kind: str,
        names: Iterable[tuple[str, str]],
        weak: Iterable[tuple[str, str]] = (),
    ) -> None:
        """
        Index pairs of a name and an id; weak names yield to the others.
        """
        ids: dict[str, tuple[str, ...]] = {}
        spellings: dict[str, str] = {}
        for name, id_ in names:
            key = fold(name)
            known = ids.get(key, ())
            if id_ not in known:
                ids[key] = (*known, id_)
            spellings.setdefault(key, name)
        strong = frozenset(ids)
        for name, id_ in weak:
            key = fold(name)
            if key not in strong and id_ not in ids.get(key, ()):
                ids[key] = (*ids.get(key, ()), id_)
                spellings.setdefault(key, name)
        self.kind: str = kind
        self.ids: Mapping[str, tuple[str, ...]] = ids
        self.spellings: Mapping[str, str] = spellings
        self._near: _Near | None = None

    def resolve(self, name: str) -> str:
        """
        The one id that a name means.

        Raises:
            UnknownNameError: If no record has the name; with close ones.
            AmbiguousNameError: If several have it.
        """
        if not isinstance(name, str):
            raise TypeError(
                f"a {self.kind} is asked for by its name or id as text, "
                f"not by {name!r}"
            )
        found = self.ids.get(fold(name), ())
        if len(found) == 1:
            return found[0]
        from ascn_data.errors import AmbiguousNameError, UnknownNameError

        if found:
            raise AmbiguousNameError(self.kind, name, found)
        raise UnknownNameError(self.kind, name, self.close(name))

    def close(self, name: str) -> tuple[str, ...]:
        """
        The names most like a misspelt one, the likeliest first.
        """
        if self._near is None:
            self._near = _Near(self.spellings)
        return self._near.close(fold(name))
