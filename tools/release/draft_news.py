"""
Draft the changelog's lines on data, or find what they do not tell.

Every record that differs between two revisions must be told of: one that
changed by its id, with each field; one that went by its id and its
replacements; one that came by its id or by a line that counts the additions
to its table, such as "`projects`: 168 added".  The draft tells a few
additions one by one and counts many.

    python -m tools.release.draft_news [--write] [OLD [NEW]]

prints the lines from one revision to another, by default from the newest
frozen one to the working tables.  With `--write` they become fragments,
`changelog.d/data/+TABLE.TYPE.md`, which replace those of an earlier run.
What a person wrote in other fragments is left out of the draft.
"""

import argparse
import pathlib
import re
import sys

from collections.abc import Iterable, Iterator
from typing import Any

import ascn_data

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.models.catalogue import FILES
from ascn_data.tables.store import Store
from ascn_data.versions.changes import Change, ChangeKind, Changes
from ascn_data.versions.upgrades import FORMER
from ascn_data.versions.wording import element, in_words, step


FRAGMENTS = pathlib.Path(__file__).resolve().parents[2] / "changelog.d"
EMPTY = Dataset(Store("nothing", lambda _: ()))
"""What comes before the first revision."""

_TYPES = {
    ChangeKind.ADDED: "added",
    ChangeKind.CHANGED: "corrected",
    ChangeKind.REMOVED: "retired",
    ChangeKind.RENAMED: "retired",
    ChangeKind.RETIRED: "retired",
}
_LONGEST = 120
_FEW = 12
"""How many additions to a table are told one by one."""


def correction(change: Change) -> str:
    """
    Return what a field was and is, if that is to be told in full.

    Lists of facts are, element by element; long texts are not.
    """
    text = step(change.old, change.new)
    return text if len(text) <= _LONGEST or _is_listed(change) else ""


def _is_listed(change: Change) -> bool:
    """
    Tell whether a change is that of a list of facts.
    """
    lists = isinstance(change.old, list) or isinstance(change.new, list)
    return lists and change.field not in _ABOUT


def untold(changes: Iterable[Change], text: str) -> list[Change]:
    """
    The changes that no line of a text tells.
    """
    lines: dict[str, list[str]] = {}
    for line in text.splitlines():
        for name in re.findall(r"`([^`]+)`", line):
            lines.setdefault(name, []).append(line)
    changes = list(changes)
    by_table: dict[str, list[Change]] = {}
    missing = set()
    for change in changes:
        told = lines.get(change.record, [])
        if change.kind is ChangeKind.ADDED:
            by_table.setdefault(change.table, []).append(change)
        elif not any(_tells(line, change) for line in told):
            missing.add(change.id)
    for table, added in by_table.items():
        count = re.compile(rf"`{table}`: {len(added)} added\b")
        if not any(count.search(line) for line in lines.get(table, [])):
            missing |= {c.id for c in added if c.record not in lines}
    return [change for change in changes if change.id in missing]


def _tells(line: str, change: Change) -> bool:
    """
    Whether a line that names a record tells a change of it.
    """
    if change.kind is not ChangeKind.CHANGED:
        replacements = (change.new or {}).get("replaced_by", [])
        return all(f"`{id_}`" in line for id_ in replacements)
    names = "|".join(_names_of(change))
    named = re.search(rf"\b(?:{names})\b", line) is not None
    if isinstance(change.old, list) or isinstance(change.new, list):
        return named and _tells_elements(line, change)
    if change.old is None or change.new is None:
        return named
    return named and correction(change) in line


_WHOLE = r"(?:now with|no longer with|rewritten:)[^.;]*\b"


def _tells_elements(line: str, change: Change) -> bool:
    """
    Tell whether a line has each element of a list, or tells of the whole.
    """
    if re.search(rf"{_WHOLE}{change.field}\b", line) is not None:
        return True
    if correction(change) and correction(change) in line:
        return True
    old, new = change.old or [], change.new or []
    changed = [value for value in old if value not in new]
    changed += [value for value in new if value not in old]
    return all(
        element(value) in line or in_words(value) in line for value in changed
    )


def _names_of(change: Change) -> list[str]:
    """
    What a changed field is called, and was in older schemas.
    """
    former = FORMER.get(change.table, {})
    older = [old for old, new in former.items() if new == change.field]
    return [str(change.field), *older]


def unfounded(changes: Changes, text: str) -> list[str]:
    """
    Records that a draft's lines begin with although they did not change.
    """
    changed = {change.record for change in changes} | set(FILES)
    named = re.findall(r"^ *- `([^`]+)`", text, re.MULTILINE)
    return sorted(set(named) - changed)


def draft(changes: Changes, new: Dataset) -> dict[tuple[str, str], str]:
    """
    The lines on changes, by table and type of news.
    """
    found: dict[tuple[str, str], dict[str, list[Change]]] = {}
    for change in changes:
        records = found.setdefault((change.table, _TYPES[change.kind]), {})
        records.setdefault(change.record, []).append(change)
    return {
        (table, type_): "\n".join(_lines(table, type_, records, new))
        for (table, type_), records in found.items()
    }


def _lines(
    table: str, type_: str, records: dict[str, list[Change]], new: Dataset
) -> Iterator[str]:
    """
    Yield a headline on a table and a line on each record.

    Many additions are counted only: the tables themselves list them.
    """
    word = "changed" if type_ == "corrected" else type_
    yield f"- `{table}`: {len(records)} {word}."
    if type_ == "added" and len(records) > _FEW:
        return
    for id_, changes in records.items():
        if type_ == "retired":
            yield f"  - {_retirement(changes[0])}"
        elif type_ == "added":
            yield f"  - {_addition(new.table(table).by_id[id_])}"
        else:
            record = new.table(table).by_id[id_]
            parts = "; ".join(_corrections(changes, record))
            yield f"  - `{id_}`: {parts}."


def _addition(record: Any) -> str:
    """
    Return id, name and sources of a record that came.
    """
    called = getattr(record, "name", None) or getattr(record, "title", None)
    name = f": {called}" if called else ""
    evidence = getattr(record, "evidence", ())
    ids = ", ".join(dict.fromkeys(item.source for item in evidence))
    return f"`{record.id}`{name}{f' ({ids})' if ids else ''}."


def _retirement(change: Change) -> str:
    """
    What became of a record that went.
    """
    said = change.new or {"reason": "Removed."}
    replacements = " and ".join(f"`{r}`" for r in said.get("replaced_by", []))
    where = f"is now {replacements}" if replacements else "was withdrawn"
    return f"`{change.record}` {where}: {said['reason']}"


_SOURCED = ("milestones", "partner_roles", "amounts")
"""Fields whose elements name their own source."""

# Fields on how a record is known: that they changed is enough to tell.
_ABOUT = ("note", "confidence", "evidence", "disputes")


def _corrections(changes: list[Change], record: object) -> Iterator[str]:
    """
    A record's changes: what was corrected, what is new, what went.
    """
    groups: dict[str, list[str]] = {}
    for change in changes:
        field = str(change.field)
        if _is_listed(change):
            yield f"{field} {correction(change)}{_sources(record, field)}"
        elif change.old is None:
            groups.setdefault("now with", []).append(field)
        elif change.new is None:
            groups.setdefault("no longer with", []).append(field)
        elif not correction(change):
            groups.setdefault("rewritten:", []).append(field)
        else:
            yield f"{field} {correction(change)}{_sources(record, field)}"
    for words, fields in groups.items():
        yield f"{words} {', '.join(fields)}"


def _sources(record: object, field: str) -> str:
    """
    The sources of a field in brackets; nothing for what needs none.

    Lists whose elements name their own source need none.
    """
    evidence = getattr(record, "evidence", ())
    ids = dict.fromkeys(
        item.source
        for item in evidence
        if field not in (*_ABOUT, *_SOURCED)
        and (not item.fields or field in item.fields)
    )
    return f" ({', '.join(ids)})" if ids else ""


def written(directory: pathlib.Path) -> str:
    """
    What the fragments on data say that people wrote.
    """
    files = sorted((directory / "data").glob("*.md"))
    return "\n".join(
        file.read_text(encoding="utf-8")
        for file in files
        if not file.name.startswith("+")
    )


def main(arguments: list[str], directory: pathlib.Path = FRAGMENTS) -> int:
    """
    Print or write what is to be told.
    """
    parser = argparse.ArgumentParser(
        description="Draft the changelog's lines on data."
    )
    parser.add_argument("old", nargs="?")
    parser.add_argument("new", nargs="?")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    frozen = ascn_data.revisions()[-1].id
    old = ascn_data.load(options.old or frozen)
    new = ascn_data.load(options.new)
    changes = diff(old, new)
    rest = untold(changes, written(directory))
    texts = draft(Changes(rest, start=changes.start, end=changes.end), new)
    if not options.write:
        print("\n".join(texts.values()))
        return 0
    for file in (directory / "data").glob("+*.md"):
        file.unlink()
    for (table, type_), text in texts.items():
        file = directory / "data" / f"+{table}.{type_}.md"
        file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
