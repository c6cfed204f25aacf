"""
How the network grew.
"""

from typing import TYPE_CHECKING, Any

from ascn_data.plots.style import SIZE, WIDTH, Words, finished, palette, vega


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import City
    from ascn_data.tables.table import Table


def steps(cities: "Table[City]") -> list[dict[str, Any]]:
    """
    Return the dates at which cities joined, with the members afterwards.
    """
    joined: dict[str, list[City]] = {}
    for city in sorted(cities, key=lambda city: city.joined):
        joined.setdefault(city.joined.text, []).append(city)
    rows = []
    members = 0
    for text, new in joined.items():
        members += len(new)
        date = new[0].joined
        names = [city.name for city in new]
        rows.append(
            {
                "joined": text,
                "from": date.earliest.isoformat(),
                "to": date.latest.isoformat(),
                "members": members,
                "new": len(new),
                "names": names,
            }
        )
    return rows


def membership(
    ds: "Dataset", cities: "Table[City]", asked: str, *, dark: bool
) -> "altair.VConcatChart":
    """
    Return the growth of membership; see `Pictures.membership`.
    """
    alt = vega()
    look = palette(dark=dark)
    rows = steps(cities)
    last = max(
        source.published.earliest.isoformat()
        for source in ds.table("sources")
        if source.published is not None
    )
    line: list[dict[str, Any]] = []
    before = 0
    for row in rows:
        line += [
            {"date": row["from"], "members": before},
            {"date": row["from"], "members": row["members"]},
        ]
        before = row["members"]
        row["before"] = row["members"] - row["new"]
        row["label"] = _label(row)
    if rows:
        line.append({"date": last, "members": before})
    x = alt.X(
        "date:T",
        title=None,
        axis=alt.Axis(format="%Y", tickCount="year", grid=False),
        scale=alt.Scale(domain=["2018-01-01", last]),
    )
    y = alt.Y(
        "members:Q",
        title="Member cities",
        scale=alt.Scale(domain=[0, max(before * 1.1, 5)]),
    )
    drawn = (
        alt.Chart(alt.Data(values=line))
        .mark_line(color=look.mark, strokeWidth=2.5)
        .encode(x=x, y=y, order="members:Q")
    )
    windows = (
        alt.Chart(alt.Data(values=[r for r in rows if r["from"] != r["to"]]))
        .mark_rect(color=look.mark_soft, opacity=0.55)
        .encode(
            x=alt.X("from:T"),
            x2="to:T",
            y=alt.Y("before:Q"),
            y2="members:Q",
        )
    )

    def names(some: list[dict[str, Any]], align: str, dx: int, dy: int) -> Any:
        return (
            alt.Chart(alt.Data(values=some))
            .mark_text(
                align=align,
                dx=dx,
                dy=dy,
                baseline="bottom",
                color=look.ink,
                fontSize=SIZE,
                lineBreak="\n",
                lineHeight=13,
            )
            .encode(x=alt.X("from:T"), y=alt.Y("members:Q"), text="label:N")
        )

    # The first beneath its step, the last above and after, others before.
    layers = [names(rows[:1], "left", 8, 20)]
    if len(rows) > 1:
        layers += [
            names(rows[1:-1], "right", -8, -8),
            names(rows[-1:], "left", 4, -8),
        ]
    chart = alt.layer(windows, drawn, *layers).properties(
        width=WIDTH, height=380
    )
    title = (
        f"From {rows[0]['members']} cities in {rows[0]['from'][:4]} to"
        f" {before} in {last[:4]}{asked}"
        if len(rows) > 1
        else f"{before} member cities{asked}"
    )
    words = Words(
        title=title,
        subtitle=(
            "Member cities by the day each joined; where only a span is"
            " known, the line rises on its first day and the span is shaded"
        ),
        alt=f"Line. {title}. "
        + " ".join(
            f"{row['joined']}: {', '.join(row['names'])}." for row in rows
        ),
    )
    return finished(chart, words, ds.revision, dark=dark)


def _label(row: dict[str, Any]) -> str:
    """
    Return the label of a step: few names, or how many.
    """
    names = row["names"]
    if len(names) > 6:
        return f"{len(names)} pilot cities"
    return "\n".join(
        ", ".join(names[at : at + 2]) for at in range(0, len(names), 2)
    )
