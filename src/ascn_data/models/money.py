"""
Sums of money: `Amount`.
"""

from decimal import Decimal

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate, Period
from ascn_data.display.shown import Shown
from ascn_data.models.vocabularies import AmountBasis, AmountRole, Qualifier


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
        role: Total, part, each, alternative or context.
        basis: Planned, approved, disbursed and so on.
        qualifier: How the source hedges it; None if it does not.
        payers: Ids of the partners that bear the sum, as a source says;
            empty where no source names them.
        recipient: Id of the partner that gets the sum; None where no source
            names it.
        as_of: When it was said; None if unknown.
        period: The time it covers; None if not stated.
        source: Id of the source that prints the sum; None in revisions
            before 2026.3, whose evidence covers all amounts together.
        locator: Where in the source; None where `source` is.
        note: What it is for; None if the record says enough.
    """

    value: Decimal
    currency: str
    role: AmountRole
    basis: AmountBasis
    qualifier: Qualifier | None = None
    payers: tuple[str, ...] = ()
    recipient: str | None = None
    as_of: PartialDate | None = None
    period: Period | None = None
    source: str | None = None
    locator: str | None = None
    note: str | None = None
