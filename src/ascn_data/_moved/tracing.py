"""
Where release 2026.2.1 had `HistoryEntry`, `HistoryEvent`; until December 2027.
"""

from ascn_data.versions.history import HistoryEntry, HistoryEvent


__all__ = ["HistoryEntry", "HistoryEvent"]
