"""
Unpacking the files of frozen revisions, of a bounded size.
"""

import bz2


LARGEST = 64 * 2**20
"""Bytes of the largest revision that is unpacked; one takes some four MiB."""


def unpacked(compressed: bytes) -> bytes:
    """
    Return what one stream of bzip2 holds, if that is all there is.

    Raises:
        ValueError: If it is no such stream, if bytes follow it, or if more
            comes out of it than any revision holds.
    """
    stream = bz2.BZ2Decompressor()
    try:
        raw = stream.decompress(compressed, LARGEST + 1)
    except OSError as error:
        raise ValueError(str(error)) from None
    if len(raw) > LARGEST:
        raise ValueError(f"it holds more than {LARGEST // 2**20} MiB")
    if not stream.eof:
        raise ValueError("it ends too early")
    if stream.unused_data:
        raise ValueError("bytes follow it")
    return raw
