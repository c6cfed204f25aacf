"""
Vocabularies of what happens to partnerships and projects, and who does it.
"""

import enum


class Stage(enum.StrEnum):
    """
    What happened to a partnership, a project or a part of one.
    """

    ANNOUNCED = "announced"
    """Made known as an intention; no start."""
    APPROVED = "approved"
    """Approved or chosen by the body that decides; no start."""
    SIGNED = "signed"
    """An agreement was signed, for the first time or again."""
    CONTRACTED = "contracted"
    """Work was given to a contractor."""
    BEGUN = "begun"
    """The work or cooperation began."""
    ONGOING = "ongoing"
    """A source shows that it still ran on that date."""
    OPENED = "opened"
    """What was made came into use."""
    SUSPENDED = "suspended"
    """Stopped for a time, or still stopped."""
    RESUMED = "resumed"
    """Went on after a stop."""
    EVALUATED = "evaluated"
    """Its results were judged; the status stays as it was."""
    COMPLETED = "completed"
    """Ended as meant."""
    ENDED = "ended"
    """Given up, cancelled or replaced."""


class PartRole(enum.StrEnum):
    """
    The part of a partner in a partnership or project.

    Funding, accountable, extending and implementing are the organisation
    roles 1 to 4 of the International Aid Transparency Initiative (IATI); the
    others are those that sources of this dataset name besides.
    """

    FUNDING = "funding"
    """Provides the money (IATI 1)."""
    ACCOUNTABLE = "accountable"
    """Oversees it and answers for its results (IATI 2)."""
    EXTENDING = "extending"
    """Manages the money for those who provide it (IATI 3)."""
    IMPLEMENTING = "implementing"
    """Carries it out (IATI 4)."""
    SIGNATORY = "signatory"
    """Signs the agreement."""
    SUPPLIER = "supplier"
    """Delivers goods or systems for it."""
    ASSISTING = "assisting"
    """Advises, trains, gives data, or supports it as a source says."""
