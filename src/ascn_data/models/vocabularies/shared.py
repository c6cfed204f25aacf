"""
Vocabularies that records of most tables use.
"""

import enum


class FocusArea(enum.StrEnum):
    """
    The six focus areas of the ASEAN Smart Cities Framework.

    Source: ASEAN Smart Cities Framework (2018), and every monitoring report.
    """

    CIVIC_AND_SOCIAL = "civic_and_social"
    """Civic & Social: culture, tourism, governance, services, inclusion."""
    HEALTH_AND_WELL_BEING = "health_and_well_being"
    """Health & Well-Being: housing, healthcare, other welfare services."""
    SAFETY_AND_SECURITY = "safety_and_security"
    """Safety & Security: public order, disaster response, cybersecurity."""
    QUALITY_ENVIRONMENT = "quality_environment"
    """Quality Environment: water, air, energy, waste, urban resilience."""
    BUILT_INFRASTRUCTURE = "built_infrastructure"
    """Built Infrastructure: mobility, building and construction."""
    INDUSTRY_AND_INNOVATION = "industry_and_innovation"
    """Industry & Innovation: enterprise, trade, education, start-ups."""


class FocusAreaBasis(enum.StrEnum):
    """
    Who said that a record belongs to its focus areas.
    """

    STATED = "stated"
    """A source of the record names the focus area."""
    ASSIGNED = "assigned"
    """The editors of this dataset chose it; no source states it."""


class Confidence(enum.StrEnum):
    """
    How well the facts of a record are supported.
    """

    HIGH = "high"
    """An official document, or two independent sources."""
    MEDIUM = "medium"
    """One good press or academic source."""
    LOW = "low"
    """A mirror, or a single indirect mention."""
