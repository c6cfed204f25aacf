"""
The values that records are made of: evidence, disputes, money and names.
"""

from decimal import Decimal

import attrs

from ascn_data.dates import PartialDate, Period
from ascn_data.models._shown import Shown
from ascn_data.models.vocabularies import (
    AmountBasis,
    AmountRole,
    NameKind,
    Qualifier,
)


@attrs.frozen(kw_only=True, repr=False)
class Evidence(Shown):
    """
    Where a fact can be read.

    Attributes:
        source: Id of the source, for example `okamoto-2022`.
        locator: Where in it: page, table and row, paragraph, item date; for
            example `p. 9, Table 1, row 3`.
        fields: Names of the record's fields it supports; empty means all.
    """

    source: str
    locator: str
    fields: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Dispute(Shown):
    """
    What another source says instead, and why it was not adopted.

    Attributes:
        field: Name of the record's field in dispute, for example `start`.
        value: The other source's value, as text.
        source: Id of the source that says so.
        locator: Where in it.
        reason: Why the record says something else.
    """

    field: str
    value: str
    source: str
    locator: str
    reason: str


@attrs.frozen(kw_only=True, repr=False)
class Amount(Shown):
    """
    A sum of money, exact.

    Sources mix totals, parts and contexts, plans and payments; sums over
    amounts are therefore never offered.

    Attributes:
        value: The exact amount in units of the currency, for example
            `Decimal("10000000")`.
        currency: ISO 4217 code, for example `USD`.
        role: Total, part, alternative or context.
        basis: Planned, approved, disbursed and so on.
        qualifier: How the source hedges it; None if it does not.
        as_of: When it was said; None if unknown.
        period: The time it covers; None if not stated.
        note: What it is for; None if the record says enough.
    """

    value: Decimal
    currency: str
    role: AmountRole
    basis: AmountBasis
    qualifier: Qualifier | None = None
    as_of: PartialDate | None = None
    period: Period | None = None
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Name(Shown):
    """
    A name of a place or country, with its language.

    Attributes:
        text: The name in its own script, for example `กรุงเทพมหานคร`.
        language: BCP 47 tag, for example `th`, `zh-Hans` or `ms-Arab`; None
            for a code or a spelling that belongs to no language.
        kind: Official, endonym, exonym, abbreviation and so on.
    """

    text: str
    language: str | None = None
    kind: NameKind = NameKind.VARIANT


@attrs.frozen(kw_only=True, repr=False)
class Population(Shown):
    """
    A number of inhabitants, with its date and boundary.

    Attributes:
        value: Inhabitants.
        as_of: The date counted or estimated for; None if the source gives
            none.
        boundary: The area counted, for example `municipality`.
        source: Id of the source.
        locator: Where in it.
    """

    value: int
    boundary: str
    source: str
    locator: str
    as_of: PartialDate | None = None
