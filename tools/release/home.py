"""
The public home of the package: its address, wherever it is written.
"""

import pathlib
import tomllib

from collections.abc import Iterator

from ascn_data.models.publication import HOME


def unlike(root: pathlib.Path, home: str = HOME) -> Iterator[str]:
    """
    Yield the places that do not fit the address of `publication.HOME`.

    Without a home there are no addresses, and the README links to files
    beside it; with one, `[project.urls]` has it, and links are absolute, as
    a package index shows the README by itself.
    """
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    urls = tomllib.loads(text)["project"].get("urls", {})
    if urls.get("Homepage", "") != home:
        yield (
            f"[project.urls] in pyproject.toml has Homepage "
            f"{urls.get('Homepage', '')!r}, publication.HOME is {home!r}"
        )
    readme = (root / "README.md").read_text(encoding="utf-8")
    if home and "](docs/" in readme:
        yield f"README.md has relative links: begin them with {home!r}"


def notice(home: str = HOME) -> str:
    """
    Return what a release should say of its home.
    """
    return (
        f"home: {home}"
        if home
        else (
            "home: none yet; once there is one, write its address into "
            "HOME of src/ascn_data/models/publication.py and [project.urls]"
        )
    )
