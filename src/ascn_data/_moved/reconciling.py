"""
Where release 2026.2.1 had `Reconciliation`; until December 2027.
"""

from ascn_data.tables.reconciliation import Reconciliation


__all__ = ["Reconciliation"]
