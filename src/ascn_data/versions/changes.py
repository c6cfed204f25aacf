"""
What changed between two revisions, record by record and field by field.

This is how differences are told to people; `ascn_data.edits` works them out.
Values are plain JSON, as in the data files: exact, and ready to be printed
or stored.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.display.words import printable
from ascn_data.exports.schema import TableSchema
from ascn_data.files.canonical import field_order
from ascn_data.models.catalogue import FILES, record_class
from ascn_data.tables.queries import Queries
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table
from ascn_data.versions.edits import (
    Edit,
    Edits,
    Row,
    applied,
    composed,
    is_added,
    is_removed,
)
from ascn_data.versions.wording import in_words, step


D = TypeVar("D", bound=Queries)


class ChangeKind(StrEnum):
    """
    What happened to a record.
    """

    ADDED = "added"
    """It is new."""
    REMOVED = "removed"
    """It is gone and its id is not known as retired."""
    RENAMED = "renamed"
    """Its id is retired and leads to what took its place."""
    RETIRED = "retired"
    """Its id is retired and nothing took its place."""
    CHANGED = "changed"
    """One of its fields has another value."""


@attrs.frozen(kw_only=True, repr=False)
class Change(Shown):
    """
    One change between two revisions: of one field, or of a whole record.

    Attributes:
        id: Table, record and field, for example `cities/vn-hue/joined`.
        kind: Added, removed, renamed, retired or changed.
        table: The record's table, for example `cities`.
        record: The record's id.
        field: The field that changed; None if the whole record did.
        old: The value before, as plain JSON, or the whole record; None if
            there was none.
        new: The value after, or the whole record; of a renamed or retired
            one, what `retired.json` says of it; None if there is none.
    """

    id: str
    kind: ChangeKind
    table: str
    record: str
    field: str | None = None
    old: Any = attrs.field(default=None, hash=False)
    new: Any = attrs.field(default=None, hash=False)

    @property
    def before(self) -> str | None:
        """
        The old value in words: of a whole record, its name.
        """
        return None if self.old is None else in_words(self.old)

    @property
    def after(self) -> str | None:
        """
        The new value in words: of a whole record, its name or replacements.
        """
        return None if self.new is None else in_words(self.new)

    def __str__(self) -> str:
        return printable(f"{self.table} {self.record}{self._told()}")

    def _told(self) -> str:
        if self.kind is ChangeKind.CHANGED:
            return f", {self.field}: {step(self.old, self.new)}"
        if self.kind is ChangeKind.RENAMED:
            return f" is now {self.after}"
        return f" {self.kind}: {self.after or self.before}"


CHANGES = TableSchema(
    "changes",
    __name__,
    "Change",
    shown=("kind", "table", "record", "field", "before", "after"),
)
"""The table of them."""


class Changes(Table[Change]):
    """
    All changes from one revision to another, as a table.

    It prints, filters and exports as tables do.  In an export `old` and
    `new` are the texts of JSON values, and `before` and `after` say the same
    in words.

    Attributes:
        start: The revision that the changes lead from.
        end: The revision that they lead to.

    >>> import ascn_data
    >>> ds = ascn_data.load("2026.1")
    >>> len(ascn_data.diff(ds, ds))
    0
    """

    __slots__ = ("end", "start")

    def __init__(
        self, changes: Iterable[Change], *, start: str, end: str
    ) -> None:
        """
        Made by `ascn_data.diff`.
        """
        super().__init__(CHANGES, changes, revision=f"{start} to {end}")
        self.start: str = start
        self.end: str = end

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (tuple(self), self.start, self.end)

    @property
    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """
        How many records changed in which way, by table.
        """
        records = {(c.table, c.kind.value, c.record) for c in self}
        found: dict[str, dict[str, int]] = {}
        for table, kind, _ in sorted(records):
            kinds = found.setdefault(table, {})
            kinds[kind] = kinds.get(kind, 0) + 1
        return found

    def then(self, later: "Changes") -> "Changes":
        """
        These changes and later ones as one.

        `diff(a, b).then(diff(b, c))` is `diff(a, c)`.

        Raises:
            RevisionError: If the later ones do not begin where these end.
        """
        if not isinstance(later, Changes):
            raise TypeError(f"changes follow changes, not {later!r}")
        edits = composed(edits_of(self), edits_of(later), later.start)
        return Changes(changes_of(edits), start=self.start, end=later.end)

    def apply(self, dataset: D) -> D:
        """
        A dataset with these changes made.

        `diff(a, b).apply(a)` holds the records of `b`.

        Raises:
            RevisionError: If the dataset is not one that they lead from.
        """
        if not isinstance(dataset, Queries):
            raise TypeError(f"changes are made to a dataset, not {dataset!r}")
        edits = edits_of(self)
        tables = {
            name: applied(
                {id_: e for (table, id_), e in edits.items() if table == name},
                name,
                dataset,
            )
            for name in FILES
        }
        label = f"{dataset.revision} changed to {self.end}"
        return type(dataset)(Store(label, tables.__getitem__))


def _rebuild(changes: tuple[Change, ...], start: str, end: str) -> Changes:
    """
    Changes from their pickled parts.
    """
    return Changes(changes, start=start, end=end)


def _row(table: str, edit: Edit, side: int) -> Row:
    """
    The whole record of one that is added (1) or removed (0).
    """
    order = field_order(record_class(table))
    return {field: edit[field][side] for field in order if field in edit}


def changes_of(edits: Edits) -> Iterator[Change]:
    """
    Edits as changes, in the order of tables, ids and fields.

    That an id is retired is told with the record that goes, not twice.
    """
    retired = {
        (edit["table"][1], id_): _row("retired", edit, 1)
        for (table, id_), edit in edits.items()
        if table == "retired" and is_added(edit)
    }
    told = {key for key in retired if key in edits and is_removed(edits[key])}
    for table, id_ in sorted(
        edits, key=lambda key: (FILES.index(key[0]), key[1])
    ):
        edit = edits[table, id_]
        key = f"{table}/{id_}"
        if is_added(edit):
            if table == "retired" and (edit["table"][1], id_) in told:
                continue
            yield Change(
                id=key,
                kind=ChangeKind.ADDED,
                table=table,
                record=id_,
                new=_row(table, edit, 1),
            )
        elif is_removed(edit):
            new = retired.get((table, id_))
            yield Change(
                id=key,
                kind=_kind_of_removal(new),
                table=table,
                record=id_,
                old=_row(table, edit, 0),
                new=new,
            )
        else:
            order = field_order(record_class(table))
            for field in sorted(edit, key=order.index):
                old, new = edit[field]
                yield Change(
                    id=f"{key}/{field}",
                    kind=ChangeKind.CHANGED,
                    table=table,
                    record=id_,
                    field=field,
                    old=old,
                    new=new,
                )


def _kind_of_removal(retirement: Row | None) -> ChangeKind:
    if retirement is None:
        return ChangeKind.REMOVED
    if "replaced_by" in retirement:
        return ChangeKind.RENAMED
    return ChangeKind.RETIRED


def edits_of(changes: Iterable[Change]) -> Edits:
    """
    The edits that changes tell of.
    """
    found: dict[tuple[str, str], dict[str, tuple[Any, Any]]] = {}
    for change in changes:
        key = (change.table, change.record)
        if change.field is not None:
            edit = found.setdefault(key, {})
            edit[change.field] = (change.old, change.new)
        elif change.kind is ChangeKind.ADDED:
            found[key] = {f: (None, v) for f, v in change.new.items()}
        else:
            found[key] = {f: (v, None) for f, v in change.old.items()}
            retirement = change.new or {}
            if retirement:
                found["retired", change.record] = {
                    f: (None, v) for f, v in retirement.items()
                }
    return found
