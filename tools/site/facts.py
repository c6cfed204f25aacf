"""
The facts of a record as the rows of its page, each with its evidence.
"""

from collections.abc import Mapping
from typing import Any

import attrs

from ascn_data.dates import PartialDate, Period
from tools.site.relations import TEXTS, Relations
from tools.site.words import date, label, number, plain, title


HEAD = frozenset(
    {"id", "name", "title", "label", "summary", "note", "confidence"}
)
"""Fields that the head of a page tells."""

APART = frozenset({"evidence", "disputes"})
"""Fields with a section of their own."""

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "fil": "Filipino",
    "fr": "French", "id": "Indonesian", "ja": "Japanese", "km": "Khmer",
    "ko": "Korean", "lo": "Lao", "ms": "Malay", "my": "Burmese",
    "pt": "Portuguese", "ru": "Russian", "ta": "Tamil", "tet": "Tetum",
    "th": "Thai", "vi": "Vietnamese", "zh": "Chinese",
    "zh-Hans": "Chinese, simplified", "zh-Hant": "Chinese, traditional",
    "ms-Arab": "Malay, Jawi script",
}  # fmt: skip
"""The languages of names in words; others show their tag."""

TOLD_FIRST = ("milestones", "partner_roles", "amounts", "history")
"""Fields whose values name their sources; they have sections of their own."""

FOLLOWING = frozenset({"start", "end", "status", "status_as_of"})
"""Fields that follow from the stages and the reports, by a rule."""

OUTSIDE = {
    "geonames_id": "https://www.geonames.org/{}",
    "wikidata_id": "https://www.wikidata.org/wiki/{}",
}
"""Where the ids of other gazetteers lead."""


@attrs.frozen
class Cell:
    """
    A piece of a fact: text, perhaps with a link and a language.
    """

    text: str
    href: str | None = None
    language: str | None = None
    outside: bool = False
    numeric: bool = False


@attrs.frozen
class Grid:
    """
    A fact that is a list of values with fields of their own.
    """

    columns: list[str]
    rows: list[list[list[Cell]]]


@attrs.frozen
class Fact:
    """
    One field of a record in words, and the numbers of its evidence.
    """

    field: str
    title: str
    cells: list[Cell]
    grid: Grid | None
    evidence: list[int]
    disputed: bool
    follows: bool


def facts_of(record: Any, known: Relations) -> list[Fact]:
    """
    Return all facts of a record that its page's head does not tell.
    """
    disputed = {dispute.field for dispute in record.disputes}
    found = []
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.name in HEAD | APART or value in (None, (), False):
            continue
        grid = None
        cells = []
        if isinstance(value, tuple) and attrs.has(type(value[0])):
            grid = grid_of(value, known)
        else:
            cells = cells_of(field.name, value, known)
        found.append(
            Fact(
                field.name,
                title(field.name),
                cells,
                grid,
                supporting(record, field.name),
                field.name in disputed,
                field.name in FOLLOWING
                and any(getattr(record, n, ()) for n in TOLD_FIRST),
            )
        )
    return found


def supporting(record: Any, field: str) -> list[int]:
    """
    Return the numbers of the pieces of evidence for a field, from 1.
    """
    return [
        position
        for position, evidence in enumerate(record.evidence, 1)
        if not evidence.fields or field in evidence.fields
    ]


def cells_of(name: str, value: Any, known: Relations) -> list[Cell]:
    """
    Return a value as cells: one for each of a list.
    """
    values = value if isinstance(value, tuple) else (value,)
    return [_cell(name, each, known) for each in values]


def _cell(name: str, value: Any, known: Relations) -> Cell:
    if name in OUTSIDE:
        return Cell(str(value), OUTSIDE[name].format(value), outside=True)
    if type(value) is str:
        return _text_cell(name, value, known)
    if isinstance(value, PartialDate | Period):
        return Cell(date(value))
    if not isinstance(value, bool | str) and hasattr(value, "__round__"):
        shown = str(value) if name in _AS_PRINTED else number(value)
        return Cell(shown, numeric=True)
    return Cell(plain(value))


def _text_cell(name: str, value: str, known: Relations) -> Cell:
    """
    Return a text as a cell: an id with its name, an address with its link.
    """
    if name not in TEXTS and value in known.table_of:
        return Cell(known.title(value), address(value, known))
    if value.startswith(("https://", "http://")):
        return Cell(value, value, outside=True)
    return Cell(LANGUAGES.get(value, value) if name == "language" else value)


_AS_PRINTED = ("latitude", "longitude", "row", "order", "number")


def grid_of(values: tuple[Any, ...], known: Relations) -> Grid:
    """
    Return a list of values with fields as a table, without empty columns.
    """
    names = [
        field.name
        for field in attrs.fields(type(values[0]))
        if any(getattr(v, field.name) not in (None, ()) for v in values)
    ]
    rows = []
    for value in values:
        row: list[list[Cell]] = []
        for name in names:
            held = getattr(value, name)
            if held in (None, ()):
                row.append([])
                continue
            if isinstance(held, tuple) and attrs.has(type(held[0])):
                held = tuple(_inline(each, known) for each in held)
            cells = cells_of(name, held, known)
            if name == "text":  # of a name, in its own language
                language = getattr(value, "language", None)
                cells = [Cell(held, language=language)]
            row.append(cells)
        rows.append(row)
    return Grid([title(name) for name in names], rows)


def _inline(value: Any, known: Relations) -> str:
    """
    Return a value within a value as one text.
    """
    parts = []
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        if held not in (None, ()):
            cells = cells_of(field.name, held, known)
            parts.append(", ".join(cell.text for cell in cells))
    return " ".join(parts)


def address(id_: str, known: Relations) -> str:
    """
    Return the address of a record's page from that of another record.
    """
    return f"../{known.table_of[id_]}/{id_}.html"


def relation_words(table: str, field: str) -> str:
    """
    Return in words how records of a table refer to another by a field.
    """
    words: Mapping[str, str] = {
        "evidence": "supported by it",
        "disputes": "disputed by it",
        "mentions": "mentions it",
        "found_in": "found in it",
        "history": "listed in it",
        "partners": "takes part",
        "hosts": "held by it",
        "parent": "belongs to it",
        "part_of": "lies in it",
        "broader": "narrower term",
        "subject": "about it",
        "belonging": "about what belongs to it",
        "populations": "counted in it",
    }
    return words.get(field, label(field) if table else "")
