"""
Where the files of an export go, and what an earlier one left there.

All files are written into a hidden directory beside their places, the
description first, and moved from there.  So an export that is killed leaves
either the old files with their description or a hidden directory whose
description tells the next export which files are its own.
"""

import contextlib
import hashlib
import json
import os
import pathlib
import secrets
import shutil
import threading
import time

from collections import defaultdict
from collections.abc import Mapping

from ascn_data.files.atomic import require_writable
from ascn_data.files.regular import regular_bytes


PACKAGE = "datapackage.json"
CROISSANT = "croissant.json"
_HIDDEN = ".ascn-data-export-"
_EARLIER = "earlier.json"
"""Where a hidden directory keeps the description that was there."""

_FORGOTTEN = 3600
"""Seconds after which a hidden directory is what a killed export left."""


def exported(package: pathlib.Path) -> dict[str, str]:
    """
    Return the files that a description lists, each with its hash.

    The result is empty if there is no description, or if another program
    wrote it.
    """
    try:
        described = json.loads(regular_bytes(package))
        files = {r["path"]: str(r["hash"]) for r in described["resources"]}
        ours = "ascn_data" in described
        if not ours or not all(isinstance(name, str) for name in files):
            return {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {**files, PACKAGE: "", CROISSANT: ""}


def place(directory: pathlib.Path, contents: Mapping[str, bytes]) -> None:
    """
    Put the files of an export into a directory.

    Files of an earlier export are replaced, or removed where this export has
    none of their name.  Any other file stays.  While files are moved, the
    directory has no description.

    Args:
        directory: Where to; made if it is missing.
        contents: The bytes of each file, by its name, descriptions last.

    Raises:
        FileExistsError: If a file of one of these names is not of an export,
            or was changed since; nothing is changed then.  Also if another
            export wrote into the directory at the same time.
        PermissionError: If one of them is read-only; nothing is changed.
    """
    with _ONE_AT_A_TIME:
        _place(directory, contents)


_ONE_AT_A_TIME = threading.Lock()
"""Threads of a process take turns; other processes are found by `_verify`."""


def _place(directory: pathlib.Path, contents: Mapping[str, bytes]) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    left = list(directory.glob(f"{_HIDDEN}*"))
    listings = [directory / PACKAGE]
    listings += [d / name for d in left for name in (PACKAGE, _EARLIER)]
    own: dict[str, set[str]] = defaultdict(set)
    for listing in listings:
        for name, sha256 in exported(listing).items():
            own[name].add(sha256)
    _refuse(directory, contents, own)
    staged = directory / f"{_HIDDEN}{secrets.token_hex(4)}"
    staged.mkdir()
    try:
        for name in reversed(tuple(contents)):
            (staged / name).write_bytes(contents[name])
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    try:
        _move(directory, staged, contents, own)
    except BaseException:
        os.utime(staged, (0, 0))  # the next export may tidy it away
        raise
    shutil.rmtree(staged, ignore_errors=True)
    for hidden in left:
        with contextlib.suppress(FileNotFoundError):
            if time.time() - hidden.stat().st_mtime > _FORGOTTEN:
                shutil.rmtree(hidden, ignore_errors=True)


def _move(
    directory: pathlib.Path,
    staged: pathlib.Path,
    contents: Mapping[str, bytes],
    own: Mapping[str, set[str]],
) -> None:
    """
    Move files from a hidden directory to their places, descriptions last.
    """
    with contextlib.suppress(FileNotFoundError):
        (directory / PACKAGE).replace(staged / _EARLIER)
    (directory / CROISSANT).unlink(missing_ok=True)
    for name in own.keys() - contents.keys():
        file = directory / name
        if pathlib.PurePath(name).name == name and _is_own(file, own):
            file.unlink(missing_ok=True)
    for name in contents:
        if name == PACKAGE:
            _verify(directory, contents)
        if (directory / name).exists():
            shutil.copymode(directory / name, staged / name)
        (staged / name).replace(directory / name)


def _refuse(
    directory: pathlib.Path,
    contents: Mapping[str, bytes],
    own: Mapping[str, set[str]],
) -> None:
    """
    Refuse to replace what no export made or what was changed since.
    """
    files = [directory / name for name in contents]
    there = [f for f in files if f.is_symlink() or f.exists()]
    foreign = sorted(f.name for f in there if not _is_own(f, own))
    if foreign:
        raise FileExistsError(
            f"{directory} has files that no export of ascn-data made, or that "
            f"were changed since: {', '.join(foreign)}; move them away or "
            "choose another directory"
        )
    for file in there:
        require_writable(file)


def _is_own(file: pathlib.Path, own: Mapping[str, set[str]]) -> bool:
    """
    Tell whether a file is a regular file, as an export wrote it.

    Of a description no hash is known: its name in the list is enough.
    """
    if file.is_symlink() or not file.is_file():
        return False
    hashes = own.get(file.name, ())
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    return "" in hashes or f"sha256:{found}" in hashes


def _verify(directory: pathlib.Path, contents: Mapping[str, bytes]) -> None:
    """
    Make sure that no other export has written between these files.
    """
    for name in contents.keys() - {PACKAGE}:
        file = directory / name
        if not file.is_file() or file.read_bytes() != contents[name]:
            raise FileExistsError(
                f"another export into {directory} is at work: export again "
                "when the other one has ended"
            )
