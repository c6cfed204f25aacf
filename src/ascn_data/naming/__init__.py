"""
Names as people write them: folded, indexed, resolved, suggested.
"""
