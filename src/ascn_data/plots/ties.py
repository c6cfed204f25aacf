"""
Partners and cities: who works with whom, and when.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ascn_data.plots.style import SIZE, Words, finished, palette, vega


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import Partner, Partnership, Project


LONGEST = 38
"""How many letters of a partner's name fit beside a picture."""


def group_of(ds: "Dataset", partner: "Partner") -> tuple[str, str] | None:
    """
    Return the id and name of who a partner belongs to outside ASEAN.

    A state stands for its agencies and companies, a body for its parts.
    None for partners of the member states and for ASEAN itself.
    """
    if partner.parent is not None and partner.country is None:
        return group_of(ds, ds.table("partners")[partner.parent])
    if partner.id == "asean":
        return None
    if partner.country is not None:
        state = ds.table("countries")[partner.country]
        if state.asean_joined is not None:
            return None
        return state.id, state.name
    # A name too long for a label has an acronym, as a rule.
    short = next((a for a in partner.aliases if len(a) < LONGEST), None)
    name = partner.name
    return partner.id, short if short and len(name) > LONGEST else name


def tie_counts(
    ds: "Dataset",
    records: Iterable["Partnership | Project"],
) -> tuple[Counter[tuple[str, str]], dict[str, str]]:
    """
    Return how many records tie each outside party to each city.

    Returns:
        The numbers by party and city, and the name of each party.
    """
    partners = ds.table("partners")
    groups = {partner.id: group_of(ds, partner) for partner in partners}
    tally: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    for record in records:
        own = {group for id_ in record.partners if (group := groups[id_])}
        for id_, name in own:
            names[id_] = name
            for city in record.cities:
                tally[id_, city] += 1
    return tally, names


def _largest(
    tally: Mapping[tuple[str, str], int], most: int
) -> tuple[list[str], list[str], int]:
    """
    Return the parties with most ties, the cities they have, the others.
    """
    parties: Counter[str] = Counter()
    cities: Counter[str] = Counter()
    for (party, _), number in tally.items():
        parties[party] += number
    kept = sorted(parties, key=lambda p: (-parties[p], p))[:most]
    for (party, city), number in tally.items():
        if party in kept:
            cities[city] += number
    ordered = sorted(cities, key=lambda c: (-cities[c], c))
    return kept, ordered, len(parties) - len(kept)


def matrix(
    ds: "Dataset",
    records: Iterable["Partnership | Project"],
    asked: str,
    *,
    dark: bool,
    most: int = 20,
) -> "altair.VConcatChart":
    """
    Return parties by cities; see `Pictures.partners_and_cities`.
    """
    alt = vega()
    look = palette(dark=dark)
    tally, names = tie_counts(ds, records)
    kept, cities, others = _largest(tally, most)
    table = ds.table("cities")
    rows = [
        {
            "partner": names[party],
            "city": table[city].name,
            "ties": tally[party, city],
        }
        for party in kept
        for city in cities
        if tally[party, city]
    ]
    order = [names[party] for party in kept]
    across = [table[city].name for city in cities]
    x = alt.X(
        "city:N",
        sort=across,
        title=None,
        axis=alt.Axis(
            orient="top",
            labelAngle=-90,
            domain=False,
            ticks=False,
            grid=True,
            labelOverlap=False,
        ),
    )
    y = alt.Y(
        "partner:N",
        sort=order,
        title=None,
        axis=alt.Axis(domain=False, ticks=False, grid=True, labelLimit=280),
    )
    data = alt.Data(values=rows)
    circles = (
        alt.Chart(data)
        .mark_circle(color=look.mark, opacity=1)
        .encode(
            x=x,
            y=y,
            size=alt.Size(
                "ties:Q",
                scale=alt.Scale(domain=[0, 20], range=[0, 620]),
                legend=None,
            ),
            tooltip=["partner:N", "city:N", "ties:Q"],
        )
    )
    numbers = [
        alt.Chart(
            alt.Data(values=[r for r in rows if (r["ties"] >= 5) == inside])
        )
        .mark_text(
            dx=0 if inside else 8,
            dy=0 if inside else -4,
            fontSize=SIZE,
            color=look.paper if inside else look.ink,
        )
        .encode(x=x, y=y, text="ties:Q")
        for inside in (True, False)
    ]
    chart = alt.layer(circles, *numbers).properties(
        width=alt.Step(23), height=alt.Step(23)
    )
    strongest = max(rows, key=lambda row: row["ties"], default=None)
    title = (
        f"{strongest['partner']} and {strongest['city']} have most in common:"
        f" {strongest['ties']} partnerships and projects{asked}"
        if strongest
        else f"No ties{asked}"
    )
    words = Words(
        title=title,
        subtitle=(
            "Partnerships and projects that name both, by partners from"
            " outside ASEAN; a state stands for its agencies and companies"
        ),
        alt=f"Table of circles. {title}. "
        + "; ".join(
            f"{r['partner']} and {r['city']}: {r['ties']}" for r in rows
        ),
        missing=[f"{others} partners with fewer ties are not drawn."]
        if others
        else [],
    )
    return finished(chart, words, ds.revision, dark=dark, columns=130)


def network(
    ds: "Dataset",
    records: Iterable["Partnership | Project"],
    asked: str,
    *,
    dark: bool,
    most: int = 12,
) -> "altair.VConcatChart":
    """
    Return parties and cities joined by lines; see `Pictures.network`.
    """
    alt = vega()
    look = palette(dark=dark)
    tally, names = tie_counts(ds, records)
    kept, cities, others = _largest(tally, most)
    table = ds.table("cities")
    height = max(len(cities), len(kept)) * 15
    left = {
        party: (at + 0.5) * height / len(kept) for at, party in enumerate(kept)
    }
    pull: dict[str, float] = defaultdict(float)
    for city in cities:
        ties = {p: tally[p, city] for p in kept if tally[p, city]}
        pull[city] = sum(left[p] * n for p, n in ties.items()) / sum(
            ties.values()
        )
    ordered = sorted(cities, key=lambda city: (pull[city], city))
    right = {
        city: (at + 0.5) * height / len(ordered)
        for at, city in enumerate(ordered)
    }
    lines = [
        {
            "partner": names[party],
            "city": table[city].name,
            "x": 0,
            "x2": 1,
            "y": left[party],
            "y2": right[city],
            "ties": tally[party, city],
        }
        for party in kept
        for city in ordered
        if tally[party, city]
    ]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1]))
    y = alt.Y(
        "y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True)
    )
    drawn = (
        alt.Chart(alt.Data(values=lines))
        .mark_rule(color=look.mark, opacity=0.45)
        .encode(
            x=x,
            x2="x2:Q",
            y=y,
            y2="y2:Q",
            size=alt.Size(
                "ties:Q",
                scale=alt.Scale(domain=[1, 12], range=[0.6, 9]),
                legend=None,
            ),
            tooltip=["partner:N", "city:N", "ties:Q"],
        )
    )
    ends = []
    for align, at, side in (("right", 0, left), ("left", 1, right)):
        own = Counter[str]()
        for (party, city), number in tally.items():
            key = party if side is left else city
            if party in left:
                own[key] += number
        rows = [
            {
                "x": at,
                "y": level,
                "label": (names[id_] if side is left else table[id_].name)
                + f" {own[id_]}",
            }
            for id_, level in side.items()
        ]
        ends.append(
            alt.Chart(alt.Data(values=rows))
            .mark_text(
                align=align,
                dx=-8 if at == 0 else 8,
                fontSize=SIZE,
                color=look.ink,
            )
            .encode(x=x, y=y, text="label:N")
        )
    chart = alt.layer(drawn, *ends).properties(width=330, height=height)
    title = (
        f"{names[kept[0]]} reaches"
        f" {sum(1 for c in cities if tally[kept[0], c])} of"
        f" {len(ds.table('cities'))} member cities{asked}"
        if kept
        else f"No ties{asked}"
    )
    words = Words(
        title=title,
        subtitle=(
            "Partnerships and projects that name both a partner from outside"
            " ASEAN and a city; thicker with more, numbers are ties"
        ),
        alt=f"Lines between partners and cities. {title}.",
        missing=[f"{others} partners with fewer ties are not drawn."]
        if others
        else [],
    )
    return finished(chart, words, ds.revision, dark=dark)
