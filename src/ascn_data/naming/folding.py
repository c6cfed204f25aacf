"""
Folding: a name without what people vary.
"""

from __future__ import annotations

import functools


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


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


LONGEST = 1000
"""Letters of the longest text that is read as a name."""


@functools.lru_cache(maxsize=4096)
def _is_latin(char: str) -> bool:
    import unicodedata

    return unicodedata.name(char, "").startswith("LATIN")


def _without_accents(text: str) -> str:
    """
    Latin letters without their marks; every other script as it is.
    """
    import unicodedata

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

    A text longer than any name stays as it is: to put its marks in order
    could take the square of its length.

    >>> fold("TP. Hồ Chí Minh"), fold("the U.S."), fold("Viet Nam")
    ('tphochiminh', 'us', 'vietnam')
    """
    return _folded(text) if len(text) <= LONGEST else text


def marked(text: str) -> str:
    """
    Return a name without what people vary, but with its Latin accents.

    Vietnamese "Mỹ", the United States, is no code of Malaysia.

    >>> marked("MỸ "), fold("MỸ ")
    ('mỹ', 'my')
    """
    import unicodedata

    text = unicodedata.normalize("NFKC", text).casefold()
    letters = (c for c in text if unicodedata.category(c)[0] in "LMN")
    return unicodedata.normalize("NFC", "".join(letters))


# What is asked once is mostly asked again: ids, and names in loops.
@functools.lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    if text.isascii():
        text = text.lower().strip()
    else:
        import unicodedata

        text = unicodedata.normalize("NFKC", text).casefold().strip()
        # Folding case can bring compatibility forms back, so once more.
        text = unicodedata.normalize("NFKC", text)
    head, _, rest = text.partition(" ")
    if head == "the" and any(char.isalnum() for char in rest):
        text = rest
    if text.isascii():
        return text.translate(_ASCII)
    import unicodedata

    text = text.replace("&", "and")
    letters = "".join(c for c in text if unicodedata.category(c)[0] in "LMN")
    return _without_accents(letters)
