"""
Files: strict reading, canonical and atomic writing.
"""
