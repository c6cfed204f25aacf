"""
Finding and running the examples of the documentation.
"""

import doctest
import pathlib
import re


ROOT = pathlib.Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)
EXTRA = 'pip install "ascn-data['


def pages(*, with_extras: bool) -> list[str]:
    """
    The README and the pages, those that install an extra or the others.
    """
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [
        str(page.relative_to(ROOT))
        for page in found
        if (EXTRA in page.read_text(encoding="utf-8")) == with_extras
    ]


def failures(test: doctest.DocTest) -> list[str]:
    """
    What the examples of a test print that they should not.
    """
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=report.append)
    return report


def failures_of_page(page: str) -> list[str]:
    """
    Run the `pycon` blocks of a page in one session, top to bottom.
    """
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = "\n".join(BLOCK.findall(text))
    test = doctest.DocTestParser().get_doctest(blocks, {}, page, page, 0)
    return failures(test)
