"""
What PyInstaller is to take along; found by its entry point `pyinstaller40`.
"""

import pathlib


def hook_dirs() -> list[str]:
    """
    Return the directory of the hook.
    """
    return [str(pathlib.Path(__file__).parent)]
