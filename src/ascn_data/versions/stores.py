"""
The stores of this package: the bundled tables and the frozen revisions.
"""

from __future__ import annotations

import functools

from ascn_data.files.bundle import bundled_bytes
from ascn_data.files.lazy import Records
from ascn_data.files.loading import LOADING
from ascn_data.files.released import (
    LIST,
    Release,
    filters_of,
    index_of,
    names_of,
    refusal,
)
from ascn_data.models.catalogue import FILES, record_class
from ascn_data.tables.store import Store
from ascn_data.version import __version__


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def working_revision() -> str:
    """
    Return the id of the bundled tables, from the package's version.

    `2026.1.3` carries revision `2026.1`; a development version carries no
    released revision and says so, as in `2026.2.dev`.
    """
    year, number, *rest = __version__.split(".")
    ending = ".dev" if any("dev" in part for part in rest) else ""
    return f"{year}.{number}{ending}"


class Bundle:
    """
    The tables in a package: as released, or else read strictly.
    """

    __slots__ = ("_content", "_release", "_revision")

    def __init__(self, revision: str, content: Callable[[str], bytes]) -> None:
        """
        Read files by their names under `data/`, as those of a revision.
        """
        self._revision = revision
        self._content = content
        self._release: Release | None = None

    def release(self) -> Release | None:
        """
        Return what is known of the files as released; None in development.

        Raises:
            DataError: If it is damaged, or of another revision.
        """
        if self._release is None and not self._revision.endswith(".dev"):
            # Racing threads at worst read the same list twice.
            found = Release(self._content)
            if found.revision != self._revision:
                raise refusal(LIST)
            self._release = found
        return self._release

    def read(self, table: str) -> tuple[Any, ...] | Records:
        """
        Return the records of a table.

        Raises:
            DataError: If its file is damaged, with every problem in the file.
        """
        file = f"{table}.json"

        def strict(raw: bytes) -> tuple[Any, ...]:
            from ascn_data.models.records import parse_table

            return parse_table(raw, table, file)

        release = self.release()
        if release is None:
            return strict(self._content(file))

        def make(row: dict[str, Any]) -> Any:
            from ascn_data.models.making import maker_of

            return maker_of(record_class(table))(row)

        return Records(
            release.content(file, strict),
            release.parsed(index_of(table)),
            make,
            lambda: release.parsed(filters_of(table)),
        )

    def rows(self, table: str) -> list[dict[str, Any]] | None:
        """
        Return the rows of a table as plain JSON; None in development.

        Raises:
            DataError: If its file is not the released one.
        """
        release = self.release()
        return None if release is None else release.parsed(f"{table}.json")

    def names(self, kind: str) -> Mapping[str, Any] | None:
        """
        Return what is known of the names of a kind; None if nothing is.
        """
        release = self.release()
        file = names_of(kind)
        if release is None or file not in release:
            return None
        known: Mapping[str, Any] = release.parsed(file)
        return known

    def digest(self) -> str | None:
        """
        Return the digest of the tables as released; None if not known.

        Raises:
            DataError: If a file is not the released one.
        """
        release = self.release()
        if release is None:
            return None
        return release.verified_digest(f"{table}.json" for table in FILES)


def store_of_bundle(
    revision: str, content: Callable[[str], bytes], asked: str
) -> Store:
    """
    Return the tables of a revision that are in files by those names.
    """
    bundle = Bundle(revision, content)
    return Store(
        revision,
        bundle.read,
        digest=bundle.digest,
        rows=bundle.rows,
        names=bundle.names,
        asked=asked,
    )


def _bundled(name: str) -> bytes:
    return bundled_bytes(f"data/{name}")


# Made at import, under the import lock: racing threads share one object.
BUNDLED = store_of_bundle(working_revision(), _bundled, "ascn_data")
"""The bundled tables."""


def store_of(revision: str) -> Store:
    """
    Return the tables of a published revision, the same object every time.

    Raises:
        RevisionError: If the package has no such revision, or if its file is
            damaged.
    """
    if revision == BUNDLED.revision:
        return BUNDLED
    with LOADING:
        return _frozen(revision)


@functools.cache
def _frozen(revision: str) -> Store:
    from ascn_data.versions.frozen import Frozen
    from ascn_data.versions.index import published

    frozen = Frozen(revision)
    return Store(
        revision,
        frozen.read,
        rows=frozen.rows,
        digest=lambda: published(revision).digest,
        asked=f"ascn_data.load({revision!r})",
    )
