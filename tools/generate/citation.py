"""
Write `CITATION.cff` from the newest release and the newest revision.

Version and date are those of the first release in `CHANGELOG.md`, which may
be one of code alone; digest and revision are those of its data.

    python -m tools.generate.citation [--check]
"""

import pathlib
import sys

from ascn_data.models.publication import AUTHOR, HOME, TITLE
from ascn_data.versions.index import Revision, revisions
from tools.release.news import newest


NEWS = pathlib.Path(__file__).resolve().parents[2] / "CHANGELOG.md"
TARGET = pathlib.Path(__file__).resolve().parents[2] / "CITATION.cff"


def content(revision: Revision, version: str, released: str) -> str:
    """
    Return the text of the file: Citation File Format 1.2.0.

    Args:
        revision: The newest published revision.
        version: The newest release of the package.
        released: Its day.
    """
    home = f'url: "{HOME}"\n' if HOME else ""
    return f"""\
cff-version: 1.2.0
message: If you use this dataset, please cite the revision that you used.
type: dataset
title: "{TITLE}"
version: "{version}"
date-released: "{released}"
{home}authors:
  - name: "{AUTHOR}"
license:
  - MIT
  - CC-BY-4.0
identifiers:
  - type: other
    value: "sha256:{revision.digest}"
    description: "Revision {revision.id}: SHA-256 of its canonical bytes"
keywords:
  - ASEAN
  - ASEAN Smart Cities Network
  - smart cities
"""


def main(arguments: list[str]) -> int:
    """
    Write the file, or with --check say whether it is up to date.
    """
    news = NEWS.read_text(encoding="utf-8")
    text = content(revisions()[-1], *newest(news))
    if "--check" in arguments:
        fresh = TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print("CITATION.cff is stale: run tools/generate/citation.py")
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
