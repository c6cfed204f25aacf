"""
Draw facts blindly for a reader, take the verdicts, say how accurate they are.

A draw is of one layer: what official documents of the network say, or what
the web says.  Each table gets facts in proportion to those it has; within a
table, records are drawn with a chance in proportion to their facts, and a
few facts of each, as is usual in auditing knowledge graphs: reading a record
costs more than reading one more fact of the record.

    python -m tools.curate.draw LAYER SIZE --seed N > form.json
    python -m tools.curate.draw --take form.json [--on DATE]

The reader, who did not write the records, puts a verdict at each fact of the
form: right, wrong, imprecise, locator (right, but the place leads nowhere) or
not verifiable.  Taking the form adds the draw to `curation/audits.json`,
whatever came out, and records what was right as read in
`curation/verified.json`.
"""

import argparse
import datetime
import json
import math
import pathlib
import random
import sys

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import ascn_data

from tools.curate import verify
from tools.curate.facts import Fact, facts_of


AUDITS = pathlib.Path(__file__).resolve().parents[2] / "curation/audits.json"
VERDICTS = ("right", "wrong", "imprecise", "locator", "not verifiable")
OFFICIAL = frozenset(
    (
        "annual-meeting-2019-summary",
        "chair-report-2019",
        "concept-note-2018",
        "contact-list-2026",
        "eas-statement-2018",
        "framework-2018",
        "me-2022",
        "me-2023",
        "me-2024",
        "me-2025",
        "scap-2018",
    )
)
"""The official documents of the network; all other sources are of the web."""

_TOGETHER = 3
"""The most facts that are drawn of a record at once."""

Audit = dict[str, Any]


def layer_of(fact: Fact) -> str:
    """
    Return the layer of a fact, `official` or `web`.
    """
    return "official" if fact.source in OFFICIAL else "web"


def drawn(facts: Iterable[Fact], size: int, seed: int) -> list[Fact]:
    """
    Draw facts by table and record, the same for the same seed.

    Raises:
        ValueError: If there are fewer facts than asked for.
    """
    by_table: dict[str, list[Fact]] = {}
    for fact in facts:
        by_table.setdefault(fact.table, []).append(fact)
    total = sum(map(len, by_table.values()))
    if size > total:
        raise ValueError(f"there are {total} facts, fewer than {size}")
    # A draw is to be repeated, not to be secret.
    chance = random.Random(seed)  # noqa: S311
    found: list[Fact] = []
    counts = {table: len(each) for table, each in by_table.items()}
    for table, number in allotted(counts, size).items():
        found += _of_table(by_table[table], number, chance)
    return found


def allotted(counts: Mapping[str, int], size: int) -> dict[str, int]:
    """
    Return how many facts each table gets: in proportion, largest rest first.
    """
    total = sum(counts.values())
    exact = {table: size * count / total for table, count in counts.items()}
    found = {table: math.floor(share) for table, share in exact.items()}
    rests = sorted(exact, key=lambda table: found[table] - exact[table])
    for table in rests[: size - sum(found.values())]:
        found[table] += 1
    return found


def _of_table(
    facts: Sequence[Fact], number: int, chance: random.Random
) -> list[Fact]:
    """
    Draw facts of a table, some of each of the records that are drawn.
    """
    left: dict[str, list[Fact]] = {}
    for fact in facts:
        left.setdefault(fact.record, []).append(fact)
    found: list[Fact] = []
    while len(found) < number:
        sizes = [len(each) for each in left.values()]
        (record,) = chance.choices(list(left), weights=sizes)
        taken = left.pop(record)
        few = min(_TOGETHER, len(taken), number - len(found))
        found += chance.sample(taken, few)
    return found


def form(
    facts: Sequence[Fact], *, layer: str, seed: int, revision: str
) -> Audit:
    """
    Return a form for a reader: the facts, each with room for a verdict.
    """
    return {
        "layer": layer,
        "seed": seed,
        "revision": revision,
        "facts": [
            {
                "record": fact.record,
                "field": fact.field,
                "value": fact.value,
                "source": fact.source,
                "locator": fact.locator,
                "verdict": "",
                "remark": "",
            }
            for fact in facts
        ],
    }


def audit_of(filled: Audit, on: str) -> Audit:
    """
    Return the entry of a filled form: the counts, and what was not right.

    Raises:
        ValueError: If a verdict is missing or none of those there are.
    """
    facts = filled["facts"]
    for number, fact in enumerate(facts, 1):
        if fact["verdict"] not in VERDICTS:
            raise ValueError(
                f"fact {number}, {fact['record']}, {fact['field']}: the "
                f"verdict {fact['verdict']!r} is none of {', '.join(VERDICTS)}"
            )
    counts = Counter(fact["verdict"] for fact in facts)
    return {
        "layer": filled["layer"],
        "on": on,
        "revision": filled["revision"],
        "seed": filled["seed"],
        "size": len(facts),
        "verdicts": {verdict: counts[verdict] for verdict in VERDICTS},
        "found": [
            {
                key: fact[key]
                for key in ("record", "field", "verdict", "remark")
            }
            for fact in facts
            if fact["verdict"] != "right"
        ],
    }


def audits(file: pathlib.Path = AUDITS) -> list[Audit]:
    """
    Return the draws so far, the oldest first.
    """
    found: list[Audit] = json.loads(file.read_bytes())
    return found


def accuracy(verdicts: Mapping[str, int]) -> tuple[float, float, float]:
    """
    Return the share of right facts and the ends of its 95 % interval.

    Of what could be verified; wrong, imprecise and with a locator that leads
    nowhere all count as not right.  The interval is the credible one from a
    flat prior: the middle 95 % of Beta(1 + right, 1 + others).
    """
    right = verdicts["right"]
    total = sum(verdicts.values()) - verdicts["not verifiable"]
    low, high = (_quantile(right, total, share) for share in (0.025, 0.975))
    return right / total, low, high


def _quantile(right: int, total: int, share: float) -> float:
    """
    Return the point below which a share of Beta(1 + right, 1 + others) lies.
    """
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        if _below(middle, right, total) < share:
            low = middle
        else:
            high = middle
    return low


def _below(point: float, right: int, total: int) -> float:
    """
    Return how much of Beta(1 + right, 1 + others) lies below a point.

    For whole numbers this is the chance of more than `right` successes in
    one more trial than there were.
    """
    trials = total + 1
    return sum(
        math.comb(trials, k) * point**k * (1 - point) ** (trials - k)
        for k in range(right + 1, trials + 1)
    )


def taken(
    filled: Audit, on: str, file: pathlib.Path, verified: pathlib.Path
) -> Audit:
    """
    Add a filled form to the audits, and what was right to the verified.
    """
    audit = audit_of(filled, on)
    text = json.dumps([*audits(file), audit], ensure_ascii=False, indent=2)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    keys = ("record", "field", "source", "value")
    read = [
        verify.Entry(**{key: fact[key] for key in keys}, how="read", on=on)
        for fact in filled["facts"]
        if fact["verdict"] == "right"
    ]
    verify.write(verify.merged(verify.entries(verified), read), verified)
    return audit


def main(
    arguments: list[str],
    file: pathlib.Path = AUDITS,
    verified: pathlib.Path = verify.VERIFIED,
) -> int:
    """
    Print a form, or take a filled one.
    """
    parser = argparse.ArgumentParser(
        description="Draw facts blindly, or take the verdicts on them."
    )
    parser.add_argument("layer", nargs="?", choices=("official", "web"))
    parser.add_argument("size", nargs="?", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--take", type=pathlib.Path)
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    parser.add_argument("--on", default=today, help="such as 2026-11-28")
    options = parser.parse_args(arguments)
    try:
        if options.take is not None:
            filled = json.loads(options.take.read_bytes())
            audit = taken(filled, options.on, file, verified)
            print(", ".join(f"{v} {k}" for k, v in audit["verdicts"].items()))
            return 0
        if options.layer is None:
            parser.error("say which layer, or --take a form")
        dataset = ascn_data.load()
        facts = [f for f in facts_of(dataset) if layer_of(f) == options.layer]
        made = form(
            drawn(facts, options.size, options.seed),
            layer=options.layer,
            seed=options.seed,
            revision=dataset.revision,
        )
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(made, ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
