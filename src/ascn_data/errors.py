"""
What can go wrong, as a tree.

    AscnDataError
    ├── DataError            a file is damaged: every problem in it at once
    ├── UnknownNameError     nothing of that name (also a LookupError)
    ├── AmbiguousNameError   several things of that name (also a LookupError)
    └── RevisionError        no such revision, or not the one required

All carry fields, can be pickled and read as a message to a person.
"""

from typing import Any

import attrs


def legible(text: str) -> str:
    r"""
    Return a text in which all is seen and nothing steers a terminal.

    Line breaks stay; other characters that are not printed are written as
    Python would write them.

    >>> legible("Da\u200b Nang\x1b[2J")
    'Da\\u200b Nang\\x1b[2J'
    """
    if text.isprintable():
        return text
    return "".join(
        char
        if char.isprintable() or char == "\n"
        else char.encode("unicode_escape").decode()
        for char in text
    )


@attrs.frozen
class Problem:
    """
    One thing wrong with a file or record.

    Attributes:
        where: File, record and field, for example
            `cities.json, record 'vn-da-nang', latitude`.
        what: What is wrong there, and what would be right.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return legible(f"{self.where}: {self.what}")


class AscnDataError(Exception):
    """
    Any error that this package raises on purpose.
    """

    def __reduce__(self) -> Any:
        # Built again from its fields, whoever pickles it: the pickling that
        # Dask installs drops what attrs leaves to the object's state.
        cls: Any = type(self)
        if not attrs.has(cls):
            return super().__reduce__()
        fields = attrs.fields(cls)
        return cls, tuple(getattr(self, f.name) for f in fields)


@attrs.define(eq=False, str=False, auto_exc=True)
class DataError(AscnDataError):
    """
    A file or set of files is no valid data.

    Attributes:
        path: The file or directory.
        problems: Everything wrong with it.
    """

    path: str
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        count = len(self.problems)
        head = (
            f"{legible(self.path)}: {count} problem{'s' if count != 1 else ''}"
        )
        return "\n".join([head, *(f"  {p}" for p in self.problems)])


@attrs.define(eq=False, str=False, auto_exc=True)
class UnknownNameError(AscnDataError, LookupError):
    """
    Nothing has that name, code or id.

    Attributes:
        kind: What was looked for, for example `city`.
        name: What was asked for.
        close: Names like it that exist.
        hint: What to do where no name is close; empty otherwise.
    """

    kind: str
    name: str
    close: tuple[str, ...] = ()
    hint: str = ""

    def __str__(self) -> str:
        name = repr(self.name)
        if len(name) > 80:
            name = f"{name[:79]}…"
        text = f"no {self.kind} is called {name}"
        if self.close:
            names = " or ".join(repr(name) for name in self.close[:5])
            text += f"; did you mean {names}?"
        return legible(f"{text}; {self.hint}" if self.hint else text)


@attrs.define(eq=False, str=False, auto_exc=True)
class AmbiguousNameError(AscnDataError, LookupError):
    """
    Several records have that name.

    Attributes:
        kind: What was looked for, for example `city`.
        name: What was asked for.
        candidates: The ids that it may mean.
        others: What else bears the name and is no record, in words.
    """

    kind: str
    name: str
    candidates: tuple[str, ...]
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        ids = ", ".join(repr(id_) for id_ in self.candidates)
        if len(self.candidates) == 1:
            bear = (
                legible(" or ".join(self.others[:3]))
                or "one of another country"
            )
            lies = "subdivision" if self.others else "country"
            return (
                f"{self.name!r} alone can mean the {self.kind} {ids} or "
                f"{bear}; ask for the id, or write the {lies} after the "
                "name, with a comma between"
            )
        return (
            f"{self.name!r} can mean more than one {self.kind}: {ids}; "
            "ask for one of these ids"
        )


@attrs.define(eq=False, str=False, auto_exc=True)
class RevisionError(AscnDataError):
    """
    A revision does not exist here or is not the one required.

    Attributes:
        revision: The revision asked for.
        message: What is wrong and what to do.
    """

    revision: str
    message: str

    def __str__(self) -> str:
        return legible(self.message)
