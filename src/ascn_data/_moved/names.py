"""
Where release 2026.2.1 had `NameIndex`, `_Near`; until December 2027.
"""

from ascn_data.naming.index import NameIndex
from ascn_data.naming.nearest import _Near


__all__ = ["NameIndex", "_Near"]
