"""
Numbers: `Observation`.
"""

from decimal import Decimal

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate, Period
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_id, is_text
from ascn_data.models.values import Dispute, Evidence
from ascn_data.models.vocabularies import (
    Confidence,
    FocusArea,
    ObservationKind,
    ProjectStatus,
    Qualifier,
)


@attrs.frozen(kw_only=True, repr=False)
class Observation(Shown):
    """
    One number: of what, how much, in which unit, when.

    Words follow SDMX: an indicator is observed for a subject; the fields
    `country`, `status`, `focus_area` and `theme` break a total down.

    Attributes:
        id: Slug, for example `ascn--projects-total--2024`.
        title: What the number is, in words.
        subject: Id of the record of any table that it is about.
        indicator: What is measured, as a slug, for example `projects_total`.
        value: The number, exactly as printed; words such as "million" are
            multiplied out.
        unit: Its unit, for example `projects`, `min`, `percent`, `USD`.
        qualifier: How the source hedges it; None if it does not.
        as_of: The date it holds for; None if it covers a period or the
            source gives no date.
        period: The stretch of time it covers; None for a point in time.
        kind: Result, target, plan, projection or estimate.
        country: Id of the country it is broken down by; None if it is not.
        status: Project status it is broken down by; None if it is not.
        focus_area: Focus area it is broken down by; None if it is not.
        theme: Id of the term for the theme it is broken down by; None if it
            is not.
        report: Id of the monitoring report that prints it; None otherwise.
        note: Anything more a reader must know, such as a baseline.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    title: str = attrs.field(validator=is_text)
    subject: str
    indicator: str
    value: Decimal
    unit: str
    qualifier: Qualifier | None = None
    as_of: PartialDate | None = None
    period: Period | None = None
    kind: ObservationKind
    country: str | None = None
    status: ProjectStatus | None = None
    focus_area: FocusArea | None = None
    theme: str | None = None
    report: str | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
