"""
The words of the framework: `Term`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_id, is_text
from ascn_data.models.values import Dispute, Evidence
from ascn_data.models.vocabularies import Confidence


@attrs.frozen(kw_only=True, repr=False)
class Term(Shown):
    """
    A concept of the framework or of a programme, as SKOS means concepts.

    Attributes:
        id: Slug, for example `civic-and-social`.
        scheme: The list it belongs to, for example `ascn-focus-areas`.
        label: The term, for example `Civic & Social`.
        definition: What it means, in our own words; None if no source used
            defines it.
        broader: Id of the wider term; None at the top.
        order: Its place in the scheme, from 1; None if there is no order.
        aliases: Other labels in use.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    scheme: str = attrs.field(validator=is_id)
    label: str = attrs.field(validator=is_text)
    definition: str | None = None
    broader: str | None = None
    order: int | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
