"""
Build the site into build/site, from the repository alone.

    python -m tools.site.build [--records] [DIRECTORY]
"""

import argparse
import pathlib
import shutil
import time

from sphinx.cmd.build import main as sphinx

import ascn_data

from tools.site.downloads import write_downloads
from tools.site.drawings import write_drawings
from tools.site.explorer import write_explorer
from tools.site.gallery import write_gallery
from tools.site.pages import write_lists, write_records, write_retired
from tools.site.provenance import Site


ROOT = pathlib.Path(__file__).parents[2]
HERE = pathlib.Path(__file__).parent
TARGET = ROOT / "build" / "site"


def build(target: pathlib.Path, *, documentation: bool = True) -> None:
    """
    Build the whole site into a directory, which is emptied first.

    Raises:
        SystemExit: If Sphinx warns of anything.
    """
    began = time.perf_counter()

    def say(what: str) -> None:
        print(f"{time.perf_counter() - began:6.1f} s  {what}", flush=True)

    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    site = Site.of(ascn_data.load())
    if documentation:
        write_gallery(ROOT / "build" / "gallery")
        say("pictures")
        work = ROOT / "build" / "doctrees"
        if sphinx(
            [
                *("-W", "--keep-going", "-n", "-q", "-E", "-j", "2"),
                *("-d", str(work), str(ROOT / "docs"), str(target)),
            ]
        ):
            raise SystemExit("the documentation has warnings, see above")
        for name in (".buildinfo", "objects.inv", "_sources"):
            found = target / name
            if found.is_dir():
                shutil.rmtree(found)
            elif name != "objects.inv":
                found.unlink(missing_ok=True)
        say("documentation")
    static = target / "_static"
    static.mkdir(exist_ok=True)
    for each in (HERE / "static").iterdir():
        shutil.copy(each, static)
    write_drawings(static)
    write_lists(site, target)
    number = write_records(site, target)
    write_retired(site, target)
    say(f"{number} records")
    write_explorer(site, target / "explorer")
    write_downloads(site, target / "downloads")
    say("explorer and downloads")
    files = [path for path in target.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    say(f"{len(files)} files, {size / 1e6:.1f} MB, in {target}")


def main() -> None:
    """
    Build the site.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--records",
        action="store_true",
        help="only records, explorer and downloads, without Sphinx",
    )
    parser.add_argument(
        "directory", nargs="?", type=pathlib.Path, default=TARGET
    )
    given = parser.parse_args()
    build(given.directory, documentation=not given.records)


if __name__ == "__main__":
    main()
