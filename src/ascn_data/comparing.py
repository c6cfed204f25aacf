"""
Comparing two revisions, datasets or directories.
"""

import os

from typing import TYPE_CHECKING

from ascn_data.dataset import Dataset
from ascn_data.versions.changes import Changes, changes_of
from ascn_data.versions.edits import edits_between


if TYPE_CHECKING:
    from ascn_data.versions.index import Revision


def diff(
    a: "str | os.PathLike[str] | Revision | Dataset",
    b: "str | os.PathLike[str] | Revision | Dataset",
) -> Changes:
    """
    What changed from one revision to another.

    Args:
        a: The earlier one: a revision or its id, a dataset, or a directory
            of data files.
        b: The later one, likewise.

    Returns:
        The changes as a table, in the order of tables, ids and fields.

    Raises:
        RevisionError: If there is no such revision.
        DataError: If the files in a directory are no valid data.

    >>> from ascn_data import diff
    >>> list(diff("2026.1", "2026.1"))
    []
    """
    old, new = _opened(a), _opened(b)
    edits = dict(edits_between(old, new))
    return Changes(changes_of(edits), start=old.revision, end=new.revision)


def _opened(what: "str | os.PathLike[str] | Revision | Dataset") -> Dataset:
    """
    A dataset, that of a revision, or that in a directory.
    """
    from ascn_data.opening import default, load, read
    from ascn_data.versions.index import id_of, revisions

    if isinstance(what, Dataset):
        return what
    if isinstance(what, os.PathLike):
        return read(what)
    id_ = id_of(what)
    # An id of a frozen revision is that, whatever the working tables are.
    if any(id_ == entry.id for entry in revisions()):
        return load(id_)
    if id_ == default().revision:
        return default()
    # Not Path.is_dir, which raises for what is too long for a path.
    return read(id_) if os.path.isdir(id_) else load(id_)  # noqa: PTH112
