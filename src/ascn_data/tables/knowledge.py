"""
What was known of a project, by a report or by a day.
"""

import datetime

from collections.abc import Callable
from typing import TYPE_CHECKING

from ascn_data.tables.selection import lasts_on


if TYPE_CHECKING:
    from ascn_data.models import Project, ProjectStatusReport
    from ascn_data.models.vocabularies import FocusArea, ProjectStatus

View = tuple["ProjectStatus", tuple["FocusArea", ...]]
"""A project's status and focus areas."""


def view_of_report(project: "Project", report: str) -> View | None:
    """
    What a report says of a project; None if it does not list it.
    """
    for entry in project.history:
        if entry.report == report:
            return _view(project, entry)
    return None


def view_on_day(
    project: "Project",
    day: datetime.date,
    published: Callable[[str], datetime.date],
) -> View | None:
    """
    What the last report published by a day says of a project.

    A project that no report lists counts from its start to its end, with the
    status that was stated by then.  None if it does not count.
    """
    entries = [e for e in project.history if published(e.report) <= day]
    if entries:
        return _view(project, entries[-1])
    if project.history or not lasts_on(project, day):
        return None
    stated = project.stated_status_as_of
    if stated is None or stated.earliest > day:
        from ascn_data.models.vocabularies import ProjectStatus

        return ProjectStatus.UNKNOWN, project.focus_areas
    return project.status, project.focus_areas


def _view(project: "Project", entry: "ProjectStatusReport") -> View:
    if entry.focus_area is None:
        return entry.status, project.focus_areas
    return entry.status, (entry.focus_area,)
