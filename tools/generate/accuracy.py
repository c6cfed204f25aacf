"""
Write how accurate the data is into `docs/explanation/method.md`.

The numbers are those of `curation/audits.json` and `curation/verified.json`.

    python -m tools.generate.accuracy [--check]
"""

import pathlib
import sys

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import ascn_data

from ascn_data.dataset import Dataset
from tools.curate import verify
from tools.curate.draw import OFFICIAL, VERDICTS, Audit, accuracy, audits
from tools.curate.facts import facts_of


ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "explanation" / "method.md"
BEGIN = "<!-- accuracy: tools/generate/accuracy.py writes this -->"
END = "<!-- end of accuracy -->"
_WAYS = ("machine", "read", "not verified")


def percent(share: float) -> str:
    """
    Return a share in percent with one decimal place.
    """
    return f"{100 * share:.1f} %"


def of_draws(draws: Sequence[Audit]) -> Iterator[str]:
    """
    Yield a row for each draw, with its accuracy.
    """
    heads = ("layer", "read on", "revision", "facts", *VERDICTS)
    yield f"| {' | '.join(heads)} | accuracy | 95 % interval |"
    yield "|" + "---|" * (len(heads) + 2)
    for draw in draws:
        share, low, high = accuracy(draw["verdicts"])
        counts = [str(draw["verdicts"][verdict]) for verdict in VERDICTS]
        row = [
            draw["layer"],
            draw["on"],
            draw["revision"],
            str(draw["size"]),
            *counts,
            percent(share),
            f"{percent(low)} to {percent(high)}",
        ]
        yield f"| {' | '.join(row)} |"


def of_ways(head: str, counts: dict[str, Counter[str]]) -> Iterator[str]:
    """
    Yield a row for each table or source with the facts verified in each way.
    """
    yield f"| {head} | facts | found by machine | read | not verified |"
    yield "|---|---|---|---|---|"
    for name, ways in sorted(counts.items()):
        numbers = " | ".join(str(ways[way]) for way in _WAYS)
        yield f"| {name} | {ways.total()} | {numbers} |"


def faults(draws: Iterable[Audit]) -> Iterator[str]:
    """
    Yield a line for each fact that a reader found wrong.
    """
    for draw in draws:
        for fact in draw["found"]:
            if fact["verdict"] == "wrong":
                where = f"`{fact['record']}`, {fact['field']}"
                yield f"- {where} ({draw['revision']}): {fact['remark']}"


def section(
    draws: Sequence[Audit], dataset: Dataset, known: Sequence[verify.Entry]
) -> str:
    """
    Return what stands between the marks of the page.
    """
    facts = list(facts_of(dataset))
    official = [fact for fact in facts if fact.source in OFFICIAL]
    lines = [
        BEGIN,
        "",
        *of_draws(draws),
        "",
        "Found wrong in these draws, and mended since:",
        "",
        *faults(draws),
        "",
        *of_ways("table", verify.shares(facts, known, "table")),
        "",
        *of_ways(
            "official document", verify.shares(official, known, "source")
        ),
        "",
        END,
    ]
    return "\n".join(lines)


def page(text: str, found: str) -> str:
    """
    Return the page with another section between the marks.
    """
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{found}{after}"


def main(arguments: list[str]) -> int:
    """
    Write the section, or with --check say whether it is up to date.
    """
    text = TARGET.read_text(encoding="utf-8")
    found = section(audits(), ascn_data.load(), verify.entries())
    wanted = page(text, found)
    if "--check" in arguments:
        if text != wanted:
            print(f"{TARGET.name} is stale: python -m tools.generate.accuracy")
        return int(text != wanted)
    TARGET.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
