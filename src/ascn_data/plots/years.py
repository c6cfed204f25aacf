"""
Partnerships over the years.
"""

import datetime

from collections import Counter
from collections.abc import Iterable
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
from ascn_data.plots.ties import group_of


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import Event, Partnership
    from ascn_data.tables.table import Table


MOST_BARS = 60
"""How many partnerships a timeline can hold and be read."""

YEARS = range(2018, 2027)

POSSIBLE = (
    "Possible: begun, and nothing is known to end them after the last day of"
    " which a source speaks."
)


def year_counts(
    ds: "Dataset", partnerships: "Table[Partnership]"
) -> tuple[Counter[tuple[str, int]], Counter[tuple[str, int]]]:
    """
    Return how many partnerships of each outside party ran in each year.

    Returns:
        Those that certainly ran by the end of a year, and those that
        possibly did, by the name of the party and the year.
    """
    wanted = set(partnerships.ids)
    partners = ds.table("partners")
    groups = {partner.id: group_of(ds, partner) for partner in partners}
    certain: Counter[tuple[str, int]] = Counter()
    possible: Counter[tuple[str, int]] = Counter()
    for year in YEARS:
        ran = ds.partnerships(as_of=year)
        doubtful = set(ran.possible)
        for tie in ran.filter(lambda tie: tie.id in wanted):
            tally = possible if tie.id in doubtful else certain
            own = {g for id_ in tie.partners if (g := groups[id_])}
            tally.update((name, year) for _, name in own)
    return certain, possible


def by_year(
    ds: "Dataset",
    partnerships: "Table[Partnership]",
    asked: str,
    *,
    dark: bool,
    most: int = 8,
) -> "altair.VConcatChart":
    """
    Return partnerships in force by year; see `Pictures.partners_by_year`.
    """
    alt = vega()
    look = palette(dark=dark)
    certain, possible = year_counts(ds, partnerships)
    peaks: Counter[str] = Counter()
    for name, year in certain | possible:
        both = certain[name, year] + possible[name, year]
        peaks[name] = max(peaks[name], both)
    kept = sorted(peaks, key=lambda name: (-peaks[name], name))[:most]
    top = max(peaks.values(), default=1) * 1.18
    charts = []
    for name in kept:
        rows = [
            {
                "partner": name,
                "year": str(year),
                "certain": certain[name, year],
                "number": certain[name, year] + possible[name, year],
            }
            for year in YEARS
        ]
        charts.append(_small_bars(name, rows, top, look))
    chart = alt.concat(*charts, columns=4, spacing=18)
    unknown = sum(tie.start is None for tie in partnerships)
    title = f"No partnerships{asked}"
    if kept:
        sure = max(certain[kept[0], year] for year in YEARS)
        title = (
            f"{kept[0]} has the most partnerships: {sure} certain at the"
            f" peak{asked}"
        )
    words = Words(
        title=title,
        subtitle=(
            "Partnerships at the end of each year, by partners from outside"
            " ASEAN; dark: certain, light: possible; the number is both"
        ),
        alt=f"Small bars. {title}.",
        missing=[
            POSSIBLE,
            f"Without a known start, so not counted: {unknown}.",
            f"Partners with fewer, not drawn: {len(peaks) - len(kept)}.",
        ],
    )
    return finished(chart, words, ds.revision, dark=dark, columns=125)


def _small_bars(
    name: str, rows: list[dict[str, Any]], top: float, look: Palette
) -> Any:
    """
    Return the bars of one party.
    """
    alt = vega()
    x = alt.X(
        "year:O",
        title=None,
        axis=alt.Axis(
            values=["2018", "2022", "2026"], labelAngle=0, ticks=False
        ),
    )
    scale = alt.Scale(domain=[0, top])
    y = alt.Y("number:Q", axis=None, scale=scale)
    base = alt.Chart(alt.Data(values=rows))
    tips = ["year:O", "certain:Q", "number:Q"]
    return alt.layer(
        base.mark_bar(color=look.mark_soft, size=11).encode(
            x=x, y=y, tooltip=tips
        ),
        base.mark_bar(color=look.mark, size=11).encode(
            x=x, y=alt.Y("certain:Q", axis=None, scale=scale), tooltip=tips
        ),
        base.mark_text(dy=-7, fontSize=SIZE, color=look.ink).encode(
            x=x, y=y, text="number:Q"
        ),
    ).properties(
        width=168,
        height=110,
        title=alt.TitleParams(name, fontSize=12, offset=4),
    )


def timeline(
    ds: "Dataset",
    partnerships: "Table[Partnership]",
    events: "Iterable[Event]",
    asked: str,
    *,
    dark: bool,
) -> "altair.VConcatChart":
    """
    Return partnerships as bars in time; see `Pictures.timeline`.

    Raises:
        ValueError: If there are too many to be read.
    """
    alt = vega()
    look = palette(dark=dark)
    dated = [tie for tie in partnerships if tie.start is not None]
    if len(dated) > MOST_BARS:
        raise ValueError(
            f"{len(dated)} partnerships are too many for a timeline, which"
            f" holds {MOST_BARS}: ask for a partner, a city, a country or a"
            " kind"
        )
    dated.sort(key=lambda tie: (tie.start, tie.id))
    rows = [_span(tie) for tie in dated]
    ids = {tie.id for tie in dated}
    marks = [
        {
            "name": next(tie.name for tie in dated if tie.id == id_),
            "date": event.start.earliest.isoformat(),
            "event": event.name,
        }
        for event in events
        if event.start is not None
        for id_ in event.partnerships
        if id_ in ids
    ]
    order = [row["name"] for row in rows]
    starts = [row["from"] for row in rows]
    ends = [row["late"] for row in rows]
    x = alt.X(
        "from:T",
        title=None,
        axis=alt.Axis(format="%Y", grid=True, orient="top", tickCount=8),
        scale=alt.Scale(
            domain=[min(starts, default="2018"), max(ends, default="2026")]
        ),
    )
    y = alt.Y(
        "name:N",
        sort=order,
        title=None,
        axis=alt.Axis(domain=False, ticks=False, labelLimit=330),
    )
    data = alt.Data(values=rows)
    layers = [
        alt.Chart(data)
        .transform_filter("datum.late > datum.to")
        .mark_bar(
            height=9,
            filled=False,
            stroke=look.mark,
            strokeDash=[3, 2],
            strokeWidth=1,
        )
        .encode(x=alt.X("to:T"), x2="late:T", y=y),
        alt.Chart(data)
        .mark_bar(height=9, color=look.mark)
        .encode(x=x, x2="to:T", y=y, tooltip=["name:N", "told:N"]),
        alt.Chart(data)
        .mark_tick(color=look.mark, thickness=2, height=13)
        .encode(x=x, y=y),
        alt.Chart(alt.Data(values=marks))
        .mark_point(
            shape="diamond",
            filled=True,
            size=42,
            color=look.accent,
            opacity=1,
            stroke=look.paper,
            strokeWidth=0.6,
        )
        .encode(x=alt.X("date:T"), y=y, tooltip=["event:N", "date:T"]),
    ]
    chart = alt.layer(*layers).properties(
        width=WIDTH - 100, height=alt.Step(19)
    )
    unknown = len(partnerships) - len(dated)
    title = (
        f"{len(dated)} partnerships, the first from {starts[0][:4]}{asked}"
        if dated
        else f"No partnerships with a known start{asked}"
    )
    missing = [
        (
            "Filled: as far as a source speaks; dashed: planned, with nothing"
            " known to end it; tick: start; diamond: event."
        )
    ]
    if unknown:
        missing.append(
            f"{unknown} partnerships whose start no source gives are not"
            " drawn."
        )
    words = Words(
        title=title,
        subtitle="Partnerships from their start to the last day known,"
        " oldest first",
        alt=f"Bars in time. {title}. "
        + " ".join(f"{row['name']}: {row['told']}." for row in rows),
        missing=missing,
    )
    return finished(chart, words, ds.revision, dark=dark, columns=125)


def _span(tie: "Partnership") -> dict[str, Any]:
    """
    Return the span of a partnership: sure to its end or last sighting.
    """
    start = tie.start.earliest if tie.start else datetime.date.max
    sure = start
    if tie.end is not None:
        sure = tie.end.latest
    elif tie.status_as_of is not None:
        sure = max(start, tie.status_as_of.latest)
    late = sure
    if tie.end is None and tie.planned_end is not None:
        late = max(sure, tie.planned_end.latest)
    until = f"to {tie.end}" if tie.end else f"{tie.status.value}"
    return {
        "id": tie.id,
        "name": tie.name,
        "from": start.isoformat(),
        "to": sure.isoformat(),
        "late": late.isoformat(),
        "told": f"from {tie.start}, {until}",
    }
