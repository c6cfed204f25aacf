"""
The working tables as a release has them, whatever the version of the tree.
"""

import functools
import json
import pathlib
import shutil

from collections.abc import Mapping

from ascn_data.dataset import Dataset
from ascn_data.dates import PartialDate
from ascn_data.files.bundle import bundled_bytes
from ascn_data.files.released import LIST
from ascn_data.models.catalogue import FILES, TABLES
from ascn_data.opening import load
from ascn_data.versions.index import Revision, canonical_index, revisions
from ascn_data.versions.stores import store_of_bundle
from ascn_data.versions.upgrades import SCHEMA
from tools.generate import indexes


ROOT = pathlib.Path(__file__).resolve().parents[1]
REVISION = "2999.1"


@functools.cache
def released_files() -> Mapping[str, bytes]:
    """
    The files of a release, by their names under `data/`.
    """
    contents = {name: bundled_bytes(f"data/{name}.json") for name in FILES}
    return {
        **{f"{name}.json": raw for name, raw in contents.items()},
        **indexes.indexes(contents, REVISION),
    }


def released_dataset(files: Mapping[str, bytes] | None = None) -> Dataset:
    """
    A dataset of released files, by default of good ones.
    """
    found = released_files() if files is None else files

    def content(name: str) -> bytes:
        if name not in found:
            raise FileNotFoundError(name)
        return found[name]

    return Dataset(store_of_bundle(REVISION, content, "ascn_data"))


def released_package(root: pathlib.Path) -> pathlib.Path:
    """
    A copy of the package, frozen and released; the folder to import it from.
    """
    source = root / "src"
    shutil.copytree(
        ROOT / "src/ascn_data",
        source / "ascn_data",
        ignore=shutil.ignore_patterns("__pycache__", "indexes"),
    )
    version = source / "ascn_data/version.py"
    version.write_text(f'__version__ = "{REVISION}.0"\n', encoding="utf-8")
    assert indexes.main([], root) == 0
    listed = json.loads((source / "ascn_data/data" / LIST).read_bytes())
    entry = Revision(
        id=REVISION,
        released=PartialDate("2999-01-01"),
        as_of=PartialDate("2999"),
        digest=listed["digest"],
        counts={name: len(load().table(name)) for name in TABLES},
        schema=SCHEMA,
        package_version=f"{REVISION}.0",
        notes="A test.",
    )
    # No frozen file, as in a wheel: the bundled tables are the revision.
    index = source / "ascn_data/data/frozen/index.json"
    index.write_bytes(canonical_index([*revisions(), entry]))
    return source
