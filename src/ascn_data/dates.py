"""
Dates at the precision known.

Sources say "2018", "July 2018", "8 July 2018" or "at some point between
October and December 2025".  `PartialDate` keeps exactly that and nothing
more.  The text form is a small part of ISO 8601-2 (EDTF level 1 and 2):
`2018`, `2018-07`, `2018-07-08` and `[2025-10..2025-12]` (one unknown day in
a window).  `Period` is a stretch of time, written as ISO 8601 writes
intervals, `2018-07/2020`; a single date stands for the whole of itself.
"""

import datetime
import functools
import operator
import re

from ascn_data import lazy_attrs as attrs


_POINT = re.compile(r"\d{4}(-\d{2})?(?:-\d{2})?", re.ASCII)
_WINDOW = r"\[([\d-]+)\.\.([\d-]+)\]"


def _bounds(text: str) -> tuple[datetime.date, datetime.date]:
    """
    The first and last day of a year, a month or a day.
    """
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(
            f"{text!r} is not a date: write 2018, 2018-07, 2018-07-08 or "
            "[2025-10..2025-12]"
        )
    day = f"{text}-01-01"[:10]
    try:
        first = datetime.date.fromisoformat(day)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date: {error}") from None
    if day == text:
        return first, first
    return first, _last_of_month(first.year, first.month if match[1] else 12)


def _last_of_month(year: int, month: int) -> datetime.date:
    """
    The day before the next month; date.max has none after it.
    """
    if month == 12:
        return datetime.date(year, 12, 31)
    return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)


def _parse(text: str) -> tuple[datetime.date, datetime.date]:
    """
    The first and last day that a date's text allows.
    """
    window = re.fullmatch(_WINDOW, text) if text.startswith("[") else None
    if window is None:
        return _bounds(text)
    start, end = (_bounds(part) for part in window.groups())
    if start[0] > end[0] or start[1] >= end[1]:
        raise ValueError(
            f"{text!r} is not a window: its start must lie before its end"
        )
    return start[0], end[1]


@functools.total_ordering
@attrs.frozen(repr=False, eq=False)
class PartialDate:
    """
    A date at the precision its source gives.

    Dates compare by their first day, then by their last day, so that
    `2018-07-08 < 2018-07 < 2018` never surprises a sort: what starts first
    comes first, and of two that start together the shorter comes first.

    Attributes:
        text: The date as ISO 8601-2 (EDTF) text, for example `2018-07`.

    Raises:
        ValueError: If the text is no such date.

    >>> PartialDate("2018-07").earliest
    datetime.date(2018, 7, 1)
    >>> PartialDate("[2025-10..2025-12]").latest
    datetime.date(2025, 12, 31)
    """

    text: str
    earliest: datetime.date = attrs.field(init=False)
    """The first day the date can mean."""
    latest: datetime.date = attrs.field(init=False)
    """The last day the date can mean."""

    def __init__(self, text: str) -> None:
        """
        Make a date of its text.
        """
        earliest, latest = _parse(text)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @property
    def precision(self) -> str:
        """
        `day`, `month`, `year`, or `window` for one day within a window.
        """
        if self.text.startswith("["):
            return "window"
        return ("year", "month", "day")[self.text.count("-")]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        # The text settles the order of 2018-01 and [2018-01-01..2018-01-31].
        return (self.earliest, self.latest, self.text) < (
            other.earliest,
            other.latest,
            other.text,
        )

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"


@attrs.frozen(repr=False)
class Period:
    """
    A stretch of time, both ends included.

    Attributes:
        text: `2018-07/2020` from July 2018 to the end of 2020, or a single
            date such as `2020` for the whole of that year.

    Raises:
        ValueError: If an end is no date or the end lies before the start.

    >>> Period("2018-07/2020").latest
    datetime.date(2020, 12, 31)
    """

    text: str
    earliest: datetime.date = attrs.field(init=False, eq=False)
    """The first day of the period."""
    latest: datetime.date = attrs.field(init=False, eq=False)
    """The last day of the period."""

    def __init__(self, text: str) -> None:
        """
        Make a period of its text.
        """
        start, slash, end = text.partition("/")
        earliest, latest = _parse(start)
        if slash:
            last_start, latest = _parse(end)
            if last_start < earliest:
                raise ValueError(
                    f"{text!r} is not a period: it ends before it starts"
                )
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Period({self.text!r})"


def last_day(when: "str | int | datetime.date | PartialDate") -> datetime.date:
    """
    The last day of a year, month or day, which is what `as_of` means.

    Raises:
        ValueError: If `when` is no date.

    >>> last_day(2019), last_day("2018-07")
    (datetime.date(2019, 12, 31), datetime.date(2018, 7, 31))
    """
    day = _as_day(when)
    return _as_partial(when).latest if day is None else day


def first_day(
    when: "str | int | datetime.date | PartialDate",
) -> datetime.date:
    """
    The first day of a year, month or day, which is what `since` means.

    Raises:
        ValueError: If `when` is no date.

    >>> first_day("2018-07")
    datetime.date(2018, 7, 1)
    """
    day = _as_day(when)
    return _as_partial(when).earliest if day is None else day


def _as_day(when: object) -> datetime.date | None:
    """
    The day of a `date` or `datetime`; None for anything else.

    pandas' NaT is a datetime by its class, but no day.
    """
    if not isinstance(when, datetime.date) or when != when:  # noqa: PLR0124
        return None
    return when.date() if isinstance(when, datetime.datetime) else when


def _as_partial(when: object) -> PartialDate:
    """
    A year as a number, also one of numpy's, or the text of a date, as a date.
    """
    if isinstance(when, PartialDate):
        return when
    if hasattr(when, "__index__") and not isinstance(when, bool):
        when = f"{operator.index(when):04}"
    if not isinstance(when, str):
        raise ValueError(f"{when!r} is not a date")  # noqa: TRY004 - one error for every wrong date
    return PartialDate(when)
