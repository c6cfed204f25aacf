"""
Files that are written whole or not at all.
"""

import errno
import os
import pathlib
import secrets
import shutil


_STREAMS = ("/dev/fd/", "/dev/std", "/proc/")
"""Paths that lead to a stream of this process, be it a file or not."""


def path_of(path: "str | os.PathLike[str]") -> pathlib.Path:
    """
    A path, which must not be empty: `pathlib` would take that for `.`.

    Raises:
        ValueError: If it is.
    """
    if not os.fspath(path):
        raise ValueError("the path is empty; this directory is '.'")
    return pathlib.Path(path)


def is_stream(file: pathlib.Path) -> bool:
    """
    Whether a path leads to a device, a pipe or anything else but a file.
    """
    return str(file).startswith(_STREAMS) or (
        file.exists() and not file.is_file()
    )


def write_file(path: "str | os.PathLike[str]", raw: bytes) -> None:
    """
    Write a file; where that fails, what was there before stays.

    So it is for errors; when the machine crashes, anything may be lost.
    Devices and pipes are written to as they are, and a file that is a stream
    of this process, such as `/dev/stdout`, at its end.

    Raises:
        OSError: With the path given, whatever could not be written.
        ValueError: If the path is empty.
    """
    file = path_of(path)
    try:
        if is_stream(file):
            with file.open("ab") as stream:
                stream.write(raw)
        else:
            # Of a link, what it leads to.
            _replace(pathlib.Path(os.path.realpath(file)), raw)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(file)) from error


def require_writable(file: pathlib.Path) -> None:
    """
    Refuse a file that is read-only, though another could take its place.

    Raises:
        PermissionError: If it is.
    """
    if file.exists() and not os.access(file, os.W_OK):
        denied = errno.EACCES
        raise PermissionError(denied, os.strerror(denied), str(file))


def _replace(file: pathlib.Path, raw: bytes) -> None:
    """
    Put a new file, written beside, in the place of an old one.
    """
    require_writable(file)
    beside = file.with_name(f".ascn-data-{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as stream:
            if file.exists():
                shutil.copymode(file, beside)  # before there is what to read
            stream.write(raw)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def write_text(path: "str | os.PathLike[str]", text: str) -> None:
    """
    Write a text as UTF-8, with a newline at its end.
    """
    write_file(path, f"{text}\n".encode())
