"""
Rules on totals: the rows of each report add up to what it prints.
"""

from collections.abc import Iterable

from ascn_data.checks.records import Tables
from ascn_data.errors import Problem
from ascn_data.tables.reconciliation import reconciled
from ascn_data.tables.store import Store


def totals_reconcile(tables: Tables) -> Iterable[Problem]:
    """
    Printed totals and shares equal the rows, or a dispute or note says why.
    """
    store = Store("checked", lambda name: tables[name])
    for row in reconciled(store):
        if row.gap and row.reason is None:
            what = (
                f"{row.report} prints {row.printed}, its rows give "
                f"{row.counted}: a dispute over value or a note must say why"
            )
            yield Problem(f"observations.json, record {row.id!r}, value", what)
