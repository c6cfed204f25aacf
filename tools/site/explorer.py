"""
The explorer: one page over the cities, projects and partnerships.

What each year and filter shows is asked of the library here, so that the
page's script only compares ids.
"""

import json
import pathlib

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ascn_data import Dataset
from ascn_data.citations import written
from ascn_data.models.vocabularies import (
    FocusArea,
    PartnershipKind,
    ProjectStatus,
)
from ascn_data.naming.folding import fold
from ascn_data.plots.land import EASTERN, MERCATOR, Projection
from tools.site.pages import rendered
from tools.site.provenance import Site, item_of
from tools.site.relations import Relations
from tools.site.words import AREAS, date, label


YEARS = tuple(range(2018, 2027))


def write_explorer(site: Site, target: pathlib.Path) -> None:
    """
    Write the page, its data and the rows that are downloaded from there.
    """
    target.mkdir(parents=True, exist_ok=True)
    data = data_of(site)
    _write_json(target / "data.json", data)
    _write_json(target / "names.json", list(names_of(site.known)))
    _write_json(target / "rows.json", rows_of(site.known.dataset))
    page = rendered(
        "explorer.html",
        root="../",
        here="explorer",
        title="Explorer",
        data=data,
        ratio=MERCATOR.width / MERCATOR.height,
        world_ratio=EASTERN.width / EASTERN.height,
        revision=site.revision,
    )
    (target / "index.html").write_text(page, encoding="utf-8")


def _write_json(path: pathlib.Path, data: Any) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


def data_of(site: Site) -> dict[str, Any]:
    """
    Return what the page's script filters and shows.
    """
    known = site.known
    ds = known.dataset
    return {
        "revision": site.revision,
        "digest": site.digest,
        "citation": ds.cite(),
        "years": YEARS,
        "countries": [
            [c.id, c.name] for c in ds.countries() if c.asean_joined
        ],
        "cohorts": [["pilot", "pilot city of 2018"], ["later", "later"]],
        "areas": [[id_, name] for id_, name in AREAS.items()],
        "themes": themes_of(ds),
        "kinds": [[k.value, label(k.value)] for k in PartnershipKind],
        "statuses": [[s.value, label(s.value)] for s in ProjectStatus],
        "partners": partners_of(ds),
        "cities": cities_of(known),
        "places": places_of(known),
        "projects": projects_of(ds),
        "partnerships": partnerships_of(ds),
    }


def _spot(place: Any, on: Projection) -> list[float] | None:
    """
    Return where a place lies on a map, in percent of both sides.
    """
    if place.latitude is None or not on.holds(place.longitude, place.latitude):
        return None
    x, y = on.point(place.longitude, place.latitude)
    return [round(x / on.width * 100, 2), round(y / on.height * 100, 2)]


def cities_of(known: Relations) -> list[dict[str, Any]]:
    """
    Return the member cities, with the years by which each had joined.
    """
    ds = known.dataset
    years = _years(lambda year: ds.cities(as_of=year))
    return [
        {
            "id": city.id,
            "name": city.name,
            "country": city.country,
            "cohort": city.cohort.value,
            "joined": date(city.joined),
            "years": years[city.id],
            "near": _spot(city, MERCATOR),
            "far": _spot(city, EASTERN),
        }
        for city in sorted(ds.cities(), key=lambda city: city.name)
    ]


def _years(asked: Any) -> dict[str, list[int]]:
    """
    Return for each record the years whose `as_of` has the record.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for year in YEARS:
        for record in asked(year):
            found[record.id].append(year)
    return found


def _possible(table: Any) -> list[Any]:
    """
    Return the records of a table that may not belong to it.
    """
    return [table[id_] for id_ in table.possible]


def themes_of(ds: Dataset) -> list[list[str]]:
    """
    Return the themes that rows of reports bear.
    """
    used = {e.theme for p in ds.projects() for e in p.history if e.theme}
    terms = ds.table("terms")
    return sorted(
        ([id_, terms[id_].label] for id_ in used), key=lambda pair: pair[1]
    )


def places_of(known: Relations) -> list[dict[str, Any]]:
    """
    Return the other places that have a point.
    """
    return [
        {
            "id": place.id,
            "name": place.name,
            "country": known.title(place.country),
            "near": _spot(place, MERCATOR),
            "far": _spot(place, EASTERN),
        }
        for place in known.dataset.places()
        if place.latitude is not None
    ]


def partners_of(ds: Dataset) -> list[list[Any]]:
    """
    Return the partners that take part in something, with what they are in.

    A state means its agencies and companies too, as in the library.
    """
    found = []
    for partner in ds.partners():
        records = [
            record.id
            for table in (
                ds.projects(partner=partner.id),
                ds.partnerships(partner=partner.id),
            )
            for record in table
        ]
        if records:
            found.append(
                [partner.id, partner.name, partner.kind.value, records]
            )
    return sorted(found, key=lambda row: row[1].casefold())


def projects_of(ds: Dataset) -> list[dict[str, Any]]:
    """
    Return the projects, with status and focus areas as known by each year.
    """
    views: dict[str, dict[str, list[Any]]] = defaultdict(dict)
    for year in (None, *YEARS):
        key = str(year or "")
        for project in ds.projects(as_of=year):
            views[project.id][key] = ["", []]
        for status in ProjectStatus:
            for project in ds.projects(as_of=year, status=status):
                views[project.id][key][0] = status.value
        for area in FocusArea:
            for project in ds.projects(as_of=year, focus_area=area):
                views[project.id][key][1].append(area.value)
    published = {
        source.id: source.published.earliest.year
        for source in ds.sources()
        if source.published is not None
    }
    for project in ds.projects():
        for key, view in views[project.id].items():
            said = [
                entry.theme
                for entry in project.history
                if not key or published[entry.report] <= int(key)
            ]
            view.append(said[-1] if said else None)
    return [
        {
            "id": project.id,
            "name": project.name,
            "cities": project.cities,
            "places": project.places,
            "country": project.country,
            "partners": project.partners,
            "views": views[project.id],
            "history": [
                [entry.report, entry.status.value] for entry in project.history
            ],
        }
        for project in ds.projects()
    ]


def partnerships_of(ds: Dataset) -> list[dict[str, Any]]:
    """
    Return the partnerships, with years and countries as the library has it.
    """
    years = _years(lambda year: ds.partnerships(as_of=year))
    maybe = _years(lambda year: _possible(ds.partnerships(as_of=year)))
    countries = defaultdict(list)
    for country in ds.countries():
        for tie in ds.partnerships(country=country.id):
            countries[tie.id].append(country.id)
    return [
        {
            "id": tie.id,
            "name": tie.name,
            "kind": tie.kind.value,
            "status": label(tie.status),
            "start": date(tie.start),
            "end": date(tie.end),
            "cities": tie.cities,
            "places": tie.places,
            "partners": tie.partners,
            "countries": countries[tie.id],
            "areas": [area.value for area in tie.focus_areas],
            "years": years[tie.id],
            "maybe": maybe[tie.id],
        }
        for tie in ds.partnerships()
    ]


def names_of(known: Relations) -> Iterator[list[str]]:
    """
    Yield each record's table, id, name, other names, and all of them folded.
    """
    for id_, record in known.records.items():
        own = known.title(id_)
        others = [
            getattr(record, "official_name", None),
            *(name.text for name in getattr(record, "names", ())),
            *getattr(record, "aliases", ()),
        ]
        names = list(dict.fromkeys([own, *(n for n in others if n)]))
        yield [known.table_of[id_], id_, *names]
        # The script folds as the library does; see explorer.js.


def folded_of(known: Relations) -> dict[str, list[str]]:
    """
    Return the folded names of every record, against which tests compare.
    """
    return {row[1]: [fold(n) for n in row[1:]] for row in names_of(known)}


def rows_of(ds: Dataset) -> dict[str, Any]:
    """
    Return the rows of three tables, as the library writes them flat.

    The sources behind each row come along, and the text of each source.
    """
    found: dict[str, Any] = {"sources": {}, "used": {}}
    sources = ds.table("sources")
    for name in ("cities", "projects", "partnerships"):
        table = ds.table(name)
        rows = json.loads(table.to_json(flat=True, exact=True))
        columns = list(rows[0])
        found[name] = {
            "columns": columns,
            "rows": {
                row["id"]: [row[column] for column in columns] for row in rows
            },
        }
        for record in table:
            used = dict.fromkeys(e.source for e in record.evidence)
            found["used"][record.id] = list(used)
            for id_ in used:
                item = item_of(sources[id_])
                found["sources"][id_] = written([item], "text")
    return found
