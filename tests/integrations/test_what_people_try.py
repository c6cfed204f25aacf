"""
What people try first, with the libraries that they try it with.
"""

import base64
import datetime
import io
import json
import random
import sqlite3
import xml.etree.ElementTree as ET

from typing import Any

import altair as alt
import great_tables
import itables
import jinja2
import networkx as nx
import openpyxl
import orjson
import plotly.express as px
import pytest
import xlsxwriter
import yaml

from fastapi.encoders import jsonable_encoder
from hypothesis import given
from hypothesis import strategies as st
from streamlit.runtime.caching.cache_type import CacheType
from streamlit.runtime.caching.hashing import update_hash

import ascn_data

from ascn_data.models import City


DS = ascn_data.load("2026.2")
PHUKET = DS.city("Phuket")


def test_dates_are_texts_to_other_software() -> None:
    """
    JSON, SQLite, Jinja, openpyxl and XlsxWriter take a date as it is.
    """
    joined = PHUKET.joined
    with sqlite3.connect(":memory:") as connection:
        (stored,) = connection.execute("select ?", [joined]).fetchone()
    sheet = openpyxl.Workbook().active
    sheet["A1"] = joined
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, joined)
    read = openpyxl.load_workbook(stream).active

    assert sum(city.joined == "2018-04-28" for city in DS.cities()) == 26
    assert json.dumps({"joined": joined}) == '{"joined": "2018-04-28"}'
    assert stored == "2018-04-28"
    assert sheet["A1"].value == read["A1"].value == "2018-04-28"
    template = jinja2.Template("{{ date }} {{ date.earliest.year }}")
    assert template.render(date=joined) == "2018-04-28 2018"
    day: Any = datetime.date(2018, 1, 1)
    with pytest.raises(TypeError, match=r"\.earliest or \.latest"):
        assert joined > day


def test_rows_are_plain() -> None:
    """
    YAML and GraphML, which take exact texts alone, take rows.
    """
    rows = DS.cities().to_dicts()
    assert yaml.safe_load(yaml.safe_dump(rows)) == rows
    assert json.loads(json.dumps(rows)) == rows

    graph = nx.from_pandas_edgelist(
        DS.links().to_pandas(columns=["source", "target", "relation"]),
        edge_attr=True,
    )
    for city in DS.cities().to_dicts(columns=["id", "cohort", "joined"]):
        graph.add_node(city.pop("id"), **city)
    written = "".join(nx.generate_graphml(graph))

    assert ET.fromstring(written).tag.endswith("graphml")  # noqa: S314 - our own
    assert graph.nodes["th-phuket"]["joined"] == "2018-04-28"
    assert graph.has_edge("jetro-undp-mou", "jetro")


def test_encoders_take_records() -> None:
    """
    As they take dataclasses.
    """
    term = DS.term("Civic & Social")

    assert orjson.loads(orjson.dumps(term))["label"] == "Civic & Social"
    assert (
        jsonable_encoder(list(DS.terms()))[0]["scheme"] == DS.terms()[0].scheme
    )


def test_sequences() -> None:
    """
    A sample, a pattern, a strategy.
    """
    assert len({c.id for c in random.sample(DS.cities(), 5)}) == 5
    match DS.cities():
        case [first, *rest]:
            assert (first.id, len(rest)) == ("bn-bandar-seri-begawan", 37)


@given(st.sampled_from(DS.cities()))
def test_strategies(city: City) -> None:
    """
    Hypothesis draws records from a table.
    """
    assert city in DS.cities()


def test_charts_of_altair() -> None:
    """
    Numbers are quantitative, and a map of points has its coordinates.
    """
    frame = DS.observations().to_pandas()
    numbers = alt.Chart(frame).mark_bar().encode(x="value")
    cities: Any = DS.cities()
    points = (
        alt.Chart(cities)
        .mark_circle()
        .encode(longitude="longitude:Q", latitude="latitude:Q")
    )
    bar = numbers.to_dict()
    spec = points.to_dict()

    assert bar["encoding"]["x"]["type"] == "quantitative"
    (rows,) = spec["datasets"].values()
    features = rows["features"] if isinstance(rows, dict) else rows
    first = features[0].get("properties", features[0])
    assert (first["latitude"], first["longitude"]) == (
        DS.cities()[0].latitude,
        DS.cities()[0].longitude,
    )


def test_small_multiples_are_three_lines() -> None:
    """
    Status by year and country.
    """
    rows = DS.statuses(report=["me-2024", "me-2025"]).to_pandas(names=True)
    chart = (
        alt.Chart(rows)
        .mark_bar()
        .encode(x="year:O", y="count()", color="status")
    )
    spec = chart.facet("country_name", columns=5).to_dict()

    assert spec["facet"]["field"] == "country_name"
    assert len(rows) == 242


def test_tables_of_notebooks() -> None:
    """
    plotly, great_tables and itables take the frame.
    """
    frame = DS.cities().to_pandas(names=True)
    figure = px.scatter_geo(
        frame, lat="latitude", lon="longitude", color="country_name"
    )
    shown = frame[["name", "country_name", "joined"]]
    html = great_tables.GT(shown).as_raw_html()

    assert sum(len(trace.lat) for trace in figure.data) == 38
    assert "Phuket" in html
    assert "Phuket" in itables.to_html_datatable(shown)


def test_streamlit_hashes_records_and_tables() -> None:
    """
    As arguments of a cached function.
    """
    import hashlib

    def digest(value: Any) -> str:
        found = hashlib.new("md5", usedforsecurity=False)
        update_hash(value, found, CacheType.DATA)
        return base64.b64encode(found.digest()).decode()

    assert digest(PHUKET) == digest(DS.city("Phuket"))
    assert digest(PHUKET) != digest(DS.city("Hanoi"))
    assert digest(DS.cities(country="vn")) == digest(DS.cities(country="vn"))
    assert digest(DS.cities()) != digest(DS.cities()[:3])
