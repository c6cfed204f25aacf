"""
The pictures of the gallery, drawn from the calls that its page shows.
"""

import ast
import html
import json
import pathlib
import re

from collections.abc import Iterator
from typing import Any

import vl_convert

import ascn_data


ROOT = pathlib.Path(__file__).parents[2]
PAGE = ROOT / "docs" / "gallery.md"
CALL = re.compile(r"^>>> chart = ascn\.plot\.(\w+)\((.*)\)$", re.MULTILINE)
SHOWN = "<!-- picture -->"


def calls() -> Iterator[tuple[str, dict[str, Any]]]:
    """
    Yield the pictures that the page shows: their names and arguments.
    """
    for name, given in CALL.findall(PAGE.read_text(encoding="utf-8")):
        call = ast.parse(f"f({given})", mode="eval").body
        assert isinstance(call, ast.Call)  # noqa: S101 - so written above
        yield (
            name,
            {
                keyword.arg or "": ast.literal_eval(keyword.value)
                for keyword in call.keywords
            },
        )


def svg_of(chart: Any) -> str:
    """
    Return a chart as SVG, its numbers as short as a screen can show.
    """
    text: str = vl_convert.vegalite_to_svg(chart.to_json())
    return re.sub(
        r"-?\d+\.\d{2,}",
        lambda number: f"{float(number[0]):.1f}".removesuffix(".0"),
        text,
    )


def write_gallery(target: pathlib.Path) -> None:
    """
    Write every picture for light and dark pages, and their alt texts.
    """
    pictures = target / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    texts = {}
    for name, given in calls():
        for theme in ("light", "dark"):
            draw = getattr(ascn_data.plot, name)
            chart = draw(**given, dark=theme == "dark")
            path = pictures / f"{name}-{theme}.svg"
            path.write_text(svg_of(chart), encoding="utf-8")
            texts[name] = chart.description
    (target / "pictures" / "alt.json").write_text(
        json.dumps(texts), encoding="utf-8"
    )


def with_pictures(text: str, texts: dict[str, str]) -> str:
    """
    Return the page with the picture of each call where the page wants it.
    """
    names = iter([name for name, _ in CALL.findall(text)])

    def shown(_match: re.Match[str]) -> str:
        name = next(names)
        alt = html.escape(texts[name])
        return "\n".join(
            f'<a class="only-{theme}" href="pictures/{name}-{theme}.svg"><img'
            f' src="pictures/{name}-{theme}.svg" alt="{alt}"></a>'
            for theme in ("light", "dark")
        )

    return re.sub(re.escape(SHOWN), shown, text)
