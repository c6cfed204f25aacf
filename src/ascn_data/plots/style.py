"""
How pictures look: colours, type, title, caption and alt text.
"""

import textwrap

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from ascn_data.exports.libraries import library
from ascn_data.models.publication import TITLE


if TYPE_CHECKING:
    import altair


FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
SIZE = 11
"""The smallest type, in pixels."""

WIDTH = 640
"""The width of a picture without its axis, in pixels."""


@attrs.frozen
class Palette:
    """
    The colours of pictures on a light or a dark page.

    Status has one hue, darker (on dark pages lighter) as work goes on, and
    is always written too.
    """

    paper: str
    ink: str
    quiet: str
    line: str
    land: str
    border: str
    mark: str
    mark_soft: str
    accent: str
    statuses: dict[str, str]


LIGHT = Palette(
    paper="#ffffff",
    ink="#1b1e22",
    quiet="#565c64",
    line="#d5d9de",
    land="#e9e5da",
    border="#bdb7a6",
    mark="#0b5394",
    mark_soft="#9cc3e6",
    accent="#b4451f",
    statuses={
        "proposed": "#e3edf6",
        "planning": "#b5d3ec",
        "ongoing": "#2f78b7",
        "completed": "#0a3d6b",
        "suspended": "#8a8f96",
        "ended": "#8a8f96",
        "unknown": "#d5d9de",
        "not listed": "#f0f1f3",
    },
)

DARK = Palette(
    paper="#14171a",
    ink="#e4e7ea",
    quiet="#a7aeb6",
    line="#3a4047",
    land="#34362f",
    border="#55574d",
    mark="#8fc1f2",
    mark_soft="#3d6f9e",
    accent="#ff9466",
    statuses={
        "proposed": "#1f2c38",
        "planning": "#2c4c69",
        "ongoing": "#5b9ad3",
        "completed": "#d6eafc",
        "suspended": "#7b8188",
        "ended": "#7b8188",
        "unknown": "#4a5057",
        "not listed": "#23282d",
    },
)


def palette(*, dark: bool) -> Palette:
    """
    Return the colours for a page.
    """
    return DARK if dark else LIGHT


def vega() -> Any:
    """
    Return the library that draws, or say how to install the library.
    """
    return library("altair", "plot")


@attrs.frozen
class Words:
    """
    What a picture says in words.

    Attributes:
        title: The message, as a sentence where the data allow one.
        subtitle: What is drawn, with its unit and date.
        missing: What is not drawn and why; empty if all is drawn.
        alt: The same for those who do not see the picture.
    """

    title: str
    subtitle: str
    alt: str
    missing: Sequence[str] = ()


def finished(
    chart: Any, words: Words, revision: str, *, dark: bool, columns: int = 100
) -> "altair.VConcatChart":
    """
    Return a chart with its title, caption, alt text and look.

    Args:
        chart: What is drawn.
        words: What it says.
        revision: The revision of the data, for the caption.
        dark: Whether the page is dark.
        columns: The letters of a line of the caption.
    """
    alt = vega()
    look = palette(dark=dark)
    caption = [
        line
        for text in (*words.missing, f"{TITLE}, revision {revision}.")
        for line in textwrap.wrap(text, columns, break_on_hyphens=False)
    ]
    titled = chart.properties(
        title=alt.TitleParams(
            text=textwrap.wrap(words.title, int(columns * 0.72)),
            subtitle=textwrap.wrap(words.subtitle, columns),
        )
    )
    whole: altair.VConcatChart = alt.vconcat(
        titled,
        title=alt.TitleParams(
            text=caption,
            orient="bottom",
            anchor="start",
            fontSize=SIZE,
            fontWeight="normal",
            color=look.quiet,
            offset=12,
        ),
        description=words.alt,
    )
    done: altair.VConcatChart = (
        whole.configure(
            font=FONT, background=look.paper, padding=12, autosize="pad"
        )
        .configure_title(
            anchor="start",
            fontSize=17,
            fontWeight="bold",
            color=look.ink,
            subtitleFontSize=12,
            subtitleColor=look.quiet,
            subtitlePadding=6,
            offset=12,
        )
        .configure_axis(
            labelColor=look.ink,
            titleColor=look.quiet,
            labelFontSize=SIZE,
            titleFontSize=SIZE,
            titleFontWeight="normal",
            gridColor=look.line,
            domainColor=look.quiet,
            tickColor=look.quiet,
            labelLimit=260,
        )
        .configure_header(
            labelColor=look.ink, labelFontSize=12, titleColor=look.quiet
        )
        .configure_view(stroke=None)
        .configure_text(color=look.ink, fontSize=SIZE)
    )
    return done


_NARROW = frozenset("fijltrI.,'-()|:;! ")
_WIDE = frozenset("mwMW@%&")


def width_of(text: str, size: float = SIZE) -> float:
    """
    Return about how wide a text is in pixels, rather more than less.

    >>> width_of("Ipoh") < width_of("Kuala Lumpur")
    True
    """
    ems = sum(
        0.36
        if char in _NARROW
        else 0.9
        if char in _WIDE
        else 0.72
        if char.isupper()
        else 0.58
        for char in text
    )
    return ems * size * 1.06
