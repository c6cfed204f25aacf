"""
A small, valid dataset that tests damage on purpose.
"""

import json

from typing import Any

import pytest

from ascn_data import opening
from ascn_data.dataset import Dataset
from ascn_data.files.bundle import bundled_bytes
from ascn_data.models.catalogue import FILES
from ascn_data.models.records import parse_table, structure_table
from ascn_data.tables.store import Store
from ascn_data.versions import stores


EVIDENCE = [{"source": "report-1", "locator": "p. 1"}]


def stage(stage: str, date: str, **more: str) -> dict[str, Any]:
    """
    A milestone.
    """
    place = {"source": "report-1", "locator": "p. 3"}
    return {"stage": stage, "date": date, **more, **place}


ROWS: dict[str, list[dict[str, Any]]] = {
    "cities": [
        {
            "id": "vn-da-nang",
            "name": "Da Nang",
            "country": "vn",
            "kind": "province_level_city",
            "latitude": 16.07,
            "longitude": 108.22,
            "names": [
                {"text": "Đà Nẵng", "language": "vi", "kind": "endonym"}
            ],
            "geonames_id": 1583992,
            "wikidata_id": "Q25282",
            "unlocode": "VNDAD",
            "official_name": "Da Nang",
            "joined": "2018-04-28",
            "cohort": "pilot",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "vn-hue",
            "name": "Hue",
            "country": "vn",
            "official_name": "Hue",
            "joined": "2024",
            "cohort": "later",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "countries": [
        {
            "id": "jp",
            "name": "Japan",
            "iso_alpha2": "JP",
            "iso_alpha3": "JPN",
            "iso_numeric": "392",
            "m49": "392",
            "names": [{"text": "日本", "language": "ja", "kind": "endonym"}],
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "vn",
            "name": "Viet Nam",
            "iso_alpha2": "VN",
            "iso_alpha3": "VNM",
            "iso_numeric": "704",
            "m49": "704",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "events": [
        {
            "id": "meeting-1",
            "name": "First Meeting",
            "kind": "meeting",
            "series": "meetings",
            "number": 1,
            "start": "2019-10-08",
            "end": "2019-10-09",
            "place": "jp-yokohama",
            "country": "jp",
            "hosts": ["japan"],
            "partners": ["jetro"],
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "meeting-2",
            "name": "Second Meeting",
            "kind": "meeting",
            "series": "meetings",
            "number": 2,
            "confidence": "low",
            "evidence": EVIDENCE,
        },
    ],
    "observations": [
        {
            "id": "vn-da-nang--cameras--2019",
            "title": "Cameras in Da Nang",
            "subject": "vn-da-nang",
            "indicator": "cameras",
            "value": "18.50",
            "unit": "cameras",
            "as_of": "2019",
            "kind": "result",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "vn-da-nang--trips--2020",
            "title": "Trips in Da Nang",
            "subject": "vn-da-nang",
            "indicator": "trips",
            "value": "7",
            "unit": "trips",
            "period": "2020/2021",
            "kind": "target",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "partners": [
        {
            "id": "european-union",
            "name": "European Union",
            "kind": "state",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "european-commission",
            "name": "European Commission",
            "kind": "government_body",
            "parent": "european-union",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "japan",
            "name": "Japan",
            "kind": "state",
            "country": "jp",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "jetro",
            "name": "Japan External Trade Organization",
            "kind": "government_body",
            "country": "jp",
            "aliases": ["JETRO"],
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "partnerships": [
        {
            "id": "da-nang-pair",
            "name": "Da Nang and Yokohama",
            "kind": "city_pair",
            "partners": ["jetro"],
            "cities": ["vn-da-nang"],
            "places": ["jp-yokohama"],
            "milestones": [stage("signed", "2019"), stage("ended", "2020-06")],
            "start": "2019",
            "end": "2020-06",
            "status": "ended",
            "status_as_of": "2020-06",
            "parent": "mou",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "mou",
            "name": "Memorandum",
            "kind": "agreement",
            "partners": ["japan", "european-commission"],
            "countries": ["vn"],
            "milestones": [stage("signed", "2018-07")],
            "start": "2018-07",
            "status": "active",
            "status_as_of": "2018-07",
            "amounts": [
                {
                    "value": "10.50",
                    "currency": "USD",
                    "role": "total",
                    "basis": "planned",
                    "payers": ["japan"],
                    "source": "report-1",
                    "locator": "p. 3",
                }
            ],
            "focus_areas": ["health_and_well_being"],
            "focus_areas_basis": "assigned",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "places": [
        {
            "id": "jp-yokohama",
            "name": "Yokohama",
            "country": "jp",
            "kind": "city",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "projects": [
        {
            "id": "vn-da-nang--control-centre",
            "name": "Control Centre",
            "cities": ["vn-da-nang"],
            "country": "vn",
            "focus_areas": ["safety_and_security"],
            "focus_areas_basis": "stated",
            "status": "ongoing",
            "status_as_of": "2020-09-01",
            "history": [
                {
                    "report": "report-1",
                    "title": "Control Center",
                    "status": "planning",
                    "focus_area": "civic_and_social",
                    "row": 1,
                },
                {
                    "report": "report-2",
                    "title": "Control Centre",
                    "status": "ongoing",
                },
            ],
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "vn-da-nang--gardens",
            "name": "Gardens",
            "cities": ["vn-da-nang"],
            "country": "vn",
            "partners": ["jetro"],
            "partnerships": ["mou"],
            "milestones": [stage("begun", "2020"), stage("completed", "2021")],
            "start": "2020",
            "end": "2021",
            "status": "completed",
            "status_as_of": "2021",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "roles": [
        {
            "id": "chair-2020",
            "name": "Chair, 2020",
            "kind": "chair",
            "country": "vn",
            "start": "2020",
            "end": "2020",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "office-da-nang",
            "name": "Officer of Da Nang",
            "kind": "chief_smart_city_officer",
            "country": "vn",
            "city": "vn-da-nang",
            "institution": "People's Committee",
            "as_of": "2019-01-31",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "sources": [
        {
            "id": "report-1",
            "kind": "official",
            "title": "Report 1",
            "published": "2019-09-01",
            "language": "en",
            "mentions": ["vn-da-nang"],
            "confidence": "high",
            "evidence": EVIDENCE,
        },
        {
            "id": "report-2",
            "kind": "official",
            "title": "Report 2",
            "published": "2020-09-01",
            "accessed": "2024-12-31",
            "url": "https://example.org/2",
            "found_in": "report-1",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "terms": [
        {
            "id": "civic",
            "scheme": "areas",
            "label": "Civic",
            "confidence": "high",
            "evidence": EVIDENCE,
        },
    ],
    "retired": [
        {
            "id": "jetro-tokyo",
            "table": "partners",
            "revision": "2026.1",
            "replaced_by": ["jetro"],
            "reason": "One body, told twice.",
        },
        {
            "id": "gone",
            "table": "partners",
            "revision": "2026.1",
            "reason": "Withdrawn.",
        },
    ],
}


def rows() -> dict[str, list[dict[str, Any]]]:
    """
    A fresh copy of the rows, free to be damaged.
    """
    return {name: json.loads(json.dumps(ROWS.get(name, []))) for name in FILES}


def tables(
    from_rows: dict[str, list[dict[str, Any]]] | None = None,
) -> dict[str, tuple[Any, ...]]:
    """
    The records of rows, by default of the valid ones.
    """
    given = from_rows or rows()
    return {n: structure_table(given[n], n, f"{n}.json") for n in FILES}


def dataset() -> Dataset:
    """
    A dataset of the valid rows.
    """
    return Dataset(Store("sample", tables().__getitem__))


def mapped_dataset() -> Dataset:
    """
    The same with coordinates for both ends of the city pair.
    """
    given = rows()
    given["places"][0] |= {"latitude": 35.44, "longitude": 139.64}
    return Dataset(Store("sample", tables(given).__getitem__))


def carry(monkeypatch: pytest.MonkeyPatch, revision: str) -> None:
    """
    The bundled tables under another revision, in a store of their own.

    Tables keep the revision they were made under, so those of the default
    must not be made here.
    """

    def read(table: str) -> tuple[Any, ...]:
        file = f"{table}.json"
        return parse_table(bundled_bytes(f"data/{file}"), table, file)

    store = Store(revision, read, asked="ascn_data")
    monkeypatch.setattr(stores, "BUNDLED", store)
    monkeypatch.setattr(opening, "_DEFAULT", Dataset(store))
