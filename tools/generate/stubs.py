"""
Write the stubs of packages that import their names when first used.

Type checkers and editors read `__init__.pyi` beside the table of names in
`__init__.py`; a test holds each stub against this tool.

    python -m tools.generate.stubs [--check]
"""

import importlib
import pathlib
import sys

from collections.abc import Iterator


ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = (
    "ascn_data",
    "ascn_data.models",
    "ascn_data.models.vocabularies",
)


def stub(package: str) -> str:
    """
    Return the text of the stub of a package.
    """
    module = importlib.import_module(package)
    imports = sorted(
        f"from {package}.{home} import {name} as {name}"
        for name, home in module._HOME.items()  # noqa: SLF001 - its table
    )
    names = "".join(f'    "{name}",\n' for name in module.__all__)
    return "\n".join(
        [
            "# Written by tools/generate/stubs.py.",
            "",
            *imports,
            "",
            f"__all__ = [\n{names}]",
            "",
        ]
    )


def files() -> Iterator[tuple[pathlib.Path, str]]:
    """
    Yield the path and the formatted text of every stub.
    """
    from tools.generate.functions import formatted

    for package in PACKAGES:
        path = ROOT / "src" / package.replace(".", "/") / "__init__.pyi"
        yield path, formatted(stub(package), path)


def main(arguments: list[str]) -> int:
    """
    Write the stubs, or with --check say whether they are up to date.
    """
    code = 0
    for path, text in files():
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            print(f"{path} is out of date: python -m tools.generate.stubs")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
