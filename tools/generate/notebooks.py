"""
Write and execute the notebooks of the documentation.

Each is kept as text beside the notebook that readers see, for example
`docs/tutorial/first-figure.py` beside `first-figure.ipynb`.  In the text,
a line `# %%` begins a cell of code and `# %% [markdown]` one of words, whose
lines begin with `# `; editors know this as the percent format.  Needs
nbclient, ipykernel, pandas and matplotlib.

    python -m tools.generate.notebooks [--check]
"""

import pathlib
import sys

import matplotlib.font_manager  # noqa: F401  makes its cache, not in a cell
import nbformat

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from traitlets.config import Config

import ascn_data


AS_RELEASED = """
import ascn_data.opening
released = ascn_data.load({0!r})
ascn_data.__version__ = {0!r} + ".0"
ascn_data.opening._DEFAULT = released
del ascn_data, released
"""

DOCS = pathlib.Path(__file__).resolve().parents[2] / "docs"
MARKER = "# %%"
WORDS = f"{MARKER} [markdown]"


def sources() -> list[pathlib.Path]:
    """
    The texts of all notebooks.
    """
    return sorted(DOCS.glob("tutorial/*.py"))


def cells_of(text: str) -> list[nbformat.NotebookNode]:
    """
    The cells of a notebook that is kept as text.

    Raises:
        ValueError: If a line stands before the first cell, a marker is
            none of the two or a line of words is no comment.
    """
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith(MARKER):
            if line not in (MARKER, WORDS):
                raise ValueError(
                    f"{line!r} is neither {MARKER!r} nor {WORDS!r}"
                )
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
        elif line:
            raise ValueError(f"{line!r} stands before the first {MARKER!r}")
    return [
        _numbered(number, marker, lines)
        for number, (marker, lines) in enumerate(found)
    ]


def _numbered(
    number: int, marker: str, lines: list[str]
) -> nbformat.NotebookNode:
    """
    A cell whose id is its number, so that it is the same every time.
    """
    if marker == WORDS:
        words = _joined([_uncommented(line) for line in lines])
        cell: nbformat.NotebookNode = new_markdown_cell(words)
    else:
        cell = new_code_cell(_joined(lines))
    cell["id"] = f"cell-{number}"
    return cell


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")


def _uncommented(line: str) -> str:
    if line and line != "#" and not line.startswith("# "):
        raise ValueError(f"words begin with '# ', not as {line!r}")
    return line[2:]


def _arguments() -> list[str]:
    """
    What makes a kernel of a development version that of the last release.

    Notebooks are written for a release: they ask for its revision and cite
    its version, while code and tables move on.
    """
    if "dev" not in ascn_data.__version__:
        return []
    lines = AS_RELEASED.format(ascn_data.revisions()[-1].id).split("\n")
    return [f"--IPKernelApp.exec_lines={line}" for line in lines if line]


def executed(source: pathlib.Path) -> nbformat.NotebookNode:
    """
    The notebook of a text with its outputs; an error in a cell raises.
    """
    found: nbformat.NotebookNode = new_notebook(
        cells=cells_of(source.read_text(encoding="utf-8")),
        metadata={
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            }
        },
    )
    # Over sockets of files: a port may be taken by whatever else runs here.
    config = Config({"KernelManager": {"transport": "ipc"}})
    NotebookClient(
        found,
        timeout=120,
        record_timing=False,
        extra_arguments=_arguments(),
        config=config,
    ).execute()
    found.metadata.pop("language_info", None)
    for cell in found.cells:
        for output in cell.get("outputs", []):
            if output["output_type"] == "stream":
                # The last line end may come too late to be taken along.
                output["text"] = output["text"].rstrip("\n") + "\n"
    return found


def shown(found: nbformat.NotebookNode) -> list[tuple[str, list[object]]]:
    """
    Return what each cell says and what it prints and shows, but pictures.

    Another version of a font draws the same picture with other bytes.
    """
    return [
        (
            cell["source"],
            [_without_picture(each) for each in cell.get("outputs", [])],
        )
        for cell in found.cells
    ]


def _without_picture(output: nbformat.NotebookNode) -> object:
    if "data" not in output:
        return output["text"]
    data: dict[str, str] = output["data"]
    return {kind: data[kind] for kind in data if kind != "image/png"}


def main(arguments: list[str]) -> int:
    """
    Write all notebooks, or with --check tell which are not up to date.

    Returns:
        How many are not, or stopped at an error.
    """
    failed = 0
    for source in sources():
        target = source.with_suffix(".ipynb")
        try:
            found = executed(source)
        except CellExecutionError as error:
            print(f"{source}: {error.ename}: {error.evalue}")
            failed += 1
            continue
        if "--check" not in arguments:
            text = f"{nbformat.writes(found).rstrip()}\n"
            target.write_text(text, encoding="utf-8")
        elif shown(found) != shown(nbformat.read(target, as_version=4)):
            print(f"{target} is stale: python -m tools.generate.notebooks")
            failed += 1
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
