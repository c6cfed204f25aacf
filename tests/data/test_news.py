"""
Nothing changes silently: the changelog tells of every record that differs.
"""

import itertools
import pathlib
import re

import pytest

import ascn_data

from ascn_data.comparing import diff
from tools.release import draft_news as news


ROOT = pathlib.Path(__file__).resolve().parents[2]
FRAGMENTS = sorted((ROOT / "changelog.d" / "data").glob("*.md"))
PUBLISHED = [entry.id for entry in ascn_data.revisions()]
RELEASES = list(itertools.pairwise([None, *PUBLISHED]))


def _section(id_: str) -> str:
    """
    What the changelog says of the data of a revision.
    """
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (section,) = re.findall(
        rf"^## {re.escape(id_)}\.0 \(.*?(?=^## |\Z)",
        text,
        re.MULTILINE | re.DOTALL,
    )
    return str(section).partition("### Code")[0]


@pytest.mark.parametrize(("before", "id_"), RELEASES, ids=PUBLISHED)
def test_the_changelog_tells_of_a_revision(
    before: str | None, id_: str
) -> None:
    """
    Every change since the revision before it, and nothing else.
    """
    old = news.EMPTY if before is None else ascn_data.load(before)
    changes = diff(old, ascn_data.load(id_))

    assert [str(c) for c in news.untold(changes, _section(id_))] == []
    assert news.unfounded(changes, _section(id_)) == []


def test_fragments_tell_of_what_is_not_released() -> None:
    """
    Every change since the newest revision; `tools.release.draft_news` helps.

    Under a version that is a release there is none, and no fragment either.
    """
    changes = diff(PUBLISHED[-1], ascn_data.load())
    text = "\n".join(path.read_text(encoding="utf-8") for path in FRAGMENTS)

    untold = "\n".join(str(c) for c in news.untold(changes, text))
    assert not untold, f"run python -m tools.curate.settle, or tell:\n{untold}"
    assert news.unfounded(changes, text) == []
    if "dev" not in ascn_data.__version__:
        assert [path.name for path in FRAGMENTS] == []


def test_fragments_have_a_type() -> None:
    """
    Data are added, corrected or retired; code has types of its own.
    """
    types = {
        "data": {"added", "corrected", "retired"},
        "code": {"added", "changed", "deprecated", "removed", "fixed"},
    }
    for kind, known in types.items():
        for path in (ROOT / "changelog.d" / kind).glob("*.md"):
            assert path.name.split(".")[-2] in known, path.name
