"""
Vocabularies of observations and amounts.
"""

import enum


class ObservationKind(enum.StrEnum):
    """
    What a number is: plans, targets and results are three things.
    """

    RESULT = "result"
    """Measured, counted or reported as done."""
    TARGET = "target"
    """A level to be reached."""
    PLAN = "plan"
    """Something intended, with its size."""
    PROJECTION = "projection"
    """A forecast."""
    ESTIMATE = "estimate"
    """An estimate of a present or past quantity."""


class Qualifier(enum.StrEnum):
    """
    How a source hedges a number.
    """

    APPROXIMATELY = "approximately"
    """About, around, some, nearly, almost."""
    MORE_THAN = "more_than"
    """More than, over."""
    AT_LEAST = "at_least"
    """At least."""
    LESS_THAN = "less_than"
    """Less than, under."""
    AT_MOST = "at_most"
    """Up to, at most."""


class AmountRole(enum.StrEnum):
    """
    How an amount relates to its record.
    """

    TOTAL = "total"
    """The whole of it."""
    PART = "part"
    """One part; parts need not add up to the total."""
    EACH = "each"
    """For one of several alike, or for one year; no part of a total."""
    ALTERNATIVE = "alternative"
    """Another source's or another currency's figure for the same thing."""
    CONTEXT = "context"
    """A wider sum that the record belongs to."""


class AmountBasis(enum.StrEnum):
    """
    What kind of money an amount is.
    """

    PLANNED = "planned"
    """Announced, pledged or budgeted."""
    ESTIMATED = "estimated"
    """An estimate of cost or value."""
    APPROVED = "approved"
    """Approved by the body that pays."""
    CONTRACTED = "contracted"
    """Agreed in a contract."""
    DISBURSED = "disbursed"
    """Paid or spent."""
    CANCELLED = "cancelled"
    """Approved once, then cancelled."""
    CEILING = "ceiling"
    """The most that may be paid."""
