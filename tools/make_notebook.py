"""
Write and execute `docs/tutorial/first-figure.ipynb`.

The notebook is kept as a list of cells here, where it can be reviewed; the
file with its outputs is what readers see.  Needs nbclient, ipykernel, pandas
and matplotlib.

    python tools/make_notebook.py
"""

import pathlib

import nbformat

from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook


TARGET = (
    pathlib.Path(__file__).resolve().parent.parent
    / "docs/tutorial/first-figure.ipynb"
)

CELLS = (
    """\
# From install to a cited figure

How many projects did the monitoring reports of the ASEAN Smart Cities
Network list, and how many were completed? Install the library once:

```shell
pip install "ascn-data[pandas]" matplotlib
```
""",
    """\
import ascn_data as ascn

ascn.require("2026.2").id""",
    """\
`require` makes sure that this notebook runs on the revision it was written
for; with another one it says what to install. A table shows itself:
""",
    'ascn.cities(country="Viet Nam")',
    """\
Each report prints totals. `reconciliation` holds them against the projects in
the data; every gap has its reason.
""",
    """\
table = ascn.reconciliation().filter(
    lambda row: row.unit == "projects"
    and row.country is None
    and row.status in (None, "completed")
)
frame = table.to_pandas()
frame["status"] = frame["status"].astype(object).fillna("all")
numbers = frame.pivot(
    index="report", columns="status", values="counted"
).astype(int)
numbers""",
    "A figure from that:",
    """\
import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(6, 3))
bars = axes.bar(numbers.index, numbers["all"], color="#c9d6e2")
axes.bar(numbers.index, numbers["completed"], color="#2f6690")
axes.bar_label(bars)
axes.set_ylabel("projects")
axes.legend(["all", "completed"], frameon=False, loc="upper left")
axes.spines[["top", "right"]].set_visible(False)
plt.show()""",
    "And what to put below it, with the exact revision:",
    'print(ascn.cite(style="apa"))',
    "What supports one of the numbers:",
    "print(ascn.cite(table[0].id))",
)


def notebook() -> nbformat.NotebookNode:
    """
    The notebook, not executed.
    """
    starts = ("import", "ascn.", "table", "print")
    cells = [
        new_code_cell(text)
        if text.startswith(starts)
        else new_markdown_cell(text)
        for text in CELLS
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    found: nbformat.NotebookNode = new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            }
        },
    )
    return found


def executed() -> nbformat.NotebookNode:
    """
    The notebook with its outputs; an error in a cell raises.
    """
    found = notebook()
    NotebookClient(found, timeout=120, record_timing=False).execute()
    found.metadata.pop("language_info", None)
    return found


def main() -> None:
    """
    Write the file.
    """
    TARGET.parent.mkdir(exist_ok=True)
    text = nbformat.writes(executed())
    TARGET.write_text(f"{text.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
