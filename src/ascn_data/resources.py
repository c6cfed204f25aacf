"""
The files of the package, wherever it is installed, in a zip file too.
"""


def bundled_bytes(name: str) -> bytes:
    """
    The bytes of a file of the package, for example `data/cities.json`.
    """
    # Imported here: it costs more than reading the file.
    import importlib_resources

    files = importlib_resources.files("ascn_data")
    return files.joinpath(name).read_bytes()
