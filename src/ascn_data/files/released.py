"""
The files of a release, proven to be the released ones.

How a look-up costs little more than one written by hand:

1. A release carries `data/indexes/`, written by `tools/generate/indexes.py`:
   in `released.json` the revision, its digest and the size, CRC-32 and
   SHA-256 of every file; beside it an index of each table (ids, where each
   record begins in the file; in another, positions by filter) and of the
   names of each kind.  A development version carries none.
2. A file whose size and CRC-32 are those is the released one, which passed
   every check before it was released.  Its records are cut out of it and
   made when first asked for (`ascn_data.files.lazy`), without checks
   (`ascn_data.files.making`); a filter looks positions up and makes nothing.
3. Who asks for the digest has the SHA-256 of every file compared.
4. Whatever is not the released file is an error that names the file.  In
   development, and for files that `read` is given, all goes the strict way
   of `ascn_data.files.parsing`.
5. attrs is imported when something of attrs is asked for
   (`ascn_data.lazy_attrs`), and nothing here needs typing, pathlib,
   threading or hashlib.
"""

from __future__ import annotations

import json

from zlib import crc32


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from ascn_data.errors import DataError


LIST = "indexes/released.json"
"""The file that lists the others."""

ADVICE = (
    "install the package again: "
    "pip install --force-reinstall --no-deps ascn-data"
)


def index_of(table: str) -> str:
    """
    Return the name of the file that indexes a table.
    """
    return f"indexes/{table}.json"


def filters_of(table: str) -> str:
    """
    Return the name of the file with the positions that filters ask for.
    """
    return f"indexes/filters-{table}.json"


def names_of(kind: str) -> str:
    """
    Return the name of the file with the names of a kind.
    """
    return f"indexes/names-{kind}.json"


def checksum_of(listed: bytes) -> int:
    """
    Return the CRC-32 of the list of files, but for its first key and value.

    The first is the checksum itself.
    """
    return crc32(listed.partition(b",")[2])


class Release:
    """
    The files of one release, by their names under `data/`.

    Attributes:
        revision: The id of the revision, for example `2026.2`.
        digest: The SHA-256 that the revision is published with.
    """

    __slots__ = ("_files", "_read", "digest", "revision")

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """
        Know the files that a function reads by name.

        Raises:
            DataError: If the list of them is damaged or missing.
        """
        self._read = read
        raw = self._content(LIST)
        try:
            known = json.loads(raw)
            whole = known["crc32"] == checksum_of(raw)
            self.revision: str = known["revision"]
            self.digest: str = known["digest"]
            self._files: Mapping[str, Any] = {
                name: (size, checksum, sha256)
                for name, (size, checksum, sha256) in known["files"].items()
            }
        except (AttributeError, KeyError, TypeError, ValueError):
            whole = False
        if not whole:
            raise refusal(LIST)

    def content(
        self, name: str, check: Callable[[bytes], object] | None = None
    ) -> bytes:
        """
        Return the bytes of a file, if they have its size and CRC-32.

        Args:
            name: The file.
            check: What finds the problems of a file that is not the
                released one.

        Raises:
            DataError: If it is not, or if there is no such file.
        """
        raw = self._content(name)
        size, checksum, _ = self._known(name)
        if len(raw) != size or crc32(raw) != checksum:
            raise refusal(name, raw, check)
        return raw

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def parsed(self, name: str) -> Any:
        """
        Return the JSON of a file, if the file is the released one.

        Raises:
            DataError: If it is not.
        """
        return json.loads(self.content(name))

    def verified_digest(self, names: Iterable[str]) -> str:
        """
        Return the digest of the revision, if some files have their SHA-256.

        Raises:
            DataError: If one has not.
        """
        import hashlib

        for name in names:
            raw = self._content(name)
            if hashlib.sha256(raw).hexdigest() != self._known(name)[2]:
                raise refusal(name)
        return self.digest

    def _known(self, name: str) -> tuple[Any, Any, Any]:
        if name not in self._files:
            raise refusal(LIST)
        found: tuple[Any, Any, Any] = self._files[name]
        return found

    def _content(self, name: str) -> bytes:
        try:
            return self._read(name)
        except OSError:
            raise refusal(name, what="cannot be read") from None


def refusal(
    name: str,
    raw: bytes = b"",
    check: Callable[[bytes], object] | None = None,
    what: str = "not the file of the release",
) -> DataError:
    """
    Return the error for a file that is not the released one.

    With the problems that a check finds in the file's bytes, if any.
    """
    from ascn_data.errors import DataError, Problem

    problems: tuple[Problem, ...] = ()
    if check is not None:
        try:
            check(raw)
        except DataError as error:
            problems = error.problems
    return DataError(name, (*problems, Problem(name, f"{what}: {ADVICE}")))
