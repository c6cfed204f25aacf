"""
Who works with the network: `Partner`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_id, is_text
from ascn_data.models.values import Dispute, Evidence, Name
from ascn_data.models.vocabularies import Confidence, PartnerKind


@attrs.frozen(kw_only=True, repr=False)
class Partner(Shown):
    """
    A party that works with the network, its cities or its states.

    Attributes:
        id: Slug, for example `jetro` or `japan`.
        name: Full English name, for example `Japan External Trade
            Organization`.
        kind: State, government body, company and so on.
        country: Id of its country, for example `jp`; None for bodies of
            several states.
        place: Id of the city or place a city government belongs to or a body
            sits in; None if not recorded.
        parent: Id of the partner it is part of; None if none is recorded.
        aliases: Acronyms and other names, for example `JETRO`.
        names: Names in other languages and scripts, and former ones.
        url: Address of its site; None if not recorded.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    kind: PartnerKind
    country: str | None = None
    place: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    url: str | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
