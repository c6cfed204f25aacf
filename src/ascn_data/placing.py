"""
Where the files of an export go, all of them or none.
"""

import hashlib
import json
import pathlib
import shutil

from collections.abc import Mapping


PACKAGE = "datapackage.json"
_STAGE = ".ascn-data-export"


def exported(directory: pathlib.Path) -> dict[str, str]:
    """
    The files that an earlier export says it wrote, with their hashes.

    Empty if there was none; another's data package is none of ours.
    """
    try:
        package = json.loads((directory / PACKAGE).read_bytes())
        listed = {r["path"]: r["hash"] for r in package["resources"]}
        if "ascn_data" not in package:
            return {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {**listed, PACKAGE: "", "croissant.json": ""}


def place(directory: pathlib.Path, contents: Mapping[str, bytes]) -> None:
    """
    Put the files of an export into a directory.

    They are written aside and moved in when all are there.  Files of an
    earlier export are written over; those that this one does not have are
    removed, unless they were changed.  Any other file stays.

    Args:
        directory: Where to; made if it is missing.
        contents: The bytes of each file, by its name.

    Raises:
        FileExistsError: If there is another file of one of these names, or
            another export into this directory at work.
    """
    directory.mkdir(parents=True, exist_ok=True)
    stage = directory / _STAGE
    try:
        stage.mkdir()
    except FileExistsError:
        raise FileExistsError(
            f"another export into {directory} is at work; if it was broken "
            f"off, remove {stage}"
        ) from None
    try:
        earlier = exported(directory)
        _refuse_foreign(directory, contents.keys() - earlier.keys())
        for name, raw in contents.items():
            (stage / name).write_bytes(raw)
        for name in contents:
            (stage / name).replace(directory / name)
        for name in earlier.keys() - contents.keys():
            _remove_own(directory, name, earlier[name])
    finally:
        shutil.rmtree(stage)


def _refuse_foreign(directory: pathlib.Path, names: "set[str]") -> None:
    """
    Refuse to write over files that no export made.
    """
    foreign = sorted(name for name in names if (directory / name).exists())
    if foreign:
        raise FileExistsError(
            f"{directory} has files that are no export of ascn-data: "
            f"{', '.join(foreign)}; move them away or choose another directory"
        )


def _remove_own(directory: pathlib.Path, name: str, sha256: str) -> None:
    """
    Remove a file in a directory if it is as it was exported.
    """
    file = directory / name
    if pathlib.PurePath(name).name == name and file.is_file():
        found = hashlib.sha256(file.read_bytes()).hexdigest()
        if f"sha256:{found}" == sha256:
            file.unlink()
