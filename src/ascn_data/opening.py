"""
Opening data: the bundled tables, or a directory of the same files.
"""

import functools
import os
import pathlib
import threading

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import ascn_data

from ascn_data.dataset import Dataset
from ascn_data.loading import FILES, TABLES, parse_table
from ascn_data.resources import bundled_bytes
from ascn_data.store import Store


if TYPE_CHECKING:
    # `frozen` is imported where a revision is asked for: with hashing and
    # bzip2 it costs half as much as everything else here.
    from ascn_data.frozen import Revision


def _bundled(table: str) -> tuple[Any, ...]:
    return parse_table(
        bundled_bytes(f"data/{table}.json"), table, f"{table}.json"
    )


def working_revision() -> str:
    """
    The id of the bundled tables, from the package's version.

    `2026.1.3` carries revision `2026.1`; a development version carries no
    released revision and says so, as in `2026.2.dev`.
    """
    year, number, *rest = ascn_data.__version__.split(".")
    ending = ".dev" if any("dev" in part for part in rest) else ""
    return f"{year}.{number}{ending}"


# Made at import, under the import lock: racing threads share one object.
_DEFAULT = Dataset(Store(working_revision(), _bundled))


def default() -> Dataset:
    """
    The bundled dataset, the same object every time.
    """
    return _DEFAULT


def opened(revision: str) -> Dataset | None:
    """
    The dataset of a revision this package has; None if it has no such one.
    """
    if revision == _DEFAULT.revision:
        return _DEFAULT
    from ascn_data.frozen import revisions

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


_LOCK = threading.Lock()


def load(revision: "str | Revision | None" = None) -> Dataset:
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
    if revision is None:
        return _DEFAULT
    from ascn_data.frozen import id_of

    with _LOCK:
        return _frozen(id_of(revision))


@functools.cache
def _frozen(revision: str) -> Dataset:
    from ascn_data.frozen import frozen_tables

    return Dataset(Store(revision, frozen_tables(revision)))


def revision() -> "Revision":
    """
    The revision of the bundled tables: its id, date, digest and counts.

    Of a development version, whose tables are not frozen yet, the id ends in
    `.dev` and the digest is that of the tables as they are.

    >>> import ascn_data
    >>> sorted(ascn_data.revision().counts)[:2]
    ['cities', 'countries']
    """
    from ascn_data.frozen import published

    id_ = _DEFAULT.revision
    if not id_.endswith(".dev"):
        return published(id_)
    with _LOCK:
        return _working()


@functools.cache
def _working() -> "Revision":
    from ascn_data.frozen import SCHEMA, Revision

    return Revision(
        id=_DEFAULT.revision,
        digest=_DEFAULT.digest,
        counts={name: len(_DEFAULT.table(name)) for name in TABLES},
        schema=SCHEMA,
        package_version=ascn_data.__version__,
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
    from ascn_data.checks import check
    from ascn_data.errors import DataError, Problem

    directory = pathlib.Path(path)
    unfit = _unfit(directory) if os.fspath(path) else "the path is empty"
    if unfit is not None:
        raise DataError(str(path), (Problem(repr(str(path)), unfit),))
    tables: dict[str, tuple[Any, ...]] = {}
    problems: list[Problem] = []
    for table in FILES:
        file = directory / f"{table}.json"
        try:
            tables[table] = parse_table(file.read_bytes(), table, file.name)
        except OSError as error:
            what = error.strerror or str(error)
            problems.append(Problem(file.name, f"cannot be read: {what}"))
        except DataError as error:
            problems += error.problems
    if not problems:
        problems += check(tables)
    if problems:
        raise DataError(str(path), tuple(problems))
    return put_together(f"from {directory.name}", tables)


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
    from ascn_data.placing import exported

    # Not Path.is_dir, which raises for what is too long for a path.
    if not os.path.isdir(directory):  # noqa: PTH112
        return "this is not a directory of ascn-data files"
    files = {f"{table}.json" for table in FILES}
    try:
        there = files.intersection(os.listdir(directory))  # noqa: PTH208
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    listed = exported(directory)
    if listed and there <= listed.keys():
        return (
            "this is an export, which has other columns and is not read "
            "back; ascn_data.load() opens a revision"
        )
    return None
