"""
What happened, and who has which part: `Milestone` and `PartnerRole`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_text
from ascn_data.models.vocabularies import PartRole, Stage


@attrs.frozen(kw_only=True, repr=False)
class Milestone(Shown):
    """
    A dated stage of a partnership or project, and where a source tells it.

    Attributes:
        stage: Announced, signed, begun, completed and so on.
        date: When the stage happened, not when it was printed; a window
            where only bounds are known.
        component: The part of the project that the stage is about, one of
            its `components`; None if the stage is about the whole.
        event: Id of the event at which it happened, on the same date; None
            if the data has no such event.
        source: Id of the source that tells it.
        locator: Where in the source.
        note: What exactly happened, and with what result; None if the stage
            says enough.
    """

    stage: Stage
    date: PartialDate
    component: str | None = None
    event: str | None = None
    source: str
    locator: str = attrs.field(validator=is_text)
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class PartnerRole(Shown):
    """
    The part of a partner in a partnership or project, as a source says it.

    A partner of whose part no source speaks has no such entry; a partner may
    have several parts.

    Attributes:
        partner: Id of the partner, one of the record's `partners`.
        role: Funding, implementing, signatory and so on.
        source: Id of the source that says so.
        locator: Where in the source.
    """

    partner: str
    role: PartRole
    source: str
    locator: str = attrs.field(validator=is_text)
