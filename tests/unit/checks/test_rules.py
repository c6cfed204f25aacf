"""
`ascn_data.checks.rules`: each rule catches its bad record.
"""

import time

from collections.abc import Callable
from typing import Any

import pytest

from ascn_data.checks import (
    codes,
    dates,
    evidence,
    lifecycle,
    names,
    partners,
    places,
    privacy,
    references,
    texts,
    totals,
)
from ascn_data.checks.records import Tables
from ascn_data.checks.rules import RULES, RULES_TO_COME, check
from samples import EVIDENCE, rows, stage, tables


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
        references.references_resolve,
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
    "partnerships": "partnerships",
    "projects": "projects",
    "related": "projects",
    "broader": "terms",
    "theme": "terms",
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

_PART = {
    "partner": "jetro",
    "role": "assisting",
    "source": "report-1",
    "locator": "p. 2",
}


def _meeting(date: str, **fields: Any) -> Damage:
    """
    The first meeting as the event of a milestone.
    """

    def damage(given: dict[str, list[dict[str, Any]]]) -> None:
        milestone = stage("begun", date, event="meeting-1")
        given["projects"][1]["milestones"] = [milestone]
        given["events"][0].update(fields)

    return damage


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
    _reference("projects", "partnerships", many=True),
    _reference("events", "projects", many=True),
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
        references.references_resolve,
        "report",
        "'nothing' is no id in sources",
    ),
    (
        _set("retired", "id", "japan"),
        references.retired_ids_lead_on,
        "id",
        "this id is in use",
    ),
    (
        _set("retired", "replaced_by", ["nothing"]),
        references.retired_ids_lead_on,
        "replaced_by",
        "'nothing' is no id in any table",
    ),
    (
        _set("terms", "id", "mou"),
        references.ids_are_unique,
        "id",
        "the table partnerships has a record of this id too",
    ),
    (
        _set("terms", "evidence", [{"source": "nothing", "locator": "p. 1"}]),
        references.sources_resolve,
        "evidence",
        "'nothing' is no id in sources",
    ),
    (
        _set("cities", "populations", [_POPULATION]),
        references.sources_resolve,
        "populations",
        "'nothing' is no id in sources",
    ),
    (
        _set("terms", "evidence", []),
        evidence.evidence_covers,
        "evidence",
        "there is none",
    ),
    (
        _set("terms", "evidence", [{"source": "report-1", "locator": " "}]),
        evidence.evidence_covers,
        "evidence",
        "empty locator",
    ),
    (
        _set(
            "terms", "evidence", [*EVIDENCE, {**EVIDENCE[0], "fields": ["x"]}]
        ),
        evidence.evidence_covers,
        "evidence",
        "'x' is no field of this record",
    ),
    (
        _set("terms", "evidence", [{**EVIDENCE[0], "fields": ["scheme"]}]),
        evidence.evidence_covers,
        "label",
        "no evidence covers this field",
    ),
    (
        _set("cities", "disputes", [{**_DISPUTE, "field": "x"}]),
        evidence.disputes_name_fields,
        "disputes",
        "'x' is no field of this record",
    ),
    (
        _set("cities", "disputes", [{**_DISPUTE, "value": "Da Nang"}]),
        evidence.disputes_name_fields,
        "disputes",
        "the disputed name equals the record's",
    ),
    (
        lambda given: given["projects"][0]["history"].reverse(),
        dates.reports_are_in_order,
        "history",
        "the reports are not in the order of their dates",
    ),
    (
        lambda given: given["projects"][0]["history"].append(
            given["projects"][0]["history"][1]
        ),
        dates.reports_are_in_order,
        "history",
        "a report occurs twice",
    ),
    (
        lambda given: given["sources"][1].pop("published"),
        dates.reports_are_in_order,
        "history",
        "a report in the history has no date of publication",
    ),
    (
        _set("projects", "country", "jp"),
        places.countries_agree,
        "country",
        "'vn-da-nang' lies in 'vn'",
    ),
    (
        _set("events", "country", "vn"),
        places.countries_agree,
        "country",
        "'jp-yokohama' lies in 'jp'",
    ),
    (
        _set("cities", "country", "jp", index=1),
        places.countries_agree,
        "country",
        "the id does not begin with 'jp'",
    ),
    (
        _set("partners", "aliases", ["the J.E.T.R.O."]),
        names.names_are_unique,
        "aliases",
        "the partner 'european-union' is called 'JETRO' too",
    ),
    (
        _set("countries", "iso_alpha3", "jpn"),
        codes.codes_are_well_formed,
        "iso_alpha3",
        "'jpn' does not have the form [A-Z]{3}",
    ),
    (
        lambda given: given["partnerships"][1]["amounts"][0].update(
            currency="dollars"
        ),
        codes.codes_are_well_formed,
        "currency",
        "'dollars' does not have the form [A-Z]{3}",
    ),
    (
        _set("cities", "geonames_id", 1583992, index=1),
        codes.codes_are_unique,
        None,
        "geonames_id 1583992 belongs to 2 records",
    ),
    (
        _set("cities", "latitude", -16.07),
        places.coordinates_lie_in_country,
        "latitude",
        "the point lies outside 'vn'",
    ),
    (
        _set("partnerships", "summary", "Ask someone@example.org."),
        privacy.nothing_is_private,
        "summary",
        "this looks like an e-mail address or phone number",
    ),
    (
        _set("partners", "aliases", ["+84 236 123 4567"]),
        privacy.nothing_is_private,
        "aliases",
        "this looks like an e-mail address or phone number",
    ),
    _reference("observations", "theme"),
    (
        _set("partnerships", "partners", ["jetor"]),
        references.references_resolve,
        "partners",
        "'jetor' is no id in partners; did you mean 'jetro'?",
    ),
    (
        lambda given: given["projects"][0]["history"][0].update(theme="no"),
        references.references_resolve,
        "history",
        "'no' is no id in terms",
    ),
    (
        lambda given: given["projects"][1].update(
            milestones=[stage("begun", "2020", event="nothing")]
        ),
        references.references_resolve,
        "milestones",
        "'nothing' is no id in events",
    ),
    (
        lambda given: given["partnerships"][1]["amounts"][0].update(
            recipient="nothing"
        ),
        references.references_resolve,
        "amounts",
        "'nothing' is no id in partners",
    ),
    (
        _set("partnerships", "partner_roles", [{**_PART, "source": "no"}]),
        references.sources_resolve,
        "partner_roles",
        "'no' is no id in sources",
    ),
    (
        _set("partnerships", "parent", "mou", index=1),
        references.parents_form_no_circle,
        "parent",
        "this is a part of itself: its parents form a circle",
    ),
    (
        _set("projects", "partnerships", ["mou", "da-nang-pair"], index=1),
        references.links_are_narrow,
        "partnerships",
        "'da-nang-pair' belongs to 'mou': name only 'da-nang-pair'",
    ),
    (
        _meeting("2019-10-08"),
        references.milestones_meet_their_events,
        "milestones",
        "the event 'meeting-1' does not name it in projects",
    ),
    (
        _meeting("2019-10-10", projects=["vn-da-nang--gardens"]),
        references.milestones_meet_their_events,
        "milestones",
        (
            "begun 2019-10-10 is not at the time of the event 'meeting-1', "
            "2019-10-08"
        ),
    ),
    (
        lambda given: given["partnerships"][1]["amounts"][0].pop("source"),
        evidence.amounts_name_their_source,
        "amounts",
        "USD 10.50 needs a source and a locator",
    ),
    (
        _set("sources", "accessed", "2020-08", index=1),
        dates.dates_fit,
        "accessed",
        "2020-08 lies before the published 2020-09-01",
    ),
    (
        _set("cities", "joined", "2025", index=1),
        dates.nothing_lies_ahead,
        "joined",
        "2025 lies after the newest source, 2024-12-31",
    ),
    (
        lambda given: given["events"][1].update(
            kind="membership", start="2024-05", cities=["vn-hue"]
        ),
        dates.cities_join_at_their_event,
        "start",
        "2024-05 is not when 'vn-hue' joined, 2024",
    ),
    (
        _set("partnerships", "status", "active"),
        lifecycle.dates_and_status_follow,
        "status",
        (
            "active does not follow from milestones and reports, which give "
            "ended: python -m tools.curate.derive"
        ),
    ),
    (
        lambda given: given["projects"][1]["milestones"].reverse(),
        lifecycle.milestones_are_in_order,
        "milestones",
        "begun 2020 lies before 2021, which stands above it",
    ),
    (
        _set(
            "projects",
            "milestones",
            [stage("opened", "2020", component="Pond")],
            index=1,
        ),
        lifecycle.components_are_named,
        "milestones",
        "'Pond' is none of the components of this record",
    ),
    (
        _set("events", "partnerships", ["mou"]),
        lifecycle.events_are_seen,
        "status_as_of",
        (
            "the event 'meeting-1' of 2019-10-08 is a later sign than "
            "2018-07: add a milestone"
        ),
    ),
    (
        _set("partnerships", "partner_roles", [_PART, _PART]),
        partners.parts_are_of_partners,
        "partner_roles",
        "'jetro' is assisting twice",
    ),
    (
        _set("projects", "partner_roles", [_PART]),
        partners.parts_are_of_partners,
        "partner_roles",
        "'jetro' is none of the record's partners",
    ),
    (
        lambda given: given["partners"][3].update(
            kind="city_government", country="vn", place="vn-da-nang"
        ),
        partners.own_government_has_a_part,
        "partners",
        "'jetro' is the city's own government without a part",
    ),
    (
        _set("partnerships", "partners", ["japan", "jetro"]),
        partners.states_beside_bodies_have_a_part,
        "partners",
        "'japan' stands beside its own 'jetro' without a part",
    ),
    (
        lambda given: given["projects"][1].update(
            amounts=given["partnerships"][1]["amounts"]
        ),
        partners.sums_stand_once,
        "amounts",
        "'mou' has USD 10.50 too",
    ),
    (
        _set("partnerships", "aliases", ["memorandum"]),
        names.aliases_lead_to_one_record,
        "aliases",
        "'mou' is called 'memorandum' too",
    ),
    (
        _set("projects", "components", ["GARDENS"]),
        names.aliases_lead_to_one_record,
        "components",
        "'vn-da-nang--gardens' is called 'GARDENS' too",
    ),
    (
        lambda given: given["countries"][0]["names"].append(
            {"text": "viet nam"}
        ),
        names.names_are_unique,
        "name",
        "the country 'jp' is called 'Viet Nam' too",
    ),
    (
        lambda given: given["countries"][1].update(names=[{"text": "Japan"}]),
        names.names_are_unique,
        "names",
        "the country 'jp' is called 'Japan' too",
    ),
    (
        _set(
            "cities",
            "namesakes",
            [
                {
                    "names": ["Hanoi"],
                    "source": "report-1",
                    "locator": "p. 1",
                }
            ],
        ),
        names.namesakes_bear_names,
        "namesakes",
        "'Hanoi' is no name of this record",
    ),
    (
        _set(
            "cities",
            "namesakes",
            [
                {
                    "names": ["Da Nang"],
                    "used_in": "nothing",
                    "source": "report-1",
                    "locator": "p. 1",
                }
            ],
        ),
        references.sources_resolve,
        "namesakes",
        "'nothing' is no id in sources",
    ),
    (
        _set("countries", "iso_alpha2", "JP", index=1),
        names.names_are_unique,
        "iso_alpha2",
        "the country 'jp' is called 'JP' too",
    ),
    (
        lambda given: given["observations"][0].update(
            indicator="projects_total", report="report-1"
        ),
        totals.totals_reconcile,
        "value",
        (
            "report-1 prints 18.50, its rows give 1: a dispute over value or "
            "a note must say why"
        ),
    ),
    (
        lambda given: given["projects"][1]["milestones"][0].update(
            note="Ask someone@example.org."
        ),
        privacy.nothing_is_private,
        "milestones",
        "this looks like an e-mail address or phone number",
    ),
    (
        _set("cities", "geonames_id", 0),
        codes.codes_are_well_formed,
        "geonames_id",
        "0 does not have the form [1-9][0-9]{0,8}",
    ),
    (
        _set("places", "geonames_id", int("9" * 400)),
        codes.codes_are_well_formed,
        "geonames_id",
        f"{'9' * 57}... does not have the form [1-9][0-9]{{0,8}}",
    ),
    (
        _set("cities", "wikidata_id", "Q२५"),
        codes.codes_are_well_formed,
        "wikidata_id",
        "'Q२५' does not have the form Q[1-9][0-9]{0,9}",
    ),
    (
        _set("sources", "url", "https://example.org/\\x"),
        codes.codes_are_well_formed,
        "url",
        (
            r"'https://example.org/\\x' does not have the form "
            r"""https?://[^\s"<>\\^`{|}]+"""
        ),
    ),
    (
        _set("sources", "identifier", "ISBN 1}, note = {x"),
        codes.codes_are_well_formed,
        "identifier",
        r"'ISBN 1}, note = {x' does not have the form [^\\{}]+",
    ),
    (
        _set("cities", "populations", [{**_POPULATION, "value": -1}]),
        codes.numbers_are_possible,
        "populations",
        "-1 is not between 0 and 1000000000000",
    ),
    (
        _set("events", "number", 10**12 + 1),
        codes.numbers_are_possible,
        "number",
        "1000000000001 is not between 0 and 1000000000000",
    ),
    (
        _set("cities", "area_km2", 0.0),
        codes.numbers_are_possible,
        "area_km2",
        "0.0 is not an area on the Earth",
    ),
    *(
        (
            _set(table, field, value),
            names.names_have_letters,
            field,
            "'—' has no letter or digit",
        )
        for table, field, value in (
            ("cities", "name", "—"),
            ("cities", "official_name", "—"),
            ("cities", "names", [{"text": "—"}]),
            ("partners", "aliases", ["—"]),
            ("projects", "components", ["—"]),
            ("terms", "label", "—"),
            ("sources", "title", "—"),
        )
    ),
    *(
        (
            _set("cities", "note", f"Da{char} Nang\n{char}"),
            texts.texts_are_seen,
            "note",
            f"U+{ord(char):04X} cannot be seen: leave it out",
        )
        for char in "\x00\x1b\x9b\u200b\u200e\u202e\u2028\u2029\ufeff\ue000"
    ),
    (
        _set("cities", "names", [{"text": "Hu\u00ade"}], index=1),
        texts.texts_are_seen,
        "names",
        "U+00AD cannot be seen: leave it out",
    ),
]


@pytest.mark.parametrize(
    ("damage", "rule", "field", "what"),
    CASES,
    ids=[f"{case[1].__name__}-{number}" for number, case in enumerate(CASES)],
)
def test_rules_catch_bad_records(
    damage: Damage,
    rule: Callable[[Tables], Any],
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
    if rule in RULES:
        assert problem in check(tables(given))


def test_every_rule_has_a_case() -> None:
    """
    No rule goes without a bad record that it catches.
    """
    assert {case[1] for case in CASES} == {*RULES, *RULES_TO_COME}


def test_the_sample_is_valid() -> None:
    """
    The rules find nothing in good data.
    """
    assert check(tables()) == ()
    assert [p for rule in RULES_TO_COME for p in rule(tables())] == []


def _good(change: Damage) -> tuple[Any, ...]:
    """
    What all rules find in the sample after a change that is no damage.
    """
    given = rows()
    change(given)
    made = tables(given)
    found = [p for rule in (*RULES, *RULES_TO_COME) for p in rule(made)]
    return tuple(map(str, found))


def _evidence_of_names(given: dict[str, list[dict[str, Any]]]) -> None:
    """
    Evidence for what does not follow and has no source of its own.
    """
    fields = ["name", "kind", "partners", "countries", "focus_areas"]
    given["partnerships"][1]["evidence"] = [{**EVIDENCE[0], "fields": fields}]
    fields = ["name", "cities", "country", "focus_areas", "history"]
    given["projects"][0]["evidence"] = [{**EVIDENCE[0], "fields": fields}]


def _still_seen(given: dict[str, list[dict[str, Any]]]) -> None:
    """
    Events on the day of the last sign, undated ones, ones of a closed pair.
    """
    given["events"][0]["partnerships"] = ["da-nang-pair"]
    given["events"][1]["partnerships"] = ["mou"]
    given["events"].append(
        {**given["events"][0], "id": "x", "partnerships": ["mou"]}
    )
    given["events"][2]["start"] = "2018-07-20"
    given["events"][2]["end"] = "2018-07-21"
    milestone = stage("signed", "2018-07", event="meeting-2")
    given["partnerships"][1]["milestones"] = [milestone]


def _paired(given: dict[str, list[dict[str, Any]]]) -> None:
    """
    The city's own government in a pair, and a state beside a body of another.
    """
    given["partners"][3].update(
        kind="city_government", country="vn", place="vn-da-nang"
    )
    given["partnerships"][0]["partners"] = ["jetro", "japan"]
    given["partnerships"][1]["partners"] = ["japan", "european-commission"]
    part = {**_PART, "partner": "japan"}
    given["partnerships"][1]["partner_roles"] = [part]
    del given["projects"][1]["partners"]


def _kept_apart(given: dict[str, list[dict[str, Any]]]) -> None:
    """
    The same sum as a context, a milestone in a window, numbers at the edge.
    """
    given["cities"][0] |= {"area_km2": 510_100_000, "populations": []}
    given["events"][0]["number"] = 10**12
    given["events"][1]["number"] = 0
    amount = given["partnerships"][1]["amounts"][0]
    given["partnerships"][0]["amounts"] = [{**amount, "role": "context"}]
    given["projects"][1]["milestones"] = [
        stage("begun", "2020"),
        stage("opened", "[2019..2020-12]", component="Pond"),
        stage("completed", "2021"),
    ]
    given["projects"][1]["components"] = ["Pond"]
    given["events"][1].update(
        kind="membership", start="2024", cities=["vn-hue"]
    )
    given["observations"][0].update(
        indicator="projects_total", report="report-1", value="1"
    )


@pytest.mark.parametrize(
    "change", [_evidence_of_names, _still_seen, _paired, _kept_apart]
)
def test_what_is_no_problem(change: Damage) -> None:
    """
    The rules know what they allow.
    """
    assert _good(change) == ()


def test_ids_stay_known() -> None:
    """
    An id that is neither in use nor retired is told with its table.
    """
    given = rows()
    given["terms"] = []

    (problem,) = references.ids_stay_known(tables(given), tables(), "2026.1")

    assert problem.where == "terms.json, record 'civic'"
    assert "revision 2026.1 had this id in terms" in problem.what


def test_what_could_not_be_read_is_not_missed() -> None:
    """
    An id that stands in a damaged row is no unknown id; totals wait.
    """
    given = rows()
    given["partners"] = given["partners"][:3]
    given["observations"][0].update(indicator="projects_total")
    given["observations"][0].update(report="report-1")
    good = tables(given)

    assert len(check(good, unread={"jetro"})) == 0
    assert len(check(good)) > 2


def test_long_texts_cost_little() -> None:
    """
    A note of 30,000 letters is searched once, not from each letter anew.
    """
    given = rows()
    long = {"note": "a" * 30_000, "summary": "1 " * 15_000 + "+" + "1" * 9_000}
    given["partnerships"][0].update(long)
    found = tables(given)
    start = time.perf_counter()

    (problem,) = privacy.nothing_is_private(found)

    assert time.perf_counter() - start < 0.5
    assert problem.where.endswith("summary")


def test_places_elsewhere_have_no_bounds() -> None:
    """
    Only ASEAN states' bounds are known; points elsewhere pass.
    """
    given = rows()
    given["places"][0].update(latitude=35.44, longitude=139.64)

    assert check(tables(given)) == ()
