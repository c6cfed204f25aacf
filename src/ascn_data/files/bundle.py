"""
The files of the package, wherever it is installed, in a zip file too.
"""

import os

import ascn_data


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def bundled_bytes(name: str) -> bytes:
    """
    The bytes of a file of the package, for example `data/cities.json`.

    Raises:
        OSError: If there is no such file.
    """
    # What pkgutil does, whose import costs more than reading the file.
    loader: Any = ascn_data.__loader__
    if hasattr(loader, "get_data"):
        path = os.path.join(ascn_data.__path__[0], *name.split("/"))  # noqa: PTH118
        content: bytes = loader.get_data(path)
        return content
    # A loader that opens no files by path.
    import importlib_resources

    files = importlib_resources.files("ascn_data")
    return files.joinpath(name).read_bytes()
