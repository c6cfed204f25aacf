"""
The notebooks run and say what their files show.
"""

import base64
import io
import pathlib

from typing import Any

import nbformat
import numpy as np
import pytest

from matplotlib import pyplot as plt

import ascn_data

from tools.generate import notebooks as make_notebook


SOURCES = make_notebook.sources()


def _pictures(found: Any) -> list[str]:
    """
    Return the pictures that the cells of a notebook show.
    """
    return [
        output["data"]["image/png"]
        for cell in found.cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def _pixels(png: str) -> Any:
    return plt.imread(io.BytesIO(base64.b64decode(png)))


@pytest.mark.filterwarnings("ignore")  # of the kernel's own parts
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_notebooks_run_and_are_fresh(source: pathlib.Path) -> None:
    """
    Executed again, every cell gives the text, page and picture committed.
    """
    committed = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    again = make_notebook.executed(source)

    assert make_notebook.shown(again) == make_notebook.shown(committed)
    for new, old in zip(_pictures(again), _pictures(committed), strict=True):
        drawn, given = _pixels(new), _pixels(old)
        assert drawn.shape == given.shape
        # Another FreeType may draw the edge of a letter anew, not more.
        assert np.abs(drawn - given).mean() < 0.01


def test_notebooks_begin_with_what_they_need() -> None:
    """
    All of them say how to install the library and which revision they ask.
    """
    newest = ascn_data.revisions()[-1].id

    assert len(SOURCES) == 4
    for source in SOURCES:
        words, code, *_ = make_notebook.cells_of(source.read_text("utf-8"))

        assert "pip install" in words.source
        assert f'ascn.require("{newest}")' in code.source


def test_notebooks_are_linked_and_small() -> None:
    """
    The first page of the documentation leads to each; none is heavy.
    """
    index = (make_notebook.DOCS / "index.md").read_text(encoding="utf-8")

    for source in SOURCES:
        notebook = source.with_suffix(".ipynb")
        assert f"(tutorial/{notebook.name})" in index
        assert notebook.stat().st_size < 600_000
    assert len(list(make_notebook.DOCS.rglob("*.ipynb"))) == len(SOURCES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\n# %%\n", "before the first"),
        ("# %% [raw]\n", "is neither"),
        ("# %% [markdown]\nx = 1\n", "words begin with"),
    ],
)
def test_what_is_no_notebook(text: str, message: str) -> None:
    """
    Nothing of a text is dropped or guessed.
    """
    with pytest.raises(ValueError, match=message):
        make_notebook.cells_of(text)


def test_cells_are_told_apart_by_their_markers() -> None:
    """
    Words lose their `# `, code keeps its comments; ids are numbers.
    """
    words, code = make_notebook.cells_of(
        "# %% [markdown]\n# # Title\n#\n# Text\n\n# %%\n# why\nx = 1\n\n"
    )

    assert (words.cell_type, words.source) == ("markdown", "# Title\n\nText")
    assert (code.cell_type, code.source) == ("code", "# why\nx = 1")
    assert (words.id, code.id) == ("cell-0", "cell-1")
