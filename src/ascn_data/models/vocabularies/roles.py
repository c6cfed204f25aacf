"""
Vocabularies of offices.
"""

import enum


class RoleKind(enum.StrEnum):
    """
    An office in the network.
    """

    CHAIR = "chair"
    """Chairs the network for a year, with the ASEAN chair."""
    SHEPHERD = "shepherd"
    """Guides the network and its chair for a term of years."""
    NATIONAL_REPRESENTATIVE = "national_representative"
    """Speaks for a member state."""
    CHIEF_SMART_CITY_OFFICER = "chief_smart_city_officer"
    """Answers for a member city."""
    SECRETARIAT = "secretariat"
    """Supports the network."""
