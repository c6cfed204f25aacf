"""
Tables, and what is asked of them.
"""
