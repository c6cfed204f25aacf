"""
`Forms`: a table in the forms of other software.
"""

from __future__ import annotations

import os

from ascn_data.exports.schema import Tabular


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Literal, Protocol, overload

    import pandas
    import polars
    import pyarrow

    from ascn_data.exports.layout import Layout
    from ascn_data.exports.schema import Dates, Destination

    Style = Literal["data", "readable"]
    """Whether a CSV file is for programs or for people."""
else:
    Protocol = object


class Forms(Tabular, Protocol):
    """
    What a table is turned into; every optional library is asked for by name.

    All forms have the same columns, see `ascn_data.exports.columns`.
    """

    __slots__ = ()

    def to_dicts(
        self,
        *,
        flat: bool = False,
        exact: bool = False,
        dates: Dates = "text",
        names: bool = False,
        columns: Iterable[str] | None = None,
    ) -> list[dict[str, Any]]:
        """
        Return the records as rows of plain Python values.

        What is unknown is None.  `json.dumps` takes the rows as they are
        unless `exact` or `dates` asks for decimals or days.

        Args:
            flat: Whether lists are single texts, as in CSV.
            exact: Whether numbers of sources are `Decimal` instead of float.
            dates: `bounds` for the first and last day and the precision of
                each date beside its text.
            names: Whether names stand beside ids, for example
                `country_name` beside `country`.
            columns: The names of the columns wanted, in their order.

        >>> from ascn_data import cities
        >>> cities().to_dicts()[0]["official_name"]
        'Bandar Seri Begawan'
        """
        from ascn_data.exports.rows import to_dicts

        layout = _layout(
            flat=flat, exact=exact, dates=dates, names=names, columns=columns
        )
        return to_dicts(self, layout)

    if TYPE_CHECKING:

        @overload
        def to_json(
            self,
            path: None = None,
            *,
            flat: bool = False,
            exact: bool = False,
            dates: Dates = "text",
            names: bool = False,
            columns: Iterable[str] | None = None,
        ) -> str: ...

        @overload
        def to_json(
            self,
            path: Destination,
            *,
            flat: bool = False,
            exact: bool = False,
            dates: Dates = "text",
            names: bool = False,
            columns: Iterable[str] | None = None,
        ) -> None: ...

    def to_json(
        self,
        path: Destination | None = None,
        *,
        flat: bool = False,
        exact: bool = False,
        dates: Dates = "text",
        names: bool = False,
        columns: Iterable[str] | None = None,
    ) -> str | None:
        """
        Return or write the rows as a JSON list.

        Exact numbers and days are texts there.

        Args:
            path: File to write, by its path or open; None to return the
                text.
            flat: Whether lists are single texts, as in CSV.
            exact: Whether numbers of sources are `Decimal` instead of float.
            dates: `bounds` for the first and last day and the precision of
                each date beside its text.
            names: Whether names stand beside ids, for example
                `country_name` beside `country`.
            columns: The names of the columns wanted, in their order.
        """
        from ascn_data.exports.destinations import put
        from ascn_data.exports.rows import to_json

        layout = _layout(
            flat=flat, exact=exact, dates=dates, names=names, columns=columns
        )
        return put(to_json(self, layout), path)

    if TYPE_CHECKING:

        @overload
        def to_csv(
            self,
            path: None = None,
            *,
            dates: Dates = "text",
            names: bool = False,
            columns: Iterable[str] | None = None,
            style: Style = "data",
        ) -> str: ...

        @overload
        def to_csv(
            self,
            path: Destination,
            *,
            dates: Dates = "text",
            names: bool = False,
            columns: Iterable[str] | None = None,
            style: Style = "data",
        ) -> None: ...

    def to_csv(
        self,
        path: Destination | None = None,
        *,
        dates: Dates = "text",
        names: bool = False,
        columns: Iterable[str] | None = None,
        style: Style = "data",
    ) -> str | None:
        """
        Return or write the rows as CSV, flat and safe in a spreadsheet.

        Numbers stand digit for digit as the source has them.  Cells that a
        spreadsheet would run as a formula begin with an apostrophe.  A file
        at a path begins with a byte order mark and gets a neighbour,
        `NAME.csv-metadata.json`, with its columns, revision and digest.

        Args:
            path: File to write, by its path or open; None to return the
                text.
            dates: `bounds` for the first and last day and the precision of
                each date beside its text.
            names: Whether names stand beside ids, for example
                `country_name` beside `country`.
            columns: The names of the columns wanted, in their order.
            style: `readable` for names, one date, status with date, and the
                titles and addresses of sources, for people to read.

        Raises:
            ValueError: If there is no such style.
        """
        from ascn_data.exports.delimited import to_csv, write_csv
        from ascn_data.exports.destinations import put

        if style == "readable":
            from ascn_data.exports.readable import readable_csv

            return put(readable_csv(self, columns), path, mark=True)
        if style != "data":
            raise ValueError(f"{style!r} is neither 'data' nor 'readable'")
        layout = _layout(
            flat=True, exact=True, dates=dates, names=names, columns=columns
        )
        if isinstance(path, str | os.PathLike):
            write_csv(self, path, layout)
            return None
        return put(to_csv(self, layout), path)

    if TYPE_CHECKING:

        @overload
        def to_excel(
            self,
            path: None = None,
            *,
            columns: Iterable[str] | None = None,
        ) -> bytes: ...

        @overload
        def to_excel(
            self,
            path: Destination,
            *,
            columns: Iterable[str] | None = None,
        ) -> None: ...

    def to_excel(
        self,
        path: Destination | None = None,
        *,
        columns: Iterable[str] | None = None,
    ) -> bytes | None:
        """
        Return or write a workbook for people; needs the extra `excel`.

        Names stand beside ids, exact days are real dates, and a first sheet
        says what the data is and how to cite it.

        Args:
            path: File to write, by its path or open; None to return the
                bytes.
            columns: The names of the columns wanted, in their order.
        """
        from ascn_data.exports.destinations import put
        from ascn_data.exports.workbook import workbook_bytes

        about = self._how_to_cite()
        raw = workbook_bytes([self], columns=columns, about=about)
        return put(raw, path)

    def to_pandas(
        self,
        *,
        flat: bool = False,
        exact: bool = False,
        dates: Dates = "text",
        names: bool = False,
        columns: Iterable[str] | None = None,
    ) -> pandas.DataFrame:
        """
        Return the rows as a pandas data frame; needs the extra `pandas`.

        Args:
            flat: Whether lists are single texts, as in CSV.
            exact: Whether numbers of sources are `Decimal` instead of float.
            dates: `bounds` for the first and last day and the precision of
                each date beside its text.
            names: Whether names stand beside ids, for example
                `country_name` beside `country`.
            columns: The names of the columns wanted, in their order.
        """
        from ascn_data.exports.frames import to_pandas

        layout = _layout(
            flat=flat, exact=exact, dates=dates, names=names, columns=columns
        )
        return to_pandas(self, layout)

    def to_polars(
        self,
        *,
        flat: bool = False,
        exact: bool = False,
        dates: Dates = "text",
        names: bool = False,
        columns: Iterable[str] | None = None,
    ) -> polars.DataFrame:
        """
        Return the rows as a Polars data frame; needs the extra `polars`.

        Args:
            flat: Whether lists are single texts, as in CSV.
            exact: Whether numbers of sources are `Decimal` instead of float.
            dates: `bounds` for the first and last day and the precision of
                each date beside its text.
            names: Whether names stand beside ids, for example
                `country_name` beside `country`.
            columns: The names of the columns wanted, in their order.
        """
        from ascn_data.exports.frames import to_polars

        layout = _layout(
            flat=flat, exact=exact, dates=dates, names=names, columns=columns
        )
        return to_polars(self, layout)

    def to_arrow(
        self,
        *,
        flat: bool = False,
        exact: bool = False,
        dates: Dates = "text",
        names: bool = False,
        columns: Iterable[str] | None = None,
    ) -> pyarrow.Table:
        """
        Return the rows as an Arrow table; needs the extra `arrow`.

        Args:
            flat: Whether lists are single texts, as in CSV.
            exact: Whether numbers of sources are `Decimal` instead of float.
            dates: `bounds` for the first and last day and the precision of
                each date beside its text.
            names: Whether names stand beside ids, for example
                `country_name` beside `country`.
            columns: The names of the columns wanted, in their order.
        """
        from ascn_data.exports.arrow import to_arrow

        layout = _layout(
            flat=flat, exact=exact, dates=dates, names=names, columns=columns
        )
        return to_arrow(self, layout)

    if TYPE_CHECKING:

        @overload
        def to_parquet(
            self,
            path: None = None,
            *,
            flat: bool = False,
            exact: bool = False,
            dates: Dates = "text",
            names: bool = False,
            columns: Iterable[str] | None = None,
            compression: str = "zstd",
        ) -> bytes: ...

        @overload
        def to_parquet(
            self,
            path: Destination,
            *,
            flat: bool = False,
            exact: bool = False,
            dates: Dates = "text",
            names: bool = False,
            columns: Iterable[str] | None = None,
            compression: str = "zstd",
        ) -> None: ...

    def to_parquet(
        self,
        path: Destination | None = None,
        *,
        flat: bool = False,
        exact: bool = False,
        dates: Dates = "text",
        names: bool = False,
        columns: Iterable[str] | None = None,
        compression: str = "zstd",
    ) -> bytes | None:
        """
        Return or write the rows as Parquet; needs the extra `arrow`.

        Args:
            path: File to write, by its path or open; None to return the
                bytes.
            flat: Whether lists are single texts, as in CSV.
            exact: Whether numbers of sources are `Decimal` instead of float.
            dates: `bounds` for the first and last day and the precision of
                each date beside its text.
            names: Whether names stand beside ids, for example
                `country_name` beside `country`.
            columns: The names of the columns wanted, in their order.
            compression: What pyarrow knows: `zstd`, `snappy`, `gzip`,
                `brotli`, `lz4` or `none`.
        """
        from ascn_data.exports.arrow import parquet_bytes
        from ascn_data.exports.destinations import put

        layout = _layout(
            flat=flat, exact=exact, dates=dates, names=names, columns=columns
        )
        return put(parquet_bytes(self, layout, compression), path)

    def _how_to_cite(self) -> list[tuple[str, str]]:
        """
        Return what the first sheet of a workbook says of citing.
        """
        from ascn_data.citations import item_of_dataset, written

        digest = self.metadata["ascn_data.digest"]
        if not digest:
            return []
        item = item_of_dataset(self.revision, digest, None)
        return [("How to cite", written([item], "text"))]

    def __arrow_c_schema__(self) -> object:
        from ascn_data.exports.arrow import c_schema

        return c_schema(self)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        from ascn_data.exports.arrow import c_stream

        return c_stream(self, requested_schema)


def _layout(
    *,
    flat: bool,
    exact: bool,
    dates: Dates,
    names: bool,
    columns: Iterable[str] | None,
) -> Layout:
    """
    Return the layout that the arguments of a method ask for.

    Raises:
        ValueError: If there is no such form of dates.
        TypeError: If the columns are one text.
    """
    from ascn_data.exports.layout import Layout

    if dates not in ("text", "bounds"):
        raise ValueError(f"{dates!r} is neither 'text' nor 'bounds'")
    if isinstance(columns, str):
        raise TypeError(f"columns are a list of names, not {columns!r}")
    wanted = None if columns is None else tuple(columns)
    return Layout(
        flat=flat, exact=exact, dates=dates, names=names, columns=wanted
    )
