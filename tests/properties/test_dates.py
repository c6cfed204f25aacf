"""
Laws of dates at the precision known.
"""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from ascn_data.dates import PartialDate, Period, first_day, last_day
from strategies import partial_dates


@given(partial_dates())
def test_text_is_the_date(date: PartialDate) -> None:
    """
    A date reads back from its text.
    """
    assert PartialDate(str(date)) == date


@given(partial_dates())
def test_a_date_spans_its_days(date: PartialDate) -> None:
    """
    Its first day is not after its last, and both say so themselves.
    """
    assert date.earliest <= date.latest
    assert first_day(date) == date.earliest
    assert last_day(date) == date.latest
    assert (date.precision == "day") == (date.earliest == date.latest)


@given(partial_dates(), partial_dates(), partial_dates())
def test_order_is_total(
    a: PartialDate, b: PartialDate, c: PartialDate
) -> None:
    """
    Of two different dates one is less, and less is transitive.
    """
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (a < b or a == b)
    if a < b < c:
        assert a < c


@given(partial_dates(), partial_dates())
def test_order_follows_the_first_day(a: PartialDate, b: PartialDate) -> None:
    """
    What can begin earlier comes earlier.
    """
    if a.earliest < b.earliest:
        assert a < b


@given(st.dates(datetime.date(1000, 1, 1)))
def test_days_are_exact(day: datetime.date) -> None:
    """
    A full date means that day and lies within its month and year.
    """
    exact = PartialDate(day.isoformat())
    month = PartialDate(f"{day:%Y-%m}")
    year = PartialDate(f"{day:%Y}")

    assert exact.earliest == exact.latest == day
    assert year.earliest <= month.earliest <= day
    assert day <= month.latest <= year.latest


@given(partial_dates(), partial_dates())
def test_periods_hold_both_ends(a: PartialDate, b: PartialDate) -> None:
    """
    From the first day of the start to the last day of the end.
    """
    start, end = sorted([a, b])
    period = Period(f"{start}/{end}")

    assert period.earliest == start.earliest
    assert period.latest == end.latest
