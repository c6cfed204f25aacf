"""
Vocabularies of partnerships.
"""

import enum


class PartnershipKind(enum.StrEnum):
    """
    What form a partnership takes.
    """

    AGREEMENT = "agreement"
    """A memorandum of understanding or another signed agreement."""
    PROGRAMME = "programme"
    """A programme of several activities."""
    FUND = "fund"
    """A fund or trust fund."""
    DIALOGUE = "dialogue"
    """A series of meetings or a forum."""
    STATEMENT = "statement"
    """A declaration or joint statement."""
    CONSULTATIVE_BODY = "consultative_body"
    """A standing consultative body."""
    CITY_PAIR = "city_pair"
    """Two cities paired or twinned."""
    GRANT = "grant"
    """A grant."""
    LOAN = "loan"
    """A loan."""
    STUDY = "study"
    """A study, survey or plan."""
    TECHNICAL_ASSISTANCE = "technical_assistance"
    """Advice, training or other help in kind."""
    INVESTMENT = "investment"
    """An investment or a company's part in a development."""
    COOPERATION_CENTRE = "cooperation_centre"
    """An office or centre set up to cooperate."""
    NATIONAL_PROGRAMME = "national_programme"
    """A state's own smart-city programme or policy."""


class PartnershipStatus(enum.StrEnum):
    """
    The last known state of a partnership.
    """

    ANNOUNCED = "announced"
    """Announced or planned; no start seen."""
    ACTIVE = "active"
    """Running."""
    SUSPENDED = "suspended"
    """Stopped for a time; neither given up nor seen to run again."""
    COMPLETED = "completed"
    """Ended as meant, or a single act that was done."""
    ENDED = "ended"
    """Given up, cancelled or replaced."""
    UNKNOWN = "unknown"
    """No source settles it."""
