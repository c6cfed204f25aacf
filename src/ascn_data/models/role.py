"""
Offices in the network: `Role`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import ends_after_start, is_id, is_text
from ascn_data.models.values import Dispute, Evidence
from ascn_data.models.vocabularies import Confidence, RoleKind


@attrs.frozen(kw_only=True, repr=False)
class Role(Shown):
    """
    Who holds an office in the network and when, by office, never by person.

    Attributes:
        id: Slug, for example `chair-2019`.
        name: What the record says in words, for example `Chair of the ASCN,
            2019`.
        kind: Chair, shepherd, national representative and so on.
        country: Id of the country that holds it; None for the secretariat.
        city: Id of the member city it is for; None if it is for no city.
        institution: The office or institution that holds it, for example
            `Centre for Liveable Cities`; None if no source names one.
        start: First day of the term; None if unknown.
        end: Last day of the term; None if it runs or that is unknown.
        as_of: The date the source speaks of, where the term is not known;
            None if the term is.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    kind: RoleKind
    country: str | None = None
    city: str | None = None
    institution: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    as_of: PartialDate | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
