"""
Vocabularies of sources.
"""

import enum


class SourceKind(enum.StrEnum):
    """
    What a source is.
    """

    OFFICIAL = "official"
    """A document or page of ASEAN, a state, a city or another body."""
    NEWS = "news"
    """A news item or opinion piece in the press."""
    PRESS_RELEASE = "press_release"
    """A release by the organisation concerned."""
    REPORT = "report"
    """A report, brief or paper of a think tank, company or university."""
    ARTICLE = "article"
    """An article in a scholarly journal or proceedings, or a thesis."""
    BOOK = "book"
    """A book."""
    WEB_PAGE = "web_page"
    """Another web page."""
    DATASET = "dataset"
    """A dataset, gazetteer or code list."""
