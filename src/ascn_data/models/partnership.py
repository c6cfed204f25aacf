"""
What partners do with the network: `Partnership`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import ends_after_start, is_id, is_text
from ascn_data.models.money import Amount
from ascn_data.models.stages import Milestone, PartnerRole
from ascn_data.models.values import Dispute, Evidence
from ascn_data.models.vocabularies import (
    Confidence,
    FocusArea,
    FocusAreaBasis,
    PartnershipKind,
    PartnershipStatus,
)


@attrs.frozen(kw_only=True, repr=False)
class Partnership(Shown):
    """
    An agreement, programme, fund, dialogue, city pair, grant or investment.

    It binds partners with the network, its cities or its states.  `start`,
    `end`, `status` and `status_as_of` follow from the milestones by the rule
    of `ascn_data.models.lifecycle`.

    Attributes:
        id: Slug, for example `usascp`.
        name: Name in English, for example `U.S.-ASEAN Smart Cities
            Partnership`.
        aliases: Other names and acronyms, for example `SmartJAMP`.
        kind: Agreement, programme, city pair and so on.
        partners: Ids of the partners.
        partner_roles: The parts of partners, where a source says them.
        cities: Ids of the member cities it names.
        places: Ids of the other places it names.
        countries: Ids of the states it serves, beyond those of its cities and
            partners; empty if it speaks of the network as a whole.
        milestones: Its stages, in the order in which they happened.
        start: When it was signed, began or opened; None if unknown.
        end: When it was completed or given up; None if it runs or that is
            unknown.
        planned_start: The start as planned; None if no plan is recorded.
        planned_end: The end as planned, by the latest term; None if no plan
            is recorded.
        status: Last known state.
        status_as_of: The date of the stage that set or confirmed the status;
            None if unknown.
        amounts: Sums of money, each with its role and basis.
        focus_areas: Focus areas it serves.
        focus_areas_basis: Whether a source states them; None if there are
            none.
        parent: Id of the partnership it belongs to; None if it stands alone.
        summary: What it is, in our own words.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    aliases: tuple[str, ...] = ()
    kind: PartnershipKind
    partners: tuple[str, ...] = ()
    partner_roles: tuple[PartnerRole, ...] = ()
    cities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    planned_start: PartialDate | None = None
    planned_end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    status: PartnershipStatus = PartnershipStatus.UNKNOWN
    status_as_of: PartialDate | None = None
    amounts: tuple[Amount, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    focus_areas_basis: FocusAreaBasis | None = None
    parent: str | None = None
    summary: str | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
