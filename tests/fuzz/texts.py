"""
Texts as names, dates, filters and arguments of the command line.
"""

import contextlib
import io
import random

from collections.abc import Iterator

import click

import ascn_data

from ascn_data import errors
from ascn_data.cli.group import commands
from ascn_data.dates import PartialDate, Period


EXPECTED = (errors.AscnDataError, ValueError)

PIECES = (
    *("Da Nang", "Đà Nẵng", "Bỉ", "the ", "กรุงเทพ", "日本", "JETRO", "Hue"),
    *("(", ")", ", ", " of ", "&", "'s ", "—", "-", "/", "..", "[", "]"),
    *("2018", "-07", "-08", "-31", "0000", "9999", "٢٠١٨"),
    *("\x00", "\x1b[2J", "\u202e", "\u0301", "\u0323", "\ud800", "\ufeff"),
    *("ﷺ", "ß", "İ", "\U0001f600", " ", "\n", "--", "=", "%", "\\", "{", "}"),
)


def text(chance: random.Random) -> str:
    """
    Return a text of some pieces, now and then a long one.
    """
    pieces = chance.choices(PIECES, k=chance.randrange(6))
    return "".join(pieces) * chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 1, 50))


def problems(seed: int, count: int) -> Iterator[str]:
    """
    Ask for texts as names and dates; yield what is answered wrongly.
    """
    chance = random.Random(seed)  # noqa: S311 - to be the same again
    asks = {
        "city": ascn_data.city,
        "country": ascn_data.country,
        "partner": ascn_data.partner,
        "place": ascn_data.place,
        "date": PartialDate,
        "period": Period,
        "status": lambda given: ascn_data.projects(status=given),
        "as_of": lambda given: ascn_data.cities(as_of=given),
        "require": ascn_data.require,
    }
    for _ in range(count):
        name, ask = chance.choice([*asks.items()])
        given = text(chance)
        try:
            with contextlib.suppress(*EXPECTED):
                ask(given)  # type: ignore[operator]
        except Exception as error:  # noqa: BLE001 - what is looked for
            yield f"{name} {given!a}: {error!r}"


def command_problems(seed: int, count: int) -> Iterator[str]:
    """
    Run the command with texts as arguments; yield every other exception.

    The command itself turns the errors of the package into sentences.
    """
    chance = random.Random(seed)  # noqa: S311 - to be the same again
    known = commands.list_commands(click.Context(commands))
    names = sorted(set(known) - {"export", "upgrade", "init"})
    for _ in range(count):
        words = [text(chance) for _ in range(chance.randrange(3))]
        given = [chance.choice(names), *words]
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        try:
            with (
                contextlib.redirect_stdout(out),
                contextlib.suppress(*EXPECTED),
            ):
                commands.main(given, standalone_mode=False)
        except Exception as error:  # noqa: BLE001 - what is looked for
            if not type(error).__module__.startswith("click"):
                yield f"ascn-data {given!a}: {error!r}"
