"""
Meetings, launches and signings: `Event`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import ends_after_start, is_id, is_text
from ascn_data.models.values import Dispute, Evidence
from ascn_data.models.vocabularies import Confidence, EventFormat, EventKind


@attrs.frozen(kw_only=True, repr=False)
class Event(Shown):
    """
    A meeting, summit, conference, launch, signing or decision.

    Attributes:
        id: Slug, for example `asean-japan-hlm-1`.
        name: Name in English.
        aliases: Other names.
        kind: Meeting, summit, launch and so on.
        series: The series it belongs to, for example `asean-japan-hlm`; None
            if it stands alone.
        number: Its number in the series; None if it has none.
        start: First day; None if unknown.
        end: Last day; None for a single day or if unknown.
        planned_start: First day as planned; None if no plan is recorded.
        planned_end: Last day as planned; None if no plan is recorded.
        format: In person, online or both; None if no source says.
        place: Id of the city or place where it was held; None if it was
            online or that is unknown.
        country: Id of the country where it was held; None likewise.
        hosts: Ids of the partners that held it.
        partners: Ids of other partners that took part.
        cities: Ids of the member cities it is about or that took part.
        partnerships: Ids of the partnerships it belongs to.
        projects: Ids of the projects it belongs to.
        outcomes: What came of it, in our own words.
        summary: What it was, in our own words.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    aliases: tuple[str, ...] = ()
    kind: EventKind
    series: str | None = None
    number: int | None = None
    start: PartialDate | None = None
    end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    planned_start: PartialDate | None = None
    planned_end: PartialDate | None = attrs.field(
        default=None, validator=ends_after_start
    )
    format: EventFormat | None = None
    place: str | None = None
    country: str | None = None
    hosts: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    partnerships: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    summary: str | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
