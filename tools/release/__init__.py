"""
Programs that prepare, check and build a release.
"""
