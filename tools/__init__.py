"""
Programs for those who keep this repository.
"""
