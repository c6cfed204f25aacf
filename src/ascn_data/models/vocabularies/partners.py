"""
Vocabularies of partners.
"""

import enum


class PartnerKind(enum.StrEnum):
    """
    What a partner is.
    """

    STATE = "state"
    """A state, or the European Union acting as one party."""
    GOVERNMENT_BODY = "government_body"
    """A ministry, agency or public authority of a state."""
    CITY_GOVERNMENT = "city_government"
    """The government or an agency of a city or region."""
    COMPANY = "company"
    """A company, state-owned or private."""
    DEVELOPMENT_BANK = "development_bank"
    """A development bank or development finance institution."""
    UN_BODY = "un_body"
    """A body of the United Nations."""
    INTERGOVERNMENTAL_BODY = "intergovernmental_body"
    """Another organisation of states, such as ASEAN."""
    RESEARCH_INSTITUTE = "research_institute"
    """A university, think tank or research institute."""
    ASSOCIATION = "association"
    """An alliance, foundation, chamber or non-governmental body."""
    FUND = "fund"
    """A fund that pays for projects."""
