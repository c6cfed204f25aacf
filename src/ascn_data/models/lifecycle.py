"""
The rule by which start, end and status follow from milestones and reports.

1. Milestones stand in the order in which they happened.  What a report says
   of a project comes before the first milestone that may be later than the
   day of the report.
2. The start is the first stage of the whole that is signed, begun or opened;
   of a project, that is begun.  An announcement, an approval or a contract
   is no start.
3. Announced gives announced (of a project: proposed), approved gives
   announced (planning), signed and contracted give active (planning).
4. Begun, ongoing, opened and resumed give active (of a project: ongoing).
5. Suspended gives suspended.
6. Completed gives completed and ended gives ended.  The end is the first of
   the closing stages after which nothing but closing comes.
7. Evaluated changes nothing.  Of what has been under way, announced,
   approved, signed and contracted leave the status and move its date; of
   what is suspended or closed they change nothing, but a partnership that is
   closed and signed again is active.
8. A stage of a component that is under way or completed shows that the whole
   runs, unless that is suspended or closed; other stages of components
   change nothing.
9. What a report says is the status on the day of the report, unless it
   leaves the status open.  The status is dated by the step that set it or
   confirmed it.
10. The calendar completes nothing.

The status on a day follows by the same rule from what was dated by then.
"""

from __future__ import annotations

import datetime

from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ascn_data.dates import PartialDate
    from ascn_data.models.partnership import Partnership
    from ascn_data.models.project import Project

    Published = Callable[[str], PartialDate | None]
    """Gives the day of a report by its id; None if it has none."""

_CLOSED = frozenset(("completed", "ended"))
_PREPARING = frozenset(("announced", "approved", "signed", "contracted"))
_RUNNING = frozenset(("begun", "ongoing", "opened", "resumed"))
_STARTS = {
    True: frozenset(("begun",)),
    False: frozenset(("signed", "begun", "opened")),
}
"""The stages that are a start: of a project, of a partnership."""

_STATUS = {
    True: dict.fromkeys(_RUNNING, "ongoing")
    | {
        "announced": "proposed",
        "approved": "planning",
        "signed": "planning",
        "contracted": "planning",
    },
    False: dict.fromkeys(_RUNNING, "active")
    | {
        "announced": "announced",
        "approved": "announced",
        "signed": "active",
        "contracted": "active",
    },
}
"""The statuses that stages give: to a project, to a partnership."""


class Step(NamedTuple):
    """
    A milestone, or what a report says of a project.

    Attributes:
        date: When the milestone happened, or the day of the report.
        word: The stage of the milestone, or the status in the report.
        is_report: Whether a report says it.
        of_part: Whether the milestone is about a component.
    """

    date: PartialDate
    word: str
    is_report: bool = False
    of_part: bool = False


class Lifecycle(NamedTuple):
    """
    What follows from the steps of a partnership or project.

    Attributes:
        start: When it began; None if no step tells.
        end: When it was completed or given up; None if no step tells.
        status: The status after the last step; `unknown` without any.
        status_as_of: The date of the step that set or confirmed the status.
        seen: The last day on which a step certainly shows it; None without
            any.  That a report calls it over shows nothing of the days
            before.
    """

    start: PartialDate | None
    end: PartialDate | None
    status: str
    status_as_of: PartialDate | None
    seen: datetime.date | None


def steps_of(
    record: Partnership | Project, published: Published
) -> tuple[Step, ...]:
    """
    Return the milestones and the reports of a record in their order.

    Args:
        record: A partnership or a project.
        published: A function that gives the day of a report by its id.
    """
    milestones = [
        Step(each.date, each.stage, of_part=each.component is not None)
        for each in record.milestones
    ]
    words = [
        Step(day, entry.status, is_report=True)
        for entry in getattr(record, "history", ())
        if entry.status != "unknown"
        and (day := published(entry.report)) is not None
    ]
    return tuple(_merged(words, milestones))


def _merged(
    words: Iterable[Step], milestones: Sequence[Step]
) -> Iterable[Step]:
    """
    Yield each word before the first milestone that may be later than it.
    """
    position = 0
    for word in words:
        while (
            position < len(milestones)
            and milestones[position].date.latest <= word.date.latest
        ):
            yield milestones[position]
            position += 1
        yield word
    yield from milestones[position:]


def followed(steps: Iterable[Step], *, project: bool) -> Lifecycle:
    """
    Return what follows from steps in their order.

    Args:
        steps: Milestones and reports, see `steps_of`.
        project: Whether they are those of a project.

    >>> from ascn_data import PartialDate
    >>> done = [Step(PartialDate("2019"), "signed")]
    >>> followed(done, project=False).status
    'active'
    """
    start: PartialDate | None = None
    end: PartialDate | None = None
    as_of: PartialDate | None = None
    seen: datetime.date | None = None
    status, under_way = "unknown", False
    for step in steps:
        if start is None and _is_start(step, project=project):
            start = step.date
        found = _status_after(
            step, status, under_way=under_way, project=project
        )
        if found is None:
            continue
        if found not in _CLOSED:
            end = None
        elif end is None and not step.is_report:
            # A report tells that something is over, not when.
            end = step.date
        if not (step.is_report and found in _CLOSED):
            day = step.date.earliest
            seen = day if seen is None else max(seen, day)
        status, as_of = found, step.date
        under_way = under_way or status in ("active", "ongoing", *_CLOSED)
    return Lifecycle(start, end, status, as_of, seen)


def _is_start(step: Step, *, project: bool) -> bool:
    """
    Tell whether a step is a stage with which the whole starts.
    """
    whole = not step.of_part and not step.is_report
    return whole and step.word in _STARTS[project]


def _status_after(
    step: Step, status: str, *, under_way: bool, project: bool
) -> str | None:
    """
    Return the status that a step sets or confirms; None if it does neither.
    """
    stopped = status == "suspended" or status in _CLOSED
    if step.is_report:
        return step.word
    if step.of_part:
        shows = step.word in _RUNNING or step.word == "completed"
        return _STATUS[project]["ongoing"] if shows and not stopped else None
    if step.word in _PREPARING and under_way:
        if not stopped:
            return status
        renewed = step.word == "signed" and status in _CLOSED and not project
        return "active" if renewed else None
    return _STATUS[project].get(step.word) or (
        None if step.word == "evaluated" else step.word
    )


class State(NamedTuple):
    """
    What is known of a partnership or project on a day.

    Attributes:
        status: Its status on the day, by what was dated by then.
        certain: Whether it was there for certain: not on a day within the
            window of a date, nor after the last sign of it.
    """

    status: str
    certain: bool


def state_on(
    record: Partnership | Project,
    day: datetime.date,
    published: Published,
    *,
    project: bool,
) -> State | None:
    """
    Return what is known of a record on a day; None if it was not there.

    A partnership is there from its start, a project from the first step that
    tells of it, both to their end.  Where nothing tells of an end, they may
    be there until the later of `planned_end` and `status_as_of`, and without
    a planned end for ever.

    Args:
        record: A partnership or a project.
        day: The day.
        published: A function that gives the day of a report by its id.
        project: Whether the record is a project.
    """
    steps = (
        steps_of(record, published)
        if record.milestones
        else _steps_of_fields(record, published)
    )
    perhaps = [step for step in steps if step.date.earliest <= day]
    if not perhaps:
        return None
    by_then = [step for step in perhaps if step.date.latest <= day]
    sure = followed(by_then, project=project)
    may = followed(perhaps, project=project)
    lives = [
        life
        for life in (sure, may)
        if _is_there(life, day, by_then=life is sure, project=project)
    ]
    if not lives:
        return None
    whole = followed(steps, project=project)
    if sure.status in _CLOSED:
        return State(sure.status, certain=len(lives) == 2)
    if _is_past_plan(record.planned_end, whole.status_as_of, day):
        return None
    known = whole.seen is not None and day <= whole.seen
    return State(lives[0].status, certain=known and len(lives) == 2)


def _steps_of_fields(
    record: Partnership | Project, published: Published
) -> tuple[Step, ...]:
    """
    Return the steps that the dates of a record without milestones tell of.
    """
    if getattr(record, "history", ()):
        words = list(steps_of(record, published))
    elif record.status_as_of is not None and record.status != "unknown":
        words = [Step(record.status_as_of, record.status, is_report=True)]
    else:
        words = []
    stages = []
    if record.start is not None:
        stages.append(Step(record.start, "begun"))
    if record.end is not None:
        closed = record.status if record.status in _CLOSED else "ended"
        stages.append(Step(record.end, closed))
    return tuple(_merged(words, stages))


def _is_there(
    life: Lifecycle, day: datetime.date, *, by_then: bool, project: bool
) -> bool:
    """
    Tell whether a record is there on a day, by what is known of it.

    A project that a report calls completed, of whose end no day is known,
    is there still, as completed.

    Args:
        life: What is known.
        day: The day.
        by_then: Whether it happened by then for certain.
        project: Whether it is known of a project.
    """
    if life.status in _CLOSED:
        if life.end is None:
            return project
        return day <= (life.end.latest if by_then else life.end.earliest)
    return life.status != "unknown" and (project or life.status != "announced")


def _is_past_plan(
    planned_end: PartialDate | None,
    status_as_of: PartialDate | None,
    day: datetime.date,
) -> bool:
    """
    Tell whether the planned time is over on a day, with no sign since.
    """
    if planned_end is None or day <= planned_end.latest:
        return False
    return status_as_of is None or status_as_of.latest < day
