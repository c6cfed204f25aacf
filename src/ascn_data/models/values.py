"""
The values that records are made of: evidence, disputes and names.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.display.shown import Shown
from ascn_data.models.vocabularies import NameKind


@attrs.frozen(kw_only=True, repr=False)
class Evidence(Shown):
    """
    Where a fact can be read.

    Attributes:
        source: Id of the source, for example `okamoto-2022`.
        locator: Where in it: page, table and row, paragraph, item date; for
            example `p. 9, Table 1, row 3`.
        fields: Names of the record's fields it supports; empty means all.
    """

    source: str
    locator: str
    fields: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Dispute(Shown):
    """
    What another source says instead, and why it was not adopted.

    Attributes:
        field: Name of the record's field in dispute, for example `start`.
        value: The other source's value, as text.
        source: Id of the source that says so.
        locator: Where in it.
        reason: Why the record says something else.
    """

    field: str
    value: str
    source: str
    locator: str
    reason: str


@attrs.frozen(kw_only=True, repr=False)
class Name(Shown):
    """
    A name of a place, country or partner, with its language.

    Attributes:
        text: The name in its own script, for example `กรุงเทพมหานคร`.
        language: BCP 47 tag, for example `th`, `zh-Hans` or `ms-Arab`; None
            for a code or a spelling that belongs to no language.
        kind: Official, endonym, exonym, abbreviation and so on.
        source: Id of the source that has the name, for example
            `unicode-cldr`; None where the evidence of the record tells it.
    """

    text: str
    language: str | None = None
    kind: NameKind = NameKind.VARIANT
    source: str | None = None
