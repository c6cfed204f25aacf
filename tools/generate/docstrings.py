"""
What docstrings say, taken apart: summary, attributes, arguments.
"""

import inspect
import re


_ENTRY = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def summary(thing: object) -> str:
    """
    Return the first paragraph of a docstring as one line.
    """
    text = inspect.getdoc(thing) or ""
    return " ".join(text.partition("\n\n")[0].split())


def entries(thing: object, section: str) -> dict[str, str]:
    """
    Return the entries of a section, such as `Args`, each as one line.
    """
    block = (inspect.getdoc(thing) or "").partition(f"{section}:\n")[2]
    return {
        name: " ".join(text.split()) for name, text in _ENTRY.findall(block)
    }


def attributes(cls: type) -> dict[str, str]:
    """
    Return what a class and its bases say of attributes and properties.
    """
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__[:-1]):
        found |= entries(base, "Attributes")
        for name, value in vars(base).items():
            if isinstance(value, property) and not name.startswith("_"):
                found[name] = summary(value.fget)
    return found
