"""
Programs for curators.
"""
