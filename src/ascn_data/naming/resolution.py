"""
`Resolution`: a column of names as people write them, turned into ids.
"""

import itertools

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, overload

import attrs

from ascn_data.errors import AmbiguousNameError, UnknownNameError
from ascn_data.naming.folding import fold
from ascn_data.naming.index import NameIndex


_SHOWN = 10
"""The names without an id that a resolution shows of itself."""


@attrs.frozen(eq=False, repr=False)
class Resolution(Sequence["str | None"]):
    """
    The ids of a column of names, in its order, and what had none.

    It is a sequence of ids and None, so that it goes into a data frame as it
    is: `frame["city_id"] = ascn_data.resolve(frame["city"], kind="city")`.

    Attributes:
        kind: What the names were resolved as, for example `city`.
        ids: An id for each name, or None where there is none.
        unknown: The distinct names that nothing has, in order of appearance.
        ambiguous: The distinct names that several have, with their ids.
        gaps: How many of the column are no names: None, NaN, NA.
        revision: The revision whose ids they are; None if it is not known.
    """

    kind: str
    ids: tuple[str | None, ...]
    unknown: tuple[str, ...]
    ambiguous: Mapping[str, tuple[str, ...]]
    _index: NameIndex = attrs.field(alias="index")
    gaps: int = 0
    revision: str | None = None

    def suggestions(self) -> dict[str, tuple[str, ...]]:
        """
        The close spellings of each distinct unknown name.

        Worked out when asked for: it takes far longer than resolving.
        """
        return {name: self._index.close(name) for name in self.unknown}

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[str | None]:
        return iter(self.ids)

    @overload
    def __getitem__(self, key: int) -> str | None: ...

    @overload
    def __getitem__(
        self, key: "slice[Any, Any, Any]"
    ) -> "Sequence[str | None]": ...

    def __getitem__(
        self, key: "int | slice[Any, Any, Any]"
    ) -> "str | Sequence[str | None] | None":
        return self.ids[key]

    @property
    def summary(self) -> str:
        """
        How many names have an id, in words.
        """
        gaps = f", {self.gaps} gap{'s'[: self.gaps > 1]}" if self.gaps else ""
        found = len(self.ids) - self.ids.count(None)
        count = f"{found} of {len(self.ids) - self.gaps} names"
        of = f", ascn-data revision {self.revision}" if self.revision else ""
        return f"{count} resolved as {self.kind}{gaps}{of}"

    def problems(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """
        Each distinct name that has no id, why, and what it may mean.

        Yields:
            The name, `unknown` or `ambiguous`, and close spellings, one for
            each record, or the ids that it has.
        """
        for name in self.unknown:
            by_ids: dict[tuple[str, ...], str] = {}
            for spelling in self._index.close(name):
                by_ids.setdefault(self._index.ids[fold(spelling)], spelling)
            yield name, "unknown", tuple(by_ids.values())[:3]
        for name, ids in self.ambiguous.items():
            yield name, "ambiguous", ids

    def __repr__(self) -> str:
        from ascn_data.display.words import cut

        lines = [self.summary]
        for name, why, perhaps in itertools.islice(self.problems(), _SHOWN):
            meant = f": perhaps {' or '.join(perhaps)}" if perhaps else ""
            lines.append(f"  {why}: {cut(name, 60)!r}{meant}")
        more = len(self.unknown) + len(self.ambiguous) - len(lines) + 1
        if more:
            lines.append(f"  and {more} more, see problems()")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        from ascn_data.display.notebook import resolution_html

        rows = [
            (name, why, " or ".join(perhaps))
            for name, why, perhaps in itertools.islice(self.problems(), _SHOWN)
        ]
        more = len(self.unknown) + len(self.ambiguous) - len(rows)
        advice = ["correct the slips"] if self.unknown else []
        advice += ["write the id meant"] if self.ambiguous else []
        return resolution_html(self.summary, rows, more, advice)


class _Memo(dict[Any, "str | None"]):
    """
    Ids by name as written; each distinct name is folded and found once.
    """

    def __init__(self, index: NameIndex) -> None:
        super().__init__()
        self.index = index
        self.unknown: list[str] = []
        self.ambiguous: dict[str, tuple[str, ...]] = {}
        self.gaps = 0

    def __missing__(self, name: Any) -> str | None:
        if not isinstance(name, str):
            # A gap is None, or not equal to itself: NaN denies it, and NA
            # answers with NA.  The truth of numpy has a type of its own.
            if name is None or str(name == name) != "True":  # noqa: PLR0124
                self.gaps += 1
                return None
            raise TypeError(
                f"names are texts; {name!r} is none: convert the column first"
            )
        found = self.index.ids.get(fold(name), ())
        id_ = found[0] if len(found) == 1 else None
        if not found:
            self.unknown.append(name)
        elif id_ is None:
            self.ambiguous[name] = found
        self[name] = id_
        return id_


def _column(names: Iterable[Any]) -> Iterable[Any]:
    """
    The names of a column as Python has them.

    Raises:
        TypeError: If it is one name, or a table of several columns.
    """
    if isinstance(names, str | bytes):
        raise TypeError(f"a column of names is wanted, not one: {names!r}")
    # Data frames and Arrow tables would give the names of their columns.
    if hasattr(names, "columns") or getattr(names, "ndim", 1) != 1:
        raise TypeError(
            f"a column of names is wanted, not a {type(names).__name__}: "
            'choose one of its columns, such as table["city"]'
        )
    to_list = getattr(names, "to_pylist", None) or getattr(
        names, "to_list", None
    )
    return to_list() if to_list else names


def resolve_names(
    names: Iterable[Any],
    index: NameIndex,
    *,
    on_unknown: Literal["raise", "none"],
    on_ambiguous: Literal["raise", "none"],
    revision: str | None = None,
) -> Resolution:
    """
    Turn a column of names into ids in one pass.

    Gaps of a column (None, NaN, NA) stay None and are no error.

    Raises:
        UnknownNameError: For the first unknown name if `on_unknown` is
            `raise`; the error counts the others.
        AmbiguousNameError: Likewise for names that fit several records.
        TypeError: If something in the column is no text.
    """
    for argument in (on_unknown, on_ambiguous):
        if argument not in ("raise", "none"):
            raise ValueError(f"{argument!r} is neither 'raise' nor 'none'")
    memo = _Memo(index)
    # By way of a list: it grows faster than a tuple of unknown length.
    ids = tuple([memo[name] for name in _column(names)])
    unknown, several = memo.unknown, memo.ambiguous
    if several and on_ambiguous == "raise":
        name, candidates = next(iter(several.items()))
        raise AmbiguousNameError(index.kind, name, candidates)
    if unknown and on_unknown == "raise":
        more = len(unknown) - 1
        hint = "on_unknown='none' gives None instead and lists them all"
        if more:
            hint = f"{more} more distinct names are unknown; {hint}"
        name = unknown[0]
        raise UnknownNameError(index.kind, name, index.close(name), hint)
    return Resolution(
        index.kind, ids, tuple(unknown), several, index, memo.gaps, revision
    )
