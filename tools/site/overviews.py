"""
What is worth an overview: a city, a country, a partner, a focus area.
"""

import datetime

from collections import Counter
from typing import Any

import attrs

from tools.site.facts import address
from tools.site.relations import Relations
from tools.site.words import AREAS, count, date, label, listed


FIRST, LAST = 2014, 2028
"""The years that bars are drawn over; what is older begins at the edge."""


@attrs.frozen
class Bar:
    """
    A partnership in time, in percent of the years drawn.
    """

    href: str
    name: str
    with_whom: str
    told: str
    status: str
    left: float
    width: float
    possible: float
    first: str


@attrs.frozen
class Row:
    """
    A project and its status in each report.
    """

    href: str
    name: str
    area: str
    statuses: list[str | None]
    latest: str


@attrs.frozen
class Overview:
    """
    The parts of an overview; empty ones are not shown.
    """

    tallies: list[str]
    reports: list[tuple[str, str]]
    rows: list[Row]
    counts: list[tuple[str, list[int]]]
    bars: list[Bar]
    numbers: list[tuple[str, str, str, str, str]]
    cities: list[tuple[str, str, str, int]]


def overview_of(record: Any, table: str, known: Relations) -> Overview | None:
    """
    Return the overview of a record; None where its table has none.
    """
    ds = known.dataset
    cities: Any = ()
    numbers: Any = ()
    if table == "cities":
        projects = ds.projects(city=record.id)
        ties = ds.partnerships(city=record.id)
        own = {record.id, *(project.id for project in projects)}
        numbers = [o for o in ds.observations() if o.subject in own]
    elif table == "countries":
        projects = ds.projects(country=record.id)
        ties = ds.partnerships(country=record.id)
        cities = [c for c in ds.cities() if c.country == record.id]
        numbers = [
            o for o in ds.observations() if record.id in (o.country, o.subject)
        ]
    elif table == "partners":
        projects = ds.projects(partner=record.id)
        ties = ds.partnerships(partner=record.id)
        both: list[Any] = [*projects, *ties]
        reached = {id_ for each in both for id_ in each.cities}
        cities = [c for c in ds.cities() if c.id in reached]
    elif table == "terms" and record.scheme == "ascn-focus-areas":
        area = record.id.replace("-", "_")
        projects = ds.projects(focus_area=area)
        ties = ds.partnerships(focus_area=area)
    elif table == "partnerships":
        projects = ds.projects(partnership=record.id)
        ties = ds.partnerships(parent=record.id)
    else:
        return None
    rows = [_row(project, known) for project in projects]
    rows.sort(key=lambda row: (not any(row.statuses), row.name))
    bars = [_bar(tie, record.id, known) for tie in ties]
    bars.sort(key=lambda bar: (bar.first or "9999", bar.name))
    return Overview(
        tallies=_tallies(projects, ties, numbers),
        reports=[(r.id, date(r.published)) for r in reports_of(known)],
        rows=rows,
        counts=_counts(projects, known),
        bars=bars,
        numbers=[_number(o, known) for o in sorted(numbers, key=_when)],
        cities=[
            (
                address(city.id, known),
                city.name,
                f"{label(city.cohort)}, joined {date(city.joined)}",
                len(ds.projects(city=city.id)),
            )
            for city in cities
        ],
    )


def reports_of(known: Relations) -> list[Any]:
    """
    Return the reports that list projects, by their date.
    """
    ids = {
        entry.report
        for project in known.dataset.projects()
        for entry in project.history
    }
    found = [known.records[id_] for id_ in ids]
    return sorted(found, key=lambda source: source.published)


def _tallies(projects: Any, ties: Any, numbers: Any) -> list[str]:
    found = []
    if projects:
        statuses = Counter(label(p.status) for p in projects)
        inside = ", ".join(f"{n} {word}" for word, n in statuses.most_common())
        found.append(f"{count(len(projects), 'project')} ({inside})")
    if ties:
        found.append(count(len(ties), "partnership"))
    if numbers:
        found.append(count(len(numbers), "number"))
    return found


def _row(project: Any, known: Relations) -> Row:
    said = {entry.report: entry.status.value for entry in project.history}
    return Row(
        address(project.id, known),
        project.name,
        ", ".join(label(area) for area in project.focus_areas),
        [said.get(report.id) for report in reports_of(known)],
        project.status.value,
    )


def _counts(projects: Any, known: Relations) -> list[tuple[str, list[int]]]:
    """
    Return how many projects each report lists by status.
    """
    tally: Counter[tuple[str, str]] = Counter(
        (entry.report, entry.status.value)
        for project in projects
        for entry in project.history
    )
    statuses = dict.fromkeys(
        status
        for status in ("proposed", "planning", "ongoing", "completed")
        if any(key[1] == status for key in tally)
    )
    others = {key[1] for key in tally} - set(statuses)
    return [
        (
            label(status),
            [tally[report.id, status] for report in reports_of(known)],
        )
        for status in (*statuses, *sorted(others))
    ]


def _bar(tie: Any, own: str, known: Relations) -> Bar:
    start = tie.start.earliest if tie.start else None
    sure = tie.end.latest if tie.end else None
    if tie.end is None and tie.status_as_of is not None:
        sure = tie.status_as_of.latest
    late = sure
    if tie.end is None and tie.planned_end is not None:
        late = max(sure or tie.planned_end.latest, tie.planned_end.latest)
    left = _percent(start) if start else 0.0
    width = _percent(sure) - left if start and sure else 0.0
    possible = _percent(late) - left - width if start and late else 0.0
    others = [id_ for id_ in tie.partners if id_ != own]
    ends = (date(tie.start), date(tie.end) or date(tie.planned_end))
    told = f"from {ends[0]}" if ends[0] else "start unknown"
    if ends[1]:
        told += f" to {ends[1]}" + ("" if tie.end else " as planned")
    return Bar(
        address(tie.id, known),
        tie.name,
        listed([known.title(id_) for id_ in others], 3),
        told,
        label(tie.status),
        round(left, 1),
        round(max(width, 0.6), 1) if start else 0.0,
        round(max(possible, 0), 1),
        tie.start.text.strip("[") if tie.start else "",
    )


def _percent(day: datetime.date) -> float:
    """
    Return where a day lies among the years drawn.
    """
    year = day.year + (day.timetuple().tm_yday - 1) / 365.25
    return min(max((year - FIRST) / (LAST - FIRST), 0), 1) * 100


def _when(observation: Any) -> tuple[str, str]:
    when = observation.as_of or observation.period
    return observation.indicator, when.text.strip("[") if when else ""


def _number(
    observation: Any, known: Relations
) -> tuple[str, str, str, str, str]:
    when = observation.as_of or observation.period
    evidence = observation.evidence[0].source if observation.evidence else None
    return (
        address(observation.id, known),
        observation.title,
        f"{observation.value:,} {observation.unit}",
        date(when),
        known.title(evidence) if evidence else "",
    )


def areas() -> list[tuple[str, str]]:
    """
    Return the focus areas with the ids of their terms.
    """
    return [(id_.replace("_", "-"), name) for id_, name in AREAS.items()]
