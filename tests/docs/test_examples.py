"""
Every example in the README and the documentation runs and says what it says.
"""

import doctest
import importlib
import pathlib
import pkgutil
import re

import pytest

import ascn_data


ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MODULES = [
    module.name
    for module in pkgutil.walk_packages(ascn_data.__path__, "ascn_data.")
    if not module.name.endswith("__main__")
]


def _failures(test: doctest.DocTest) -> list[str]:
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=report.append)
    return report


@pytest.mark.parametrize(
    "page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES]
)
def test_pages(page: pathlib.Path) -> None:
    """
    The `pycon` blocks of a page run in one session, top to bottom.
    """
    text = page.read_text(encoding="utf-8")
    blocks = "\n".join(BLOCK.findall(text))
    test = doctest.DocTestParser().get_doctest(
        blocks, {}, page.name, str(page), 0
    )

    assert _failures(test) == []


@pytest.mark.parametrize("name", ["ascn_data", *MODULES])
def test_docstrings(name: str) -> None:
    """
    The examples in a module's docstrings run, each by itself.
    """
    module = importlib.import_module(name)
    finder = doctest.DocTestFinder(exclude_empty=True)
    names = dict(vars(module))

    for test in finder.find(module, name, globs=names):
        assert _failures(test) == []


def test_readme_has_examples() -> None:
    """
    The pattern that finds examples finds those of the README.
    """
    text = PAGES[0].read_text(encoding="utf-8")

    assert len(BLOCK.findall(text)) == text.count("```pycon")
    assert "import ascn_data as ascn" in BLOCK.findall(text)[0]
