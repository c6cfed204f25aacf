"""
`ascn_data.loading`: strict reading, canonical writing.
"""

import json

from typing import Any

import pytest

from ascn_data.errors import DataError
from ascn_data.files.canonical import canonical
from ascn_data.files.parsing import parse_json
from ascn_data.models.catalogue import TABLES, record_class
from ascn_data.models.records import parse_table
from samples import rows, tables


def _problems(changes: dict[str, Any], *, without: str = "") -> list[str]:
    """
    The problems of a partnership with some keys changed or left out.
    """
    row = {**rows()["partnerships"][1], **changes}
    row.pop(without, None)
    raw = json.dumps([row]).encode()
    with pytest.raises(DataError) as caught:
        parse_table(raw, "partnerships", "partnerships.json")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"nmae": "X"}, ": unknown key 'nmae'"),
        ({"name": None}, ", name: null is not a text"),
        ({"name": 3}, ", name: 3 is not a text"),
        ({"start": None}, ", start: null: leave unknown values out"),
        ({"start": 2018}, ", start: 2018 is not a date"),
        ({"start": "2018-13"}, ", start: '2018-13' is not a date: month"),
        ({"partners": "abc"}, ', partners: "abc" is not a list'),
        ({"partners": ["a", 1]}, ", partners, item 2: 1 is not a text"),
        ({"kind": "programe"}, ', kind: "programe" is none of agreement'),
        ({"kind": ["fund"]}, ', kind: ["fund"] is none of agreement'),
        (
            {"evidence": [{"source": "a"}]},
            ", evidence, item 1, locator: this key is missing",
        ),
        (
            {"evidence": [{"source": "a", "locator": "b", "page": 1}]},
            ", evidence, item 1: unknown key 'page'",
        ),
        ({"evidence": ["a"]}, ', evidence, item 1: "a" is not an object'),
        ({"end": "2017"}, ": end 2017 lies before the start 2018-07"),
        (
            {"summary": ["x" * 80]},
            f', summary: ["{"x" * 55}... is not a text',
        ),
    ],
)
def test_damage_to_a_record(changes: dict[str, Any], problem: str) -> None:
    """
    Each kind of damage is told with file, record and field.
    """
    (found,) = _problems(changes)

    assert found.startswith(f"partnerships.json, record 'mou'{problem}")


@pytest.mark.parametrize("value", [3, 3.5, "three", "1e3", "01", "", True])
def test_decimals_are_exact_texts(value: Any) -> None:
    """
    A float or another number form is no exact amount.
    """
    row = {
        "value": value,
        "currency": "USD",
        "role": "total",
        "basis": "planned",
    }

    (found,) = _problems({"amounts": [row]})

    assert "amounts, item 1, value" in found
    assert "is not an exact decimal" in found


def test_missing_key() -> None:
    """
    A required key that is left out is named.
    """
    (found,) = _problems({}, without="kind")

    assert found.endswith("record 'mou', kind: this key is missing")


def test_all_problems_at_once() -> None:
    """
    One error tells everything wrong with a file.
    """
    given = rows()["partnerships"]
    given[0]["name"] = 3
    given[0]["kind"] = "x"
    given[1]["cities"] = 7
    raw = json.dumps([*given, "x", {"name": 1}]).encode()

    with pytest.raises(DataError) as caught:
        parse_table(raw, "partnerships", "p.json")

    places = [problem.where for problem in caught.value.problems]
    assert places[:3] == [
        "p.json, record 'da-nang-pair', name",
        "p.json, record 'da-nang-pair', kind",
        "p.json, record 'mou', cities",
    ]
    assert places[3] == "p.json, row 3"
    assert places[4].startswith("p.json, row 4")


def test_equal_texts_are_one() -> None:
    """
    Records of a file that name the same source share its id in memory.
    """
    first, second = parse_table(
        json.dumps(rows()["cities"]).encode(), "cities", "c.json"
    )

    assert first.evidence[0].source is second.evidence[0].source


def test_numbers_are_finite() -> None:
    """
    Python reads what is too large for a float as infinity; we do not.
    """
    given = rows()["cities"]
    raw = json.dumps([{**given[0], "area_km2": 0.25}]).encode()

    assert parse_table(raw, "cities", "c.json")[0].area_km2 == 0.25
    with pytest.raises(DataError, match="area_km2: a number is too large"):
        parse_table(raw.replace(b"0.25", b"1e999"), "cities", "c.json")


@pytest.mark.parametrize(
    ("table", "field", "value", "what"),
    [
        ("cities", "latitude", "16", '"16" is not a number'),
        ("cities", "latitude", True, "true is not a number"),
        ("cities", "geonames_id", 1.0, "1.0 is not a whole number"),
        ("cities", "geonames_id", True, "true is not a whole number"),
        ("cities", "is_national_capital", "no", '"no" is not true or false'),
        ("cities", "is_national_capital", 0, "0 is not true or false"),
        ("observations", "period", 2020, "2020 is not a period"),
        ("observations", "value", 18.5, "18.5 is not an exact decimal"),
    ],
)
def test_types_are_exact(
    table: str, field: str, value: Any, what: str
) -> None:
    """
    Nothing is coerced from one type into another.
    """
    given = rows()[table]
    given[0][field] = value

    with pytest.raises(DataError, match="1 problem") as caught:
        parse_table(json.dumps(given).encode(), table, "x.json")

    assert caught.value.problems[0].what.startswith(what)


def test_whole_numbers_serve_as_coordinates() -> None:
    """
    JSON writes 16.0 degrees as 16 too.
    """
    given = rows()["cities"]
    given[0]["latitude"] = 16

    (city, _) = parse_table(json.dumps(given).encode(), "cities", "c.json")

    assert city.latitude == 16.0


def test_duplicate_id() -> None:
    """
    Two records of one id are an error, not the last one's victory.
    """
    raw = json.dumps([rows()["terms"][0]] * 2).encode()

    with pytest.raises(DataError, match="another record has this id"):
        parse_table(raw, "terms", "terms.json")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b'[{"id": "a", "id": "b"}]', "the key 'id' occurs twice"),
        (
            b'[{"b": 1, "a": 2, "c": 3, "a": 4, "b": 5}]',
            """'a' occurs twice in the object that begins with {"b": 1}""",
        ),
        (b'[{"x": NaN}]', "NaN is not JSON"),
        (b'[{"x": -Infinity}]', "-Infinity is not JSON"),
        (b'[{"x": 1}', "not JSON at line 1"),
        (b"", "not JSON at line 1"),
        (b'["\xff"]', "byte 2 is not UTF-8"),
        ('["é"]'.encode("latin-1"), "is not UTF-8"),
        (b"\xef\xbb\xbf[]", "not JSON at line 1"),
        (b"[" * 100_000, "nested too deeply"),
        (b'["' + rb"\u00e9" * 9 + b'"' + b"[" * 100_000, "not JSON"),
        (b"[" + b"9" * 5_000 + b"]", "more digits than any"),
        (b"{}", "the file must hold a list of records"),
    ],
)
def test_damaged_files(raw: bytes, what: str) -> None:
    """
    What is no strict JSON list is told as such.
    """
    with pytest.raises(DataError) as caught:
        parse_table(raw, "terms", "terms.json")

    (problem,) = caught.value.problems
    assert problem.where == "terms.json"
    assert what in problem.what


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (rb'[{"id": "a"}, {"id": "b", "x": ["\ud800"]}]', "record 'b'"),
        (rb'[{"\udc00": 1}]', "row 1"),
        (rb'{"a": "\ud83d"}', "row 1"),
    ],
)
def test_halves_of_characters_are_refused(raw: bytes, where: str) -> None:
    """
    No file could hold them again, so they are told where they are read.
    """
    with pytest.raises(DataError) as caught:
        parse_json(raw, "terms.json")

    (problem,) = caught.value.problems
    assert problem.where == f"terms.json, {where}"
    assert "half of a character" in problem.what


def test_escapes_of_whole_characters_are_read() -> None:
    """
    Two halves are one character, and a backslash may stand before a "u".
    """
    raw = rb'["\ud83d\ude00 \\ud800"]'

    assert parse_json(raw, "terms.json") == ["😀 \\ud800"]


@pytest.mark.parametrize("table", TABLES)
def test_canonical_bytes_read_back(table: str) -> None:
    """
    Writing and reading give the same records.
    """
    records = tables()[table]
    raw = canonical(reversed(records))

    assert parse_table(raw, table, "x") == tuple(
        sorted(records, key=lambda r: r.id)
    )
    assert canonical(parse_table(raw, table, "x")) == raw


def test_canonical_form() -> None:
    """
    Field order, evidence and disputes last, unknown values left out.
    """
    text = canonical(tables()["partnerships"]).decode()
    row = parse_json(text.encode(), "x")[1]

    assert text.endswith("]\n")
    assert not text.endswith("\n\n")
    assert list(row)[:3] == ["id", "name", "kind"]
    assert list(row)[-2:] == ["confidence", "evidence"]
    assert row["amounts"][0]["value"] == "10.50"
    assert "end" not in row


def test_tables_that_do_not_exist() -> None:
    """
    They have no class, not that of the ids no longer used.
    """
    assert record_class("retired").__name__ == "Retirement"
    with pytest.raises(KeyError):
        record_class("towns")
