"""
`tools/release/draft_news.py`: lines on every record that changed.
"""

import pathlib

from typing import Any

import pytest

import ascn_data

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.tables.store import Store
from ascn_data.versions.changes import Changes
from samples import dataset, rows, stage, tables
from tools.release import draft_news
from tools.release.draft_news import draft, unfounded, untold


def _later() -> Dataset:
    """
    The sample after changes of every kind.
    """
    given: dict[str, Any] = rows()
    hue = given["cities"][1]
    hue["joined"] = "2024-06"
    hue["latitude"] = 16.46
    hue["longitude"] = 107.6
    hue["note"] = "Long. " * 40
    del hue["official_name"]
    hue["official_name"] = "Huế"
    given["cities"][0]["note"] = "Short."
    del given["sources"][1]["url"]
    given["sources"][1]["evidence"] = [
        {"source": "report-1", "locator": "p. 2", "fields": ["title"]}
    ]
    given["sources"][1]["published"] = "2020"
    given["places"] += [
        {**given["places"][0], "id": f"jp-{n}", "name": n} for n in "ab"
    ]
    given["terms"] = []
    given["events"] = given["events"][:1]
    given["partners"][2]["id"] = "state-of-japan"
    given["retired"] += [
        {
            "id": "civic",
            "table": "terms",
            "revision": "2026.2",
            "reason": "Never used.",
        },
        {
            "id": "japan",
            "table": "partners",
            "revision": "2026.2",
            "replaced_by": ["state-of-japan"],
            "reason": "States are called so.",
        },
    ]
    return Dataset(Store("later", tables(given).__getitem__))


NEW = _later()
CHANGES = diff(dataset(), NEW)
DRAFT = draft(CHANGES, NEW)
HUE = (
    "  - `vn-hue`: official_name Hue → Huế (report-1); "
    "joined 2024 → 2024-06 (report-1); now with latitude, longitude, note."
)
REPORT = (
    "  - `report-2`: published 2020-09-01 → 2020; evidence + report-1, p. 2, "
    "title; - report-1, p. 1; no longer with url."
)
TEXT = "\n".join(DRAFT.values())
COUNTED = "\n".join(
    line for line in TEXT.splitlines() if not line.startswith("  - `jp-")
)
"""The draft as it were with many additions, which are only counted."""


def test_draft() -> None:
    """
    Everything is told record by record, with its sources.
    """
    assert DRAFT["places", "added"].splitlines() == [
        "- `places`: 2 added.",
        "  - `jp-a`: a (report-1).",
        "  - `jp-b`: b (report-1).",
    ]
    assert DRAFT["cities", "corrected"].splitlines() == [
        "- `cities`: 2 changed.",
        "  - `vn-da-nang`: now with note.",
        HUE,
    ]
    assert DRAFT["terms", "retired"].splitlines()[1:] == [
        "  - `civic` was withdrawn: Never used."
    ]
    assert DRAFT["partners", "retired"].splitlines()[1:] == [
        "  - `japan` is now `state-of-japan`: States are called so."
    ]
    assert DRAFT["events", "retired"].splitlines()[1:] == [
        "  - `meeting-2` was withdrawn: Removed."
    ]
    assert DRAFT["sources", "corrected"].splitlines()[1:] == [REPORT]


def test_a_draft_tells_everything() -> None:
    """
    Nothing is untold by the draft, and the draft tells nothing else.
    """
    for text in (TEXT, COUNTED):
        assert untold(CHANGES, text) == []
        assert unfounded(CHANGES, text) == []


@pytest.mark.parametrize(
    ("was", "is_", "missing"),
    [
        ("`places`: 2 added", "`places`: 3 added", ["jp-a", "jp-b"]),
        ("`places`: 2 added", "`places`: 2 added, no 20 added", []),
        ("`places`: 2 added.", "Two places: `jp-a` and `jp-b`.", []),
        ("`places`: 2 added.", "`jp-b` is new.", ["jp-a"]),
        ("`vn-hue`:", "Hue:", ["vn-hue"] * 5),
        ("2024 → 2024-06", "2024 → 2024-07", ["vn-hue"]),
        ("joined 2024", "2024", ["vn-hue"]),
        ("`civic` was", "One was", ["civic"]),
        ("is now `state-of-japan`", "is gone", ["japan"]),
        ("no longer with url", "no address", ["report-2"]),
    ],
)
def test_what_is_untold(was: str, is_: str, missing: list[str]) -> None:
    """
    A record, a field, a value or a replacement that is not named.
    """
    assert was in COUNTED
    text = COUNTED.replace(was, is_)

    assert [c.record for c in untold(CHANGES, text)] == missing


def test_stale_lines_are_found() -> None:
    """
    A line on a record that did not change is a mistake too.
    """
    text = f"{TEXT}\n  - `vn-hanoi`: joined 1 → 2."

    assert unfounded(CHANGES, text) == ["vn-hanoi"]


def test_long_values_are_not_told_in_full() -> None:
    """
    Of a long text it is enough that it was rewritten.
    """
    given = rows()
    given["terms"][0]["definition"] = "A text. " * 20
    old = Dataset(Store("old", tables(given).__getitem__))
    given["terms"][0]["definition"] = "Another text. " * 20
    new = Dataset(Store("new", tables(given).__getitem__))
    changes = diff(old, new)

    (text,) = draft(changes, new).values()

    assert "  - `civic`: rewritten: definition." in text
    assert untold(changes, text) == []


def test_lists_are_told_by_element() -> None:
    """
    Stages and partners that came and went, however many there are.
    """
    given = rows()
    old = Dataset(Store("old", tables(given).__getitem__))
    memorandum = given["partnerships"][1]
    memorandum["milestones"] += [
        stage("ongoing", f"20{year}", event="meeting-2")
        for year in range(19, 24)
    ]
    memorandum["partners"] = ["jetro", "european-commission"]
    new = Dataset(Store("new", tables(given).__getitem__))
    changes = diff(old, new)

    (text,) = draft(changes, new).values()

    (line,) = text.splitlines()[1:]
    assert line == (
        "  - `mou`: partners + jetro; - japan (report-1); milestones "
        "+ ongoing 2019 [report-1]; + ongoing 2020 [report-1]; "
        "+ ongoing 2021 [report-1]; + ongoing 2022 [report-1]; "
        "+ ongoing 2023 [report-1]."
    )
    assert untold(changes, text) == []
    missing = untold(changes, text.replace("ongoing 2021", "ongoing"))
    assert [change.field for change in missing] == ["milestones"]
    whole = "- `mou`: rewritten: partners, milestones."
    assert untold(changes, whole) == []


def test_everything_is_new_at_first() -> None:
    """
    Before the first revision there was nothing.
    """
    changes = diff(draft_news.EMPTY, dataset())

    assert changes.counts["cities"] == {"added": 2}
    told = draft(changes, dataset())["cities", "added"]
    assert told.splitlines()[0] == "- `cities`: 2 added."


def test_many_additions_are_counted() -> None:
    """
    A line on each of hundreds would hide the lines that matter.
    """
    given = rows()
    term = given["terms"][0]
    given["terms"] = [{**term, "id": f"t-{n}"} for n in range(13)]
    new = Dataset(Store("new", tables(given).__getitem__))

    told = draft(diff(draft_news.EMPTY, new), new)["terms", "added"]

    assert told == "- `terms`: 13 added."


@pytest.fixture
def fragments(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    """
    A directory of fragments, with the sample as the newest revision.
    """
    (tmp_path / "data").mkdir()

    def load(revision: str | None) -> Dataset:
        return dataset() if revision is not None else NEW

    monkeypatch.setattr(ascn_data, "load", load)
    return tmp_path


def test_drafts_are_printed(
    fragments: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Without being told to write, the tool writes nothing.
    """
    assert draft_news.main([], fragments) == 0
    assert capsys.readouterr().out == f"{TEXT}\n"
    assert list((fragments / "data").iterdir()) == []


def test_drafts_are_written(fragments: pathlib.Path) -> None:
    """
    They replace an earlier draft and leave out what people told.
    """
    (fragments / "data/+old.added.md").write_text("x", encoding="utf-8")
    own = fragments / "data/7.retired.md"
    own.write_text("- `civic` was never used.\n", encoding="utf-8")

    assert draft_news.main(["--write"], fragments) == 0

    files = {path.name for path in (fragments / "data").iterdir()}
    assert "+terms.retired.md" not in files
    assert "+old.added.md" not in files
    assert {"7.retired.md", "+places.added.md"} <= files
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (fragments / "data").iterdir()
    )
    assert untold(CHANGES, text) == []


def test_nothing_to_tell() -> None:
    """
    No change, no line.
    """
    nothing = Changes([], start="a", end="b")

    assert draft(nothing, NEW) == {}
    assert untold(nothing, "") == []
