"""
The notebook of the tutorial runs and says what its file shows.
"""

from typing import Any

import make_notebook
import nbformat
import pytest


def _texts(found: Any) -> list[str]:
    """
    The plain texts that the cells of a notebook print and show.
    """
    return [
        str(output.get("text") or output["data"]["text/plain"])
        for cell in found.cells
        for output in cell.get("outputs", [])
        if output["output_type"] in ("stream", "execute_result")
    ]


@pytest.mark.filterwarnings("ignore")  # of the kernel's own parts
def test_the_notebook_runs_and_is_fresh() -> None:
    """
    Executed again, every cell gives the text that is committed.
    """
    committed = nbformat.read(make_notebook.TARGET, as_version=4)
    again = make_notebook.executed()

    assert [c.source for c in again.cells] == [
        c.source for c in committed.cells
    ]
    assert _texts(again) == _texts(committed)
    assert any(
        "image/png" in output.get("data", {})
        for cell in committed.cells
        for output in cell.get("outputs", [])
    )
