"""
The command `ascn-data`.
"""
