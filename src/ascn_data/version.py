"""
The version of the package, in its one place.
"""

__version__ = "2026.3.0.dev0"
