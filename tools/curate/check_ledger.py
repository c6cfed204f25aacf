"""
Hold the ledger of research leads against the tables and the research files.

`curation/ledger.json` lists every lead that a revision was built from: its
id, its subject, where it came from, and the records that hold it now or why
it was left out.  A lead's id is the name of its file, `#`, and its id there.

    python -m tools.curate.check_ledger [--tables DIRECTORY] [RESEARCH]

With a directory of research files, every lead of every file must stand in
the ledger exactly once, and the ledger may name no other.
"""

import argparse
import json
import pathlib
import sys

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ascn_data.dataset import Dataset
from ascn_data.models.catalogue import TABLES
from ascn_data.opening import load, read


LEDGER = pathlib.Path(__file__).resolve().parents[2] / ("curation/ledger.json")
# Files that judge or explain the leads of other files.
NO_LEADS = {
    "duplicates.jsonl",
    "verification.jsonl",
    "gazetteer_sources.json",
}
_TEXTS = ("lead", "subject", "source")

Entry = Mapping[str, Any]


def entries(file: pathlib.Path = LEDGER) -> list[Entry]:
    """
    The entries of a ledger, as they stand in it.
    """
    found: list[Entry] = json.loads(file.read_text(encoding="utf-8"))
    return found


def form_problems(ledger: Iterable[Entry]) -> Iterator[str]:
    """
    Entries that lack a text, or that say neither where nor why not.
    """
    leads: list[str] = []
    for entry in ledger:
        lead = str(entry.get("lead"))
        leads.append(lead)
        for key in _TEXTS:
            if not str(entry.get(key) or "").strip():
                yield f"{lead}: {key} is missing"
        if bool(entry.get("records")) == bool(entry.get("left_out")):
            yield f"{lead}: either records or left_out, and not both"
        for key in set(entry) - {*_TEXTS, "records", "left_out"}:
            yield f"{lead}: {key} is no key of the ledger"
    if leads != sorted(leads):
        yield "the leads are not in order"
    for lead, count in Counter(leads).items():
        if count > 1:
            yield f"{lead}: stands {count} times in the ledger"


def table_problems(ledger: Iterable[Entry], ds: Dataset) -> Iterator[str]:
    """
    Records that the ledger names and no table holds.
    """
    known = {record.id for name in TABLES for record in ds.table(name)}
    for entry in ledger:
        for id_ in entry.get("records", ()):
            if id_ not in known:
                yield f"{entry['lead']}: no table has a record {id_!r}"


def research_problems(
    ledger: Iterable[Entry], directory: pathlib.Path
) -> Iterator[str]:
    """
    Leads that are in the files and not in the ledger, or the reverse.
    """
    listed = {str(entry["lead"]) for entry in ledger}
    there = Counter(leads_of(directory))
    for lead, count in there.items():
        if count > 1:
            yield f"{lead}: stands {count} times in the research files"
    for lead in sorted(set(there) - listed):
        yield f"{lead}: not in the ledger"
    for lead in sorted(listed - set(there)):
        yield f"{lead}: not in the research files"


def leads_of(directory: pathlib.Path) -> Iterator[str]:
    """
    The leads of every research file of a directory.
    """
    for file in sorted(directory.glob("*.json*")):
        if file.name not in NO_LEADS:
            for row in _rows(file):
                yield f"{file.name}#{_id(row)}"


def _rows(file: pathlib.Path) -> list[Entry]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line]
    content = json.loads(text)
    found: list[Entry] = (
        content["places"] if isinstance(content, dict) else content
    )
    return found


def _id(row: Entry) -> str:
    """
    A row's own id, or what tells it from the other rows of its file.
    """
    for key in ("id", "slug", "asked"):
        if key in row:
            return str(row[key])
    if "alpha_2" in row:
        return str(row["alpha_2"]).lower()
    return f"{row['report']}-{row['appendix']}-{row['no']}"


def main(arguments: list[str]) -> int:
    """
    Print what is wrong with the ledger, or how much it holds.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=pathlib.Path)
    parser.add_argument("research", nargs="?", type=pathlib.Path)
    options = parser.parse_args(arguments)
    ledger = entries()
    ds = read(options.tables) if options.tables else load()
    problems = [*form_problems(ledger), *table_problems(ledger, ds)]
    if options.research:
        problems += research_problems(ledger, options.research)
    for problem in problems:
        print(problem)
    left_out = sum("left_out" in entry for entry in ledger)
    print(
        f"{len(ledger)} leads, {left_out} of them left out; "
        f"{len(problems)} problems"
    )
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
