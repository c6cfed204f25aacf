"""
Dates at the precision known.

Sources say "2018", "July 2018", "8 July 2018" or "at some point between
October and December 2025".  `PartialDate` keeps exactly that and nothing
more.  The text form is a small part of ISO 8601-2 (EDTF level 1 and 2):
`2018`, `2018-07`, `2018-07-08` and `[2025-10..2025-12]` (one unknown day in
a window).  `Period` is a stretch of time, written as ISO 8601 writes
intervals, `2018-07/2020`; a single date stands for the whole of itself.
"""

from __future__ import annotations

import datetime
import operator
import re


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Self


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
    if not isinstance(text, str):
        raise TypeError(f"a date is written as text, not as {text!r}")
    window = re.fullmatch(_WINDOW, text) if text.startswith("[") else None
    if window is None:
        return _bounds(text)
    start, end = (_bounds(part) for part in window.groups())
    if start[0] > end[0] or start[1] >= end[1]:
        raise ValueError(
            f"{text!r} is not a window: its start must lie before its end"
        )
    return start[0], end[1]


_PICKLED: Any = None
"""No text: what old pickles make a date of before they tell its state."""


class _Former:
    """
    A date or period from a pickle of release 2026.2.1 or older.

    Those releases had classes of their own for dates, and a pickle makes an
    object before it tells the text, which no `str` could take up later.  The
    records of such a pickle hold the date behind this object; a loose date
    shows the same days and text, and is the date again once it is pickled.
    """

    __slots__ = ("_cls", "date")

    def __init__(self, cls: type[_Dated]) -> None:
        self._cls = cls

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        self.date = self._cls(state["text"])

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "date"), name)

    def __eq__(self, other: object) -> bool:
        return bool(self.date == renewed(other))

    def __hash__(self) -> int:
        return hash(self.date)

    def __str__(self) -> str:
        return str(self.date)

    def __reduce__(self) -> tuple[Any, ...]:
        return self.date.__reduce_ex__(2)


def renewed(value: Any) -> Any:
    """
    Return the date behind an object of an old pickle; all else as it is.
    """
    return value.date if isinstance(value, _Former) else value


class _Dated(str):
    """
    A text that stands for a stretch of days, ordered by those days.
    """

    __slots__ = ("_earliest", "_latest")

    _earliest: datetime.date
    _latest: datetime.date

    @property
    def earliest(self) -> datetime.date:
        """
        The first day that the text allows.
        """
        return self._earliest

    @property
    def latest(self) -> datetime.date:
        """
        The last day that the text allows.
        """
        return self._latest

    @property
    def text(self) -> str:
        """
        The plain text, for what takes exactly `str`.
        """
        return str(self)

    def _order(
        self, other: object
    ) -> tuple[tuple[datetime.date, datetime.date, str], ...]:
        """
        What decides between this and another date, which may be a text.
        """
        if isinstance(other, datetime.date):
            raise TypeError(
                f"{self!r} may mean many days and {other!r} is one: compare "
                ".earliest or .latest, which are datetime.date"
            )
        if not isinstance(other, str):
            raise TypeError(f"{self!r} and {other!r} have no order")
        dated = other if isinstance(other, _Dated) else Period(other)
        return tuple(
            (each.earliest, each.latest, str(each)) for each in (self, dated)
        )

    def __lt__(self, other: str) -> bool:
        mine, theirs = self._order(other)
        return mine < theirs

    def __le__(self, other: str) -> bool:
        mine, theirs = self._order(other)
        return mine <= theirs

    def __gt__(self, other: str) -> bool:
        mine, theirs = self._order(other)
        return mine > theirs

    def __ge__(self, other: str) -> bool:
        mine, theirs = self._order(other)
        return mine >= theirs

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        return type(self), (str(self),)


class PartialDate(_Dated):
    """
    A date at the precision its source gives.

    The date is the text that it is written as: equal to it, printed and
    written to files like it.  Only its order is that of time: dates compare
    by their first day, then by their last day, so that
    `2018-07-08 < 2018-07 < 2018` never surprises a sort: what starts first
    comes first, and of two that start together the shorter comes first.

    Attributes:
        earliest: The first day the date can mean.
        latest: The last day the date can mean.

    Raises:
        ValueError: If the text is no such date.

    >>> PartialDate("2018-07").earliest
    datetime.date(2018, 7, 1)
    >>> PartialDate("[2025-10..2025-12]").latest
    datetime.date(2025, 12, 31)
    >>> PartialDate("2018-07") == "2018-07", PartialDate("2018-07") < "2019"
    (True, True)
    """

    __slots__ = ()

    def __new__(cls, text: str = _PICKLED) -> Self:
        """
        Make a date of ISO 8601-2 (EDTF) text, for example `2018-07`.
        """
        if text is _PICKLED:
            return _Former(cls)  # type: ignore[return-value]
        earliest, latest = _parse(text)
        made = super().__new__(cls, text)
        made._earliest, made._latest = earliest, latest
        return made

    @property
    def precision(self) -> str:
        """
        `day`, `month`, `year`, or `window` for one day within a window.
        """
        if self.startswith("["):
            return "window"
        return ("year", "month", "day")[self.count("-")]


class Period(_Dated):
    """
    A stretch of time, both ends included, which behaves as its text.

    Attributes:
        earliest: The first day of the period.
        latest: The last day of the period.

    Raises:
        ValueError: If an end is no date or the end lies before the start.

    >>> Period("2018-07/2020").latest
    datetime.date(2020, 12, 31)
    """

    __slots__ = ()

    def __new__(cls, text: str = _PICKLED) -> Self:
        """
        Make a period of text.

        Args:
            text: `2018-07/2020` from July 2018 to the end of 2020, or a
                single date such as `2020` for the whole of that year.
        """
        if text is _PICKLED:
            return _Former(cls)  # type: ignore[return-value]
        if not isinstance(text, str):
            raise TypeError(f"a period is written as text, not as {text!r}")
        start, slash, end = text.partition("/")
        earliest, latest = _parse(start)
        if slash:
            last_start, latest = _parse(end)
            if last_start < earliest:
                raise ValueError(
                    f"{text!r} is not a period: it ends before it starts"
                )
        made = super().__new__(cls, text)
        made._earliest, made._latest = earliest, latest
        return made


def last_day(when: str | int | datetime.date | PartialDate) -> datetime.date:
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
    when: str | int | datetime.date | PartialDate,
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
