"""
All rules, and `check`, which runs them.
"""

from collections.abc import Callable, Collection, Iterable

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
from ascn_data.errors import Problem


Rule = Callable[[Tables], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    references.ids_are_unique,
    references.references_resolve,
    references.sources_resolve,
    references.retired_ids_lead_on,
    references.parents_form_no_circle,
    references.links_are_narrow,
    references.milestones_meet_their_events,
    evidence.evidence_covers,
    evidence.amounts_name_their_source,
    evidence.disputes_name_fields,
    dates.dates_fit,
    dates.nothing_lies_ahead,
    dates.reports_are_in_order,
    dates.cities_join_at_their_event,
    lifecycle.milestones_are_in_order,
    lifecycle.components_are_named,
    lifecycle.dates_and_status_follow,
    lifecycle.events_are_seen,
    partners.parts_are_of_partners,
    partners.states_beside_bodies_have_a_part,
    partners.sums_stand_once,
    places.countries_agree,
    places.coordinates_lie_in_country,
    names.names_have_letters,
    names.names_are_unique,
    names.namesakes_bear_names,
    names.aliases_lead_to_one_record,
    codes.codes_are_well_formed,
    codes.codes_are_unique,
    codes.numbers_are_possible,
    totals.totals_reconcile,
    privacy.nothing_is_private,
    texts.texts_are_seen,
)
"""Every rule that the tables keep, in the order in which it is run."""

RULES_TO_COME: tuple[Rule, ...] = (partners.own_government_has_a_part,)
"""Rules that not all records keep yet; with the last of these they move up."""


def check(
    tables: Tables, *, unread: Collection[str] = ()
) -> tuple[Problem, ...]:
    """
    Return everything wrong across the records of all tables.

    Args:
        tables: The records of every table.
        unread: Ids of records that could not be read.  Totals are not
            checked then, and that these ids are unknown is no problem.
    """
    found = [
        problem
        for rule in RULES
        if not unread or rule is not totals.totals_reconcile
        for problem in rule(tables)
    ]
    if unread:
        speaking = tuple(f"{id_!r} is no id in " for id_ in unread)
        found = [p for p in found if not p.what.startswith(speaking)]
    return tuple(found)
