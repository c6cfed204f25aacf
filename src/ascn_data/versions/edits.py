"""
Differences between datasets, and what can be done with them.

A difference is a mapping of records to the fields that change, each with its
old and new value; a field that a record does not have is None, which no
value in the data is.  A record that is added or removed changes in every
field.  So two differences compose field by field, and what is added and
removed again cancels out.

Values are plain JSON, as in the data files.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ascn_data.errors import RevisionError
from ascn_data.files.canonical import field_order, to_plain
from ascn_data.models.catalogue import FILES, record_class
from ascn_data.tables.queries import Queries


Row = dict[str, Any]
"""A record as plain JSON."""


Edit = Mapping[str, tuple[Any, Any]]
"""The fields of a record that change, each from old to new."""


Edits = Mapping[tuple[str, str], Edit]
"""The edits of records, by table and id."""


def edits_between(
    old: Queries, new: Queries
) -> Iterator[tuple[tuple[str, str], Edit]]:
    """
    The records that differ between two datasets, with their fields.
    """
    for table in FILES:
        before, after = _sides(old, new, table)
        for id_ in before.keys() | after.keys():
            was, now = before.get(id_), after.get(id_)
            if was is not now and was != now:
                yield (table, id_), edit_between(was, now)


def _sides(
    old: Queries, new: Queries, table: str
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """
    A table of two datasets by id: rows if both have them, else records.

    Two revisions are compared without making a record.
    """
    if old.store is not new.store:
        before, after = old.store.rows(table), new.store.rows(table)
        if before is not None and after is not None:
            return before, after
    return old.table(table).by_id, new.table(table).by_id


def edit_between(was: Any, now: Any) -> Edit:
    """
    The fields that differ between two records or rows; None for neither.
    """
    before, after = _row(was), _row(now)
    return {
        field: (before.get(field), after.get(field))
        for field in before.keys() | after.keys()
        if before.get(field) != after.get(field)
    }


def _row(given: Any) -> Row:
    if given is None or isinstance(given, dict):
        return given or {}
    plain: Row = to_plain(given)
    return plain


def is_added(edit: Edit) -> bool:
    """
    Whether an edit makes a record.
    """
    return "id" in edit and edit["id"][0] is None


def is_removed(edit: Edit) -> bool:
    """
    Whether an edit takes a record away.
    """
    return "id" in edit and edit["id"][1] is None


_NOTHING = (None, None)


def _with_id(edit: Edit | None, id_: str) -> Edit:
    """
    An edit that says of its id too, changed or not.
    """
    return {} if edit is None else {"id": (id_, id_), **edit}


def _settles(edit: Edit, field: str) -> bool:
    """
    Whether an edit knows a field before and after.

    Of a record that comes or goes, a field that is not named is None.
    """
    old, new = edit.get("id", _NOTHING)
    return field in edit or old != new


def composed(first: Edits, second: Edits, start: str) -> Edits:
    """
    The edits that have the effect of some edits and then of others.

    Raises:
        RevisionError: If the second do not begin where the first end.
    """
    found = {}
    for key in first.keys() | second.keys():
        before = _with_id(first.get(key), key[1])
        after = _with_id(second.get(key), key[1])
        edit = {}
        for field in before.keys() | after.keys():
            if _settles(before, field) and _settles(after, field):
                now = before.get(field, _NOTHING)[1]
                _expect(now, after.get(field, _NOTHING)[0], key, field, start)
            old = before.get(field, after.get(field, _NOTHING))[0]
            new = after.get(field, before.get(field, _NOTHING))[1]
            if old != new:
                edit[field] = old, new
        if edit:
            found[key] = edit
    return found


def applied(
    edits: Mapping[str, Edit],
    table: str,
    dataset: Queries,
) -> tuple[Any, ...]:
    """
    The records of a table after edits, by the id of the record.

    Raises:
        RevisionError: If a field does not have its old value.
    """
    from ascn_data.files.parsing import structure_rows

    records = dict(dataset.table(table).by_id)
    order = field_order(record_class(table))
    rows = []
    for id_, edit in edits.items():
        record = records.pop(id_, None)
        row: Row = {} if record is None else to_plain(record)
        whole = _with_id(edit, id_)
        for field in row.keys() | whole.keys():
            old, new = whole.get(field, _NOTHING)
            if _settles(whole, field):
                key = (table, id_)
                _expect(row.get(field), old, key, field, dataset.revision)
                row[field] = new
        rows.append({f: row[f] for f in order if row.get(f) is not None})
    made = structure_rows(
        [row for row in rows if row], record_class(table), f"{table}.json"
    )
    everything = [*records.values(), *made]
    return tuple(sorted(everything, key=lambda record: record.id))


def _expect(
    found: Any, wanted: Any, key: tuple[str, str], field: str, revision: str
) -> None:
    """
    Make sure that changes meet the value they lead from.
    """
    if found != wanted:
        table, id_ = key
        raise RevisionError(
            revision,
            f"these changes do not begin at {revision}: {field} of {id_} in "
            f"{table} is {found!r} there, not {wanted!r}",
        )
