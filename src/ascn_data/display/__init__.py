"""
How tables and records look, in a terminal and in a notebook.
"""
