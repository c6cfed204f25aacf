"""
Tables as data frames of pandas and Polars.
"""

from typing import TYPE_CHECKING

from ascn_data.exports.layout import Layout
from ascn_data.exports.libraries import library
from ascn_data.exports.rows import to_dicts
from ascn_data.exports.schema import Tabular


if TYPE_CHECKING:
    import pandas
    import polars


def to_pandas(table: Tabular, layout: Layout) -> "pandas.DataFrame":
    """
    A data frame made by pandas alone.

    Texts have the `str` type, whole numbers `Int64`, dates `datetime64[s]`;
    lists and exact numbers are Python objects.
    """
    pd = library("pandas", "pandas")
    text = pd.StringDtype(na_value=float("nan"))
    types = {
        "integer": "Int64",
        "number": "float64",
        "boolean": "bool",
        "decimal": "object",
        "date": "datetime64[s]",
        "texts": "object",
        "records": "object",
    }
    rows = to_dicts(table, layout)
    frame: pandas.DataFrame = pd.DataFrame(
        {
            column.name: pd.Series(
                [row[column.name] for row in rows],
                dtype=types.get(column.kind, text),
            )
            for column in table.laid_out(layout)
        }
    )
    frame.attrs.update(table.metadata)
    return frame


def to_polars(table: Tabular, layout: Layout) -> "polars.DataFrame":
    """
    A Polars data frame, by way of Arrow.
    """
    from ascn_data.exports.arrow import to_arrow

    pl = library("polars", "polars")
    frame: polars.DataFrame = pl.DataFrame(to_arrow(table, layout))
    return frame
