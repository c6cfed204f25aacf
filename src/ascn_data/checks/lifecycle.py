"""
Rules on what happened to partnerships and projects.
"""

from collections.abc import Callable, Iterable
from typing import Any

from ascn_data.checks.records import PARTNERED, Tables, problem, records_of
from ascn_data.dates import PartialDate
from ascn_data.errors import Problem
from ascn_data.models.lifecycle import followed, steps_of


def _published(tables: Tables) -> Callable[[str], PartialDate | None]:
    """
    Return a function that gives the day of a report.
    """
    return {s.id: s.published for s in tables["sources"]}.get


def dates_and_status_follow(tables: Tables) -> Iterable[Problem]:
    """
    Start, end and status are what milestones and reports say, by the rule.
    """
    published = _published(tables)
    for table, record in records_of(tables, *PARTNERED):
        steps = steps_of(record, published)
        found = followed(steps, project=table == "projects")
        for field in ("start", "end", "status", "status_as_of"):
            value, wanted = getattr(record, field), getattr(found, field)
            if value != wanted:
                what = (
                    f"{value} does not follow from milestones and reports, "
                    f"which give {wanted}: python -m tools.curate.derive"
                )
                yield problem(table, record, field, what)


def milestones_are_in_order(tables: Tables) -> Iterable[Problem]:
    """
    No milestone lies before one that stands above it.
    """
    for table, record in records_of(tables, *PARTNERED):
        above: Any = None
        for milestone in record.milestones:
            if above is not None and milestone.date.latest < above.earliest:
                what = (
                    f"{milestone.stage} {milestone.date} lies before {above}, "
                    "which stands above it"
                )
                yield problem(table, record, "milestones", what)
            if above is None or milestone.date.earliest > above.earliest:
                above = milestone.date


def components_are_named(tables: Tables) -> Iterable[Problem]:
    """
    The component of a milestone is one of the components of its project.
    """
    for table, record in records_of(tables, *PARTNERED):
        components = getattr(record, "components", ())
        for milestone in record.milestones:
            name = milestone.component
            if name is not None and name not in components:
                what = f"{name!r} is none of the components of this record"
                yield problem(table, record, "milestones", what)


def events_are_seen(tables: Tables) -> Iterable[Problem]:
    """
    No event of an active partnership is later than the last sign of it.
    """
    partnerships = {record.id: record for record in tables["partnerships"]}
    for event in tables["events"]:
        for id_ in event.partnerships:
            record = partnerships.get(id_)
            if (
                record is None
                or record.status != "active"
                or record.status_as_of is None
                or event.start is None
            ):
                continue
            if event.start.earliest > record.status_as_of.latest:
                what = (
                    f"the event {event.id!r} of {event.start} is a later "
                    f"sign than {record.status_as_of}: add a milestone"
                )
                yield problem("partnerships", record, "status_as_of", what)
