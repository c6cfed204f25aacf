"""
Sums of money: `Amount`.
"""

from decimal import Decimal

import attrs

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
