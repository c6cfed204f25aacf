"""
Write `src/ascn_data/models/making.py`: how records of each class are made.

Released files need no check, and straight lines that set one field after
another are the quickest that Python has; they follow from the annotations of
the classes.  A test holds the file against this tool, and another what it
makes against the strict converter.

    python -m tools.generate.making [--check]
"""

import pathlib
import sys

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from ascn_data.dates import PartialDate, Period
from ascn_data.lazy_attrs import MISSING, declared
from ascn_data.models.catalogue import FILES, record_class
from tools.generate.functions import formatted


ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "src/ascn_data/models/making.py"
HEAD = '''"""
Records of each class from the JSON objects of released files, unchecked.

Written by `tools/generate/making.py` from the classes.
"""

from __future__ import annotations

import functools

from ascn_data.files.making import members, new, shared, unlocked


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Row = dict[str, Any]
    Maker = Callable[[Row], Any]


def maker_of(cls: type[Any]) -> Maker:
    """
    Return a function that makes a record of a class from a JSON object.
    """
    return _MAKERS[cls.__name__]()
'''


def classes() -> list[type[Any]]:
    """
    Return the classes of records and of the values in them, inner ones first.
    """
    found: dict[type[Any], None] = {}

    def add(cls: type[Any]) -> None:
        for type_, _ in declared(cls).values():
            for inner in (type_, *getattr(type_, "__args__", ())):
                if isinstance(inner, type) and _is_value(inner):
                    add(inner)
        found.setdefault(cls)

    for table in FILES:
        add(record_class(table))
    return list(found)


def _is_value(cls: type[Any]) -> bool:
    return bool(declared(cls)) and cls not in (PartialDate, Period)


class Maker:
    """
    The text of the function that makes records of a class.
    """

    def __init__(self, cls: type[Any]) -> None:
        """
        Write nothing yet.
        """
        self.cls = cls
        self.imports = {f"from {cls.__module__} import {cls.__name__}"}
        self.helpers: dict[str, str] = {}

    def text(self) -> str:
        """
        Return the text, before formatting.
        """
        name = self.cls.__name__
        fields = [
            f"        made.{field} = {self._value(field, type_, default)}"
            for field, (type_, default) in declared(self.cls).items()
        ]
        helpers = [f"    {k} = {v}" for k, v in sorted(self.helpers.items())]
        return "\n".join(
            [
                "",
                "@functools.cache",
                f"def {_function(self.cls)}() -> Maker:",
                *(f"    {line}" for line in sorted(self.imports)),
                *helpers,
                f"    open_class = unlocked({name})",
                "    def make(row: Row) -> Any:",
                "        made: Any = new(open_class)",
                *["        get = row.get"] * any(" get(" in f for f in fields),
                *fields,
                f"        made.__class__ = {name}",
                "        return made",
                "    return make",
                "",
            ]
        )

    def _value(self, field: str, type_: Any, default: Any) -> str:
        """
        Return what a field is set to.
        """
        given = f"row[{field!r}]"
        inner: tuple[Any, ...] = getattr(type_, "__args__", ())
        if getattr(type_, "__origin__", None) is tuple:
            convert = self._helper(inner[0])
            made = f"tuple([{convert}(each) for each in {given}])"
            if not convert:
                made = f"tuple({given})"
        else:
            (known,) = [i for i in inner if i is not type(None)] or [type_]
            convert = self._helper(known)
            made = f"{convert}({given})" if convert else given
        if default is MISSING:
            return made
        other = self._default(default)
        if made == given:
            return f"get({field!r}, {other})".replace(", None)", ")")
        return f"{made} if {field!r} in row else {other}"

    def _default(self, default: Any) -> str:
        if isinstance(default, StrEnum):
            vocabulary = type(default).__name__
            self._helper(type(default))
            return f"{vocabulary}.{default.name}"
        return repr(default)

    def _helper(self, type_: type[Any]) -> str:
        """
        Return the name of what makes a value; empty if JSON is the value.
        """
        name = type_.__name__
        if type_ in (str, int, bool):
            return ""
        if type_ is float:
            return name
        if _is_value(type_):
            self.helpers[name.lower()] = f"{_function(type_)}()"
            return name.lower()
        self.imports.add(f"from {type_.__module__} import {name}")
        if issubclass(type_, StrEnum):
            self.helpers[name.lower()] = f"members({name})"
        else:
            self.helpers[name.lower()] = f"shared({name})"
        return name.lower()


def _function(cls: type[Any]) -> str:
    return f"_{cls.__name__.lower()}"


def generated() -> str:
    """
    Return the text of the file, before formatting.
    """
    return "\n".join([HEAD, *_parts()])


def _parts() -> Iterator[str]:
    found = classes()
    for cls in found:
        yield Maker(cls).text()
    yield "_MAKERS = {"
    for cls in found:
        yield f"    {cls.__name__!r}: {_function(cls)},"
    yield "}"


def main(arguments: list[str]) -> int:
    """
    Write the file, or with --check say whether it is up to date.
    """
    text = formatted(generated(), TARGET)
    if "--check" in arguments:
        fresh = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        if not fresh:
            print(f"{TARGET} is out of date: python -m tools.generate.making")
        return 0 if fresh else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
