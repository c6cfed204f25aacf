"""
Rules on dates: they fit together, and none lies beyond what sources can know.
"""

import datetime

from collections.abc import Iterable, Iterator
from typing import Any

from ascn_data.checks.records import Tables, problem, records_of
from ascn_data.dates import PartialDate
from ascn_data.errors import Problem


_PAIRS = (
    ("start", "end"),
    ("planned_start", "planned_end"),
    ("start", "status_as_of"),
    ("published", "accessed"),
)
"""Fields of which the second cannot lie before the first."""


def dates_fit(tables: Tables) -> Iterable[Problem]:
    """
    No end lies before its start, planned or not, and no status before it.
    """
    for table, record in records_of(tables):
        for first, second in _PAIRS:
            before = getattr(record, first, None)
            after = getattr(record, second, None)
            if before is None or after is None:
                continue
            if after.latest < before.earliest:
                what = f"{after} lies before the {first} {before}"
                yield problem(table, record, second, what)


def nothing_lies_ahead(tables: Tables) -> Iterable[Problem]:
    """
    Nothing happened after the newest source was published or looked at.

    Plans have fields of their own; the term of an office is a plan too.
    """
    known = [
        date.latest
        for source in tables["sources"]
        for date in (source.published, source.accessed)
        if date is not None
    ]
    newest = max(known, default=datetime.date.max)
    for table, record in records_of(tables):
        if table == "roles":
            continue
        for field, date in _dates_of(record):
            if date.earliest > newest:
                what = f"{date} lies after the newest source, {newest}"
                yield problem(table, record, field, what)


_DATES = ("start", "end", "status_as_of", "joined")


def _dates_of(record: Any) -> Iterator[tuple[str, PartialDate]]:
    """
    Yield what a record and its milestones date as done, with the fields.
    """
    for field in _DATES:
        date = getattr(record, field, None)
        if date is not None:
            yield field, date
    for milestone in getattr(record, "milestones", ()):
        yield "milestones", milestone.date


def reports_are_in_order(tables: Tables) -> Iterable[Problem]:
    """
    A project's history is in the order of the reports, each named once.
    """
    published = {s.id: s.published for s in tables["sources"]}
    for project in tables["projects"]:
        reports = [entry.report for entry in project.history]
        dates = [published.get(report) for report in reports]
        known = [date for date in dates if date is not None]
        if len(known) < len(dates):
            what = "a report in the history has no date of publication"
            yield problem("projects", project, "history", what)
        elif known != sorted(known):
            what = "the reports are not in the order of their dates"
            yield problem("projects", project, "history", what)
        if len(set(reports)) != len(reports):
            what = "a report occurs twice"
            yield problem("projects", project, "history", what)


def cities_join_at_their_event(tables: Tables) -> Iterable[Problem]:
    """
    A city joined in the time of the membership event that names it.
    """
    joined = {city.id: city.joined for city in tables["cities"]}
    for event in tables["events"]:
        if event.kind != "membership" or event.start is None:
            continue
        last = (event.end or event.start).latest
        for id_ in event.cities:
            date = joined.get(id_)
            if date is not None and (
                date.earliest != event.start.earliest or date.latest != last
            ):
                what = f"{event.start} is not when {id_!r} joined, {date}"
                yield problem("events", event, "start", what)
