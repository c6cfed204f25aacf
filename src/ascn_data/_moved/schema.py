"""
Where release 2026.2.1 had `Column`; until December 2027.
"""

from ascn_data.exports.columns import Column


__all__ = ["Column"]
