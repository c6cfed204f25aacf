"""
What notebooks show, in a real browser: Chromium, light and dark.
"""

import html
import json
import pathlib
import re
import shutil
import subprocess

from typing import Any

import pytest

from matplotlib import pyplot as plt

import ascn_data

from ascn_data.comparing import diff
from ascn_data.dataset import Dataset
from ascn_data.models.catalogue import FILES, SCHEMAS
from ascn_data.tables.store import Store
from ascn_data.tables.table import Table
from samples import dataset, rows, tables


HOSTILE = {
    "script": "<script>window.ran = 1</script>",
    "image": "\"'><img src=x onerror='window.ran = 1'>",
    "ending": "</td></table></div><style>td {display: none}</style><h1>Out",
    "turned": "\u202eturned \u0634\u0647\u0631 \u0630\u0643\u064a",
    "endless": "Llanfairpwllgwyngyll" * 40,
    "wide": "\u65e5\u672c" * 300,
    "control": "a\x00b\x1b[31m\nc",
}

# What Jupyter says of tables in outputs, and its two themes.
THEMES = {
    "light": ("#ffffff", "#212121", "#f5f5f5"),
    "dark": ("#111111", "#e0e0e0", "#212121"),
}
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{margin: 0; background: {0}; color: {1}; font: 14px sans-serif;}}
:not(.x).jp td, :not(.x).jp th {{text-align: right; line-height: normal;}}
.jp tr:nth-child(even) {{background: {2};}}
</style><body>{3}<script>{4}</script>"""

MEASURE = """
const channels = text => text.match(/[0-9.]+/g).map(Number);
const over = ([r, g, b, a = 1], below) =>
  [r, g, b].map((value, i) => value * a + below[i] * (1 - a));
const light = colour => colour.map(value => value / 255)
  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const behind = element => element
  ? over(channels(getComputedStyle(element).backgroundColor),
         behind(element.parentElement))
  : [255, 255, 255];
const contrast = element => {
  const {color, opacity} = getComputedStyle(element);
  const back = behind(element);
  const [r, g, b, a = 1] = channels(color);
  const pair = [light(over([r, g, b, a * opacity], back)), light(back)];
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
};
const all = query => [...document.querySelectorAll(query)];
const texts = all(".ascn-data *").filter(element =>
  [...element.childNodes].some(n => n.nodeType == 3 && n.data.trim()));
addEventListener("load", () => {
  const found = document.createElement("pre");
  found.id = "found";
  found.textContent = JSON.stringify({
    ran: window.ran || 0,
    strange: all("img, h1, .ascn-data script").length,
    width: document.documentElement.scrollWidth,
    room: innerWidth,
    scrolled: all(".ascn-data").map(e => e.scrollWidth - e.clientWidth),
    contrast: Math.min(...texts.map(contrast)),
    hidden: texts.filter(e => !e.closest("details")
                              && !e.getClientRects().length).length,
    aligned: all("td:not(.number), th:not(.number)").every(
      e => getComputedStyle(e).textAlign == "left"),
    numbers: all("td.number").map(e => getComputedStyle(e).textAlign),
    shown: all(".ascn-data").map(e => e.innerText),
  });
  document.body.replaceChildren(found);
});
"""


def _chromium(page: pathlib.Path, *arguments: str) -> str:
    """
    What Chromium prints of a page, without a network.
    """
    program = shutil.which("chromium")
    assert program, "Chromium is missing: apt-get install chromium"
    done = subprocess.run(
        [
            program,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--hide-scrollbars",
            "--window-size=800,1000",
            f"--user-data-dir={page.parent / 'profile'}",
            *arguments,
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout


def _page(path: pathlib.Path, theme: str, objects: list[Any]) -> pathlib.Path:
    """
    A page that shows objects as a notebook of a theme does.
    """
    parts = [f'<div class="jp">{o._repr_html_()}</div>' for o in objects]
    text = PAGE.format(*THEMES[theme], "\n".join(parts), MEASURE)
    path.write_text(text, encoding="utf-8")
    return path


def _measured(page: pathlib.Path) -> dict[str, Any]:
    """
    What the page's script found out about its layout.
    """
    dom = _chromium(page, "--dump-dom")
    (found,) = re.findall(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)
    measures: dict[str, Any] = json.loads(html.unescape(found))
    return measures


def _objects() -> list[Any]:
    """
    Everything that shows itself, of the data in the package.
    """
    changes = ascn_data.diff("2026.1", "2026.2")
    reconciliation = ascn_data.reconciliation()
    history = ascn_data.history("th-phuket")
    project = ascn_data.projects(report="me-2024")[3]
    names = ["Saigon", "Pukhet", "Atlantis", None]
    return [
        *(ascn_data.load().table(name) for name in FILES),
        *(ascn_data.load().table(name)[0] for name in FILES[:-1]),
        ascn_data.city("Saigon"),
        project,
        project.history[0],
        ascn_data.load("2026.1"),
        ascn_data.revision(),
        changes,
        changes.filter(lambda change: change.field == "start"),
        changes[0],
        reconciliation,
        reconciliation[0],
        history,
        history[1],
        ascn_data.resolve(names, kind="city", on_unknown="none"),
        ascn_data.cities()[:0],
    ]


def _hostile_objects() -> list[Any]:
    """
    The same kinds of objects, full of names that mean harm.
    """
    given = rows()
    place = given["places"][0]
    given["places"] = [
        {**place, "id": f"jp-{id_}", "name": name, "note": name}
        for id_, name in HOSTILE.items()
    ]
    other = tables(given)
    places = Table(SCHEMAS["places"], other["places"], revision="<h1>x</h1>")
    return [
        places,
        *places,
        dataset().resolve(HOSTILE.values(), kind="city", on_unknown="none"),
        diff(dataset(), Dataset(Store("<h1>x</h1>", other.__getitem__))),
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_objects_are_legible(theme: str, tmp_path: pathlib.Path) -> None:
    """
    All text stands out from its background and fits the page.
    """
    page = _page(tmp_path / "page.html", theme, _objects())
    found = _measured(page)

    assert found["contrast"] >= 4.5
    assert found["hidden"] == 0
    assert found["width"] <= found["room"]
    assert max(found["scrolled"]) == 0
    assert found["aligned"]
    assert set(found["numbers"]) == {"right"}
    assert len(found["shown"]) == len(_objects())
    assert all("revision" in text for text in found["shown"][: len(FILES)])


@pytest.mark.parametrize("theme", THEMES)
def test_pages_have_ink(theme: str, tmp_path: pathlib.Path) -> None:
    """
    A picture of the page shows text on a background of the theme.
    """
    page = _page(tmp_path / "page.html", theme, [ascn_data.cities()])
    text = page.read_text(encoding="utf-8").replace(MEASURE, "")
    page.write_text(text, encoding="utf-8")
    picture = tmp_path / "page.png"
    _chromium(page, f"--screenshot={picture}")

    grey = plt.imread(picture)[:, :, :3].mean(axis=2)
    background = int(THEMES[theme][0][1:3], 16) / 255
    ink = (abs(grey - background) > 0.5).mean()
    assert 0.005 < ink < 0.2
    assert (abs(grey - background) < 0.02).mean() > 0.6


def test_hostile_names_neither_run_nor_break_the_page(
    tmp_path: pathlib.Path,
) -> None:
    """
    Markup is shown as text; an endless word is broken.
    """
    page = _page(tmp_path / "page.html", "light", _hostile_objects())
    found = _measured(page)

    assert (found["ran"], found["strange"]) == (0, 0)
    assert found["width"] <= found["room"]
    assert max(found["scrolled"]) == 0
    assert found["hidden"] == 0
    assert len(found["shown"]) == len(_hostile_objects())
    for name in ("script", "image", "ending"):
        assert HOSTILE[name] in found["shown"][0]
    assert "\u202e" not in "".join(found["shown"])
    assert "<h1>x</h1>" in found["shown"][0]


def test_the_measures_can_fail(tmp_path: pathlib.Path) -> None:
    """
    The page's script finds what the other tests deny.
    """

    class Broken:
        """
        Something that shows itself as badly as can be.
        """

        def _repr_html_(self) -> str:
            return (
                '<div class="ascn-data" style="color: #777"><h1>Out</h1>'
                f"<table><td>{'x' * 400}</table>"
                f"{HOSTILE['script']}{HOSTILE['image']}"
                '<p style="display: none">hidden</p></div>'
            )

    found = _measured(_page(tmp_path / "page.html", "dark", [Broken()]))

    assert found["ran"] == 1
    assert found["strange"] > 0
    assert found["width"] > found["room"]
    assert found["contrast"] < 4.5
    assert found["hidden"] > 0
    assert not found["aligned"]
