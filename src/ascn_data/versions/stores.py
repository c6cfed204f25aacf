"""
The stores of this package: the bundled tables and the frozen revisions.
"""

import functools

from typing import Any

from ascn_data.files.bundle import bundled_bytes
from ascn_data.files.loading import LOADING
from ascn_data.models.records import parse_table
from ascn_data.tables.store import Store
from ascn_data.version import __version__


def _bundled(table: str) -> tuple[Any, ...]:
    return parse_table(
        bundled_bytes(f"data/{table}.json"), table, f"{table}.json"
    )


def working_revision() -> str:
    """
    Return the id of the bundled tables, from the package's version.

    `2026.1.3` carries revision `2026.1`; a development version carries no
    released revision and says so, as in `2026.2.dev`.
    """
    year, number, *rest = __version__.split(".")
    ending = ".dev" if any("dev" in part for part in rest) else ""
    return f"{year}.{number}{ending}"


def _bundled_digest() -> str:
    from ascn_data.errors import RevisionError
    from ascn_data.versions.index import published

    try:
        return published(BUNDLED.revision).digest
    except RevisionError:
        return BUNDLED.computed_digest()


# Made at import, under the import lock: racing threads share one object.
BUNDLED = Store(
    working_revision(), _bundled, digest=_bundled_digest, asked="ascn_data"
)
"""The bundled tables."""


def store_of(revision: str) -> Store:
    """
    Return the tables of a published revision, the same object every time.

    Raises:
        RevisionError: If the package has no such revision, or if its file is
            damaged.
    """
    with LOADING:
        return _frozen(revision)


@functools.cache
def _frozen(revision: str) -> Store:
    from ascn_data.versions.frozen import frozen_tables
    from ascn_data.versions.index import published

    read = frozen_tables(revision)
    return Store(
        revision,
        read,
        digest=lambda: published(revision).digest,
        asked=f"ascn_data.load({revision!r})",
    )
