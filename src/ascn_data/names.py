"""
From names as people write them to ids, never by guessing.

A name resolves exactly, or folded, or by a curated alias; what fits nothing
or fits two raises.  Folding, the same for names in the data and names asked
for, does this and no more:

1. Compatibility forms become plain ones (Unicode NFKC: full-width letters,
   ligatures) and case is folded.
2. Accents are dropped from Latin letters only (`Đà Nẵng`, `da nang`); the
   vowel and tone signs of Thai, Lao, Khmer, Burmese and Tamil are part of
   the word and stay.
3. `&` is read as "and"; every other character that is not a letter, a mark
   or a digit is dropped, spaces included (`U.S.`, `Viet-Nam`, `VietNam`).
4. A leading "the" is dropped.

Some spellings follow from what a record is, and are accepted if no other
name claims them: `X City`, `City of X` for a city, `X Province` and
`Province of X` only for a province, and so on (see `_PATTERNS`).
"""

import functools
import re
import unicodedata

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    # Imported where it is raised: making the errors' classes costs more
    # than all else that a first answer takes from here.
    from ascn_data.errors import UnknownNameError


# Latin letters whose bar or stroke Unicode does not treat as an accent.
_STROKES = str.maketrans(
    dict(
        zip(
            "đðøłħŧıæœ",
            ["d", "d", "o", "l", "h", "t", "i", "ae", "oe"],
            strict=True,
        )
    )
)


# What folding does to the characters of an ASCII text.
_ASCII: Mapping[int, str | None] = {
    ord("&"): "and",
    **{
        code: None
        for code in range(128)
        if not chr(code).isalnum() and chr(code) != "&"
    },
}


@functools.lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def _without_accents(text: str) -> str:
    """
    Latin letters without their marks; every other script as it is.
    """
    kept: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.category(char) == "Mn":
            if not latin:
                kept.append(char)
            continue
        latin = _is_latin(char)
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_STROKES)


def fold(text: str) -> str:
    """
    A name without what people vary: case, width, Latin accents, punctuation.

    >>> fold("TP. Hồ Chí Minh"), fold("the U.S."), fold("Viet Nam")
    ('tphochiminh', 'us', 'vietnam')
    """
    return _folded(text)


# What is asked once is mostly asked again: ids, and names in loops.
@functools.lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    if text.isascii():
        text = text.lower().strip()
    else:
        text = unicodedata.normalize("NFKC", text).casefold().strip()
        # Folding case can bring compatibility forms back, so once more.
        text = unicodedata.normalize("NFKC", text)
    head, space, rest = text.partition(" ")
    if head == "the" and space:
        text = rest
    if text.isascii():
        return text.translate(_ASCII)
    text = text.replace("&", "and")
    letters = "".join(c for c in text if unicodedata.category(c)[0] in "LMN")
    return _without_accents(letters)


_CITY_LIKE = (
    "{} City",
    "City of {}",
    "{} Municipality",
    "Municipality of {}",
)
_PATTERNS = {
    "city": _CITY_LIKE,
    "municipality": _CITY_LIKE,
    "capital_region": _CITY_LIKE,
    "province_level_city": _CITY_LIKE,
    "highly_urbanized_city": _CITY_LIKE,
    "component_city": _CITY_LIKE,
    "city_state": _CITY_LIKE,
    "province": ("{} Province", "Province of {}"),
    "regency": ("{} Regency", "Regency of {}", "Kabupaten {}"),
    "federal_territory": (
        "{} Federal Territory",
        "Federal Territory of {}",
        *_CITY_LIKE,
    ),
    "union_territory": ("{} Union Territory", *_CITY_LIKE),
    "state": ("{} State", "State of {}"),
    "town": ("{} Town", "Town of {}"),
    "district": ("{} District",),
}
"""Spellings that follow from the kind of a place."""


def written_names(record: Any) -> Iterator[str]:
    """
    Every name, code and alias that a record itself carries.
    """
    yield record.name
    for field in (
        "official_name",
        "iso_alpha2",
        "iso_alpha3",
        "iso_numeric",
        "wikidata_id",
        "unlocode",
    ):
        value = getattr(record, field, None)
        if value is not None:
            yield value
    geonames_id = getattr(record, "geonames_id", None)
    if geonames_id is not None:
        yield str(geonames_id)
    for name in getattr(record, "names", ()):
        yield name.text
    yield from getattr(record, "aliases", ())
    # Last, so that suggestions show a name rather than an id spelt alike.
    yield record.id


def implied_names(record: Any) -> Iterator[str]:
    """
    The spellings that follow from what a place is.
    """
    kind = getattr(record, "kind", None)
    for pattern in _PATTERNS.get(str(kind), ()):
        yield pattern.format(record.name)


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


class _Near:
    """
    Finds the names most like a misspelt one.

    The letters of a name are the bits of a number, the second `a` another
    bit than the first, so that counting what two names share is quick; only
    those that share enough are compared in earnest.
    """

    def __init__(self, spellings: Mapping[str, str]) -> None:
        """
        Find among folded names, each with its spelling.
        """
        self._spellings = spellings
        nths = (nth for key in spellings for nth in _nths(key))
        self._bits = {nth: 1 << i for i, nth in enumerate(dict.fromkeys(nths))}
        self._letters = [(key, self._letters_of(key)) for key in spellings]

    def _letters_of(self, key: str) -> int:
        return sum(self._bits.get(nth, 0) for nth in _nths(key))

    def close(self, key: str) -> tuple[str, ...]:
        """
        Names one edit away, then others that `difflib` finds alike.
        """
        import difflib

        if not key:
            return ()
        letters, size, cutoff = self._letters_of(key), len(key), 0.75
        near, alike = [], []
        for other, others in self._letters:
            shared = (letters & others).bit_count()
            if shared + 1 >= size and one_edit_apart(key, other):
                near.append(other)
            if 2 * shared >= cutoff * (size + len(other)):
                alike.append(other)
        alike = difflib.get_close_matches(key, alike, n=3, cutoff=cutoff)
        found = dict.fromkeys((*near, *alike))
        return tuple(dict.fromkeys(self._spellings[k] for k in found))


def _nths(text: str) -> Iterator[tuple[str, int]]:
    """
    The letters of a text, each with how often it came before.
    """
    for place, letter in enumerate(text):
        yield letter, text.count(letter, 0, place)


def one_edit_apart(a: str, b: str) -> bool:
    """
    Whether one letter added, dropped, changed or swapped makes b from a.
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = long[start : start + 2][::-1]
    return short[start + 1 :] == long[start + 1 :] or (
        short[start : start + 2] == swapped
        and short[start + 2 :] == long[start + 2 :]
    )


def close_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """
    The known names most like a misspelt one, the likeliest first.
    """
    spellings = {fold(text): text for text in known}
    key = fold(name)
    if key in spellings:
        return (spellings[key],)
    return _Near(spellings).close(key)


@functools.cache
def _members_by_name(vocabulary: type[StrEnum]) -> Mapping[str, StrEnum]:
    """
    The members of a vocabulary by their folded texts.
    """
    return {fold(member): member for member in vocabulary}


def member_of(vocabulary: type[StrEnum], value: str) -> StrEnum:
    """
    The member of a vocabulary that a text names, as forgiving as names are.

    Raises:
        UnknownNameError: If it names none; with the members that exist.
    """
    if isinstance(value, str):
        found = _members_by_name(vocabulary).get(fold(value))
        if found is not None:
            return found
    words = re.sub("(?<=[a-z])(?=[A-Z])", " ", vocabulary.__name__).lower()
    raise unknown_value(words, value, vocabulary)


def unknown_value(
    field: str, value: object, known: Iterable[str]
) -> "UnknownNameError":
    """
    The error for a filter value that is not among the known ones.
    """
    from ascn_data.errors import UnknownNameError

    values = sorted(str(text) for text in known)
    close = close_names(str(value), values)
    shown = ", ".join(values[:12])
    more = f" and {len(values) - 12} more" if len(values) > 12 else ""
    return UnknownNameError(
        field, str(value), close, f"known are {shown}{more}"
    )
