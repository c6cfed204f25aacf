"""
Vocabularies of events.
"""

import enum


class EventKind(enum.StrEnum):
    """
    What an event is.
    """

    MEETING = "meeting"
    """A regular or working meeting."""
    SUMMIT = "summit"
    """A meeting of leaders or ministers."""
    CONFERENCE = "conference"
    """A conference, forum, expo or round table."""
    WORKSHOP = "workshop"
    """A workshop, course or webinar."""
    LAUNCH = "launch"
    """The start or announcement of something."""
    SIGNING = "signing"
    """The signing of an agreement."""
    ADOPTION = "adoption"
    """The adoption, endorsement or enactment of a text."""
    VISIT = "visit"
    """A delegation or study visit."""
    PUBLICATION = "publication"
    """The release of a report or plan."""
    MEMBERSHIP = "membership"
    """Cities joining the network."""
    DECISION = "decision"
    """Another decision by a government, company or body."""


class EventFormat(enum.StrEnum):
    """
    How people took part in an event.
    """

    IN_PERSON = "in_person"
    """On site."""
    ONLINE = "online"
    """By video."""
    HYBRID = "hybrid"
    """Both."""
