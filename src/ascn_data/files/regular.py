"""
The bytes of regular files of a bounded size, and of nothing else.

A pipe named like a table would be waited for for ever, and a link to a
device without end would fill the memory.
"""

import os
import stat


LARGEST = 64 * 2**20
"""Bytes of the largest file that is read: some fifty times the largest of
this package."""


def regular_bytes(path: "str | os.PathLike[str]") -> bytes:
    """
    Return the bytes of a regular file.

    Raises:
        OSError: If there is none, if what is there is no regular file, or if
            the file is larger than any table.
    """
    # Not to block where it is a pipe; Windows has no such flag, nor pipes.
    unblocked = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(
        path, "rb", opener=lambda name, flags: os.open(name, flags | unblocked)
    ) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(f"{os.fspath(path)} is not a regular file")
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise OSError(
            f"{os.fspath(path)} is larger than {LARGEST // 2**20} MiB, which "
            "no table is"
        )
    return raw
