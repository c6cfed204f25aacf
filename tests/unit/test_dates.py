"""
`ascn_data.dates`: dates at the precision known.
"""

import base64
import copy
import datetime
import json
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
        # It starts within its end, and before its end starts.
        "[2018-07..2018]",
        "[2018..2018]",
        "[2018..2018-12-31]",
        "[2018-07-08..2018-07]",
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


def test_dates_are_the_text_they_are_written_as() -> None:
    """
    A date equals, hashes, formats and goes into JSON as its text.
    """
    date = PartialDate("2018-07")

    assert date == "2018-07"
    assert {"2018-07": 1}[date] == 1
    assert f"{date:>9}|{date}" == "  2018-07|2018-07"
    assert (
        json.dumps([date, Period("2018/2020")]) == '["2018-07", "2018/2020"]'
    )
    assert type(date.text) is type(str(date)) is str


def test_dates_compare_with_texts_of_dates() -> None:
    """
    A text that is a date or a period is compared as what it means.
    """
    date = PartialDate("2018-07")

    assert date > "2018"
    assert date <= "2018-07"
    assert date > "2018-06-30"
    assert date >= "2018-07-01"
    assert date < "2019"
    assert Period("2018-07/2020") > date
    with pytest.raises(ValueError, match="'soon' is not a date"):
        assert date < "soon"


def test_a_day_is_compared_with_a_bound() -> None:
    """
    Comparing with a day, which is ambiguous, says what to compare.
    """
    other: Any = datetime.date(2018, 7, 8)
    with pytest.raises(TypeError, match=r"\.earliest or \.latest"):
        assert PartialDate("2018-07") < other
    with pytest.raises(TypeError, match=r"\.earliest or \.latest"):
        assert other <= PartialDate("2018-07")
    number: Any = 2018
    with pytest.raises(TypeError, match="have no order"):
        assert PartialDate("2018") >= number


# What release 2026.2.1 pickled: a date, a period and a record with a date.
_FORMER = {
    "date": (
        "gAJjYXNjbl9kYXRhLmRhdGVzClBhcnRpYWxEYXRlCnEAKYFxAX1xAihYBAAAAHRleH"
        "RxA1gHAAAAMjAxOC0wN3EEWAgAAABlYXJsaWVzdHEFY2RhdGV0aW1lCmRhdGUKcQZj"
        "X2NvZGVjcwplbmNvZGUKcQdYBQAAAAfDogcBcQhYBgAAAGxhdGluMXEJhnEKUnELhX"
        "EMUnENWAYAAABsYXRlc3RxDmgGaAdYBQAAAAfDogcfcQ9oCYZxEFJxEYVxElJxE3Vi"
        "Lg=="
    ),
    "period": (
        "gAJjYXNjbl9kYXRhLmRhdGVzClBlcmlvZApxACmBcQF9cQIoWAQAAAB0ZXh0cQNYDA"
        "AAADIwMTgtMDcvMjAyMHEEWAgAAABlYXJsaWVzdHEFY2RhdGV0aW1lCmRhdGUKcQZj"
        "X2NvZGVjcwplbmNvZGUKcQdYBQAAAAfDogcBcQhYBgAAAGxhdGluMXEJhnEKUnELhX"
        "EMUnENWAYAAABsYXRlc3RxDmgGaAdYBQAAAAfDpAwfcQ9oCYZxEFJxEYVxElJxE3Vi"
        "Lg=="
    ),
    "population": (
        "gAJjYXNjbl9kYXRhLm1vZGVscy5wbGFjZQpQb3B1bGF0aW9uCnEAKYFxAX1xAihYBQ"
        "AAAHZhbHVlcQNLAVgIAAAAYm91bmRhcnlxBFgBAAAAeHEFWAYAAABzb3VyY2VxBlgB"
        "AAAAc3EHWAcAAABsb2NhdG9ycQhYAQAAAGxxCVgFAAAAYXNfb2ZxCmNhc2NuX2RhdG"
        "EuZGF0ZXMKUGFydGlhbERhdGUKcQspgXEMfXENKFgEAAAAdGV4dHEOWAcAAAAyMDIw"
        "LTA1cQ9YCAAAAGVhcmxpZXN0cRBjZGF0ZXRpbWUKZGF0ZQpxEWNfY29kZWNzCmVuY2"
        "9kZQpxElgFAAAAB8OkBQFxE1gGAAAAbGF0aW4xcRSGcRVScRaFcRdScRhYBgAAAGxh"
        "dGVzdHEZaBFoElgFAAAAB8OkBR9xGmgUhnEbUnEchXEdUnEedWJ1Yi4="
    ),
}


def test_pickles_of_older_releases_load() -> None:
    """
    A record gets its dates as they are now; a loose date shows the same.
    """
    date, period, population = (
        pickle.loads(base64.b64decode(raw))  # noqa: S301 - our own bytes
        for raw in _FORMER.values()
    )

    assert type(population.as_of) is PartialDate
    assert population.as_of == "2020-05"
    assert (str(date), date.precision) == ("2018-07", "month")
    assert date == PartialDate("2018-07")
    assert hash(date) == hash("2018-07")
    assert period.latest == datetime.date(2020, 12, 31)
    again = pickle.loads(pickle.dumps(date))  # noqa: S301 - our own bytes
    assert type(again) is PartialDate
    assert not hasattr(PartialDate.__new__(PartialDate), "text")


def test_dates_can_be_copied() -> None:
    """
    Copies and pickles are equal and look the same.
    """
    date = PartialDate("[2025-10..2025-12]")

    assert copy.deepcopy(date) is copy.copy(date) is date
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
