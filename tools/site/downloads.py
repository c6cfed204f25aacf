"""
What is downloaded: data packages by revision, each with digest and citation.
"""

import hashlib
import pathlib
import tempfile
import zipfile

import attrs

import ascn_data

from ascn_data.citations import written
from ascn_data.models.catalogue import TABLES
from tools.site.pages import rendered
from tools.site.provenance import STYLE_NAMES, Site, item_of
from tools.site.words import count, date


@attrs.frozen
class Download:
    """
    A file to take away.
    """

    name: str
    what: str
    size: str
    sha256: str


def zipped(dataset: ascn_data.Dataset, path: pathlib.Path) -> None:
    """
    Write the data package of a dataset as one file, always the same bytes.
    """
    with tempfile.TemporaryDirectory() as work:
        dataset.export(work, format="csv")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as found:
            for each in sorted(pathlib.Path(work).iterdir()):
                if each.name.startswith("."):
                    continue
                entry = zipfile.ZipInfo(each.name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                found.writestr(entry, each.read_bytes())


def described(path: pathlib.Path, what: str) -> Download:
    """
    Return what a page says of a file.
    """
    content = path.read_bytes()
    return Download(
        path.name,
        what,
        f"{len(content) / 1e6:.1f} MB",
        hashlib.sha256(content).hexdigest(),
    )


def write_downloads(site: Site, target: pathlib.Path) -> None:
    """
    Write the files and the page that offers them.
    """
    target.mkdir(parents=True, exist_ok=True)
    releases = []
    stamps = {entry.id: entry for entry in ascn_data.revisions()}
    revisions = dict.fromkeys([site.revision, *reversed(stamps)])
    for revision in revisions:
        current = revision == site.revision
        dataset = site.known.dataset if current else ascn_data.load(revision)
        path = target / f"ascn-data-{revision}.zip"
        zipped(dataset, path)
        bib = target / f"ascn-data-{revision}-sources.bib"
        bib.write_text(_sources(dataset), encoding="utf-8")
        sizes = sum(len(dataset.table(t)) for t in TABLES)
        files = [
            described(
                path,
                "Every table as CSV, with datapackage.json and"
                " croissant.json, which explain each column",
            ),
            described(
                bib,
                "The citation of every original source, as BibTeX",
            ),
        ]
        workbook = target / f"ascn-data-{revision}.xlsx"
        if _wrote_workbook(dataset, workbook):
            files.insert(1, described(workbook, "A workbook, all tables"))
        stamp = stamps.get(revision)
        releases.append(
            {
                "revision": revision,
                "released": date(stamp.released) if stamp else "",
                "records": count(sizes, "record"),
                "sources": count(len(dataset.sources()), "source"),
                "notes": stamp.notes if stamp else "",
                "digest": dataset.store.digest,
                "files": files,
                "cited": {
                    name: dataset.cite(style=style)
                    for style, name in STYLE_NAMES.items()
                },
            }
        )
    page = rendered(
        "downloads.html",
        root="../",
        here="downloads",
        title="Downloads",
        releases=releases,
        revision=site.revision,
    )
    (target / "index.html").write_text(page, encoding="utf-8")


def _sources(dataset: ascn_data.Dataset) -> str:
    """
    Return the citations of all sources of a dataset.
    """
    items = [item_of(source) for source in dataset.sources()]
    return written(items, "bibtex") + "\n"


def _wrote_workbook(dataset: ascn_data.Dataset, path: pathlib.Path) -> bool:
    """
    Write the workbook of a dataset, where this version makes workbooks.
    """
    write = getattr(dataset, "to_xlsx", None)
    if write is None:
        return False
    write(path)
    return True
