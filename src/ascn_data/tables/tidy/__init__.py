"""
Tidy tables: what records hold in lists, a row each.
"""
