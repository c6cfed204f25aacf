"""
What was known of a project, by a report or by a day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    import datetime

    from collections.abc import Callable

    from ascn_data.dates import PartialDate
    from ascn_data.models import Partnership, Project
    from ascn_data.models.vocabularies import FocusArea

    Published = Callable[[str], PartialDate | None]
    """Gives the day of a report by its id; None if it has none."""


class View(NamedTuple):
    """
    A project as it was known, with whether it was there for certain.
    """

    status: str
    focus_areas: tuple[FocusArea, ...]
    certain: bool


def view_of_report(project: Project, report: str) -> View | None:
    """
    Return what a report says of a project; None if it does not list it.
    """
    for entry in project.history:
        if entry.report == report:
            areas = (entry.focus_area,) if entry.focus_area else ()
            return View(
                entry.status, areas or project.focus_areas, certain=True
            )
    return None


def view_on_day(
    project: Project, day: datetime.date, published: Published
) -> View | None:
    """
    Return what was known of a project on a day; None if it did not count.

    Its focus area is that of the last report published by then.  A project
    that reports list, all of them without a status, counts as unknown.
    """
    from ascn_data.models.lifecycle import state_on

    listed = [
        entry
        for entry in project.history
        if (date := published(entry.report)) is not None and date.latest <= day
    ]
    last = listed[-1].focus_area if listed else None
    areas = project.focus_areas if last is None else (last,)
    state = state_on(project, day, published, project=True)
    if state is not None:
        return View(state.status, areas, state.certain)
    if listed and not any(entry.status != "unknown" for entry in listed):
        return View("unknown", areas, certain=True)
    return None


def ran_on(partnership: Partnership, day: datetime.date) -> bool | None:
    """
    Tell whether a partnership ran on a day: certainly, possibly or not.
    """
    from ascn_data.models.lifecycle import state_on

    state = state_on(partnership, day, lambda _: None, project=False)
    return None if state is None else state.certain
