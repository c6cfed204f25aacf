"""
Where release 2026.2.1 had `Hit`; until December 2027.
"""

from ascn_data.tables.search import Hit


__all__ = ["Hit"]
