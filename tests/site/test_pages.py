"""
The pages in a browser: quiet, legible, reachable by all.
"""

import pathlib

import pytest

from playwright.sync_api import Browser

from ascn_data.models.catalogue import TABLES
from browsing import Opener, drawn, pages_of
from tools.site.build import HERE, TARGET


AXE = (HERE / "node_modules/axe-core/axe.min.js").as_posix()

SHOWN = [
    "index.html",
    "gallery.html",
    "reference/index.html",
    "tutorial/ten-minutes.html",
    "explorer/index.html",
    "downloads/index.html",
    "cities/index.html",
    "cities/kh-phnom-penh.html",
    "countries/vn.html",
    "partners/japan.html",
    "sources/me-2025.html",
]
"""Pages that are always looked at; the others are drawn."""

LONG = {
    "desktop-light": ["reference/api.html"],
    "phone-dark": ["reference/data-dictionary.html"],
}
"""Pages that take axe half a minute, each in one look."""

LOOKS = {
    "desktop-light": {
        "viewport": {"width": 1280, "height": 900},
        "color_scheme": "light",
    },
    "desktop-dark": {
        "viewport": {"width": 1280, "height": 900},
        "color_scheme": "dark",
    },
    "phone-light": {
        "viewport": {"width": 390, "height": 800},
        "color_scheme": "light",
    },
    "phone-dark": {
        "viewport": {"width": 390, "height": 800},
        "color_scheme": "dark",
    },
}


def some_pages(number: int) -> list[str]:
    """
    Return the pages that are always looked at and drawn ones.
    """
    known = [*SHOWN, *(page for pages in LONG.values() for page in pages)]
    rest = [page for page in pages_of(TARGET) if page not in known]
    return [*SHOWN, *drawn(rest, number - len(SHOWN))]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(look: str, opened: Opener) -> None:
    """
    On 40 pages, axe-core finds no violation of any level.
    """
    page = opened(**LOOKS[look])
    base = page.url
    problems = []
    for address in [*some_pages(40), *LONG.get(look, ())]:
        page.goto(base + address)
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run()")
        problems += [
            (address, each["id"], node["html"][:160], node["failureSummary"])
            for each in found["violations"]
            for node in each["nodes"]
        ]
        wide = page.evaluate(
            "document.documentElement.scrollWidth"
            " - document.documentElement.clientWidth"
        )
        if wide > 0:
            problems.append((address, "wider than the screen", str(wide), ""))

    assert problems == []


def test_every_page_is_quiet(opened: Opener, root: pathlib.Path) -> None:
    """
    No page complains or asks anything outside the site.

    Records' pages have one template and one script: every tenth is opened.
    """
    page = opened()
    base = page.url
    pages = pages_of(root)
    records = [page for page in pages if page.split("/")[0] in TABLES]
    others = [page for page in pages if page.split("/")[0] not in TABLES]
    for address in [*others, *records[::10]]:
        page.goto(base + address, wait_until="domcontentloaded")


def test_lists_and_links_work_without_scripts(
    browser: Browser, base: str
) -> None:
    """
    The explorer has every city, project and partnership as a link.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "explorer/index.html")

    assert page.locator("#cities a").count() == 38
    assert page.locator("#filters").is_hidden()
    page.locator("#cities a", has_text="Phnom Penh").click()
    assert page.url.endswith("cities/kh-phnom-penh.html")
    context.close()


def test_pages_print(opened: Opener) -> None:
    """
    On paper there is no navigation, and sources have their addresses.
    """
    page = opened("cities/kh-phnom-penh.html")
    page.emulate_media(media="print")

    assert page.locator("header nav").is_hidden()
    assert page.locator("h1").is_visible()
    content = page.evaluate(
        "getComputedStyle(document.querySelector('a[rel=external]'),"
        " '::after').content"
    )
    assert "http" in content
    assert len(page.pdf()) > 20_000


def test_local_scripts_have_glyphs(opened: Opener) -> None:
    """
    Names in other scripts are wider than nothing and no empty boxes.

    A character without a glyph is drawn as one that no font has.
    """
    page = opened("cities/index.html")
    same = page.evaluate(
        """() => {
          const box = (text) => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 40;
            const pen = canvas.getContext("2d");
            pen.font = "24px " + getComputedStyle(document.body).fontFamily;
            pen.fillText(text, 4, 30);
            return canvas.toDataURL();
          };
          const missing = box("\\u{10fffd}");
          return [..."กភລမதหผ曼河Ử"].filter((c) => box(c) === missing);
        }"""
    )

    assert same == []
