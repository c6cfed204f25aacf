"""
`ascn_data.checks`: each rule catches its bad record.
"""

from collections.abc import Callable
from typing import Any

import pytest

from ascn_data import checks
from samples import EVIDENCE, rows, tables


Damage = Callable[[dict[str, list[dict[str, Any]]]], None]


def _set(table: str, field: str, value: Any, index: int = 0) -> Damage:
    def damage(given: dict[str, list[dict[str, Any]]]) -> None:
        given[table][index][field] = value

    return damage


def _reference(table: str, field: str, *, many: bool = False) -> Any:
    wrong: Any = ["nothing"] if many else "nothing"
    what = f"'nothing' is no id in {_HOMES[field]}"
    return (
        _set(table, field, wrong),
        checks.references_resolve,
        field,
        what,
    )


_HOMES = {
    "country": "countries",
    "countries": "countries",
    "city": "cities",
    "cities": "cities",
    "place": "places or cities",
    "places": "places",
    "part_of": "places or cities",
    "partners": "partners",
    "hosts": "partners",
    "parent": "partnerships",
    "partnership": "partnerships",
    "related": "projects",
    "broader": "terms",
    "report": "sources",
    "found_in": "sources",
    "subject": "any table",
    "mentions": "any table",
}

_POPULATION = {
    "value": 1,
    "boundary": "city",
    "source": "nothing",
    "locator": "p. 1",
}
_DISPUTE = {
    "field": "name",
    "value": "Hue City",
    "source": "report-1",
    "locator": "p. 1",
    "reason": "A slip.",
}

CASES = [
    _reference("cities", "country"),
    _reference("roles", "city"),
    _reference("events", "cities", many=True),
    _reference("events", "place"),
    _reference("events", "hosts", many=True),
    _reference("places", "part_of"),
    _reference("partnerships", "countries", many=True),
    _reference("partnerships", "places", many=True),
    _reference("partnerships", "partners", many=True),
    _reference("partnerships", "parent"),
    _reference("projects", "partnership"),
    _reference("projects", "related", many=True),
    _reference("terms", "broader"),
    _reference("observations", "report"),
    _reference("observations", "subject"),
    _reference("sources", "found_in"),
    _reference("sources", "mentions", many=True),
    (
        _set(
            "projects",
            "history",
            [{"report": "nothing", "title": "X", "status": "ongoing"}],
        ),
        checks.references_resolve,
        "report",
        "'nothing' is no id in sources",
    ),
    (
        _set("retired", "id", "japan"),
        checks.retired_ids_lead_on,
        "id",
        "this id is in use",
    ),
    (
        _set("retired", "replaced_by", ["nothing"]),
        checks.retired_ids_lead_on,
        "replaced_by",
        "'nothing' is no id in partners",
    ),
    (
        _set("terms", "id", "mou"),
        checks.ids_are_unique,
        "id",
        "the table partnerships has a record of this id too",
    ),
    (
        _set("terms", "evidence", [{"source": "nothing", "locator": "p. 1"}]),
        checks.sources_resolve,
        "evidence",
        "'nothing' is no id in sources",
    ),
    (
        _set("cities", "populations", [_POPULATION]),
        checks.sources_resolve,
        "populations",
        "'nothing' is no id in sources",
    ),
    (
        _set("terms", "evidence", []),
        checks.evidence_covers,
        "evidence",
        "there is none",
    ),
    (
        _set("terms", "evidence", [{"source": "report-1", "locator": " "}]),
        checks.evidence_covers,
        "evidence",
        "empty locator",
    ),
    (
        _set(
            "terms", "evidence", [*EVIDENCE, {**EVIDENCE[0], "fields": ["x"]}]
        ),
        checks.evidence_covers,
        "evidence",
        "'x' is no field of this record",
    ),
    (
        _set("terms", "evidence", [{**EVIDENCE[0], "fields": ["scheme"]}]),
        checks.evidence_covers,
        "label",
        "no evidence covers this field",
    ),
    (
        _set("cities", "disputes", [{**_DISPUTE, "field": "x"}]),
        checks.disputes_name_fields,
        "disputes",
        "'x' is no field of this record",
    ),
    (
        _set("cities", "disputes", [{**_DISPUTE, "value": "Da Nang"}]),
        checks.disputes_name_fields,
        "disputes",
        "the disputed name equals the record's",
    ),
    (
        lambda given: given["projects"][0]["history"].reverse(),
        checks.reports_are_in_order,
        "history",
        "the reports are not in the order of their dates",
    ),
    (
        lambda given: given["projects"][0]["history"].append(
            given["projects"][0]["history"][1]
        ),
        checks.reports_are_in_order,
        "history",
        "a report occurs twice",
    ),
    (
        lambda given: given["sources"][1].pop("published"),
        checks.reports_are_in_order,
        "history",
        "a report in the history has no date of publication",
    ),
    (
        _set("projects", "country", "jp"),
        checks.countries_agree,
        "country",
        "'vn-da-nang' lies in 'vn'",
    ),
    (
        _set("events", "country", "vn"),
        checks.countries_agree,
        "country",
        "'jp-yokohama' lies in 'jp'",
    ),
    (
        _set("cities", "country", "jp", index=1),
        checks.countries_agree,
        "country",
        "the id does not begin with 'jp'",
    ),
    (
        _set("partners", "aliases", ["the J.E.T.R.O."]),
        checks.names_are_unique,
        "name",
        "the partner 'european-union' is called 'jetro' too",
    ),
    (
        _set("countries", "iso_alpha3", "jpn"),
        checks.codes_are_well_formed,
        "iso_alpha3",
        "'jpn' does not have the form [A-Z]{3}",
    ),
    (
        lambda given: given["partnerships"][1]["amounts"][0].update(
            currency="dollars"
        ),
        checks.codes_are_well_formed,
        "currency",
        "'dollars' does not have the form [A-Z]{3}",
    ),
    (
        _set("cities", "geonames_id", 1583992, index=1),
        checks.codes_are_unique,
        None,
        "geonames_id 1583992 belongs to 2 records",
    ),
    (
        _set("cities", "latitude", -16.07),
        checks.coordinates_lie_in_country,
        "latitude",
        "the point lies outside 'vn'",
    ),
    (
        _set("partnerships", "summary", "Ask someone@example.org."),
        checks.nothing_is_private,
        "summary",
        "this looks like an e-mail address or phone number",
    ),
    (
        _set("partners", "aliases", ["+84 236 123 4567"]),
        checks.nothing_is_private,
        "aliases",
        "this looks like an e-mail address or phone number",
    ),
]


@pytest.mark.parametrize(
    ("damage", "rule", "field", "what"),
    CASES,
    ids=[f"{case[1].__name__}-{number}" for number, case in enumerate(CASES)],
)
def test_rules_catch_bad_records(
    damage: Damage,
    rule: Callable[[checks.Tables], Any],
    field: str | None,
    what: str,
) -> None:
    """
    The rule made for a kind of damage reports exactly that damage.
    """
    given = rows()
    damage(given)

    (problem,) = rule(tables(given))

    assert problem.what == what
    if field is not None:
        assert problem.where.endswith(f", {field}")
    assert problem in checks.check(tables(given))


def test_every_rule_has_a_case() -> None:
    """
    No rule goes without a bad record that it catches.
    """
    assert {case[1] for case in CASES} == set(checks.RULES)


def test_the_sample_is_valid() -> None:
    """
    The rules find nothing in good data.
    """
    assert checks.check(tables()) == ()


def test_places_elsewhere_have_no_bounds() -> None:
    """
    Only ASEAN states' bounds are known; points elsewhere pass.
    """
    given = rows()
    given["places"][0].update(latitude=35.44, longitude=139.64)

    assert checks.check(tables(given)) == ()
