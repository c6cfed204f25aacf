"""
All tables as files that need no Python, described for programs.
"""
