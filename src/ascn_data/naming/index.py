"""
`NameIndex`: the names of one kind of record, with the ids they mean.
"""

from __future__ import annotations

from ascn_data.naming.folding import fold, marked
from ascn_data.naming.match import Match


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Protocol

    from ascn_data.naming.nearest import _Near
    from ascn_data.naming.rules import Rule

    class Whereabouts(Protocol):
        """
        Knows where records and their namesakes lie.
        """

        def is_country(self, name: str) -> bool:
            """
            Whether a name is that of a country.
            """
            ...

        def lies_in(self, id_: str, where: str) -> bool:
            """
            Whether a record lies in a country, subdivision or place of a name.
            """
            ...

        def fits(self, id_: str, namesake: Any, where: str) -> bool:
            """
            Whether a namesake lies in the same place as a record.
            """
            ...


class NameIndex:
    """
    The names of one kind of record, folded, with the ids they mean.

    Attributes:
        kind: The kind, in the singular, for example `city`.
        ids: Every folded name with the ids it means; more than one if the
            name is ambiguous.  Short names with accents stand here with
            their accents too.
        spellings: Every folded name as the data writes it.
        incomplete: Every folded name that means nothing by itself, with the
            ids it means together with a country or subdivision.
        shared: Every folded name that something outside the data bears too,
            with these namesakes.
    """

    __slots__ = (
        "_names",
        "_near",
        "_whereabouts",
        "ids",
        "incomplete",
        "kind",
        "shared",
        "spellings",
    )

    def __init__(
        self,
        kind: str,
        names: Iterable[tuple[str, str]],
        weak: Iterable[tuple[str, str]] = (),
        *,
        incomplete: Iterable[tuple[str, str]] = (),
        shared: Iterable[tuple[str, Any]] = (),
        whereabouts: Whereabouts | None = None,
    ) -> None:
        """
        Index pairs of a name and an id; weak names yield to the others.

        Args:
            kind: What has the names.
            names: Names that records carry, with their ids.
            weak: Names that follow by rule; the names of records go first.
            incomplete: Names that mean a record only together with where the
                record lies.
            shared: Names that something else bears too, with what that is.
            whereabouts: Knows where the records lie; without it, no name is
                understood by where.
        """
        partial = _gathered(incomplete)
        ids: dict[str, tuple[str, ...]] = {}
        spellings: dict[str, str] = {}
        taken: frozenset[str] = frozenset()
        for pairs in (names, weak):
            for key, name, id_ in _entries(pairs):
                if key in taken or id_ in partial.get(key, ()):
                    continue
                if id_ not in ids.get(key, ()):
                    ids[key] = (*ids.get(key, ()), id_)
                if not is_short(name):
                    spellings.setdefault(key, name)
            taken = frozenset(ids)
        for key in partial.keys() & ids.keys():
            ids[key] = tuple(dict.fromkeys((*ids[key], *partial[key])))
        self.kind: str = kind
        self.ids: Mapping[str, tuple[str, ...]] = ids
        self.spellings: Mapping[str, str] = spellings
        self.incomplete: Mapping[str, tuple[str, ...]] = partial
        self.shared: Mapping[str, tuple[Any, ...]] = _gathered(shared)
        self._whereabouts = whereabouts
        self._near: _Near | None = None
        self._names: Mapping[str, str] | None = None

    def find(self, name: str, rules: tuple[Rule, ...] | None = None) -> Match:
        """
        Find what a name means, as written or by rule; None means every rule.

        >>> NameIndex("city", [("Hue", "vn-hue")]).find("HUẾ").ids
        ('vn-hue',)
        """
        key = fold(name)
        found = self.ids.get(marked(name)) if is_short(name) else None
        found = found or self.ids.get(key)
        if found is not None:
            return Match(found, self.shared.get(key, ()))
        from ascn_data.naming.rules import RULES, can_apply

        tried = RULES if rules is None else rules
        for rule in tried if can_apply(name, self.kind) else ():
            match = rule(self, name)
            if match is not None:
                return match
        return self.keyed(key) or Match()

    def keyed(self, key: str) -> Match | None:
        """
        Find what a folded name means; None if nothing has the name.
        """
        namesakes = self.shared.get(key, ())
        if key in self.ids:
            return Match(self.ids[key], namesakes)
        if key in self.incomplete:
            return Match(self.incomplete[key], namesakes, alone=False)
        return None

    def is_country(self, name: str) -> bool:
        """
        Whether a name is that of a country in which records may lie.
        """
        whereabouts = self._whereabouts
        return whereabouts is not None and whereabouts.is_country(name)

    def within(
        self,
        name: str,
        places: Iterable[str],
        rules: tuple[Rule, ...] | None = None,
    ) -> Match:
        """
        Find what a name means that lies in every one of some places.

        What contradicts a place is left out, records and namesakes alike.
        """
        key = fold(name)
        found = self.find(name, rules)
        ids = dict.fromkeys((*found.ids, *self.incomplete.get(key, ())))
        whereabouts = self._whereabouts
        if whereabouts is None:
            return Match()
        places = tuple(places)
        kept = tuple(
            id_
            for id_ in ids
            if all(whereabouts.lies_in(id_, place) for place in places)
        )
        namesakes = tuple(
            namesake
            for namesake in (found.namesakes or self.shared.get(key, ()))
            if kept
            and all(
                whereabouts.fits(kept[0], namesake, place) for place in places
            )
        )
        # A name that means nothing by itself is settled only by a place in
        # which nothing else bears it.
        alone = bool(kept) and (
            kept[0] not in self.incomplete.get(key, ()) or not namesakes
        )
        return Match(kept, namesakes, alone)

    def resolve(self, name: str) -> str:
        """
        The one id that a name means.

        Raises:
            UnknownNameError: If no record has the name; with close ones.
            AmbiguousNameError: If several have it, or the name means the one
                record only together with where the record lies.
        """
        if not isinstance(name, str):
            raise TypeError(
                f"a {self.kind} is asked for by its name or id as text, "
                f"not by {name!r}"
            )
        found = self.find(name)
        if len(found.ids) == 1 and found.alone:
            return found.ids[0]
        from ascn_data.errors import AmbiguousNameError, UnknownNameError

        if found.ids:
            others = tuple(other.words for other in found.namesakes)
            raise AmbiguousNameError(self.kind, name, found.ids, others)
        raise UnknownNameError(self.kind, name, self.close(name))

    def close(self, name: str) -> tuple[str, ...]:
        """
        The names most like a misspelt one, the likeliest first.

        Each record is named once, and by a name rather than by its id.
        """
        if self._near is None:
            from ascn_data.naming.nearest import _Near

            self._near = _Near(self.spellings)
        by_ids: dict[tuple[str, ...], str] = {}
        for spelling in self._near.close(fold(name)):
            by_ids.setdefault(self.ids[fold(spelling)], spelling)
        return tuple(
            self._named(ids[0]) if spelling in ids else spelling
            for ids, spelling in by_ids.items()
        )

    def _named(self, id_: str) -> str:
        """
        The first name of a record.
        """
        if self._names is None:
            names: dict[str, str] = {}
            for key, spelling in self.spellings.items():
                names.setdefault(self.ids[key][0], spelling)
            self._names = names
        return self._names.get(id_, id_)


def is_short(name: str) -> bool:
    """
    Whether a name is so short that only its accents tell it from a code.

    "Bỉ" is Belgium in Vietnamese, BI the code of Burundi.
    """
    return len(name) < 8 and not name.isascii() and _is_code(fold(name))


def _is_code(key: str) -> bool:
    return key.isascii() and 0 < len(key) < 4


def _keys(name: str) -> Iterable[str]:
    """
    The folded forms of a name: without its article, and with it.

    "The-University-of-Tokyo" has no space after the article, so that folding
    cannot tell the article from the beginning of a word.
    """
    key = fold(name)
    return (key, f"the{key}") if name[:4].lower() == "the " else (key,)


def _entries(
    pairs: Iterable[tuple[str, str]],
) -> Iterable[tuple[str, str, str]]:
    """
    Each folded form of each name, with the name and its id.
    """
    for name, id_ in pairs:
        for key in (marked(name),) if is_short(name) else _keys(name):
            if key:  # what has no letter or digit answers to nothing
                yield key, name, id_


def _gathered(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    """
    What belongs to each folded name, in order and each once.
    """
    gathered: dict[str, tuple[Any, ...]] = {}
    for name, value in pairs:
        for key in _keys(name):
            if value not in gathered.get(key, ()):
                gathered[key] = (*gathered.get(key, ()), value)
    return gathered
