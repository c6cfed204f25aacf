"""
Every example in the README and the documentation runs and says what it says.

Pages that need an extra are run in `tests/integrations`.
"""

import doctest
import importlib
import pkgutil

import pytest

import ascn_data

from examples import BLOCK, ROOT, failures, failures_of_page, pages


MODULES = [
    module.name
    for module in pkgutil.walk_packages(ascn_data.__path__, "ascn_data.")
    if not module.name.endswith("__main__")
    # What PyInstaller runs imports PyInstaller.
    and "__pyinstaller" not in module.name
]


@pytest.mark.parametrize("page", pages(with_extras=False))
def test_pages(page: str) -> None:
    """
    The examples of a page print what the page says.
    """
    assert failures_of_page(page) == []


@pytest.mark.parametrize("name", ["ascn_data", *MODULES])
def test_docstrings(name: str) -> None:
    """
    The examples in a module's docstrings run, each by itself.
    """
    module = importlib.import_module(name)
    finder = doctest.DocTestFinder(exclude_empty=True)

    for test in finder.find(module, name, globs=dict(vars(module))):
        assert failures(test) == []


def test_readme_has_examples() -> None:
    """
    The pattern that finds examples finds those of the README.
    """
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert len(BLOCK.findall(text)) == text.count("```pycon")
    assert "import ascn_data as ascn" in BLOCK.findall(text)[0]
