"""
The changelog: the section of a release, and whether a person has read it.
"""

import re


UNREAD = "<!-- drafted, not read -->"
"""What stands under the heading of a release until a person has read it."""


def section_of(text: str, version: str) -> str:
    """
    Return the section of a changelog on a version; empty if it has none.
    """
    found = re.search(
        rf"^## {re.escape(version)} \(.*?(?=^## |\Z)",
        text,
        re.MULTILINE | re.DOTALL,
    )
    return found.group() if found else ""


def newest(text: str) -> tuple[str, str]:
    """
    Return version and date of the first release that a changelog tells of.

    Raises:
        ValueError: If the changelog tells of none.
    """
    found = re.search(r"^## (\S+) \((.+)\)$", text, re.MULTILINE)
    if found is None:
        raise ValueError("the changelog tells of no release")
    return found[1], found[2]
