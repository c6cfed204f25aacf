"""
How a record with all that refers to it looks, as text and as HTML.
"""

import html

from collections.abc import Mapping
from typing import Any

from ascn_data.display.notebook import record_html, table_html
from ascn_data.display.text import record_text, table_text
from ascn_data.exports.schema import Tabular


def about_text(
    record: Any, tables: Mapping[str, Tabular], *, width: int | None = None
) -> str:
    """
    Return a record as a card, then each table under its name.

    Args:
        record: The record.
        tables: The tables by name.
        width: Columns of the terminal; None to ask it.
    """
    parts = [record_text(record, width=width)]
    for name, table in tables.items():
        shown = table_text(table, width=width)
        # The caption says what the heading does.
        body = shown.rpartition("\n")[0]
        parts.append(f"{name} ({len(table)})\n{body}")
    return "\n\n".join(parts)


def about_html(record: Any, tables: Mapping[str, Tabular]) -> str:
    """
    Return a record, then each table, folded under its name.

    Args:
        record: The record.
        tables: The tables by name.
    """
    folded = "".join(
        f"<details open><summary>{html.escape(name)} ({len(table)})</summary>"
        f"{table_html(table)}</details>"
        for name, table in tables.items()
    )
    return record_html(record) + folded
