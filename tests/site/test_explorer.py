"""
The explorer says what the library says.
"""

import csv
import io
import json
import random

from typing import Any

import openpyxl
import pytest

from playwright.sync_api import Page

import ascn_data

from ascn_data.models.vocabularies import (
    FocusArea,
    PartnershipKind,
    ProjectStatus,
)
from ascn_data.naming.folding import fold
from browsing import Opener
from tools.site.explorer import YEARS, names_of
from tools.site.relations import Relations


DS = ascn_data.load()
READY = "document.documentElement.dataset.ready === 'yes'"
PARTNERS = ["japan", "jetro", "united-states", "adb", "singapore", "koica"]


def explorer(opened: Opener, query: str = "") -> Page:
    """
    Open the explorer and wait until it works.
    """
    page = opened(f"explorer/index.html{query}")
    page.wait_for_function(READY)
    return page


def drawn_states(number: int) -> list[dict[str, Any]]:
    """
    Return filter states, the same every time.
    """
    draw = random.Random(2018)  # noqa: S311 - no secret
    asean = [c.id for c in DS.countries() if c.asean_joined]
    choices: dict[str, Any] = {
        "year": list(YEARS),
        "country": asean,
        "cohort": ["pilot", "later"],
        "area": [area.value for area in FocusArea],
        "status": [status.value for status in ProjectStatus],
        "partner": PARTNERS,
        "kind": [kind.value for kind in PartnershipKind],
    }
    states = []
    for _ in range(number):
        names = draw.sample(sorted(choices), draw.randint(1, 4))
        states.append({name: draw.choice(choices[name]) for name in names})
    return states


def asked(state: dict[str, Any]) -> dict[str, list[str]]:
    """
    Return what the library answers to a state of the filters.
    """
    year, country = state.get("year"), state.get("country")
    area, partner = state.get("area"), state.get("partner")
    pilots = {city.id: city.cohort.value for city in DS.cities()}

    def of_cohort(record: Any) -> bool:
        wanted = state.get("cohort")
        return wanted is None or any(
            pilots[id_] == wanted for id_ in record.cities
        )

    cities = DS.cities(country=country, as_of=year).filter(
        lambda city: state.get("cohort") in (None, city.cohort.value)
    )
    projects = DS.projects(
        country=country,
        focus_area=area,
        status=state.get("status"),
        partner=partner,
        as_of=year,
    ).filter(of_cohort)
    ties = DS.partnerships(
        country=country,
        partner=partner,
        kind=state.get("kind"),
        focus_area=area,
        as_of=year,
    ).filter(of_cohort)
    return {
        "cities": sorted(cities.ids),
        "projects": sorted(projects.ids),
        "partnerships": sorted(ties.ids),
    }


def shown(page: Page) -> dict[str, list[str]]:
    """
    Return the ids that the page's lists show.
    """
    found: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries(
          ["cities", "projects", "partnerships"].map((name) => [name,
            [...document.querySelectorAll(`#${name} > li:not([hidden])`)]
              .map((item) => item.dataset.id).sort()]))"""
    )
    return found


def test_filters_are_those_of_the_library(opened: Opener) -> None:
    """
    For 30 drawn addresses with filters, what is shown is what is asked.
    """
    page = opened()
    base = page.url
    different = []
    for state in drawn_states(30):
        query = "&".join(f"{name}={value}" for name, value in state.items())
        page.goto(f"{base}explorer/index.html?{query}")
        page.wait_for_function(READY)
        if shown(page) != asked(state):
            different.append(state)

    assert different == []


def test_several_values_widen_a_filter(opened: Opener) -> None:
    """
    Two countries show the records of both.
    """
    page = explorer(opened, "?country=my&country=la")

    assert shown(page)["cities"] == sorted(
        [*DS.cities(country="my").ids, *DS.cities(country="la").ids]
    )


def test_names_fold_as_in_the_library(opened: Opener) -> None:
    """
    Every name of every record folds to the same text in both.
    """
    page = explorer(opened)
    names = [name for row in names_of(Relations(DS)) for name in row[1:]]
    folded = page.evaluate("names => names.map(explorer.fold)", names)

    assert dict(zip(names, folded, strict=True)) == {
        name: fold(name) for name in names
    }


WANTED = {
    "th": "th", "lo": "la", "km": "kh", "my": "mm", "ta": "sg", "vi": "vn",
    "zh-Hans": "", "ja": "", "ko": "", "ms-Arab": "", "ru": "",
}  # fmt: skip


def names_in_scripts() -> list[tuple[str, str]]:
    """
    Return fifty names of places in at least eight languages, with their ids.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for table in (DS.cities(), DS.places(), DS.countries()):
        for record in table:
            for name in record.names:
                if not name.text.isascii() and name.language:
                    own = found.setdefault(name.language.split("-")[0], [])
                    own.append((record.id, name.text))
    most = [pairs[:8] for _, pairs in sorted(found.items())]
    return [pair for pairs in most for pair in pairs]


def test_search_finds_local_scripts(opened: Opener) -> None:
    """
    Fifty names and more in eight scripts and more lead to their records.
    """
    page = explorer(opened)
    names = names_in_scripts()
    page.fill("#q", names[0][1])
    page.wait_for_selector("#found a")
    missing = [
        (id_, text)
        for id_, text in names
        if id_
        not in page.evaluate(
            "text => explorer.search(explorer.fold(text)).map((h) => h[1])",
            text,
        )
    ]

    assert missing == []
    assert len(names) >= 50


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Saigon", "vn-ho-chi-minh-city"),
        ("Atlantis", None),
        ("กรุงเทพ", "th-bangkok"),
        ("ភ្នំពេញ", "kh-phnom-penh"),
        ("JETRO", "jetro"),
    ],
)
def test_search_is_seen(text: str, id_: str | None, opened: Opener) -> None:
    """
    What is typed is found and shown as links; a guess is never made.
    """
    page = explorer(opened)
    page.fill("#q", text)
    page.wait_for_selector("#results:not([hidden])")
    page.wait_for_function(
        "document.querySelector('#results h2').textContent !== 'Found'"
    )
    links = page.locator("#found a").evaluate_all(
        "links => links.map((a) => a.getAttribute('href'))"
    )

    if id_ is None:
        assert links == []
        assert page.locator("#results h2").inner_text() == "Nothing found"
    else:
        assert any(f"/{id_}.html" in link for link in links)


def test_the_address_holds_the_state(opened: Opener) -> None:
    """
    What is chosen is in the address, and the address brings it back.
    """
    page = explorer(opened)
    page.check("input[name=country][value=vn]")
    page.select_option("#partner", "japan")
    page.wait_for_function("location.search.includes('partner=japan')")
    before = shown(page)
    page.reload()
    page.wait_for_function(READY)

    assert "country=vn" in page.url
    assert (
        shown(page) == before == asked({"country": "vn", "partner": "japan"})
    )
    page.click("button[type=reset]")
    assert shown(page) == asked({})
    assert "?" not in page.url


def test_all_of_it_works_by_keyboard(opened: Opener) -> None:
    """
    Search, slider, filters, dots and lists are reached and work by keys.
    """
    page = explorer(opened)
    reached: list[str] = []
    page.focus(".skip")
    for _ in range(400):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                """() => {
                  const on = document.activeElement;
                  const look = getComputedStyle(on);
                  const seen = look.outlineStyle !== "none";
                  return (seen ? "" : "unseen ") + (on.name || on.id
                    || on.dataset.city || on.dataset.save || on.tagName);
                }"""
            )
        )
        if reached[-1] == "link":
            break
    for name in ("q", "year", "country", "area", "partner", "kind"):
        assert name in reached
    assert "kh-phnom-penh" in reached
    assert {"csv", "json", "xlsx", "txt", "link"} <= set(reached)
    assert [name for name in reached if name.startswith("unseen")] == []

    page.focus("#year")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("location.search.includes('year=2018')")
    assert shown(page) == asked({"year": 2018})
    page.focus("[data-city=kh-phnom-penh]")
    page.keyboard.press("Enter")
    assert page.locator("#focus-head").inner_text() == "Phnom Penh"
    assert page.evaluate("document.activeElement.id") == "focus"


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_downloads_are_what_is_shown(form: str, opened: Opener) -> None:
    """
    A file has the rows of the library and says that it is filtered.
    """
    page = explorer(opened, "?country=my&partner=japan")
    expected = asked({"country": "my", "partner": "japan"})["partnerships"]
    page.select_option("#what", "partnerships")
    with page.expect_download() as found:
        page.click(f"[data-save={form}]")
    name = found.value.suggested_filename
    content = found.value.path().read_bytes()
    total = len(DS.partnerships())
    said = f"filtered: {len(expected)} of {total} partnerships"

    assert f"-filtered-{len(expected)}-of-{total}.{form}" in name
    if form == "json":
        told = json.loads(content)
        ids = [row["id"] for row in told["partnerships"]]
        assert said in told["provenance"]
        assert told["sources"]
        rows = {
            r["id"]: r
            for r in json.loads(
                DS.partnerships().to_json(flat=True, exact=True)
            )
        }
        assert told["partnerships"] == [rows[id_] for id_ in ids]
    elif form == "csv":
        lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        ids = [line["id"] for line in lines]
        assert all(said in line["provenance"] for line in lines)
        theirs = DS.partnerships().filter(lambda tie: tie.id in ids).to_csv()
        plain = [
            {k: v for k, v in line.items() if k != "provenance"}
            for line in lines
        ]
        assert plain == list(csv.DictReader(io.StringIO(theirs)))
    else:
        book = openpyxl.load_workbook(io.BytesIO(content))
        head, *body = book["partnerships"].iter_rows(values_only=True)
        ids = [str(row[head.index("id")]) for row in body]
        assert said in str(book["about"]["A1"].value)
    assert sorted(ids) == expected


def test_it_is_fast(opened: Opener) -> None:
    """
    The first paint comes within a second, an answer within 100 ms.

    The best of nine answers counts: the others wait for other programs.
    """
    page = explorer(opened)
    paint = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    )
    took = page.evaluate(
        """async () => {
          const box = document.querySelector("input[name=country]");
          const times = [];
          for (let n = 0; n < 9; n += 1) {
            const began = performance.now();
            box.click();
            await new Promise(requestAnimationFrame);
            document.body.offsetHeight;
            times.push(performance.now() - began);
          }
          return Math.min(...times);
        }"""
    )

    assert paint < 1000
    assert took < 100
