"""
Where the files of an export go, and what an earlier one left there.
"""

import hashlib
import json
import os
import pathlib
import time

from collections.abc import Iterable, Mapping

from ascn_data.files.atomic import require_writable, write_file


PACKAGE = "datapackage.json"


CROISSANT = "croissant.json"


_DESCRIPTIONS = (PACKAGE, CROISSANT)


_JOURNAL = ".ascn-data-export"
"""Is there while files are written and lists them; also a lock."""


_BROKEN_OFF = 60
"""Seconds after which an export cannot be at work any more."""


def exported(directory: pathlib.Path) -> dict[str, str]:
    """
    The files that an earlier export says it wrote, with their hashes.

    Empty if there was none; another's data package is none of ours.
    """
    try:
        package = json.loads((directory / PACKAGE).read_bytes())
        listed = {r["path"]: str(r["hash"]) for r in package["resources"]}
        if "ascn_data" not in package:
            return {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {**listed, **dict.fromkeys(_DESCRIPTIONS, "")}


def place(directory: pathlib.Path, contents: Mapping[str, bytes]) -> None:
    """
    Put the files of an export into a directory.

    Old descriptions go first and the new ones come last, so that none is
    ever wrong about what is there.  Files of an earlier export are written
    over; those that this one does not have are removed, unless they were
    changed.  Any other file stays.  After an export that failed or was
    killed, the next one writes over what it left.

    Args:
        directory: Where to; made if it is missing.
        contents: The bytes of each file, by its name, descriptions last.

    Raises:
        FileExistsError: If there is something else of one of these names, or
            another export into this directory at work; nothing is changed.
        PermissionError: If one of them is read-only; nothing is changed.
    """
    directory.mkdir(parents=True, exist_ok=True)
    journal = directory / _JOURNAL
    ours = _begin(journal)
    try:
        earlier = ours | exported(directory)
        _refuse(directory, contents, earlier)
        # Until all is done a file may be the old one or the new one.
        ours = earlier | {
            name: f"{earlier.get(name, '')} {_hash(raw)}"
            for name, raw in contents.items()
        }
        journal.write_text(json.dumps(ours), encoding="utf-8")
        for name in _DESCRIPTIONS:
            (directory / name).unlink(missing_ok=True)
        for name, raw in contents.items():
            write_file(directory / name, raw)
        for name in earlier.keys() - contents.keys():
            _remove_own(directory, name, earlier[name])
    except BaseException:
        if ours:
            os.utime(journal, (0, 0))  # the next export need not wait
        else:
            journal.unlink(missing_ok=True)
        raise
    journal.unlink(missing_ok=True)


def _begin(journal: pathlib.Path) -> dict[str, str]:
    """
    Make the journal; what it listed if an export was broken off.
    """
    left = b""
    try:
        if time.time() - journal.stat().st_mtime > _BROKEN_OFF:
            left = journal.read_bytes()
            journal.unlink(missing_ok=True)
    except FileNotFoundError:
        pass
    try:
        with journal.open("xb") as stream:
            stream.write(left)
    except FileExistsError:
        raise FileExistsError(
            f"another export into {journal.parent} is at work, or was killed "
            "less than a minute ago"
        ) from None
    try:
        return dict(json.loads(left))
    except (ValueError, TypeError):
        return {}


def _refuse(
    directory: pathlib.Path, names: Iterable[str], ours: Mapping[str, str]
) -> None:
    """
    Refuse to write over what no export made, and what is read-only.
    """
    there = sorted(name for name in names if (directory / name).exists())
    foreign = [
        name
        for name in there
        if name not in ours or not (directory / name).is_file()
    ]
    if foreign:
        raise FileExistsError(
            f"{directory} has files that are no export of ascn-data: "
            f"{', '.join(foreign)}; move them away or choose another directory"
        )
    for name in there:
        require_writable(directory / name)


def _hash(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _remove_own(directory: pathlib.Path, name: str, hashes: str) -> None:
    """
    Remove a file in a directory if it is as an export wrote it.
    """
    file = directory / name
    if (
        pathlib.PurePath(name).name == name
        and file.is_file()
        and _hash(file.read_bytes()) in hashes.split()
    ):
        file.unlink()
