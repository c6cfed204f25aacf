"""
Tables in the forms that other software takes.
"""
