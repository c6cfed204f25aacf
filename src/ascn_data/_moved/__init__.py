"""
Modules that release 2026.2.1 had, for what was pickled; until December 2027.
"""
