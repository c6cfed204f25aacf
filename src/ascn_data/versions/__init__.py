"""
Revisions: frozen for ever, opened, compared.
"""
