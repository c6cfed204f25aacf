"""
Where an export goes: a path, an open file, or back to who asked.
"""

from __future__ import annotations

import codecs
import os

from typing import IO, TYPE_CHECKING, Any, TypeVar

from ascn_data.files.atomic import write_file


if TYPE_CHECKING:
    from ascn_data.exports.schema import Destination


Form = TypeVar("Form", bound=str | bytes)


def put(
    form: Form, destination: Destination | None, *, mark: bool = False
) -> Form | None:
    """
    Write a text or bytes; return them where there is no destination.

    A file at a path is written whole or not at all, as UTF-8 that ends with
    a newline; `mark` puts a byte order mark before it, for spreadsheets.
    """
    if destination is None:
        return form
    raw = form.encode() if isinstance(form, str) else form
    if isinstance(destination, str | os.PathLike):
        raw = (codecs.BOM_UTF8 if mark else b"") + raw
        newline = b"" if raw.endswith(b"\n") or form is raw else b"\n"
        write_file(destination, raw + newline)
    elif isinstance(form, str) and _takes_text(destination):
        destination.write(form)
    else:
        destination.write(raw)
    return None


def _takes_text(file: IO[Any]) -> bool:
    """
    Return whether an open file takes texts; writing none is the only test.
    """
    try:
        file.write("")
    except TypeError:
        return False
    return True
