"""
Write the tables of public names, and the stubs beside them.

Packages import their names when first used, from the table `_HOME` or
`_HOMES` in `__init__.py`.  Two parts of those tables follow from other files
and are written here: the queries, from the functions of `functions.py`, and
the classes of the records, from the catalogue; so is `__all__`.  Type
checkers and editors read `__init__.pyi`, which has the same names.

    python -m tools.generate.stubs [--check]
"""

import ast
import pathlib
import sys

from collections.abc import Iterator, Mapping

from tools.generate.functions import formatted


ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
PACKAGES = (
    "ascn_data",
    "ascn_data.models",
    "ascn_data.models.vocabularies",
)

Homes = dict[str, str]
"""The module of each public name of a package."""


def init_of(package: str) -> pathlib.Path:
    """
    Return the path of the file of a package.
    """
    return SOURCE / package.replace(".", "/") / "__init__.py"


def assigned(text: str, name: str) -> ast.Assign:
    """
    Return the statement of a module that gives a name its value.
    """
    (found,) = (
        node
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == name
    )
    return found


def homes_in(text: str) -> Homes:
    """
    Return the table of names as a package has it, in either form.
    """
    if "\n_HOMES = " not in text:
        return dict(ast.literal_eval(assigned(text, "_HOME").value))
    modules = ast.literal_eval(assigned(text, "_HOMES").value)
    return {name: home for home, names in modules.items() for name in names}


def functions() -> list[str]:
    """
    Return the names of the functions in `functions.py`.
    """
    text = (SOURCE / "ascn_data" / "functions.py").read_text(encoding="utf-8")
    return [
        node.name
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def classes() -> Homes:
    """
    Return the classes of the catalogue's tables, each with its module.
    """
    from ascn_data.models.catalogue import SCHEMAS

    return {
        schema.class_name: schema.module.rpartition(".")[2]
        for schema in SCHEMAS.values()
        if schema.singular
    }


def homes(package: str) -> Homes:
    """
    Return the table of names that a package should have.
    """
    found = homes_in(init_of(package).read_text(encoding="utf-8"))
    if package == "ascn_data":
        kept = {n: home for n, home in found.items() if home != "functions"}
        return {**kept, **dict.fromkeys(functions(), "functions")}
    if package == "ascn_data.models":
        return {**found, **classes()}
    return found


def _replaced(text: str, name: str, value: object) -> str:
    """
    Return a module with another value for a name.
    """
    node = assigned(text, name)
    lines = text.splitlines(keepends=True)
    end = node.end_lineno or node.lineno
    lines[node.lineno - 1 : end] = [f"{name} = {value!r}\n"]
    return "".join(lines)


def init(package: str, wanted: Mapping[str, str]) -> str:
    """
    Return the text of a package's file with the names that it should have.
    """
    path = init_of(package)
    text = path.read_text(encoding="utf-8")
    if "\n_HOMES = " in text:
        modules: dict[str, tuple[str, ...]] = {
            home: tuple(sorted(n for n in wanted if wanted[n] == home))
            for home in sorted(set(wanted.values()))
        }
        text = _replaced(text, "_HOMES", modules)
    else:
        text = _replaced(text, "_HOME", dict(sorted(wanted.items())))
    return formatted(_replaced(text, "__all__", public(wanted)), path)


def public(wanted: Mapping[str, str]) -> list[str]:
    """
    Return the names of a table but those with underscores, in order.
    """
    return sorted(name for name in wanted if not name.startswith("_"))


def stub(package: str, wanted: Mapping[str, str]) -> str:
    """
    Return the text of the stub of a package.
    """
    imports = sorted(
        f"from {package}.{home} import {name} as {name}"
        for name, home in wanted.items()
    )
    names = "".join(f'    "{name}",\n' for name in public(wanted))
    text = "\n".join(
        [
            "# Written by tools/generate/stubs.py.",
            "",
            *imports,
            "",
            f"__all__ = [\n{names}]",
            "",
        ]
    )
    return formatted(text, init_of(package).with_suffix(".pyi"))


def files() -> Iterator[tuple[pathlib.Path, str]]:
    """
    Yield the path and the text of every file with names, and of its stub.
    """
    for package in PACKAGES:
        wanted = homes(package)
        path = init_of(package)
        if package != "ascn_data.models.vocabularies":
            yield path, init(package, wanted)
        yield path.with_suffix(".pyi"), stub(package, wanted)


def main(arguments: list[str]) -> int:
    """
    Write the files, or with --check say which are not up to date.
    """
    code = 0
    for path, text in files():
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif path.read_text(encoding="utf-8") != text:
            print(f"{path} is out of date: python -m tools.generate.stubs")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
