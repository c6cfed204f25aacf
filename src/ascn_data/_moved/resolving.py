"""
Where release 2026.2.1 had `Resolution`; until December 2027.
"""

from ascn_data.naming.resolution import Resolution


__all__ = ["Resolution"]
