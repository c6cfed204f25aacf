"""
Whatever a record holds, nothing of it steers a terminal.

`ascn_data.read` refuses such texts; records made by hand may hold them.
"""

import json

from collections.abc import Iterator
from typing import Any

import pytest

import ascn_data

from ascn_data.dataset import Dataset
from ascn_data.display.words import printable
from ascn_data.errors import DataError
from ascn_data.models.catalogue import FILES
from ascn_data.opening import put_together
from ascn_data.versions.history import HistoryEntry
from samples import dataset, rows, tables


HOSTILE = "\x1b[2J\x9b\x07\u202e\u200b\u2028\ufeff"

TEXTS = frozenset(
    {
        "aliases",
        "authors",
        "boundary",
        "components",
        "container",
        "definition",
        "identifier",
        "label",
        "locator",
        "name",
        "note",
        "official_name",
        "outcomes",
        "publisher",
        "reason",
        "subtitle",
        "summary",
        "text",
        "title",
        "unit",
        "url",
        "vision",
    }
)
"""The fields that hold texts of any kind."""


def _tainted(value: Any, field: str = "") -> Any:
    """
    A record as plain JSON with hostile texts.
    """
    if isinstance(value, str):
        return f"{value}{HOSTILE}" if field in TEXTS else value
    if isinstance(value, list):
        return [_tainted(each, field) for each in value]
    if isinstance(value, dict):
        return {key: _tainted(each, key) for key, each in value.items()}
    return value


@pytest.fixture(scope="module")
def hostile() -> Dataset:
    """
    A dataset with a hostile text wherever there is one.
    """
    given = rows()
    given["sources"][0] |= {"identifier": "ISBN 1", "url": "https://a.org/b"}
    return put_together("sample", tables(_tainted(given)))


def _shown(ds: Dataset) -> Iterator[tuple[str, str]]:
    """
    Yield everything that a dataset shows of itself, with what it is.
    """
    found: list[tuple[str, Any]] = [("dataset", ds)]
    for name in FILES:
        found.append((name, ds.table(name)))
        found += [(record.id, record) for record in ds.table(name)]
    for query in ("statuses", "milestones", "amounts", "links", "evidence"):
        found.append((query, getattr(ds, query)()))
    found.append(("about", ds.about("vn-da-nang")))
    found.append(("search", ds.search("da nang")))
    names = [f"Da Nang{HOSTILE}", f"Da Nangg{HOSTILE}", "Da Nangg"]
    resolution = ds.resolve(names, kind="city", on_unknown="none")
    found.append(("resolution", resolution))
    changes = ascn_data.diff(dataset(), ds)
    found.append(("changes", changes))
    found += [(change.id, change) for change in changes]
    entry = HistoryEntry(id="2026.1", event="changed", changes=tuple(changes))  # type: ignore[arg-type]
    found.append(("history", entry))
    for what, thing in found:
        yield f"str of {what}", str(thing)
        yield f"repr of {what}", repr(thing)
        if hasattr(thing, "_repr_html_"):
            yield f"HTML of {what}", thing._repr_html_()


def _unprinted(text: str) -> set[str]:
    return {char for char in text if not char.isprintable()} - {"\n"}


def test_nothing_shown_steers_a_terminal(hostile: Dataset) -> None:
    """
    Tables, records, changes, resolutions: in all forms.
    """
    wrong = [what for what, text in _shown(hostile) if _unprinted(text)]

    assert wrong == []
    assert "\ufffd[2J" in str(hostile.cities())


@pytest.mark.parametrize("style", ["text", "apa", "bibtex", "ris", "csl-json"])
def test_no_citation_steers_a_terminal(hostile: Dataset, style: Any) -> None:
    """
    Of a record, a table or the dataset, in every style.
    """
    for record in (None, hostile.cities(), hostile.sources()[0]):
        text = hostile.cite(record, style=style)

        assert not _unprinted(text)
        if record is not None:
            assert "Report 1" in text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("identifier", "ISBN 1}, note = {x"),
        ("identifier", "ISSN 1}\n@misc{x"),
        ("url", "https://a.org/\\input{x}\n}"),
        ("title", "x}, note = {\\input{y}"),
    ],
)
def test_no_field_of_bibtex_ends_another(field: str, value: str) -> None:
    """
    Braces are balanced, and every command is one of ours.
    """
    given = rows()
    given["sources"][0][field] = value
    ds = put_together("sample", tables(given))

    entry = ds.cite(ds.sources()[0], style="bibtex")

    bare = entry.replace(r"\{", "").replace(r"\}", "")
    depths = [
        bare[:end].count("{") - bare[:end].count("}")
        for end in range(bare.index("{") + 1, len(bare))
    ]
    assert min(depths) == 1
    assert bare.count("{") == bare.count("}")
    assert "\\input" not in bare


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Đà Nẵng", "Đà Nẵng"),
        ("a\tb\nc", "a b c"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
        ("\ud800", "\ufffd"),
        ("\U000e0041", "\ufffd"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """
    Spaces stay spaces, and what nobody sees becomes a sign.
    """
    assert printable(text) == shown


def test_names_of_directories(tmp_path: Any) -> None:
    """
    A directory may be named anything; a caption and an error tell it safely.
    """
    place = tmp_path / "\x1b[2J\u202e"
    place.mkdir()
    for name, table in rows().items():
        text = json.dumps(table, ensure_ascii=False)
        (place / f"{name}.json").write_text(text, encoding="utf-8")

    ds = ascn_data.read(place)
    (place / "cities.json").write_text("{}")
    with pytest.raises(DataError) as caught:
        ascn_data.read(place)

    assert ds.revision == r"from \x1b[2J\u202e"
    for text in (str(ds), repr(ds), str(ds.cities()), str(caught.value)):
        assert not _unprinted(text)
