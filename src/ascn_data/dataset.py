"""
`Dataset`: one revision of the data.
"""

from __future__ import annotations

from ascn_data.models.catalogue import TABLES
from ascn_data.tables.table import Table
from ascn_data.tables.tidy.queries import TidyQueries


TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    import pathlib

    from collections.abc import Iterable
    from typing import Any, Literal

    from ascn_data.citations import Style
    from ascn_data.exports.formats import PackageFormat
    from ascn_data.models.catalogue import Kind
    from ascn_data.naming.resolution import Resolution
    from ascn_data.tables.reconciliation import Reconciliation
    from ascn_data.versions.history import HistoryEntry


class Dataset(TidyQueries):
    """
    One revision of the data.

    Every plural method returns a `Table` in id order; its filters narrow it
    and combine with "and".  Names in filters resolve as `ascn_data.names`
    says: exactly, folded or by alias, never by a guess.  All of them raise
    `UnknownNameError` for a name or value that does not exist and
    `AmbiguousNameError` for one that means several records; a misspelling
    never gives an empty table.

    `as_of` is a year, a month, a day or a `date` and means the last day of
    that period.  A record counts from the first day its start can mean to
    the last day its end can mean; one whose start is unknown does not count.

    Made by `ascn_data.load` and `ascn_data.read`.
    """

    def __repr__(self) -> str:
        return f"<ascn_data.Dataset revision {self.revision}>"

    def __str__(self) -> str:
        from ascn_data.display.text import dataset_text

        return dataset_text(self.revision, self._sizes())

    def _repr_html_(self) -> str:
        from ascn_data.display.notebook import dataset_html

        return dataset_html(self.revision, self.digest, self._sizes())

    def _sizes(self) -> dict[str, int]:
        return {name: len(self.table(name)) for name in TABLES}

    def resolve(
        self,
        names: Iterable[Any],
        *,
        kind: Kind,
        on_unknown: Literal["raise", "none"] = "raise",
        on_ambiguous: Literal["raise", "none"] = "raise",
        on_shared: Literal["resolve", "raise", "none"] = "resolve",
        country: Iterable[Any] | str | None = None,
        subdivision: Iterable[Any] | str | None = None,
    ) -> Resolution:
        """
        The ids of a column of names as people write them, in its order.

        Args:
            names: Any iterable of texts, or a pandas, Polars or Arrow
                column; its gaps stay None.
            kind: What the names mean; it settles whether "Singapore" is the
                city, the country or the partner.
            on_unknown: `raise`, or `none` for None instead and a report.
            on_ambiguous: The same for a name of several records.
            on_shared: `resolve` to give the id of a name that other real
                places bear too and report the name as shared, `none` for
                None instead, or `raise`.
            country: The country of each name: a column as long as the names,
                or one for all.  Only a record of that country is found.
            subdivision: The same for subdivisions, by an ISO 3166-2 code or
                a name: `PH-ISA`, `Isabela`.

        >>> from ascn_data import resolve
        >>> found = resolve(["Portland"], kind="place", subdivision="Oregon")
        >>> list(found)
        ['us-portland']
        >>> list(resolve(["Saigon", "HCMC", None], kind="city"))
        ['vn-ho-chi-minh-city', 'vn-ho-chi-minh-city', None]
        """
        from ascn_data.naming.resolution import resolve_names

        if kind in ("country", "partnership") and (
            country is not None or subdivision is not None
        ):
            raise ValueError(
                f"a {kind} lies in no country and no subdivision: leave out "
                "country= and subdivision="
            )
        return resolve_names(
            names,
            self.store.names(kind),
            on_unknown=on_unknown,
            on_ambiguous=on_ambiguous,
            on_shared=on_shared,
            places=(subdivision, country),
            revision=self.revision,
        )

    def export(
        self,
        directory: str | os.PathLike[str],
        *,
        format: PackageFormat = "csv",
    ) -> pathlib.Path:
        """
        Write all tables to a directory, for use without Python.

        One file for each table, with `datapackage.json` and
        `croissant.json`, which describe them; see `ascn_data.datapackage`.
        Files of an earlier export are written over, or removed where this
        one has none and they are unchanged.  The descriptions go first and
        come last: where writing fails, there is none.

        Args:
            directory: Where to; made if it is missing.
            format: `parquet` needs the extra `arrow`; `xlsx`, one workbook
                for people, the extra `excel`.

        Returns:
            The path of `datapackage.json`, or of the workbook.

        Raises:
            FileExistsError: If something of one of these names is no export,
                or another export into the directory is at work.
            PermissionError: If one of the files is read-only.
        """
        from ascn_data.datapackages.package import export

        return export(self, directory, format=format)

    def cite(self, record: Any = None, *, style: Style = "text") -> str:
        """
        A citation of the dataset, or of what supports records.

        That of the dataset names revision, date, package version and the
        SHA-256 of the data.  That of a record names its sources, each with
        the places in it; that of a table names the sources of its records,
        each once.

        Args:
            record: A record, its id or its name, or a table; None for the
                dataset.
            style: `text`, `apa`, `bibtex`, `ris` or `csl-json`.

        >>> from ascn_data import cite
        >>> print(cite("pair-phuket-milwaukee-water")[:27])
        U.S. Department of State (2
        """
        from ascn_data.citations import (
            item_of_dataset,
            items_of_record,
            items_of_table,
            written,
        )
        from ascn_data.versions.index import released_on

        if record is None:
            released = released_on(self.revision)
            item = item_of_dataset(self.revision, self.digest, released)
            return written([item], style)
        if isinstance(record, str):
            record = self.record(record)
        sources = self.store.table("sources")
        if isinstance(record, Table):
            return written(items_of_table(record, sources.by_id), style)
        if not hasattr(record, "evidence"):
            raise TypeError(
                f"a record, its id or a table is cited, not {record!r}; "
                "cite() cites the dataset"
            )
        return written(items_of_record(record, sources.__getitem__), style)

    def history(self, record: Any) -> Table[HistoryEntry]:
        """
        One record through the published revisions.

        One row for each revision, oldest first, with what it did to the
        record and the changes since the revision before; then one for this
        dataset, if it is not published.

        Args:
            record: A record, its id or its name.

        Raises:
            UnknownNameError: If no revision has a record of that id.

        >>> from ascn_data import history
        >>> history("th-phuket")[0].event
        <HistoryEvent.ADDED: 'added'>
        """
        from ascn_data.versions.history import traced

        id_ = getattr(record, "id", record)
        meant = self.store.meant(id_)
        if self.store.find(id_) is None and len(meant) == 1:
            (id_,) = meant
        return traced(id_, self.store, self.store.unknown_record)

    def reconciliation(self) -> Table[Reconciliation]:
        """
        The totals that monitoring reports print, against the records.

        One row for each printed total and share, by status, country and
        focus area, with the number counted from the histories of the
        projects, the gap and its reason.  Empty in a revision that holds no
        rows of reports.

        >>> from ascn_data import reconciliation
        >>> [row.id for row in reconciliation() if row.gap and not row.reason]
        []
        """
        from ascn_data.tables.reconciliation import reconciled

        return reconciled(self.store)
