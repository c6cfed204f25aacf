"""
Write the picture of the rooms into `docs/explanation/architecture.md`.

The storeys are those of the contract in `pyproject.toml`; what each room is
for is the first sentence of its own documentation.

    python -m tools.generate.architecture [--check]
"""

import importlib
import pathlib
import sys
import tomllib

from tools.generate.docstrings import summary


ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "explanation" / "architecture.md"
START, END = "<!-- rooms -->\n", "<!-- end of rooms -->\n"


def storeys() -> list[list[str]]:
    """
    Return the rooms of each storey, the highest first.
    """
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    (layers,) = (c["layers"] for c in contracts if c["type"] == "layers")
    return [[room.strip() for room in layer.split("|")] for layer in layers]


def picture() -> str:
    """
    Return the rooms as text: a line each, a rule between storeys.
    """
    lines = []
    for rooms in storeys():
        for room in rooms:
            module = importlib.import_module(f"ascn_data.{room}")
            is_package = hasattr(module, "__path__")
            name = f"{room}/" if is_package else f"{room}.py"
            lines.append(f"{name:<16}{summary(module)}")
        lines.append("")
    return "\n".join(["```text", *lines[:-1], "```", ""])


def page() -> str:
    """
    Return the page with the picture of today.
    """
    text = TARGET.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    return f"{head}{START}\n{picture()}\n{END}{tail}"


def main(arguments: list[str]) -> int:
    """
    Write the page, or with --check say whether it is up to date.
    """
    if "--check" not in arguments:
        TARGET.write_text(page(), encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != page():
        print(f"{TARGET} is stale: python -m tools.generate.architecture")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
