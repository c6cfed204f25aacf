"""
`Resolution`: a column of names as people write them, turned into ids.
"""

import itertools

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, overload

import attrs

from ascn_data.errors import AmbiguousNameError, UnknownNameError
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
        ambiguous: The distinct names that several have, with their ids; of
            one id only if the name alone may mean something outside the
            data.
        gaps: How many of the column are no names: None, NaN, NA.
        revision: The revision whose ids they are; None if it is not known.
        shared: The distinct names with an id that other real places bear
            too, with what these are, in words.
        found: Each distinct name that has an id, with the id, in order of
            appearance.
    """

    kind: str
    ids: tuple[str | None, ...]
    unknown: tuple[str, ...]
    ambiguous: Mapping[str, tuple[str, ...]]
    _index: NameIndex = attrs.field(alias="index")
    gaps: int = 0
    revision: str | None = None
    shared: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    found: Mapping[str, str] = attrs.field(factory=dict)

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
        List what to look at: each distinct name, why, and what it may mean.

        Yields:
            The name; `unknown`, `ambiguous` or `shared`; and close spellings,
            one for each record, the ids that the name has, or what else
            bears the name of a record that was found.
        """
        for name in self.unknown:
            yield name, "unknown", self._index.close(name)[:3]
        for name, ids in self.ambiguous.items():
            yield name, "ambiguous", ids
        for name, others in self.shared.items():
            yield name, "shared", others

    def __repr__(self) -> str:
        from ascn_data.display.words import cut, printable

        lines = [self.summary, *self._found_lines()]
        shown = tuple(itertools.islice(self.problems(), _SHOWN))
        for name, why, perhaps in shown:
            verb = "with" if why == "shared" else "perhaps"
            meant = f": {verb} {' or '.join(perhaps)}" if perhaps else ""
            meant = printable(meant)
            lines.append(f"  {why}: {cut(name, 60)!r}{meant}")
        more = self._count() - len(shown)
        if more:
            lines.append(f"  and {more} more, see problems()")
        return "\n".join(lines)

    def _count(self) -> int:
        return len(self.unknown) + len(self.ambiguous) + len(self.shared)

    def _found_lines(self) -> Iterator[str]:
        """
        Yield the first names with their ids, the arrows below each other.
        """
        from ascn_data.display.words import cut

        shown = tuple(itertools.islice(self.found.items(), _SHOWN))
        texts = [repr(cut(name, 40)) for name, _ in shown]
        room = max(map(len, texts), default=0)
        for text, (_, id_) in zip(texts, shown, strict=True):
            yield f"  {text:<{room}} -> {id_}"
        more = len(self.found) - len(shown)
        if more:
            yield f"  and {more} more, see found"

    def _repr_html_(self) -> str:
        from ascn_data.display.notebook import resolution_html

        rows = [
            (name, why, " or ".join(perhaps))
            for name, why, perhaps in itertools.islice(self.problems(), _SHOWN)
        ]
        found = tuple(itertools.islice(self.found.items(), _SHOWN))
        more = self._count() - len(rows)
        advice = ["correct the slips"] if self.unknown else []
        advice += ["write the id meant"] if self.ambiguous else []
        advice += ["give country= or subdivision="] if self.shared else []
        return resolution_html(
            self.summary, rows, more, advice, found, len(self.found)
        )


class _Memo(dict[Any, "str | None"]):
    """
    Ids by name as written; each distinct name is folded and found once.

    A key is a name, or a name with the places that its record lies in.
    """

    def __init__(self, index: NameIndex, *, keep_shared: bool) -> None:
        super().__init__()
        self.index = index
        self.keep_shared = keep_shared
        self.found: dict[str, str] = {}
        self.unknown: list[str] = []
        self.ambiguous: dict[str, tuple[str, ...]] = {}
        self.shared: dict[str, tuple[str, ...]] = {}
        self.gaps = 0

    def __missing__(self, key: Any) -> str | None:
        name, *places = key if isinstance(key, tuple) else (key,)
        if _is_gap(name):
            self.gaps += 1
            return None
        where = [_text(place) for place in places if not _is_gap(place)]
        if where:
            found = self.index.within(_text(name), where)
        else:
            found = self.index.find(_text(name))
        label = ", ".join((name, *where))
        id_ = found.ids[0] if len(found.ids) == 1 and found.alone else None
        if not found.ids:
            self.unknown.append(label)
        elif id_ is None:
            self.ambiguous[label] = found.ids
        elif found.namesakes:
            self.shared[label] = tuple(n.words for n in found.namesakes)
            id_ = id_ if self.keep_shared else None
        if id_ is not None:
            self.found[label] = id_
        self[key] = id_
        return id_


def _is_gap(value: Any) -> bool:
    """
    Whether a cell is empty: None, or not equal to itself.

    NaN denies that it equals itself, and NA answers with NA.  The truth of
    numpy has a type of its own.
    """
    if isinstance(value, str):
        return False
    return value is None or str(value == value) != "True"  # noqa: PLR0124


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(
            f"names are texts; {value!r} is none: convert the column first"
        )
    return value


def _keys(names: Iterable[Any], places: Iterable[Any]) -> Iterable[Any]:
    """
    Names, each with the places given for it: one for all, or a column.

    Raises:
        ValueError: If a column of places is not as long as that of names.
    """
    given = [place for place in places if place is not None]
    if not given:
        return _column(names)
    columns = [
        itertools.repeat(place) if isinstance(place, str) else _column(place)
        for place in given
    ]
    rows = list(_column(names))
    whole = [
        list(itertools.islice(column, len(rows)))
        if isinstance(column, itertools.repeat)
        else list(column)
        for column in columns
    ]
    for column in whole:
        if len(column) != len(rows):
            raise ValueError(
                f"{len(rows)} names have {len(column)} countries or "
                "subdivisions: give one for each name, or one for all"
            )
    return zip(rows, *whole, strict=True)


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
    on_shared: Literal["resolve", "raise", "none"] = "resolve",
    places: Iterable[Any] = (),
    revision: str | None = None,
) -> Resolution:
    """
    Turn a column of names into ids in one pass.

    Gaps of a column (None, NaN, NA) stay None and are no error.

    Args:
        names: The column.
        index: What has the names.
        on_unknown: What to do with a name that nothing has.
        on_ambiguous: What to do with a name that several have.
        on_shared: What to do with a name of a record that other real places
            bear too.
        places: Countries and subdivisions that the records lie in, each one
            for all names or a column; None for no such.
        revision: The revision of the ids.

    Raises:
        UnknownNameError: For the first unknown name if `on_unknown` is
            `raise`; the error counts the others.
        AmbiguousNameError: Likewise for names that fit several records, and
            for shared names.
        TypeError: If something in the column is no text.
        ValueError: If there is no such choice, or a column of places is not
            as long as that of names.
    """
    for argument in (on_unknown, on_ambiguous):
        if argument not in ("raise", "none"):
            raise ValueError(f"{argument!r} is neither 'raise' nor 'none'")
    if on_shared not in ("resolve", "raise", "none"):
        raise ValueError(
            f"{on_shared!r} is none of 'resolve', 'raise' and 'none'"
        )
    memo = _Memo(index, keep_shared=on_shared != "none")
    # By way of a list: it grows faster than a tuple of unknown length.
    ids = tuple([memo[key] for key in _keys(names, places)])
    unknown, several = memo.unknown, memo.ambiguous
    if several and on_ambiguous == "raise":
        name, candidates = next(iter(several.items()))
        others = tuple(other.words for other in index.find(name).namesakes)
        raise AmbiguousNameError(index.kind, name, candidates, others)
    if memo.shared and on_shared == "raise":
        name, others = next(iter(memo.shared.items()))
        found = index.find(name).ids
        raise AmbiguousNameError(index.kind, name, found, others)
    if unknown and on_unknown == "raise":
        more = len(unknown) - 1
        hint = "on_unknown='none' gives None instead and lists them all"
        if more:
            hint = f"{more} more distinct names are unknown; {hint}"
        name = unknown[0]
        raise UnknownNameError(index.kind, name, index.close(name), hint)
    return Resolution(
        index.kind,
        ids,
        tuple(unknown),
        several,
        index,
        memo.gaps,
        revision,
        memo.shared,
        memo.found,
    )
