"""
The map of city pairs.
"""

from typing import TYPE_CHECKING, Any

from ascn_data.plots.land import EASTERN, Projection, land
from ascn_data.plots.maps import Point, panel, shapes_of, stands_on
from ascn_data.plots.style import WIDTH, Words, finished, palette, vega


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import Partnership, Place
    from ascn_data.tables.table import Table


ZOOMS = {
    "South-East Asia": Projection("mercator", 92, 130, -11, 24, 652),
    "Japan and Korea": Projection("mercator", 125.4, 142, 31.8, 39, 652),
    "Eastern China": Projection("mercator", 113, 125, 27, 33, 320),
    "Europe": Projection("mercator", -12, 34, 35, 58.2, 320),
    "North America": Projection("mercator", -134, -66, 22, 50, 320),
}
"""The parts of the world that city pairs crowd in."""


def ends_of(ds: "Dataset", pair: "Partnership") -> list["Place"]:
    """
    Return the cities and places that a pair joins.
    """
    return [
        *(ds.table("cities")[id_] for id_ in pair.cities),
        *(ds.table("places")[id_] for id_ in pair.places),
    ]


def city_pairs(
    ds: "Dataset", pairs: "Table[Partnership]", asked: str, *, dark: bool
) -> "altair.VConcatChart":
    """
    Return the map of city pairs; see `Pictures.city_pairs`.
    """
    alt = vega()
    look = palette(dark=dark)
    drawn = {
        pair.id: ends
        for pair in pairs
        if len(ends := ends_of(ds, pair)) == 2
        and all(end.latitude is not None for end in ends)
    }
    counts: dict[str, int] = {}
    places: dict[str, Place] = {}
    for ends in drawn.values():
        for end in ends:
            counts[end.id] = counts.get(end.id, 0) + 1
            places[end.id] = end
    lines = [
        {
            "type": "Feature",
            "id": id_,
            "geometry": {
                "type": "LineString",
                "coordinates": [[e.longitude, e.latitude] for e in ends],
            },
        }
        for id_, ends in drawn.items()
    ]

    def tied(wide: float) -> Any:
        return shapes_of(lines).mark_geoshape(
            filled=False,
            stroke=look.accent,
            strokeWidth=wide,
            strokeOpacity=0.55,
            clip=True,
        )

    points = [
        Point(
            place,
            place.name + (f" {counts[id_]}" if counts[id_] > 1 else ""),
            14 + 9 * counts[id_],
        )
        for id_, place in sorted(places.items())
    ]
    far = [
        point
        for point in points
        if not any(stands_on(zoom, point.place) for zoom in ZOOMS.values())
    ]
    # On the map of the world only those are named that no panel shows.
    named = {point.place.id for point in far}
    world, unplaced = panel(
        points,
        EASTERN,
        look,
        silent=lambda place: place.id not in named,
        below=[tied(0.8)],
    )
    panels = []
    for name, zoom in ZOOMS.items():
        here = [point for point in points if stands_on(zoom, point.place)]
        if here:
            chart, left = panel(here, zoom, look, below=[tied(1.1)])
            unplaced += left
            panels.append(
                chart.properties(
                    title=alt.TitleParams(name, fontSize=12, offset=4)
                )
            )
    wide = [chart for chart in panels if chart.width > WIDTH]
    small = [chart for chart in panels if chart.width < WIDTH]
    rows = [
        *wide,
        *(
            alt.hconcat(*small[at : at + 2], spacing=12)
            for at in range(0, len(small), 2)
        ),
    ]
    missing = ["A number after a name counts its pairs."]
    others = [pair.name for pair in pairs if pair.id not in drawn]
    if others:
        missing.append(
            f"Not drawn, because not two ends with a point each are known:"
            f" {'; '.join(others)}."
        )
    if unplaced:
        names = ", ".join(spot.text for spot in unplaced)
        missing.append(f"Drawn without room for a name: {names}.")
    missing.append(land()["attribution"])
    title = f"{len(drawn)} city pairs are known{_with_whom(ds, drawn)}"
    words = Words(
        title=f"{title}{asked}",
        subtitle=(
            "City pairs of the network and its members, each a great circle"
            " between the two"
        ),
        alt="Map. "
        + "; ".join(
            " and ".join(end.name for end in ends) for ends in drawn.values()
        ),
        missing=missing,
    )
    return finished(
        alt.vconcat(world, *rows, spacing=14),
        words,
        ds.revision,
        dark=dark,
        columns=115,
    )


def _with_whom(ds: "Dataset", drawn: dict[str, list["Place"]]) -> str:
    """
    Return in words where the ends outside ASEAN lie, the most first.
    """
    states = ds.table("countries")
    tally: dict[str, int] = {}
    for ends in drawn.values():
        for country in {end.country for end in ends}:
            if states[country].asean_joined is None:
                tally[country] = tally.get(country, 0) + 1
    most = sorted(tally, key=lambda id_: (-tally[id_], id_))[:3]
    if not most:
        return ""
    named = [f"{states[id_].name} ({tally[id_]})" for id_ in most]
    told = " and ".join([", ".join(named[:-1]), named[-1]]).removeprefix(
        " and "
    )
    return f", most of them with {told}"
