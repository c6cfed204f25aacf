"""
Every page of the site and every link between them.
"""

import html.parser
import json
import pathlib
import urllib.parse

import ascn_data

from ascn_data.models.catalogue import TABLES
from browsing import drawn, pages_of


class Found(html.parser.HTMLParser):
    """
    The links and anchors of a page.
    """

    def __init__(self, text: str) -> None:
        """
        Read a page.
        """
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(
        self,
        tag: str,  # noqa: ARG002 - any tag may link
        attrs: list[tuple[str, str | None]],
    ) -> None:
        """
        Note where a tag leads and what it may be called.
        """
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.add(value)
            elif name in ("id", "name") and value:
                self.anchors.add(value)


def test_every_record_has_a_page_and_a_twin(root: pathlib.Path) -> None:
    """
    The twin holds the record; nothing else has a page.
    """
    ds = ascn_data.load()
    for table in TABLES:
        pages = {path.stem for path in (root / table).glob("*.html")}
        gone = {r.id for r in ds.table("retired") if r.table == table}
        records = set(ds.table(table).ids)

        assert pages == {"index", *records, *(gone & pages)}
        assert gone <= pages | records
        for id_ in records:
            text = (root / table / f"{id_}.json").read_text(encoding="utf-8")
            assert json.loads(text)["record"]["id"] == id_


def test_every_link_leads_somewhere(root: pathlib.Path) -> None:
    """
    Links and anchors within the site exist.
    """
    pages = {
        path: Found(path.read_text(encoding="utf-8"))
        for path in root.rglob("*.html")
    }
    broken = []
    for path, found in pages.items():
        for link in found.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = path
            if parts.path:
                way = urllib.parse.unquote(parts.path)
                target = (path.parent / way).resolve()
            if target.is_dir():
                target /= "index.html"
            known = pages.get(target)
            anchor = urllib.parse.unquote(parts.fragment)
            if not target.exists() or (
                anchor and known and anchor not in known.anchors
            ):
                broken.append((str(path.relative_to(root)), link))

    assert broken == []
    assert len(pages) > 4000


def test_the_site_is_small(root: pathlib.Path) -> None:
    """
    All of it is below 60 MB, the explorer below 500 kB before its data.
    """
    sizes = {
        path: path.stat().st_size for path in root.rglob("*") if path.is_file()
    }
    explorer = [
        root / "explorer/index.html",
        *(root / "_static" / name for name in ("ascn.css", "ascn.js")),
        *(root / "_static" / f"explorer.{kind}" for kind in ("css", "js")),
        *(root / "_static" / f"{name}.svg" for name in ("region", "world")),
    ]

    assert sum(sizes.values()) < 60_000_000
    assert sum(sizes[path] for path in explorer) < 500_000


def test_downloads_are_what_they_say(root: pathlib.Path) -> None:
    """
    Each file has the checksum that stands beside it.
    """
    import hashlib

    page = (root / "downloads/index.html").read_text(encoding="utf-8")
    files = [
        path
        for path in (root / "downloads").iterdir()
        if path.name != "index.html"
    ]

    assert len(files) >= 4
    for path in files:
        assert hashlib.sha256(path.read_bytes()).hexdigest() in page
    for revision in ascn_data.revisions():
        assert revision.digest in page


def test_pages_link_to_all_that_the_library_tells(root: pathlib.Path) -> None:
    """
    On drawn pages, all of `about` is linked.
    """
    ds = ascn_data.load()
    pages = [
        page
        for page in pages_of(root)
        if page.partition("/")[0] in TABLES
        and not page.endswith("index.html")
        and pathlib.Path(page).stem in ds.table(page.partition("/")[0])
    ]
    missing = []
    for page in [*drawn(pages, 200), "cities/th-phuket.html"]:
        id_ = pathlib.Path(page).stem
        found = Found((root / page).read_text(encoding="utf-8"))
        missing += [
            (id_, table, record.id)
            for table, records in ds.about(id_).items()
            for record in records
            if f"../{table}/{record.id}.html" not in found.links
        ]

    assert missing == []
