"""
Where release 2026.2.1 had `Revision`; until December 2027.
"""

from ascn_data.versions.index import Revision


__all__ = ["Revision"]
