"""
The pictures of the gallery.
"""

import pathlib


def write_gallery(target: pathlib.Path) -> None:
    """
    Write every picture.
    """
    target.mkdir(parents=True, exist_ok=True)
