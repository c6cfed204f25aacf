"""
Record which facts are verified, and how.

`curation/verified.json` has an entry for each fact that a machine found, its
date, number or name standing on the cited page of the text of a document, or
that a reader held against the source and found right.  An entry holds for
one value: where the value has changed, the entry goes.

    python -m tools.curate.verify [TEXTS] [--on DATE]

TEXTS is a directory of texts, see `tools.curate.pages`; without it, entries
go and none comes.  What readers found
right comes from `tools.curate.draw`.
"""

import argparse
import datetime
import json
import pathlib
import sys

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

import ascn_data

from tools.curate.facts import Fact, facts_of
from tools.curate.pages import Document, document_of, documents, stands


VERIFIED = pathlib.Path(__file__).resolve().parents[2] / (
    "curation/verified.json"
)

Key = tuple[str, str, str]


@attrs.frozen(kw_only=True)
class Entry:
    """
    A fact that was verified.

    Attributes:
        record: Id of the record.
        field: Name of the field, of a list with the element.
        source: Id of the source.
        value: The value that was verified, as text.
        how: `machine` if its date, number or name was found on the cited
            page, `read` if a reader held it against the source.
        on: The day.
    """

    record: str
    field: str
    source: str
    value: str
    how: str
    on: str

    @property
    def key(self) -> Key:
        """
        The fact that the entry is about.
        """
        return self.record, self.field, self.source


def entries(file: pathlib.Path = VERIFIED) -> list[Entry]:
    """
    Return the entries of the file.
    """
    return [Entry(**each) for each in json.loads(file.read_bytes())]


def write(found: Iterable[Entry], file: pathlib.Path = VERIFIED) -> None:
    """
    Write entries to the file, in order, each on a line.
    """
    rows = sorted(found, key=lambda entry: entry.key)
    lines = [json.dumps(attrs.asdict(row), ensure_ascii=False) for row in rows]
    text = ",\n".join(lines)
    file.write_text(f"[\n{text}\n]\n", encoding="utf-8", newline="\n")


def still_true(
    known: Iterable[Entry], facts: Mapping[Key, Fact]
) -> list[Entry]:
    """
    Return the entries whose fact has the value that was verified.
    """
    return [
        entry
        for entry in known
        if entry.key in facts and facts[entry.key].value == entry.value
    ]


def found_by_machine(
    facts: Iterable[Fact], texts: Mapping[str, Document], on: str
) -> list[Entry]:
    """
    Return entries for the facts that stand on their cited page.
    """
    return [
        entry_of(fact, "machine", on)
        for fact in facts
        if (document := document_of(fact.source, texts)) is not None
        and stands(fact, document.cited(fact.locator))
    ]


def entry_of(fact: Fact, how: str, on: str) -> Entry:
    """
    Return the entry for a fact.
    """
    return Entry(
        record=fact.record,
        field=fact.field,
        source=fact.source,
        value=fact.value,
        how=how,
        on=on,
    )


def merged(known: Iterable[Entry], more: Iterable[Entry]) -> list[Entry]:
    """
    Return one entry for each fact: reading counts for more than finding.

    Of two of a kind the earlier one stays.
    """
    found: dict[Key, Entry] = {}
    for entry in (*known, *more):
        before = found.get(entry.key)
        if before is None or (before.how, entry.how) == ("machine", "read"):
            found[entry.key] = entry
    return list(found.values())


def shares(
    facts: Iterable[Fact], known: Iterable[Entry], by: str
) -> dict[str, Counter[str]]:
    """
    Return how many facts are verified in which way, by table or source.
    """
    how = {entry.key: entry.how for entry in known}
    counts: dict[str, Counter[str]] = {}
    for fact in facts:
        counter = counts.setdefault(getattr(fact, by), Counter())
        counter[how.get(fact.key, "not verified")] += 1
    return counts


def main(arguments: list[str], file: pathlib.Path = VERIFIED) -> int:
    """
    Bring the file up to date and print the shares by table.
    """
    parser = argparse.ArgumentParser(
        description="Record which facts are verified, and how."
    )
    parser.add_argument("texts", type=pathlib.Path, nargs="?")
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    parser.add_argument("--on", default=today, help="such as 2026-11-28")
    options = parser.parse_args(arguments)
    facts = {fact.key: fact for fact in facts_of(ascn_data.load())}
    kept = still_true(entries(file), facts)
    found = (
        found_by_machine(facts.values(), documents(options.texts), options.on)
        if options.texts is not None
        else []
    )
    known = merged(kept, found)
    write(known, file)
    for name, counts in shares(facts.values(), known, "table").items():
        print(
            f"{name}: {counts['machine']} found by machine, "
            f"{counts['read']} read, {counts['not verified']} not verified"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
