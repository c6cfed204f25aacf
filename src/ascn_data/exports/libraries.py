"""
Optional libraries, imported when asked for.
"""

import importlib

from typing import Any


def library(name: str, extra: str) -> Any:
    """
    An optional library.

    Raises:
        ImportError: If it is not installed, with the command that does it.
    """
    package = name.partition(".")[0]
    try:
        importlib.import_module(package)
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise ModuleNotFoundError(
            f"this needs {package}, which is not installed: "
            f"pip install 'ascn-data[{extra}]'",
            name=name,
        ) from None
