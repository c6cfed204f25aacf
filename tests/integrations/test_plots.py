"""
Pictures: each mark against the tables, each label against its neighbours.

Geometry is measured in Chromium, which draws the SVG.
"""

import pathlib
import re
import shutil

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import altair as alt
import pytest

from playwright.sync_api import Page, sync_playwright

import ascn_data

from ascn_data.plots import labels, land, maps, pairs, style
from ascn_data.plots.pictures import Pictures
from samples import mapped_dataset
from tools.site.gallery import calls, svg_of


DS = ascn_data.load()
PLOT = ascn_data.plot

MEASURE = """(svg) => {
  document.body.innerHTML = svg;
  const root = document.querySelector("svg");
  const box = (element) => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    return {left, top, right, bottom};
  };
  const panel = (element) => {
    const scope = element.closest("g.role-scope, g.role-frame");
    return [...document.querySelectorAll("g")].indexOf(scope);
  };
  return {
    frame: box(root),
    texts: [...root.querySelectorAll("text")].filter((t) =>
      t.textContent.trim() && !t.hasAttribute("stroke")).map((text) => ({
        text: text.textContent, panel: panel(text), box: box(text),
        size: parseFloat(getComputedStyle(text).fontSize),
        own: Boolean(text.closest(".mark-text"))})),
    points: [...root.querySelectorAll(".mark-symbol path")].map((point) => {
      const {left, top, right, bottom} = box(point);
      return {label: point.getAttribute("aria-label") ?? "",
        panel: panel(point), x: (left + right) / 2, y: (top + bottom) / 2};
    }),
  };
}"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """
    An empty page in Chromium.
    """
    program = shutil.which("chromium")
    assert program, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_page(viewport={"width": 1600, "height": 3000})
        browser.close()


def measured(page: Page, chart: Any) -> dict[str, Any]:
    """
    Return where Chromium draws the texts and points of a chart.
    """
    page.set_content("<body style='margin: 0'></body>")
    found: dict[str, Any] = page.evaluate(MEASURE, svg_of(chart))
    return found


def _box(given: dict[str, float]) -> labels.Box:
    return labels.Box(**given)


def faults(found: dict[str, Any]) -> list[str]:
    """
    Return what is wrong with the labels of a measured picture.
    """
    wrong = []
    texts = found["texts"]
    frame = _box(found["frame"])
    for at, text in enumerate(texts):
        # A line box is a little higher than its letters.
        box = _box(text["box"])
        if text["size"] < style.SIZE:
            wrong.append(f"{text['text']} is small: {text['size']} px")
        if not frame.holds(box):
            wrong.append(f"{text['text']} is cut at the frame")
        wrong += [
            f"{text['text']} lies over {other['text']}"
            for other in texts[at + 1 :]
            if box.meets(_box(other["box"]), -2)
        ]
    return wrong + strangers(found)


def strangers(found: dict[str, Any]) -> list[str]:
    """
    Return the labels that stand nearer to another point than to their own.
    """
    wrong = []
    for text in found["texts"]:
        name = re.sub(r" \d+$", "", text["text"])
        near = [p for p in found["points"] if p["panel"] == text["panel"]]
        own = [p for p in near if p["label"].endswith(f"name: {name}")]
        if not text["own"] or not own:
            continue
        box = _box(text["box"])
        nearest = min(near, key=lambda p: box.distance(p["x"], p["y"]))
        if nearest not in own:
            wrong.append(f"{name} stands at {nearest['label']}")
    return wrong


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("call", list(calls()), ids=lambda call: call[0])
def test_labels_can_be_read(
    call: tuple[str, dict[str, Any]],
    dark: bool,  # noqa: FBT001 - a look
    page: Page,
) -> None:
    """
    No label lies over another, is cut or small, or names a wrong point.
    """
    name, given = call
    chart = getattr(PLOT, name)(**given, dark=dark)

    assert faults(measured(page, chart)) == []
    assert chart.description.endswith(".") or len(chart.description) > 100
    assert DS.revision in str(chart.title.text)


def test_every_picture_is_in_the_gallery() -> None:
    """
    The gallery shows each method of `plot`.
    """
    public = {name for name in vars(Pictures) if not name.startswith("_")}

    assert {name for name, _ in calls()} == public


def test_the_faults_of_the_old_map_are_found(page: Page) -> None:
    """
    A label at a fixed distance covers another point, and the tests say so.

    That was the map of the first tutorial: the label of Jakarta over
    Semarang, whose pairs then ended in the word "Jakarta".
    """
    look = style.palette(dark=False)
    on = land.Projection("mercator", 90, 150, -9, 40, 320)
    places = [DS.city(n) for n in ("Jakarta", "Semarang", "Johor Bahru")]
    points = [maps.Point(place, place.name) for place in places]
    fixed = []
    for place in places[:2]:
        x, y = maps.xy(on, place)
        box = labels.Box(x + 4, y + 4, x + 60, y + 16)
        spot = labels.Spot(x, y, place.name)
        fixed.append(labels.Label(spot, x + 14, y, "left", box, False))  # noqa: FBT003
    chart = (
        alt.layer(maps.dots(points, look), *maps.writing(fixed, on, look))
        .project(**on.vega)
        .properties(width=on.width, height=on.height)
    )
    found = faults(measured(page, chart))

    assert any("lies over" in fault or "stands at" in fault for fault in found)


def rows_of(chart: Any, *fields: str) -> list[dict[str, Any]]:
    """
    Return the rows behind the marks of a chart that have some fields.
    """
    found: list[dict[str, Any]] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            values = node.get("data", {})
            if isinstance(values, dict):
                rows = values.get("values", [])
                if isinstance(rows, list):
                    found.extend(
                        row for row in rows if set(fields) <= set(row)
                    )
            for each in node.values():
                walk(each)
        elif isinstance(node, list):
            for each in node:
                walk(each)

    walk(chart.to_dict())
    return found


def test_members_are_the_cities() -> None:
    """
    Each city is one dot where the city is, hollow if it joined later.
    """
    look = style.palette(dark=False)
    for given in ({}, {"country": "vn"}, {"as_of": 2018}):
        rows = rows_of(PLOT.members(**given), "latitude", "fill")
        drawn = {
            (row["id"], row["longitude"], row["latitude"], row["fill"])
            for row in rows
        }

        assert drawn == {
            (
                city.id,
                city.longitude,
                city.latitude,
                look.mark if city.cohort == "pilot" else look.paper,
            )
            for city in DS.cities(**given)
        }


def test_members_of_one_country_have_no_needless_inset() -> None:
    """
    An inset is drawn only where members crowd.
    """
    text = PLOT.members(country="ph").to_json()

    assert "Malay Peninsula" not in text
    assert "Malay Peninsula" in PLOT.members(country="my").to_json()


def test_city_pairs_are_the_pairs(page: Page) -> None:
    """
    Each pair with two points is drawn; the others are named in the caption.
    """
    chart = PLOT.city_pairs()
    text = chart.to_json()
    ties = DS.partnerships(kind="city_pair")
    drawn = set(re.findall(r'\\"id\\":\\"([\w-]+)\\"', text))
    caption = " ".join(chart.title.text)

    for pair in ties:
        ends = pairs.ends_of(DS, pair)
        located = [end for end in ends if end.latitude is not None]
        if len(ends) == len(located) == 2:
            assert pair.id in drawn
        else:
            assert pair.id not in drawn
            assert pair.name in caption
    named = {text["text"] for text in measured(page, chart)["texts"]}
    for pair in ties:
        if pair.id in drawn:
            for end in pairs.ends_of(DS, pair):
                assert end.name in caption or any(
                    re.sub(r" \d+$", "", text) == end.name for text in named
                )
    none = PLOT.city_pairs(city="Dili", as_of=2020)
    assert "0 city pairs are known, 2020" in str(none.to_dict())


def test_membership_counts_the_cities() -> None:
    """
    Each step names the cities of its date and ends at all of them.
    """
    rows = rows_of(PLOT.membership(), "joined", "names")
    steps = {row["joined"]: row for row in rows}

    assert {joined: sorted(row["names"]) for joined, row in steps.items()} == {
        str(joined): sorted(
            city.name for city in DS.cities() if city.joined == joined
        )
        for joined in {city.joined for city in DS.cities()}
    }
    assert max(row["members"] for row in rows) == len(DS.cities())
    one = PLOT.membership(country="Singapore")
    assert "1 member cit" in str(one.to_dict())


@pytest.mark.parametrize(
    "given", [{}, {"country": "my"}, {"city": "Phuket"}], ids=str
)
def test_bars_are_the_projects_of_each_report(given: dict[str, Any]) -> None:
    """
    Every bar is as high as the table is long.
    """
    chart = PLOT.projects_by_status(**given)
    rows = rows_of(chart, "status", "from", "to", "report")

    assert rows
    for row in rows:
        same = DS.projects(report=row["report"], status=row["status"], **given)
        assert row["to"] - row["from"] == row["projects"] == len(same)


def test_bars_by_group_are_the_projects_of_each_report() -> None:
    """
    Every bar by focus area and country is as long as the table.
    """
    areas = {
        term.label: term.id.replace("-", "_")
        for term in DS.terms(scheme="ascn-focus-areas")
    }
    for row in rows_of(PLOT.projects_by_focus_area(), "report", "group"):
        same = DS.projects(
            report=row["report"], focus_area=areas[row["group"]]
        )
        assert row["projects"] == len(same)
    for row in rows_of(PLOT.projects_by_country(), "report", "group"):
        same = DS.projects(report=row["report"], country=row["group"])
        assert row["projects"] == len(same)
    themes = Counter(
        (entry.report, DS.terms()[entry.theme].label)
        for project in DS.projects()
        for entry in project.history
        if entry.theme
    )
    for row in rows_of(PLOT.projects_by_theme(), "report", "group"):
        assert row["projects"] == themes[row["report"], row["group"]]


def test_fates_are_those_of_the_first_report() -> None:
    """
    Boxes add up to all projects of the first report, bands to the boxes.
    """
    chart = PLOT.fates()
    boxes = rows_of(chart, "status", "middle", "date")
    total = len(DS.projects(report="me-2022"))
    seen = {(b["date"], b["status"]): b["projects"] for b in boxes}

    for date in {box["date"] for box in boxes}:
        assert total == sum(n for (d, _), n in seen.items() if d == date)
    last = DS.source("me-2025") if hasattr(DS, "source") else None
    published = last.published if last else DS.sources()["me-2025"].published
    completed = [
        project
        for project in DS.projects(report="me-2022")
        if any(
            entry.report == "me-2025" and entry.status == "completed"
            for entry in project.history
        )
    ]
    assert seen[str(published), "completed"] == len(completed)
    bands = rows_of(chart, "flow", "from", "to")
    leaving = Counter[tuple[str, str]]()
    for band in bands:
        assert band["to"] - band["from"] == pytest.approx(band["projects"])
        if band["flow"].split()[1] == band["status"]:
            leaving[band["flow"], band["date"]] += band["projects"]
    assert (
        sum(
            band["projects"]
            for band in bands
            if band["date"] == boxes[0]["date"]
        )
        == total
    )


def test_ties_are_the_records_that_name_both() -> None:
    """
    Each circle and line counts the partnerships and projects of both.
    """
    names = {country.name: country.id for country in DS.countries()}
    cities = {city.name: city.id for city in DS.cities()}
    for chart in (PLOT.partners_and_cities(), PLOT.network()):
        rows = rows_of(chart, "partner", "city", "ties")

        assert rows
        for row in rows:
            if row["partner"] not in names:
                continue
            country = names[row["partner"]]
            mine = {
                partner.id
                for partner in DS.partners()
                if partner.country == country
            }
            assert row["ties"] == sum(
                bool(mine & set(record.partners))
                and cities[row["city"]] in record.cities
                for table in (DS.partnerships(), DS.projects())
                for record in table
            )
    nobody = PLOT.network(partner="Timor-Leste")
    assert "No ties" in str(nobody.to_dict()["vconcat"][0]["title"])
    nobody = PLOT.partners_and_cities(partner="Timor-Leste")
    assert "No ties" in str(nobody.to_dict()["vconcat"][0]["title"])


def test_years_count_what_ran() -> None:
    """
    Each bar counts the partnerships of a state at the end of a year.
    """
    rows = rows_of(PLOT.partners_by_year(), "partner", "year")
    japan = [row for row in rows if row["partner"] == "Japan"]
    mine = {p.id for p in DS.partners() if p.country == "jp"}

    assert japan
    for row in japan:
        assert row["number"] == sum(
            bool(mine & set(tie.partners))
            for tie in DS.partnerships(as_of=int(row["year"]))
        )


def test_a_timeline_is_of_the_table() -> None:
    """
    Every dated partnership is a bar; too many are refused.
    """
    ties = DS.partnerships(partner="Japan", kind="city_pair")
    chart = PLOT.timeline(partner="Japan", kind="city_pair")
    rows = rows_of(chart, "id", "late")

    assert {row["id"] for row in rows} == {
        tie.id for tie in ties if tie.start is not None
    }
    with pytest.raises(ValueError, match="too many for a timeline"):
        PLOT.timeline()
    empty = PLOT.timeline(city="Dili", kind="loan")
    assert "No partnerships" in str(empty.to_dict())


def test_unknown_names_are_told() -> None:
    """
    A filter of a picture raises as that of a table does.
    """
    draw: list[Callable[[], object]] = [
        lambda: PLOT.members(country="Atlantis"),
        lambda: PLOT.timeline(partner="Atlantis"),
        lambda: PLOT.network(partner="Atlantis"),
    ]
    for each in draw:
        with pytest.raises(ascn_data.UnknownNameError):
            each()


def test_charts_are_written_without_a_network(tmp_path: pathlib.Path) -> None:
    """
    SVG and PNG come from vl-convert; the text in an SVG is text.
    """
    chart = PLOT.members(country="my")
    chart.save(tmp_path / "members.svg")
    chart.save(tmp_path / "members.png")

    assert "Kuala Lumpur</text>" in (tmp_path / "members.svg").read_text()
    assert (tmp_path / "members.png").read_bytes()[:4] == b"\x89PNG"


def test_pictures_say_what_they_are() -> None:
    """
    The namespace names its revision.
    """
    assert (
        repr(PLOT) == f"<ascn_data.plot: pictures of revision {DS.revision}>"
    )


def test_what_has_no_point_is_told() -> None:
    """
    A city without a point stands in the caption, not on the map.
    """
    chart = Pictures(mapped_dataset).members()

    assert "not drawn: Hue" in " ".join(chart.title.text)
    assert {row["id"] for row in rows_of(chart, "latitude", "fill")} == {
        "vn-da-nang"
    }


def test_pictures_of_nothing_say_so() -> None:
    """
    Filters that leave nothing give an empty picture with a true title.
    """
    for chart, title in (
        (PLOT.membership(country="Japan"), "0 member cities (Japan)"),
        (PLOT.members(country="Japan"), "0 cities of 0 states"),
        (PLOT.partners_by_year(city="Dili", kind="loan"), "No partnerships"),
        (PLOT.projects_by_country(partner="waze"), "in the latest report"),
    ):
        assert title in str(chart.to_dict()["vconcat"][0]["title"])
        assert svg_of(chart).startswith("<svg")
