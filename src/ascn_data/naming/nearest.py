"""
The names most like a misspelt one.
"""

from collections.abc import Iterable, Iterator, Mapping

from ascn_data.naming.folding import LONGEST, fold


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

        if not 0 < len(key) <= LONGEST:
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
    before: dict[str, int] = {}
    for letter in text:
        count = before.get(letter, 0)
        yield letter, count
        before[letter] = count + 1


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
