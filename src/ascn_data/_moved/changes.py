"""
Where release 2026.2.1 had `Change` and `Changes`; until December 2027.
"""

from ascn_data.versions.changes import Change, ChangeKind, Changes, _rebuild


__all__ = ["Change", "ChangeKind", "Changes", "_rebuild"]
