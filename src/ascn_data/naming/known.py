"""
`KnownNames`: the names of a kind as a release has them folded.
"""

from __future__ import annotations

from ascn_data.naming.index import NameIndex


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class KnownNames(NameIndex):
    """
    Names whose ids are at hand; all else is worked out when it is needed.

    How a name is written, for example, only who misspells one must know.
    """

    __slots__ = ("_build",)

    def __init__(
        self,
        kind: str,
        known: Mapping[str, Any],
        build: Callable[[], NameIndex],
    ) -> None:
        """
        Take what is known; `build` makes the index from records.
        """
        self.kind: str = kind
        self.ids: Mapping[str, tuple[str, ...]] = {
            name: tuple(ids) for name, ids in known["ids"].items()
        }
        self.incomplete: Mapping[str, tuple[str, ...]] = {
            name: tuple(ids) for name, ids in known["incomplete"].items()
        }
        self.shared: Mapping[str, tuple[Any, ...]] = _Shared(
            known["shared"], build
        )
        self._build = build

    def __getattr__(self, name: str) -> Any:
        # Asked for what `__init__` did not set.
        found = getattr(self._build(), name)
        setattr(self, name, found)
        return found


class _Shared(dict):  # type: ignore[type-arg] # "Any" would cost typing
    """
    The names that something else bears too; what it is, the records tell.
    """

    __slots__ = ("_build",)

    def __init__(
        self, names: list[str], build: Callable[[], NameIndex]
    ) -> None:
        super().__init__(dict.fromkeys(names, ()))
        self._build = build

    def get(self, name: str, default: Any = None) -> Any:
        """
        Return the namesakes of a name.
        """
        return self._build().shared[name] if name in self else default


def plain(index: NameIndex) -> dict[str, Any]:
    """
    Return what `KnownNames` must know of the names of a kind, as plain JSON.
    """
    return {
        "ids": dict(index.ids),
        "incomplete": dict(index.incomplete),
        "shared": list(index.shared),
    }
