"""
`tools/curate/draw.py`: blind draws, verdicts and how accurate the data is.
"""

import json
import pathlib

from collections import Counter
from typing import Any

import pytest

import ascn_data

from samples import dataset
from tools.curate import draw, verify
from tools.curate.draw import VERDICTS, accuracy, allotted, audit_of, drawn
from tools.curate.facts import facts_of
from tools.generate import accuracy as page


FACTS = list(facts_of(dataset()))


def test_the_same_seed_draws_the_same() -> None:
    """
    Another seed draws others; no fact is drawn twice.
    """
    first = drawn(FACTS, 30, 1)

    assert first == drawn(FACTS, 30, 1)
    assert first != drawn(FACTS, 30, 2)
    assert len({fact.key for fact in first}) == len(first) == 30


def test_tables_get_their_part() -> None:
    """
    In proportion to their facts; the largest rests are rounded up.
    """
    assert allotted({"a": 50, "b": 30, "c": 20}, 10) == {
        "a": 5,
        "b": 3,
        "c": 2,
    }
    assert allotted({"a": 1, "b": 1, "c": 1}, 2) == {"a": 1, "b": 1, "c": 0}


def test_few_facts_of_a_record() -> None:
    """
    No record gives more than three facts at once.
    """
    counts = Counter(fact.record for fact in drawn(FACTS, 30, 1))

    assert max(counts.values()) <= 3


def test_there_must_be_enough() -> None:
    """
    More facts than there are cannot be drawn.
    """
    with pytest.raises(ValueError, match=f"there are {len(FACTS)} facts"):
        drawn(FACTS, len(FACTS) + 1, 1)


@pytest.mark.parametrize(
    ("right", "others", "low", "high"),
    [
        # Beta(1 + right, 1 + others) by tables; 0 of 0 is the flat prior.
        (150, 0, 0.9759, 0.9998),
        (92, 4, 0.8978, 0.9831),
        (93, 15, 0.7832, 0.9137),
        (1, 1, 0.0943, 0.9057),
    ],
)
def test_intervals(right: int, others: int, low: float, high: float) -> None:
    """
    The middle 95 % of the distribution after the draw.
    """
    verdicts = {"right": right, "wrong": others, "not verifiable": 14}
    share, *ends = accuracy(verdicts)

    assert share == right / (right + others)
    assert ends == pytest.approx([low, high], abs=0.0001)


def _filled(*verdicts: str) -> dict[str, Any]:
    made = draw.form(
        drawn(FACTS, len(verdicts), 1), layer="web", seed=1, revision="2026.3"
    )
    for fact, verdict in zip(made["facts"], verdicts, strict=True):
        fact["verdict"] = verdict
    return made


def test_verdicts_are_counted() -> None:
    """
    What was not right is listed, whatever it is.
    """
    audit = audit_of(_filled("right", "wrong", "right"), "2026-11-30")

    assert audit["verdicts"] == {
        **dict.fromkeys(VERDICTS, 0),
        "right": 2,
        "wrong": 1,
    }
    assert [fact["verdict"] for fact in audit["found"]] == ["wrong"]
    assert (audit["size"], audit["seed"]) == (3, 1)


def test_every_fact_needs_a_verdict() -> None:
    """
    A form that is not filled is not taken.
    """
    with pytest.raises(ValueError, match=r"fact 2, .* the verdict '' is none"):
        audit_of(_filled("right", ""), "2026-11-30")


def test_tool(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    A form is printed, filled by a reader, and taken.
    """
    monkeypatch.setattr(ascn_data, "load", dataset)
    file, verified = tmp_path / "audits.json", tmp_path / "verified.json"
    file.write_text("[]\n", encoding="utf-8")
    verified.write_text("[]\n", encoding="utf-8")
    filled = tmp_path / "form.json"
    assert draw.main(["web", "4", "--seed", "7"]) == 0
    made = json.loads(capsys.readouterr().out)
    filled.write_text(json.dumps(made), encoding="utf-8")
    take = ["--take", str(filled), "--on", "2026-11-30"]
    assert draw.main(take, file, verified) == 1
    assert "is none of right, wrong" in capsys.readouterr().err
    for fact in made["facts"]:
        fact["verdict"] = "right"
    made["facts"][3]["verdict"] = "imprecise"
    filled.write_text(json.dumps(made), encoding="utf-8")

    assert draw.main(take, file, verified) == 0

    assert "3 right, 0 wrong, 1 imprecise" in capsys.readouterr().out
    (audit,) = draw.audits(file)
    assert (audit["layer"], audit["on"]) == ("web", "2026-11-30")
    read = verify.entries(verified)
    assert {entry.how for entry in read} == {"read"}
    assert len(read) == 3
    assert draw.main(["official", "1"]) == 1
    with pytest.raises(SystemExit):
        draw.main([])


def test_audits_of_november() -> None:
    """
    The two draws on 2026.2: 0 wrong of 110 official, 2 of 110 on the web.
    """
    official, web = draw.audits()[:2]

    assert [official["layer"], web["layer"]] == ["official", "web"]
    assert [*official["verdicts"].values()] == [92, 0, 3, 1, 14]
    assert [*web["verdicts"].values()] == [93, 2, 8, 5, 2]
    for audit in draw.audits():
        assert sum(audit["verdicts"].values()) == audit["size"]


def test_the_method_page_says_it() -> None:
    """
    The numbers of the page are those of the file.
    """
    text = page.TARGET.read_text(encoding="utf-8")

    assert "| official | 2026-11-28 | 2026.2 | 110 | 92 | 0 | 3 | 1 |" in text
    assert "95.8 % | 89.8 % to 98.3 % |" in text
    assert "86.1 % | 78.3 % to 91.4 % |" in text


def test_a_stale_page_is_told(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """
    What stands around the marks stays.
    """
    target = tmp_path / "method.md"
    target.write_text(f"a\n{page.BEGIN}\n{page.END}\nb\n", encoding="utf-8")
    monkeypatch.setattr(page, "TARGET", target)
    monkeypatch.setattr(ascn_data, "load", dataset)

    assert page.main(["--check"]) == 1
    assert "method.md is stale" in capsys.readouterr().out
    assert page.main([]) == 0
    assert page.main(["--check"]) == 0
    text = target.read_text(encoding="utf-8")
    assert text.startswith("a\n<!-- accuracy")
    assert text.endswith("<!-- end of accuracy -->\nb\n")
