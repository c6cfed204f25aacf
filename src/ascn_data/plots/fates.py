"""
What became of projects, report by report.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ascn_data.plots.reports import (
    STATUSES,
    beside_bars,
    inside_bars,
    reports,
    told_date,
)
from ascn_data.plots.style import WIDTH, Words, finished, palette, vega


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import Project, Source
    from ascn_data.tables.table import Table


NOT_LISTED = (
    "“Not listed”: the report has no row for the project, which does not say"
    " that the project ended."
)


def fates(
    ds: "Dataset", projects: "Table[Project]", asked: str, *, dark: bool
) -> "altair.VConcatChart":
    """
    Return what became of the projects of a report; see `Pictures.fates`.
    """
    alt = vega()
    look = palette(dark=dark)
    listed = reports(ds)
    paths = path_rows(projects, listed)
    order = (*STATUSES, "not listed")
    size = len(paths)
    gap = max(size * 0.035, 0.8)
    nodes: list[dict[str, Any]] = []
    level: dict[tuple[int, str], float] = {}
    for position, report in enumerate(listed):
        base = 0.0
        for status in order:
            number = sum(path[position] == status for path in paths)
            if number:
                level[position, status] = base
                nodes.append(
                    {
                        "date": str(report.published),
                        "status": status,
                        "from": base,
                        "to": base + number,
                        "middle": base + number / 2,
                        "projects": number,
                        "label": f"{number} {status}",
                    }
                )
                base += number + gap
    ribbons = _ribbons(paths, listed, order, level)
    x = alt.X(
        "date:T",
        title="Date of the report",
        axis=alt.Axis(
            values=[str(report.published) for report in listed],
            format="%-d %b %Y",
            grid=False,
        ),
        scale=alt.Scale(padding=44),
    )
    colour = alt.Color(
        "status:N",
        scale=alt.Scale(
            domain=list(order), range=[look.statuses[each] for each in order]
        ),
        legend=None,
    )
    areas = (
        alt.Chart(alt.Data(values=ribbons))
        .mark_area(interpolate="monotone", opacity=0.45)
        .encode(
            x=x,
            y=alt.Y("from:Q", axis=None),
            y2="to:Q",
            detail="flow:N",
            color=colour,
        )
    )
    bars = (
        alt.Chart(alt.Data(values=nodes))
        .mark_bar(size=76, stroke=look.quiet, strokeWidth=0.6)
        .encode(
            x=x,
            y=alt.Y("from:Q", axis=None),
            y2="to:Q",
            color=colour,
            tooltip=["date:N", "status:N", "projects:Q"],
        )
    )
    large = [node for node in nodes if node["projects"] > size * 0.05]
    texts = [
        *inside_bars(large, x, dark=dark),
        beside_bars([n for n in nodes if n not in large], x, look, 41),
    ]
    chart = alt.layer(areas, bars, *texts).properties(width=WIDTH, height=380)
    ends = Counter(path[-1] for path in paths)
    told = [f"{ends[status]} {status}" for status in order if ends[status]]
    years = [told_date(report)[-4:] for report in listed]
    title = (
        f"Of the {size} projects of {years[0]}, the report of {years[-1]} has"
        f" {', '.join(told)}"
    )
    words = Words(
        title=f"{title}{asked}",
        subtitle=(
            "Each band is projects that went from one status to another"
            " between two monitoring reports, which stand at their dates"
        ),
        alt=f"Flow. {title}.",
        missing=[NOT_LISTED]
        if any(node["status"] == "not listed" for node in nodes)
        else [],
    )
    return finished(chart, words, ds.revision, dark=dark)


def path_rows(
    projects: Iterable["Project"], listed: Sequence["Source"]
) -> list[tuple[str, ...]]:
    """
    Return the statuses of each project of the first report, by report.
    """
    found = []
    for project in projects:
        said = {entry.report: entry.status.value for entry in project.history}
        if listed and listed[0].id in said:
            found.append(
                tuple(said.get(each.id, "not listed") for each in listed)
            )
    return found


def _ribbons(
    paths: list[tuple[str, ...]],
    listed: Sequence["Source"],
    order: Sequence[str],
    level: dict[tuple[int, str], float],
) -> list[dict[str, Any]]:
    """
    Return the two ends of every band between neighbouring reports.
    """
    rows = []
    for position in range(len(listed) - 1):
        flows = Counter((path[position], path[position + 1]) for path in paths)
        left: Counter[str] = Counter()
        right: Counter[str] = Counter()
        for before in order:
            for after in order:
                number = flows[before, after]
                if not number:
                    continue
                ends = (
                    (position, before, left),
                    (position + 1, after, right),
                )
                for at, status, used in ends:
                    start = level[at, status] + used[status]
                    used[status] += number
                    rows.append(
                        {
                            "flow": f"{position} {before} {after}",
                            "date": str(listed[at].published),
                            "from": start,
                            "to": start + number,
                            "status": before,
                            "projects": number,
                        }
                    )
    return rows
