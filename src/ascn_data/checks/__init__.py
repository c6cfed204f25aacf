"""
Rules across records: pure functions that yield what is wrong.
"""
