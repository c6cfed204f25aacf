"""
The rows of tidy tables.
"""

from decimal import Decimal

import attrs

from ascn_data.dates import PartialDate, Period
from ascn_data.display.shown import Shown
from ascn_data.models.vocabularies import (
    AmountBasis,
    AmountRole,
    FocusArea,
    ProjectStatus,
    Qualifier,
    Stage,
    StatusCertainty,
)


@attrs.frozen(kw_only=True, repr=False)
class StatusRow(Shown):
    """
    What one report says of one project.

    Attributes:
        id: Project and report, for example
            `kh-phnom-penh--smart-transport--me-2024`.
        project: Id of the project.
        title: The project's title in the report.
        city: Id of its member city; None if it has none.
        country: Id of its country.
        report: Id of the report.
        year: The year that the report speaks of.
        status: Its status there.
        focus_area: The focus area the report lists it under; None if it
            gives none.
        theme: Id of the theme under which the report counts it; None if
            that is not settled.
        certainty: How the status was read.
        table: The list it stands in, for example `Appendix A`; None if it is
            only named in the text.
        row: Number of the row in that list; None if rows have no number.
        page: Page as printed in the report; None if not recorded.
    """

    id: str
    project: str
    title: str
    city: str | None = None
    country: str
    report: str
    year: int | None = None
    status: ProjectStatus
    focus_area: FocusArea | None = None
    theme: str | None = None
    certainty: StatusCertainty
    table: str | None = None
    row: int | None = None
    page: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class MilestoneRow(Shown):
    """
    One stage of a partnership or project.

    Attributes:
        id: Record and number of the stage, from 1, in the order in which
            the stages happened.
        record: Id of the partnership or project.
        record_table: The table of the record.
        stage: Announced, signed, begun and so on.
        date: When it happened.
        component: The part of the project that it is about; None for the
            whole.
        event: Id of the event at which it happened; None if the data has
            none.
        source: Id of the source that tells it.
        locator: Where in the source.
        note: What exactly happened; None if the stage says enough.
    """

    id: str
    record: str
    record_table: str
    stage: Stage
    date: PartialDate
    component: str | None = None
    event: str | None = None
    source: str
    locator: str
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class AmountRow(Shown):
    """
    One sum of money of a partnership or project.

    Sums are not for adding up: totals, parts and plans stand together.

    Attributes:
        id: Record and number of the amount, from 1.
        record: Id of the partnership or project.
        record_table: The table of the record.
        payers: Ids of the partners that bear it; empty where no source
            names them.
        recipient: Id of the partner that gets it; None where no source names
            it.
        value: The amount in units of the currency.
        currency: ISO 4217 code, for example `USD`.
        role: Total, part, alternative or context.
        basis: Planned, approved, disbursed and so on.
        qualifier: How the source hedges it; None if it does not.
        date: When it was said; None if unknown.
        period: The time it covers; None if not stated.
        source: Id of the source that prints it; None in revisions before
            2026.3.
        locator: Where in the source; None where `source` is.
        note: What it is for; None if the record says enough.
    """

    id: str
    record: str
    record_table: str
    payers: tuple[str, ...] = ()
    recipient: str | None = None
    value: Decimal
    currency: str
    role: AmountRole
    basis: AmountBasis
    qualifier: Qualifier | None = None
    date: PartialDate | None = None
    period: Period | None = None
    source: str | None = None
    locator: str | None = None
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class LinkRow(Shown):
    """
    One tie between two records: an edge of the network.

    Partnerships and projects are tied to their partners, cities, places and
    countries, projects to partnerships, and partnerships to the wider ones
    they belong to.

    Attributes:
        id: Both records and the relation.
        source: Id of the partnership or project.
        source_table: Its table.
        relation: What the other record is to it: partner, city, place,
            country, partnership or parent.
        target: Id of the other record.
        target_table: The table of the other record.
        roles: The parts of a partner, where a source says them.
    """

    id: str
    source: str
    source_table: str
    relation: str
    target: str
    target_table: str
    roles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class EvidenceRow(Shown):
    """
    One place in a source that supports a record.

    Attributes:
        id: Record and number of the evidence, from 1.
        record: Id of the record.
        record_table: The table of the record.
        source: Id of the source.
        locator: Where in it.
        fields: Names of the record's fields it supports; empty means all.
    """

    id: str
    record: str
    record_table: str
    source: str
    locator: str
    fields: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class NameRow(Shown):
    """
    One name of a record.

    Attributes:
        id: Record and number of the name, from 1; the first is the record's
            main name.
        record: Id of the record.
        record_table: The table of the record.
        text: The name.
        kind: `main` for what the record is called, `official`, `alias`,
            `component`, or the kind of name of a place or country.
        language: BCP 47 tag of its language; None if it has none or that is
            not recorded.
    """

    id: str
    record: str
    record_table: str
    text: str
    kind: str
    language: str | None = None
