"""
Where release 2026.2.1 had `converter`; until December 2027.
"""

from ascn_data.files.strict import converter


__all__ = ["converter"]
