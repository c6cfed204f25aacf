"""
Vocabularies of projects.
"""

import enum


class ProjectStatus(enum.StrEnum):
    """
    The state of a project.

    The monitoring reports know planning, ongoing and completed; the others
    serve the 2018 action plans and projects outside the reports.
    """

    PROPOSED = "proposed"
    """Named as a priority project in the 2018 action plans, or announced."""
    PLANNING = "planning"
    """In planning."""
    ONGOING = "ongoing"
    """Being carried out."""
    SUSPENDED = "suspended"
    """Stopped for a time; neither given up nor seen to go on."""
    COMPLETED = "completed"
    """Finished."""
    ENDED = "ended"
    """Given up, cancelled or merged into another."""
    UNKNOWN = "unknown"
    """The report lists the project but does not settle its state."""


class StatusCertainty(enum.StrEnum):
    """
    How a report's statement of a status or theme was read.
    """

    PRINTED = "printed"
    """The report's list or table gives it for the project."""
    DEFINITION = "definition"
    """By definition: the 2018 action plans name what is proposed."""
    EXHIBIT = "exhibit"
    """Follows from a chart of counts in the report."""
    TEXT = "text"
    """Judged from the running text."""
    INFERRED = "inferred"
    """Worked out from printed totals or a neighbouring report."""
    UNDETERMINED = "undetermined"
    """The report leaves it open; the status is unknown."""
