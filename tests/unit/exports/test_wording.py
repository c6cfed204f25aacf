"""
`ascn_data.exports.wording`: values as people write them.
"""

from decimal import Decimal
from typing import Any

import pytest

import ascn_data

from ascn_data.dates import PartialDate, Period
from ascn_data.exports.wording import (
    measured,
    money,
    number,
    spanned,
    worded,
)
from ascn_data.models import Amount, Evidence
from ascn_data.models.vocabularies import AmountBasis, AmountRole, Qualifier
from samples import dataset


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("10000000", "10 million"),
        ("2495000", "2.495 million"),
        ("12345678", "12,345,678"),
        ("1500000000", "1.5 billion"),
        ("3000000000000", "3 trillion"),
        ("4700", "4,700"),
        ("18.50", "18.50"),
        ("-2000000", "-2 million"),
    ],
)
def test_numbers(value: str, text: str) -> None:
    """
    Millions in words where that shortens, and no digit is lost.
    """
    assert number(Decimal(value)) == text


def _amount(**more: Any) -> Amount:
    return Amount(
        value=Decimal(10000000),
        currency="USD",
        **{
            "role": AmountRole.TOTAL,
            "basis": AmountBasis.APPROVED,
            **more,
        },
    )


def test_money() -> None:
    """
    The hedge, the sum, what kind of sum, when, from whom and to whom.
    """
    names = {"ustda": "USTDA", "adb": "ADB"}.__getitem__

    assert (
        money(
            _amount(qualifier=Qualifier.MORE_THAN, as_of=PartialDate("2018"))
        )
        == "more than USD 10 million, approved 2018"
    )
    assert (
        money(
            _amount(
                role=AmountRole.PART,
                period=Period("2018/2020"),
                payers=("ustda",),
                recipient="adb",
                note="first part",
            ),
            names,
        )
        == "USD 10 million, approved, part 2018/2020, paid by USTDA, to ADB; "
        "first part"
    )


def test_observations_are_measured() -> None:
    """
    A unit after its number, a currency before, percent as its sign.
    """
    units = {
        o.unit: measured(o) for o in ascn_data.observations().filter(bool)
    }

    assert units["percent"].endswith("%")
    assert units["USD"].startswith(("USD ", "more than USD ", "about USD "))
    assert dataset().observations()[0].unit == "cameras"
    assert measured(dataset().observations()[0]) == "18.50 cameras"


def test_time() -> None:
    """
    A date, a period, or a start with its end.
    """
    event, _ = dataset().events()

    assert spanned(dataset().observations()[1]) == "2020/2021"
    assert spanned(event) == "2019-10-08 to 2019-10-09"
    role = ascn_data.role("chair-2019")
    assert spanned(role) == "2019"


class Ends:
    """
    Something whose start is not known.
    """

    start = None
    end = PartialDate("2020")


def test_time_without_a_start() -> None:
    """
    What is known is told.
    """
    assert spanned(Ends()) == "until 2020"
    Ends.end = None  # type: ignore[assignment]
    assert spanned(Ends()) == ""


def test_words() -> None:
    """
    Lists part by semicolons, ids within values have their names.
    """
    evidence = Evidence(source="s", locator="p. 1", fields=("name",))

    assert worded((True, False, None)) == "yes; no; "
    assert worded(evidence, {"s": "A Source"}.__getitem__) == (
        "A Source, p. 1, (name)"
    )
    assert worded((_amount(),)) == "USD 10 million, approved"
    (first, *_) = ascn_data.project("JakPreneur").history
    assert "row 1, page 18" in worded(first)
