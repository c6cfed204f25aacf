"""
Opening data: the bundled tables, or a directory of the same files.
"""

from __future__ import annotations

import copyreg
import functools
import os

from ascn_data.dataset import Dataset
from ascn_data.models.catalogue import FILES, TABLES, record_class
from ascn_data.tables.store import Store
from ascn_data.version import __version__
from ascn_data.versions.stores import BUNDLED, store_of


TYPE_CHECKING = False
if TYPE_CHECKING:
    import pathlib

    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from ascn_data.errors import Problem
    from ascn_data.versions.index import Revision


_DEFAULT = Dataset(BUNDLED)


def default() -> Dataset:
    """
    Return the bundled dataset, the same object every time.
    """
    return _DEFAULT


def opened(revision: str) -> Dataset | None:
    """
    The dataset of a revision this package has; None if it has no such one.
    """
    if revision == _DEFAULT.revision:
        return _DEFAULT
    from ascn_data.versions.index import revisions

    known = {each.id for each in revisions()}
    return load(revision) if revision in known else None


def reopened(revision: str, digest: str) -> Dataset:
    """
    The dataset that a pickle of it meant.

    Raises:
        RevisionError: If this package has no such revision, or has other data
            under its name.
    """
    from ascn_data.errors import RevisionError

    found = opened(revision) or load(revision)
    if found.digest != digest:
        raise RevisionError(
            revision,
            f"the data pickled as {revision} is not that of this package: "
            f"its SHA-256 is {digest}, here it is {found.digest}",
        )
    return found


def load(revision: str | Revision | None = None) -> Dataset:
    """
    The bundled dataset, or an earlier revision of it.

    Args:
        revision: A published revision or its id, for example `2026.1`; None
            for the tables of this package.

    Returns:
        The same object every time for the same argument.

    Raises:
        RevisionError: If the package has no such revision, naming those it
            has, or if its file is damaged.

    >>> import ascn_data
    >>> ascn_data.load("2026.1").city("JB").name
    'Johor Bahru'
    """
    # The bundled tables are not shipped a second time, as a frozen file.
    if revision is None or revision == _DEFAULT.revision:
        return _DEFAULT
    from ascn_data.versions.index import id_of

    id_ = id_of(revision)
    if id_ == _DEFAULT.revision:
        return _DEFAULT
    return _dataset_of(store_of(id_))


@functools.cache
def _dataset_of(store: Store) -> Dataset:
    return Dataset(store)


def revision() -> Revision:
    """
    The revision of the bundled tables: its id, date, digest and counts.

    Of a development version, whose tables are not frozen yet, the id ends in
    `.dev` and the digest is that of the tables as they are.

    Raises:
        DataError: If a bundled file is not the one that was released.
        RevisionError: If the tables are not those that were published.

    >>> import ascn_data
    >>> sorted(ascn_data.revision().counts)[:2]
    ['cities', 'countries']
    """
    if _DEFAULT.revision.endswith(".dev"):
        return _working()
    from ascn_data.errors import RevisionError
    from ascn_data.files.released import ADVICE
    from ascn_data.versions.index import published

    found = published(_DEFAULT.revision)
    if found.digest != _DEFAULT.digest:
        raise RevisionError(
            found.id,
            f"the bundled tables are not those of revision {found.id}: their "
            f"SHA-256 is {_DEFAULT.digest}, not {found.digest}; {ADVICE}",
        )
    return found


@functools.cache
def _working() -> Revision:
    from ascn_data.versions.index import Revision
    from ascn_data.versions.upgrades import SCHEMA

    return Revision(
        id=_DEFAULT.revision,
        digest=_DEFAULT.digest,
        counts={name: len(_DEFAULT.table(name)) for name in TABLES},
        schema=SCHEMA,
        package_version=__version__,
        notes="Tables under development, not frozen.",
    )


def read(path: str | os.PathLike[str]) -> Dataset:
    """
    A dataset from a directory of JSON files, one for each table.

    For a curator's working copy or a private fork.  Everything is read and
    checked at once, across tables too; there is no partly read dataset.

    Args:
        path: The directory; a table without a file is an error.

    Raises:
        DataError: With every problem of every file.
    """
    import pathlib

    from ascn_data.checks.rules import check
    from ascn_data.errors import DataError, Problem, legible
    from ascn_data.files.parsing import parse_json, sorted_out
    from ascn_data.files.regular import regular_bytes

    directory = pathlib.Path(path)
    unfit = _unfit(directory) if os.fspath(path) else "the path is empty"
    if unfit is not None:
        raise DataError(str(path), (Problem(repr(str(path)), unfit),))
    tables: dict[str, tuple[Any, ...]] = {}
    problems: list[Problem] = []
    unread: set[str] = set()
    for table in FILES:
        file = directory / f"{table}.json"
        try:
            rows = parse_json(regular_bytes(file), file.name)
            good, error = sorted_out(rows, record_class(table), file.name)
        except OSError as caught:
            what = caught.strerror or str(caught)
            problems.append(Problem(file.name, f"cannot be read: {what}"))
            continue
        except DataError as caught:
            problems += caught.problems
            continue
        tables[table] = good
        if error is not None:
            problems += error.problems
            unread |= _ids_in(rows) - {record.id for record in good}
    if len(tables) == len(FILES):
        problems += check(tables, unread=unread)
    if problems:
        raise DataError(str(path), tuple(_explained(problems, directory)))
    return put_together(f"from {legible(directory.name)}", tables)


def _ids_in(rows: list[Any]) -> set[str]:
    """
    Return the ids of rows that may be damaged.
    """
    ids = (row.get("id") for row in rows if isinstance(row, dict))
    return {id_ for id_ in ids if isinstance(id_, str)}


def _explained(
    problems: Sequence[Problem], directory: pathlib.Path
) -> Iterator[Problem]:
    """
    Yield problems, with what to do about fields of an older schema.
    """
    from ascn_data.errors import Problem
    from ascn_data.versions.upgrades import FORMER

    unknown = {
        (f"{table}.json", f"unknown key {old!r}"): new
        for table, names in FORMER.items()
        for old, new in names.items()
    }
    former = {
        problem: new
        for problem in problems
        if (new := unknown.get((problem.where.split(",")[0], problem.what)))
    }
    if former:
        yield Problem(
            directory.name,
            "these files are of schema 1, revisions before 2026.3; "
            f"'ascn-data upgrade {directory}' writes them anew",
        )
    for problem in problems:
        new = former.get(problem)
        more = "" if new is None else f", which schema 2 calls {new!r}"
        yield Problem(problem.where, problem.what + more)


def _reduced(dataset: Dataset) -> tuple[Any, ...]:
    """
    Return how a dataset is pickled: by its revision, else with its tables.
    """
    if opened(dataset.revision) is not None:
        return reopened, (dataset.revision, dataset.digest)
    tables = {name: tuple(dataset.table(name)) for name in FILES}
    return put_together, (dataset.revision, tables)


# Here, for a dataset knows of no place where datasets are opened.
copyreg.pickle(Dataset, _reduced)


def put_together(
    revision: str, tables: Mapping[str, tuple[Any, ...]]
) -> Dataset:
    """
    A dataset of tables that are at hand.
    """
    return Dataset(Store(revision, tables.__getitem__))


def _unfit(directory: pathlib.Path) -> str | None:
    """
    Why a directory cannot hold data files; None if it can.
    """
    from ascn_data.datapackages.directory import PACKAGE, exported

    # Not Path.is_dir, which raises for what is too long for a path.
    if not os.path.isdir(directory):  # noqa: PTH112
        return "this is not a directory of ascn-data files"
    files = {f"{table}.json" for table in FILES}
    try:
        there = files.intersection(os.listdir(directory))  # noqa: PTH208
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    listed = exported(directory / PACKAGE)
    if listed and there <= listed.keys():
        return (
            "this is an export, which has other columns and is not read "
            "back; ascn_data.load() opens a revision"
        )
    return None


def require(
    revision: str | Revision | None = None, *, digest: str | None = None
) -> Revision:
    """
    Make sure that the bundled data is the revision a notebook expects.

    Args:
        revision: The revision or its id, for example `2026.1`.
        digest: SHA-256 of its canonical bytes, or the first 8 or more digits
            of it.

    Returns:
        The revision in use.

    Raises:
        RevisionError: If another one is in use; the error gives the command
            that installs the right one, and the line that opens it without.
        ValueError: If neither is given or the digest is too short.
    """
    from ascn_data.errors import RevisionError
    from ascn_data.versions.index import id_of

    if revision is None and digest is None:
        raise ValueError("say which revision or digest is required")
    if digest is not None and not isinstance(digest, str):
        raise TypeError(f"a digest is given as text, not as {digest!r}")
    if digest is not None and len(digest) < 8:
        raise ValueError(f"{digest!r} is too short: give 8 digits or more")
    found = _in_use()
    wanted = None if revision is None else id_of(revision)
    if wanted is not None and wanted != found.id:
        raise RevisionError(wanted, _advice(wanted, found))
    if digest is not None and not found.digest.startswith(digest.lower()):
        raise RevisionError(
            wanted or f"with digest {digest}",
            f"the data in use, revision {found.id}, has the digest "
            f"{found.digest}, not {digest}",
        )
    return found


# Inside `require` the name is that of its argument.
_in_use = revision


def _advice(wanted: str, found: Revision) -> str:
    """
    Return what to do where another revision than the wanted one is in use.
    """
    from ascn_data.versions.index import (
        index,
        is_revision_id,
        unknown_revision,
    )

    if not is_revision_id(wanted):
        return unknown_revision(wanted)
    text = (
        f"this code was written for ascn-data revision {wanted}, but "
        f"{found.id} is in use (package {__version__}).\n"
        f"To install it:  pip install 'ascn-data=={wanted}.*'\n"
    )
    if wanted in index():
        return text + f"Or open it here:  ascn_data.load({wanted!r})"
    return text + f"This package can open {', '.join(index())}"
