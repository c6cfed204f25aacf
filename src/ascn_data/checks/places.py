"""
Rules on places: they lie where their country lies.
"""

from collections.abc import Iterable

from ascn_data.checks.records import Tables, problem, records_of
from ascn_data.errors import Problem


def countries_agree(tables: Tables) -> Iterable[Problem]:
    """
    A city's project has the city's country, and an event its place's.
    """
    home = {r.id: r.country for t in ("cities", "places") for r in tables[t]}
    for project in tables["projects"]:
        for id_ in (*project.cities, *project.places):
            if home.get(id_, project.country) != project.country:
                what = f"{id_!r} lies in {home[id_]!r}"
                yield problem("projects", project, "country", what)
    for event in tables["events"]:
        expected = home.get(event.place)
        if expected is not None and event.country != expected:
            what = f"{event.place!r} lies in {expected!r}"
            yield problem("events", event, "country", what)
    for table, record in records_of(tables, "cities", "places"):
        if not record.id.startswith(f"{record.country}-"):
            what = f"the id does not begin with {record.country!r}"
            yield problem(table, record, "country", what)


# Degrees south, west, north and east, with room for islands and borders.
_BOUNDS = {
    "bn": (3.9, 113.9, 5.2, 115.5),
    "id": (-11.2, 94.8, 6.2, 141.1),
    "kh": (9.8, 102.2, 14.8, 107.7),
    "la": (13.8, 100.0, 22.6, 107.8),
    "mm": (9.4, 92.1, 28.6, 101.3),
    "my": (0.8, 99.5, 7.5, 119.4),
    "ph": (4.4, 116.8, 21.3, 126.7),
    "sg": (1.1, 103.5, 1.6, 104.2),
    "th": (5.5, 97.3, 20.6, 105.8),
    "tl": (-9.6, 123.9, -8.0, 127.5),
    "vn": (8.1, 102.0, 23.5, 110.0),
}


def coordinates_lie_in_country(tables: Tables) -> Iterable[Problem]:
    """
    Coordinates of places in ASEAN states lie within their country's bounds.
    """
    for table, record in records_of(tables, "cities", "places"):
        if record.latitude is None or record.country not in _BOUNDS:
            continue
        south, west, north, east = _BOUNDS[record.country]
        if not (
            south <= record.latitude <= north
            and west <= record.longitude <= east
        ):
            what = f"the point lies outside {record.country!r}"
            yield problem(table, record, "latitude", what)
