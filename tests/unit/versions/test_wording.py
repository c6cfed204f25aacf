"""
`ascn_data.versions.wording`: changes in words, lists by element.
"""

from typing import Any

import pytest

from ascn_data.versions.wording import in_words, step


_SIGNED = {
    "stage": "signed",
    "date": "2024-05-02",
    "source": "republika-2024-10-18",
    "locator": "p. 1",
}
_AMOUNT = {
    "value": "2495000",
    "currency": "USD",
    "role": "total",
    "basis": "approved",
}
_ROW = {"report": "me-2024", "title": "X", "status": "ongoing"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2024", "2024-06", "2024 → 2024-06"),
        (["a"], ["a", "b"], "+ b"),
        (None, ["a", "b"], "+ a; + b"),
        (["a", "b"], None, "- a; - b"),
        (["a", "b"], ["b", "a"], "in another order"),
        ([{"x": 1}, {"x": 2}], [{"x": 2}, {"x": 3}], "+ 3; - 1"),
        ([{"x": 1, "y": [1]}], None, "- 1, 1"),
        (None, [_SIGNED], "+ signed 2024-05-02 [republika-2024-10-18]"),
        (
            None,
            [{**_SIGNED, "component": "Bus"}],
            "+ signed 2024-05-02 of Bus [republika-2024-10-18]",
        ),
        (
            None,
            [{"partner": "ustda", "role": "funding", "source": "a"}],
            "+ ustda funding [a]",
        ),
        (
            [_AMOUNT],
            [{**_AMOUNT, "payers": ["ustda", "adb"], "recipient": "b"}],
            (
                "+ USD 2495000 total, approved, paid by ustda and adb, to b; "
                "- USD 2495000 total, approved"
            ),
        ),
        (
            [_ROW],
            [{**_ROW, "theme": "transport"}],
            "me-2024: theme (none) → transport",
        ),
        ([_ROW], [], "- me-2024, X, ongoing"),
        (None, [_ROW], "+ me-2024, X, ongoing"),
    ],
)
def test_steps(old: Any, new: Any, words: str) -> None:
    """
    Lists of values tell what came and what went, in words of their kind.
    """
    assert step(old, new) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([{"x": "a", "y": True}], "a, true"),
        ([{"x": 1, "y": [1]}, {"x": 2, "y": []}], "1, 1; 2, "),
        ({"id": "x", "reason": "Twice.", "replaced_by": ["y"]}, "y"),
        ({"id": "x", "reason": "Twice."}, "Twice."),
        ({"id": "x", "label": "X"}, "X"),
    ],
)
def test_values(value: Any, words: str) -> None:
    """
    Records by name, retired ones by what became of them, lists joined.
    """
    assert in_words(value) == words
