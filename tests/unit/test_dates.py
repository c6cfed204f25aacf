"""
`ascn_data.dates`: dates at the precision known.
"""

import copy
import datetime
import pickle

from typing import Any

import pytest

from ascn_data.dates import PartialDate, Period, first_day, last_day


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2018", (2018, 1, 1), (2018, 12, 31), "year"),
        ("2018-02", (2018, 2, 1), (2018, 2, 28), "month"),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), "month"),
        ("2018-07-08", (2018, 7, 8), (2018, 7, 8), "day"),
        ("[2025-10..2025-12]", (2025, 10, 1), (2025, 12, 31), "window"),
        ("[2025..2026-03-05]", (2025, 1, 1), (2026, 3, 5), "window"),
    ],
)
def test_bounds(
    text: str,
    earliest: tuple[int, int, int],
    latest: tuple[int, int, int],
    precision: str,
) -> None:
    """
    A date spans the days it can mean.
    """
    date = PartialDate(text)

    assert date.earliest == datetime.date(*earliest)
    assert date.latest == datetime.date(*latest)
    assert date.precision == precision
    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18",
        "2018-13",
        "2018-02-30",
        "2018-00",
        "2018-00-01",
        "2018-07-00",
        "2018-7",
        "2018-07-08T00:00",
        "July 2018",
        "٢٠١٨",
        "0000",
        "[2025-12..2025-10]",
        "[2025..2025]",
        "[2025..2025-06]",
        "[..2025]",
        "2018/2019",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """
    Anything else raises and shows what was given.
    """
    with pytest.raises(ValueError, match="is not a"):
        PartialDate(text)


def test_dates_compare_by_what_they_can_mean() -> None:
    """
    What starts first comes first; of two that start together, the shorter.
    """
    texts = ["2018-01-01", "2018-01", "2018", "2018-02", "2019"]
    dates = [PartialDate(text) for text in texts]
    shuffled = [dates[n] for n in (3, 1, 4, 0, 2)]

    assert sorted(shuffled) == dates
    assert PartialDate("2018") == PartialDate("2018")
    assert hash(PartialDate("2018")) == hash(PartialDate("2018"))
    assert PartialDate("2018") <= PartialDate("2018")


def test_dates_differ_from_other_things() -> None:
    """
    A date equals no text and has no order with one.
    """
    assert PartialDate("2018") != "2018"
    with pytest.raises(TypeError):
        assert PartialDate("2018") < "2019"


def test_dates_can_be_copied() -> None:
    """
    Copies and pickles are equal and look the same.
    """
    date = PartialDate("[2025-10..2025-12]")

    assert copy.deepcopy(date) == date
    assert pickle.loads(pickle.dumps(date)).latest == date.latest  # noqa: S301 - our own bytes
    assert repr(date) == "PartialDate('[2025-10..2025-12]')"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020", (2020, 1, 1), (2020, 12, 31)),
        ("2018-07/2020", (2018, 7, 1), (2020, 12, 31)),
    ],
)
def test_periods(
    text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    """
    A period includes both ends.
    """
    period = Period(text)

    assert period.earliest == datetime.date(*earliest)
    assert period.latest == datetime.date(*latest)
    assert str(period) == text
    assert repr(period) == f"Period({text!r})"


@pytest.mark.parametrize("text", ["2020/2018", "2020/", "/2020", "x/2020"])
def test_what_is_no_period(text: str) -> None:
    """
    A period needs two dates in order.
    """
    with pytest.raises(ValueError, match="is not a"):
        Period(text)


def test_first_and_last_day() -> None:
    """
    Years, months, days and dates all say which day they begin and end on.
    """
    day = datetime.date(2018, 7, 8)
    noon = datetime.datetime(2018, 7, 8, 12, tzinfo=datetime.UTC)

    assert last_day(2018) == datetime.date(2018, 12, 31)
    assert last_day("2018-07") == datetime.date(2018, 7, 31)
    assert last_day(PartialDate("2018-07-08")) == day
    assert last_day(day) == last_day(noon) == day
    assert first_day("2018") == datetime.date(2018, 1, 1)
    assert first_day(day) == first_day(noon) == day


def test_true_is_no_year() -> None:
    """
    A boolean is not taken for the year 1.
    """
    with pytest.raises(ValueError, match="True is not a date"):
        last_day(True)  # noqa: FBT003 - the mistake in question


class Year:
    """
    A whole number of another library's.
    """

    def __index__(self) -> int:
        return 2018


class NotATime(datetime.datetime):
    """
    Like pandas' NaT: a datetime that is not equal to itself.
    """

    def __ne__(self, other: object) -> bool:
        return True


def test_numbers_of_other_libraries_are_years() -> None:
    """
    What counts as a whole number for Python counts as a year.
    """
    when: Any = Year()

    assert last_day(when) == datetime.date(2018, 12, 31)
    assert first_day(when) == datetime.date(2018, 1, 1)


@pytest.mark.parametrize(
    "when", [1.5, [], b"2018", 0, -1, 99999, NotATime(2018, 1, 1)]
)
def test_other_things_are_no_dates(when: Any) -> None:
    """
    Every wrong value raises the same error.
    """
    with pytest.raises(ValueError, match="is not a date"):
        last_day(when)
