"""
Rules: what a name means that no record carries as it is written.

Each rule takes a name apart and demands that every part leads to the same
record, or is true of that record.  A rule never guesses: what one part
contradicts means nothing.  They are tried in the order of `RULES`; the page
"How names resolve" of the documentation shows each with an example.
"""

import re
import unicodedata

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from ascn_data.naming.folding import fold
from ascn_data.naming.match import Match
from ascn_data.naming.spellings import taken_apart


if TYPE_CHECKING:
    from ascn_data.naming.index import NameIndex


Rule: TypeAlias = "Callable[[NameIndex, str], Match | None]"
"""A function that finds what a name means, or None."""


_BODIES = frozenset({"partner", "partnership"})


_BRACKETED = re.compile(r"(.*\S)\s*\(\s*([^()]*[^()\s])\s*\)\s*")


_ARTICLE = "the"


_MARK = re.compile("[(,\uff08\uff0c\u3001]")


def can_apply(name: str, kind: str) -> bool:
    """
    Whether a rule can find anything in a name.

    Only names of bodies are read without a bracket or comma.  A text with
    more of these than names have would take long and lead to nothing.
    """
    marks = len(_MARK.findall(name))
    some = marks > 0 or kind in _BODIES
    return some and marks < 9 and len(name) < 300


def _plain(name: str) -> str:
    """
    A name with plain brackets, commas and spaces.
    """
    if name.isascii():
        return name
    return unicodedata.normalize("NFKC", name).replace("、", ",")


def article_after(index: "NameIndex", name: str) -> Match | None:
    """
    "Philippines (the)" and "Philippines, the" are "the Philippines".
    """
    if _ARTICLE not in name.lower()[-6:]:
        return None
    head, tail = _ends(_plain(name))
    if not head or tail.lower() != _ARTICLE:
        return None
    return _known(index.find(head))


def turned_round(index: "NameIndex", name: str) -> Match | None:
    """
    "Korea, Republic of" and "Korea (Republic of)" are "Republic of Korea".

    The short name alone must mean the same record.
    """
    if "of" not in name.lower():
        return None
    head, tail = _ends(_plain(name))
    if not head or not re.search(r"\bof(?: the)?$", tail, re.IGNORECASE):
        return None
    short, whole = index.find(head, ()), index.find(f"{tail} {head}", ())
    return _known(_both(short, whole))


def two_names(index: "NameIndex", name: str) -> Match | None:
    """
    "Asian Development Bank (ADB)" and "Krung Thep (Bangkok)" are one record.
    """
    bracketed = _BRACKETED.fullmatch(_plain(name))
    if bracketed is None:
        return None
    one, other = bracketed.groups()
    return _known(_both(index.find(one), index.find(other)))


def name_and_place(index: "NameIndex", name: str) -> Match | None:
    """
    "Bangkok, Thailand", "Portland, Oregon, USA" and "Bangkok (Thailand)".

    Every part after the name must be true of the record: the country, the
    subdivision or the place that the record lies in.
    """
    text = _plain(name)
    if "," not in text and "(" not in text:
        return None
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed is not None:
        one, other = bracketed.groups()
        found = index.within(one, _parts(other), _OF_NAMES)
        if found.ids:
            return found
    parts = _parts(text)
    for end in range(len(parts) - 1, 0, -1):
        head = ", ".join(parts[:end])
        found = index.within(head, parts[end:], _OF_NAMES)
        if found.ids:
            return found
    return None


def body_of_country(index: "NameIndex", name: str) -> Match | None:
    """
    "Ministry of Health of Indonesia" and "Indonesia Ministry of Health".

    They are "Ministry of Health, Indonesia": what is left without the
    country must be the name of a partner of that country.
    """
    if index.kind != "partner" or " " not in name:
        return None
    text = _plain(name)
    for body, country in taken_apart(text):
        if not index.is_country(country):
            continue
        found = index.within(body, (country,), (other_spelling,))
        if found.ids:
            return found
    return None


def other_spelling(index: "NameIndex", name: str) -> Match | None:
    """
    One word in the plural, or spelt the American or the British way.

    Only in names of three words or more, of partners and partnerships, and
    only if every such spelling that is known leads to the same record.
    """
    if index.kind not in _BODIES:
        return None
    words = _plain(name).split()
    if not 3 <= len(words) <= 20:
        return None
    keys = [fold(word) for word in words]
    if keys[0] == "the":
        keys[0] = ""
    found: Match | None = None
    for place, word in enumerate(words):
        before, after = "".join(keys[:place]), "".join(keys[place + 1 :])
        for other in _spellings(word):
            match = index.keyed(f"{before}{fold(other)}{after}")
            if match is not None:
                if found is not None and found.ids != match.ids:
                    return None
                found = match
    return found


RULES: tuple[Rule, ...] = (
    article_after,
    turned_round,
    two_names,
    name_and_place,
    body_of_country,
    other_spelling,
)
"""Every rule, in the order in which they are tried."""


_OF_NAMES: tuple[Rule, ...] = (article_after, turned_round, two_names)
"""The rules for what stands before a place."""


_ENDINGS: Mapping[str, str] = {
    "isation": "ization",
    "ization": "isation",
    "isations": "izations",
    "izations": "isations",
    "centre": "center",
    "center": "centre",
    "centres": "centers",
    "centers": "centres",
    "programme": "program",
    "program": "programme",
    "defence": "defense",
    "defense": "defence",
    "labour": "labor",
    "labor": "labour",
    "harbour": "harbor",
    "harbor": "harbour",
}


def _spellings(word: str) -> Iterator[str]:
    """
    Other spellings of a word: plural or singular, American or British.
    """
    bare = word.rstrip(",.;")
    mark = word[len(bare) :]
    lower = bare.lower()
    if len(bare) > 3 and bare.isalpha():
        if lower.endswith("ies"):
            yield f"{bare[:-3]}y{mark}"
        elif lower.endswith("s") and not lower.endswith("ss"):
            yield f"{bare[:-1]}{mark}"
        elif lower.endswith("y"):
            yield f"{bare[:-1]}ies{mark}"
        else:
            yield f"{bare}s{mark}"
    for ending, other in _ENDINGS.items():
        if lower.endswith(ending):
            yield f"{bare[: -len(ending)]}{other}{mark}"


def _ends(text: str) -> tuple[str, str]:
    """
    The name and what stands after it in brackets or after the last comma.

    An article that begins what stands after it is dropped.
    """
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed is not None:
        head, tail = bracketed.groups()
    else:
        head, _, tail = (part.strip() for part in text.rpartition(","))
    first, _, rest = tail.partition(" ")
    return head, rest if rest and first.lower() == _ARTICLE else tail


def _parts(text: str) -> list[str]:
    """
    What stands between the commas of a text.
    """
    return [part for piece in text.split(",") if (part := piece.strip())]


def _both(one: Match, other: Match) -> Match:
    """
    What two names of one record both mean.
    """
    ids = tuple(id_ for id_ in one.ids if id_ in other.ids)
    # Where one of the names is nobody else's, both together are settled.
    settled = not one.namesakes or not other.namesakes
    namesakes = () if settled else one.namesakes
    return one._replace(
        ids=ids, namesakes=namesakes, alone=one.alone or other.alone
    )


def _known(found: Match) -> Match | None:
    return found if found.ids else None
