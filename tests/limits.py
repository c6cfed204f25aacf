"""
A disk that is full, for tests of writing.
"""

import contextlib
import resource

from collections.abc import Iterator


@contextlib.contextmanager
def small_files(size: int) -> Iterator[None]:
    """
    No file may become larger than a number of bytes.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
