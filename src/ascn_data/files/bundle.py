"""
The files of the package, wherever it is installed, in a zip file too.
"""

import pkgutil


def bundled_bytes(name: str) -> bytes:
    """
    The bytes of a file of the package, for example `data/cities.json`.
    """
    found = pkgutil.get_data("ascn_data", name)
    if found is None:
        # A loader that opens no files by path.  Only now: importing this
        # costs ten times what pkgutil and reading the file do.
        import importlib_resources

        files = importlib_resources.files("ascn_data")
        return files.joinpath(name).read_bytes()
    return found
