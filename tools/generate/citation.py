"""
Write `CITATION.cff` from the newest published revision.

    python -m tools.generate.citation [--check]
"""

import pathlib
import sys

from ascn_data.models.publication import AUTHOR, TITLE
from ascn_data.versions.index import Revision, revisions


TARGET = pathlib.Path(__file__).resolve().parents[2] / "CITATION.cff"


def content(revision: Revision) -> str:
    """
    The text of the file: Citation File Format 1.2.0.
    """
    return f"""\
cff-version: 1.2.0
message: If you use this dataset, please cite the revision that you used.
type: dataset
title: "{TITLE}"
version: "{revision.package_version}"
date-released: "{revision.released}"
authors:
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
    text = content(revisions()[-1])
    if "--check" in arguments:
        fresh = TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print("CITATION.cff is stale: run tools/generate/citation.py")
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
