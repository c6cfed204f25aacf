"""
Projects over the monitoring reports.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ascn_data.plots.style import (
    SIZE,
    WIDTH,
    Palette,
    Words,
    finished,
    palette,
    vega,
)


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import Project, Source
    from ascn_data.tables.table import Table


STATUSES = (
    *("completed", "ongoing", "suspended", "planning", "proposed"),
    *("ended", "unknown"),
)
"""From the axis upwards: what is done stands on the ground."""

MONTHS = (
    *("Jan", "Feb", "March", "April", "May", "June", "July"),
    *("Aug", "Sept", "Oct", "Nov", "Dec"),
)


def reports(ds: "Dataset") -> list["Source"]:
    """
    Return the monitoring reports, which print totals, by their date.
    """
    printed = {
        observation.report
        for observation in ds.table("observations")
        if observation.indicator == "projects_total"
    }
    sources = ds.table("sources")
    found = [sources[id_] for id_ in printed if id_ is not None]
    return sorted(found, key=lambda source: source.published)


def told_date(source: "Source") -> str:
    """
    Return the date of a report in words, for example `14 Aug 2023`.
    """
    day = source.published.earliest if source.published else None
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def status_rows(
    ds: "Dataset", projects: Iterable["Project"]
) -> list[dict[str, Any]]:
    """
    Return how many projects each report lists by status.
    """
    dates = {report.id: report for report in reports(ds)}
    tally = Counter(
        (entry.report, entry.status.value)
        for project in projects
        for entry in project.history
        if entry.report in dates
    )
    return [
        {
            "report": report.id,
            "date": str(report.published),
            "status": status,
            "projects": tally[id_, status],
        }
        for id_, report in dates.items()
        for status in STATUSES
        if tally[id_, status]
    ]


def by_status(
    ds: "Dataset", projects: "Table[Project]", asked: str, *, dark: bool
) -> "altair.VConcatChart":
    """
    Return bars of projects by status; see `Pictures.projects_by_status`.
    """
    alt = vega()
    look = palette(dark=dark)
    rows = status_rows(ds, projects)
    base: Counter[str] = Counter()
    for row in rows:
        row["from"] = base[row["report"]]
        base[row["report"]] += row["projects"]
        row["to"] = base[row["report"]]
        row["middle"] = (row["from"] + row["to"]) / 2
        row["label"] = f"{row['projects']} {row['status']}"
    listed = [report for report in reports(ds) if base[report.id]]
    totals: list[dict[str, Any]] = [
        {
            "date": str(report.published),
            "projects": base[report.id],
            "label": f"{base[report.id]} in all",
        }
        for report in listed
    ]
    days = [str(report.published) for report in listed]
    x = alt.X(
        "date:T",
        title="Date of the report",
        axis=alt.Axis(values=days, format="%-d %b %Y", grid=False),
        scale=alt.Scale(padding=70),
    )
    y = alt.Y("from:Q", title="Projects", scale=alt.Scale(zero=True))
    order = list(STATUSES)
    colours = [look.statuses[status] for status in order]
    bars = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(size=76, stroke=look.paper, strokeWidth=1)
        .encode(
            x=x,
            y=y,
            y2="to:Q",
            color=alt.Color(
                "status:N",
                scale=alt.Scale(domain=order, range=colours),
                legend=None,
            ),
            tooltip=["report:N", "status:N", "projects:Q"],
        )
    )
    tall = max((total["projects"] for total in totals), default=1)
    inside = [row for row in rows if row["projects"] > tall * 0.045]
    texts = [
        *inside_bars(inside, x, dark=dark),
        beside_bars([r for r in rows if r not in inside], x, look, 41),
    ]
    above = (
        alt.Chart(alt.Data(values=totals))
        .mark_text(dy=-9, fontSize=SIZE, fontWeight="bold", color=look.ink)
        .encode(x=x, y=alt.Y("projects:Q"), text="label:N")
    )
    chart = alt.layer(bars, *texts, above).properties(width=WIDTH, height=340)
    first, last = (totals[0], totals[-1]) if totals else ({}, {})
    done = sum(
        row["projects"]
        for row in rows
        if row["status"] == "completed" and row["date"] == last.get("date")
    )
    title = (
        f"{first['projects']} projects became {last['projects']};"
        f" {done} are completed{asked}"
        if len(totals) > 1
        else f"Projects by status{asked}"
    )
    words = Words(
        title=title,
        subtitle=(
            "Projects that each monitoring report lists, by the status it"
            " gives them; the reports stand at their dates"
        ),
        alt=f"Bars. {title}. " + _in_words(rows),
    )
    return finished(chart, words, ds.revision, dark=dark)


def _in_words(rows: Iterable[dict[str, Any]]) -> str:
    """
    Return rows of numbers as sentences, one for each report.
    """
    by_report: dict[str, list[str]] = {}
    for row in rows:
        told = f"{row['projects']} {row.get('status') or row['group']}"
        by_report.setdefault(row["date"], []).append(told)
    return " ".join(
        f"{date}: {', '.join(told)}." for date, told in by_report.items()
    )


def by_group(
    ds: "Dataset",
    projects: "Table[Project]",
    groups_of: Callable[["Project", Any], Iterable[str]],
    what: str,
    asked: str,
    *,
    dark: bool,
) -> "altair.VConcatChart":
    """
    Return small bars by group, a column for each report.

    Args:
        ds: The dataset.
        projects: The projects.
        groups_of: A function from a project and what a report says of it to
            the names of its groups.
        what: What the groups are, in words.
        asked: What was asked for, for the title.
        dark: Whether the page is dark.
    """
    alt = vega()
    look = palette(dark=dark)
    listed = reports(ds)
    tally = Counter(
        (entry.report, group)
        for project in projects
        for entry in project.history
        for group in groups_of(project, entry)
    )
    sizes = Counter(
        entry.report for project in projects for entry in project.history
    )
    last = listed[-1].id
    names = sorted(
        {group for _, group in tally},
        key=lambda group: (-tally[last, group], group),
    )
    rows: list[dict[str, Any]] = [
        {
            "report": report.id,
            "date": str(report.published),
            "head": f"{told_date(report)}: {sizes[report.id]}",
            "group": group,
            "projects": tally[report.id, group],
        }
        for report in listed
        for group in names
    ]
    most = max((row["projects"] for row in rows), default=1)
    columns = []
    for position, report in enumerate(listed):
        own = [row for row in rows if row["report"] == report.id]
        y = alt.Y(
            "group:N",
            sort=names,
            title=None,
            axis=alt.Axis(domain=False, ticks=False, labelLimit=240)
            if position == 0
            else None,
        )
        x = alt.X(
            "projects:Q",
            axis=None,
            scale=alt.Scale(domain=[0, most * 1.25], zero=True),
        )
        data = alt.Data(values=own)
        bars = (
            alt.Chart(data)
            .mark_bar(
                color=look.mark
                if position == len(listed) - 1
                else look.mark_soft,
                size=13,
            )
            .encode(x=x, y=y, tooltip=["group:N", "projects:Q"])
        )
        numbers = (
            alt.Chart(data)
            .mark_text(align="left", dx=4, color=look.ink, fontSize=SIZE)
            .encode(x=x, y=y, text="projects:Q")
        )
        columns.append(
            alt.layer(bars, numbers).properties(
                width=116,
                height=20 * len(names),
                title=alt.TitleParams(
                    f"{told_date(report)}: {sizes[report.id]}",
                    fontSize=SIZE,
                    fontWeight="normal",
                    offset=4,
                ),
            )
        )
    chart = alt.hconcat(*columns, spacing=14)
    largest = names[0] if names else ""
    share = tally[last, largest]
    title = (
        f"{largest}: {share} of {sizes[last]} projects in the latest report"
        f"{asked}"
    )
    words = Words(
        title=title,
        subtitle=(
            f"Projects that each monitoring report lists, by {what}; the"
            " number after a date is all of them"
        ),
        alt=f"Bars. {title}. {_in_words(rows)}",
    )
    return finished(chart, words, ds.revision, dark=dark, columns=112)


def inside_bars(
    rows: list[dict[str, Any]], x: Any, *, dark: bool
) -> list[Any]:
    """
    Return the layers of labels inside bars, dark on pale and pale on dark.
    """
    alt = vega()
    strong = {"completed", "ongoing", "ended"}
    pale_ink, dark_ink = (
        ("#14171a", "#e4e7ea")
        if dark
        else (
            "#ffffff",
            "#1b1e22",
        )
    )
    layers = []
    for is_strong in (True, False):
        own = [row for row in rows if (row["status"] in strong) == is_strong]
        layers.append(
            alt.Chart(alt.Data(values=own))
            .mark_text(
                fontSize=SIZE, color=pale_ink if is_strong else dark_ink
            )
            .encode(x=x, y=alt.Y("middle:Q"), text="label:N")
        )
    return layers


def beside_bars(
    rows: list[dict[str, Any]], x: Any, look: Palette, away: int
) -> Any:
    """
    Return the layer of labels beside bars that are too low for a label.
    """
    alt = vega()
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_text(align="left", dx=away, fontSize=SIZE, color=look.ink)
        .encode(x=x, y=alt.Y("middle:Q"), text="label:N")
    )
