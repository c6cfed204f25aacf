"""
The site: documentation, a page for every record, downloads, an explorer.
"""
