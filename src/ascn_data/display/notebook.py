"""
How tables, records and datasets look in a notebook, as HTML.

Everything is escaped.  Colours are those of the notebook, so that light and
dark both work.
"""

import html

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from ascn_data.display.answers import answers
from ascn_data.display.cards import Item, Line, card
from ascn_data.display.text import caption, rest
from ascn_data.display.words import (
    IDS,
    LONGEST_LIST,
    SHOWN,
    cell,
    cut,
    is_number,
)
from ascn_data.exports.schema import Tabular


# The class stands twice in each rule: Jupyter's own rules for tables, which
# push texts to the right, would win over one.
_STYLE = """<style>
.ascn-data {font-size: 13px; line-height: 1.4; color: inherit;
  max-width: 100%; overflow-x: auto;}
.ascn-data.ascn-data table {border-collapse: collapse; margin: 4px 0;
  color: inherit; font-size: inherit;}
.ascn-data.ascn-data th, .ascn-data.ascn-data td {text-align: left;
  vertical-align: top; padding: 3px 10px; line-height: inherit;
  border-bottom: 1px solid rgba(128, 128, 128, .35); max-width: 36em;
  background: transparent; color: inherit; white-space: normal;
  unicode-bidi: plaintext;}
.ascn-data.ascn-data thead th {border-bottom-width: 2px;}
.ascn-data.ascn-data .short {white-space: nowrap;}
.ascn-data .short wbr {white-space: normal;}
.ascn-data.ascn-data .long {overflow-wrap: anywhere; min-width: 12em;}
.ascn-data.ascn-data .number {text-align: right; white-space: nowrap;}
.ascn-data .item {padding-left: 1em; text-indent: -1em;}
.ascn-data summary {cursor: pointer;}
.ascn-data.ascn-data a {color: inherit; text-decoration: underline;}
.ascn-data.ascn-data .quiet {opacity: .75;}
</style>"""


_NEXT = {
    "changes": "table.filter(lambda change: change.table == 'cities') narrows",
    "history": "table[{id!r}].changes are that revision's, one by one",
    "reconciliation": "table.filter(lambda row: row.gap) has the gaps",
}
"""What to do next with a table whose records are not those of a dataset."""


def _page(title: str, *parts: str) -> str:
    head = f"<b>{html.escape(title)}</b>"
    return f'{_STYLE}<div class="ascn-data">{head}{"".join(parts)}</div>'


def _quiet(text: str) -> str:
    return f'<div class="quiet">{html.escape(text)}</div>' if text else ""


def _grid(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """
    A table of values under the names of its columns.

    Texts are cut, ids are not; numbers stand to the right.
    """
    right = [
        bool(rows) and all(is_number(row[position]) for row in rows)
        for position in range(len(names))
    ]
    columns = list(zip(names, right, strict=True))
    head = "".join(_th(name, number=number) for name, number in columns)
    body = "".join(
        "<tr>"
        + "".join(
            _td(
                cell(value) if name in IDS else cut(cell(value), 200),
                number=number,
            )
            for value, (name, number) in zip(row, columns, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _th(name: str, *, number: bool = False) -> str:
    look = ' class="number"' if number else ""
    return f"<th{look}>{html.escape(name)}</th>"


def _td(text: str, *, number: bool = False) -> str:
    """
    A text as a cell that is not broken where that would hurt.
    """
    look = ' class="number"' if number else _look(text)
    shown = html.escape(text)
    if text.startswith("["):  # a window of dates breaks at its middle
        shown = shown.replace("..", "..<wbr>")
    return f"<td{look}>{shown}</td>"


def _look(text: str) -> str:
    """
    Where a text may be broken.

    Ids and dates stay whole, and so does what is short; a word without end
    is broken anywhere.
    """
    longest = _longest_word([text])
    if longest > 60:
        return ' class="long"'
    if len(text) <= 20 or longest == len(text):
        return ' class="short"'
    return ""


def table_html(table: Tabular) -> str:
    """
    The beginning of a table, its size and revision, and what to do next.
    """
    columns = answers(table)
    names = [column.name for column in columns]
    rows = [
        [column.value(record) for column in columns]
        for record in islice(table, SHOWN)
    ]
    return _page(
        caption(table),
        _grid(names, rows),
        _quiet(rest(table)),
        _quiet(_next(table)),
    )


def _next(table: Tabular) -> str:
    """
    What to do next with a table that is not empty.
    """
    if not len(table):
        return ""
    id_ = next(iter(table)).id
    if table.schema.name in _NEXT:
        return f"{_NEXT[table.schema.name].format(id=id_)}."
    one = f"table[{id_!r}] is one record"
    if not table.schema.singular:
        return f"{one}."
    return f"{one}, {table.asked}.cite({id_!r}) its sources."


def record_html(record: Any) -> str:
    """
    A record or value: its known fields, and what to do next.
    """
    rows = "".join(
        f"<tr>{_th(line.name)}{_field(line)}</tr>" for line in card(record)
    )
    return _page(
        type(record).__name__,
        f"<table><tbody>{rows}</tbody></table>",
        _quiet(_more(record)),
    )


def _field(line: Line) -> str:
    """
    A field's values as a cell: one line for each of a list, folded if long.
    """
    texts = [item.text for item in line.items]
    if line.together:
        return f"<td>{', '.join(map(_shown, line.items))}</td>"
    if len(line.items) == 1:
        if line.items[0].address is None:
            return _td(texts[0])
        return f'<td class="long">{_linked(line.items[0])}</td>'
    lines = [f'<div class="item">{_linked(item)}</div>' for item in line.items]
    hidden = lines[LONGEST_LIST:]
    folded = (
        f"<details><summary>{len(hidden)} more</summary>"
        f"{''.join(hidden)}</details>"
        if hidden
        else ""
    )
    look = ' class="long"' if _longest_word(texts) > 60 else ""
    return f"<td{look}>{''.join(lines[:LONGEST_LIST])}{folded}</td>"


def _shown(item: Item) -> str:
    return f"<span{_look(item.text)}>{_linked(item)}</span>"


def _linked(item: Item) -> str:
    """
    A value as a link if it has an address of the web.
    """
    text = html.escape(item.text)
    address = item.address or ""
    if not address.startswith(("https://", "http://")):
        return text
    return f'<a href="{html.escape(address)}">{text}</a>'


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(w) for text in texts for w in text.split()), default=0)


def _more(record: Any) -> str:
    """
    What to do next with a record of a dataset or a revision.
    """
    if hasattr(record, "evidence"):
        return (
            f"ascn_data.cite({record.id!r}) has its sources in full, "
            f"ascn_data.history({record.id!r}) its revisions."
        )
    if hasattr(record, "digest"):
        return f"ascn_data.load({record.id!r}) opens it."
    return ""


def dataset_html(revision: str, digest: str, sizes: Mapping[str, int]) -> str:
    """
    Return a dataset as HTML: its tables with their sizes, its digest.
    """
    return _page(
        f"ascn-data revision {revision}",
        _grid(
            ("table", "records"),
            [(f"{name}()", size) for name, size in sizes.items()],
        ),
        _quiet(f"SHA-256 {digest}"),
        _quiet(
            '.partnerships(partner="Japan") is a table, .cite() the citation.'
        ),
    )


def resolution_html(  # noqa: PLR0917 - what there is to tell
    summary: str,
    rows: Sequence[tuple[str, str, str]],
    more: int,
    advice: Sequence[str],
    found: Sequence[tuple[str, str]] = (),
    size: int = 0,
) -> str:
    """
    Return a resolution as HTML: which names have which id, which have none.

    Args:
        summary: How many names have an id, in words.
        rows: Names without an id, why, and what each may mean.
        more: How many such names there are beside these.
        advice: What to do about them.
        found: The first names that have an id, with the id.
        size: How many distinct names have one.
    """
    parts = []
    if found:
        parts.append(_grid(("name", "id"), found))
        rest_ = size - len(found)
        parts.append(
            _quiet(f"... and {rest_} more, see found." if rest_ else "")
        )
    if rows:
        parts += [
            _grid(("name", "problem", "perhaps"), rows),
            _quiet(f"... and {more} more, see problems()." if more else ""),
            _quiet(
                f"In the column, {' and '.join(advice)}, then resolve again."
            ),
        ]
    return _page(summary, *parts)
