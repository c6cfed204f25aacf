"""
Maps: the member cities, and the cities that are paired.
"""

import json

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from ascn_data.plots.labels import Box, Label, Spot, placed
from ascn_data.plots.land import MERCATOR, Projection, land
from ascn_data.plots.style import (
    SIZE,
    Palette,
    Words,
    finished,
    palette,
    vega,
)


if TYPE_CHECKING:
    import altair

    from ascn_data.dataset import Dataset
    from ascn_data.models import City, Place
    from ascn_data.tables.table import Table


INSETS = {
    "Gulf of Thailand": Projection("mercator", 99.3, 102.5, 12.1, 14.6, 170),
    "Malay Peninsula": Projection("mercator", 100.9, 104.9, 0.7, 3.9, 170),
}
"""Where members stand so near to each other that names need more room."""


@attrs.frozen
class Point:
    """
    A place on a map, and what is written beside the place.
    """

    place: "Place"
    text: str
    size: float = 30
    hollow: bool = False


def located(places: Iterable["Place"]) -> list["Place"]:
    """
    Return the places that have a point.
    """
    return [place for place in places if place.latitude is not None]


def xy(on: Projection, place: "Place") -> tuple[float, float]:
    """
    Return where a place stands on a map, in pixels.
    """
    return on.point(place.longitude or 0, place.latitude or 0)


def ground(on: Projection, look: Palette) -> list[Any]:
    """
    Return the layers beneath a map: land and borders.
    """
    shapes = land()
    near = on.kind == "mercator" and MERCATOR.west < on.centre < 150
    name = "world"
    if near:
        name = "region" if on.south < 20 else name
        name = "east" if on.west >= 124 else name
    fine = name == "region"

    def layer(geometry: Any, **mark: Any) -> Any:
        feature = {"type": "Feature", "geometry": geometry}
        return shapes_of([feature]).mark_geoshape(clip=True, **mark)

    layers = [
        layer(
            shapes[name],
            fill=look.land,
            stroke=look.border if near else None,
            strokeWidth=0.5,
        )
    ]
    if fine:
        layers.append(
            layer(
                shapes["borders"],
                filled=False,
                stroke=look.border,
                strokeWidth=0.7,
            )
        )
    return layers


def shapes_of(features: list[dict[str, Any]]) -> Any:
    """
    Return a chart of GeoJSON features.

    As text: the library would check every coordinate of lists.
    """
    alt = vega()
    text = json.dumps(features, separators=(",", ":"))
    return alt.Chart(
        alt.InlineData(values=text, format=alt.JsonDataFormat(type="json"))
    )


def dots(points: Sequence[Point], look: Palette) -> Any:
    """
    Return the layer of the points: the places themselves.
    """
    alt = vega()
    rows = [
        {
            "id": point.place.id,
            "name": point.place.name,
            "longitude": point.place.longitude,
            "latitude": point.place.latitude,
            "size": point.size,
            "fill": look.paper if point.hollow else look.mark,
        }
        for point in points
    ]
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_circle(opacity=1, stroke=look.mark, strokeWidth=1.3)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=alt.Size("size:Q", scale=None, legend=None),
            fill=alt.Fill("fill:N", scale=None, legend=None),
            tooltip=alt.Tooltip("name:N"),
        )
    )


def writing(
    labels: Sequence[Label], on: Projection, look: Palette
) -> list[Any]:
    """
    Return the layers of the labels and of the lines that lead to them.
    """
    alt = vega()
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, on.width]))
    y = alt.Y(
        "y:Q", axis=None, scale=alt.Scale(domain=[0, on.height], reverse=True)
    )
    leads = [
        {
            "x": label.spot.x,
            "y": label.spot.y,
            "x2": min(max(label.spot.x, label.box.left), label.box.right),
            "y2": min(max(label.spot.y, label.box.top), label.box.bottom),
        }
        for label in labels
        if label.leads
    ]
    layers = []
    if leads:
        layers.append(
            alt.Chart(alt.Data(values=leads))
            .mark_rule(color=look.quiet, strokeWidth=0.7)
            .encode(x=x, y=y, x2="x2:Q", y2="y2:Q")
        )
    for align in ("left", "right", "center"):
        rows = [
            {"x": label.x, "y": label.y, "label": label.spot.text}
            for label in labels
            if label.align == align
        ]
        if not rows:
            continue
        # First a pale edge, so that a line or coast does not cross a name.
        edge = {"stroke": look.paper, "strokeWidth": 3, "opacity": 0.8}
        layers.extend(
            alt.Chart(alt.Data(values=rows))
            .mark_text(align=align, baseline="middle", fontSize=SIZE, **drawn)
            .encode(x=x, y=y, text="label:N")
            for drawn in (edge, {"color": look.ink})
        )
    return layers


def panel(
    points: Sequence[Point],
    on: Projection,
    look: Palette,
    *,
    taken: Sequence[Box] = (),
    silent: Callable[["Place"], bool] | None = None,
    below: Sequence[Any] = (),
    above: Sequence[Any] = (),
) -> tuple[Any, list[Spot]]:
    """
    Return a map with its points and labels, and what found no room.

    Args:
        points: The places and their labels.
        on: The map.
        look: The colours.
        taken: Where no label may stand.
        silent: Whether a place goes without a label here.
        below: Layers between the land and the points.
        above: Layers over all else.
    """
    alt = vega()
    spots, others = [], []
    for point in points:
        x, y = xy(on, point.place)
        if silent is not None and silent(point.place):
            others.append((x, y))
        else:
            spots.append(Spot(x, y, point.text))
    frame = Box(2, 2, on.width - 2, on.height - 2)
    labels, left = placed(spots, frame, others=others, taken=taken)
    layers = [
        *ground(on, look),
        *below,
        dots(points, look),
        *writing(labels, on, look),
        *above,
    ]
    chart = (
        alt.layer(*layers)
        .project(**on.vega)
        .properties(
            width=on.width,
            height=on.height,
            view=alt.ViewConfig(stroke=look.line),
        )
    )
    return chart, left


def members(
    ds: "Dataset", cities: "Table[City]", asked: str, *, dark: bool
) -> "altair.VConcatChart":
    """
    Return the map of member cities; see `Pictures.members`.
    """
    alt = vega()
    look = palette(dark=dark)
    there = located(cities)
    later = {city.id for city in cities if city.cohort == "later"}
    points = [
        Point(city, city.name, hollow=city.id in later) for city in there
    ]
    crowded: dict[str, list[Point]] = {}
    for point in points:
        for name, inset in INSETS.items():
            if stands_on(inset, point.place):
                crowded.setdefault(name, []).append(point)
    crowded = {name: some for name, some in crowded.items() if len(some) > 1}
    silent = {each.place.id for some in crowded.values() for each in some}
    outlines = [_outline(INSETS[name], MERCATOR) for name in crowded]
    chart, unplaced = panel(
        points,
        MERCATOR,
        look,
        taken=outlines,
        silent=lambda place: place.id in silent,
        above=[_rectangle(each, MERCATOR, look) for each in outlines],
    )
    small = []
    for name, some in crowded.items():
        drawn, more = panel(some, INSETS[name], look)
        unplaced += more
        heading = alt.TitleParams(name, fontSize=12, offset=4)
        small.append(drawn.properties(title=heading))
    if small:
        chart = alt.hconcat(chart, alt.vconcat(*small), spacing=12)
    left = [city.name for city in cities if city.latitude is None]
    missing = []
    if left:
        missing.append(f"Without a point, so not drawn: {', '.join(left)}.")
    if unplaced:
        names = ", ".join(spot.text for spot in unplaced)
        missing.append(f"Drawn without room for a name: {names}.")
    missing.append(land()["attribution"])
    pilots = sum(city.cohort == "pilot" for city in cities)
    states = len({city.country for city in cities})
    title = (
        f"{len(cities)} cities of {states}"
        f" {'state' if states == 1 else 'states'} are members{asked}"
    )
    words = Words(
        title=title,
        subtitle=(
            "Member cities of the ASEAN Smart Cities Network. Filled:"
            f" {pilots} pilot cities of 2018; hollow:"
            f" {len(cities) - pilots} that joined later"
        ),
        alt=(f"Map. {title}: {', '.join(city.name for city in cities)}."),
        missing=missing,
    )
    return finished(chart, words, ds.revision, dark=dark, columns=120)


def _outline(inset: Projection, on: Projection) -> Box:
    """
    Return what an inset shows as a rectangle of the larger map.
    """
    left, top = on.point(inset.west, inset.north)
    right, bottom = on.point(inset.east, inset.south)
    return Box(left, top, right, bottom)


def _rectangle(box: Box, on: Projection, look: Palette) -> Any:
    """
    Return the outline of what an inset shows.
    """
    alt = vega()
    row = {"x": box.left, "y": box.top, "x2": box.right, "y2": box.bottom}
    return (
        alt.Chart(alt.Data(values=[row]))
        .mark_rect(filled=False, stroke=look.ink, strokeWidth=1)
        .encode(
            x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, on.width])),
            y=alt.Y(
                "y:Q",
                axis=None,
                scale=alt.Scale(domain=[0, on.height], reverse=True),
            ),
            x2="x2:Q",
            y2="y2:Q",
        )
    )


def stands_on(zoom: Projection, place: "Place") -> bool:
    """
    Return whether a place lies on a map.
    """
    return zoom.holds(place.longitude or 0, place.latitude or 0)
