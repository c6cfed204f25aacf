"""
Where the facts come from: `Source`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_id, is_text
from ascn_data.models.values import Dispute, Evidence
from ascn_data.models.vocabularies import Confidence, SourceKind


@attrs.frozen(kw_only=True, repr=False)
class Source(Shown):
    """
    A document, page or news item that supports facts or is cited by one.

    Attributes:
        id: Slug, for example `okamoto-2022`.
        kind: Official, news, report and so on.
        title: Title as printed.
        subtitle: Subtitle as printed; None if there is none.
        authors: Persons or bodies that wrote it, in order, family name
            first for persons, for example `Okamoto, Masaaki`.
        publisher: Outlet, press or body that published it.
        place: Place in the dateline or of publication, as printed; None if
            there is none.
        published: Date of publication; None if undated.
        accessed: The date that a citing source looked at it; None if not
            given.
        url: Its address; None if it has none or none is known.
        identifier: ISBN, DOI or report number, for example
            `ISBN 978-4-910833-02-6`; None if it has none.
        container: Journal, series or proceedings with volume, number and
            pages; None if it stands alone.
        language: BCP 47 tag of its language, for example `en`.
        licence: Licence or terms of reuse; None if none is stated.
        mentions: Ids of the cities, partners, places, countries and
            partnerships that it mentions.
        found_in: Id of the source that cites or reprints it; None if it was
            read itself.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    kind: SourceKind
    title: str = attrs.field(validator=is_text)
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    place: str | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    url: str | None = None
    identifier: str | None = None
    container: str | None = None
    language: str | None = None
    licence: str | None = None
    mentions: tuple[str, ...] = ()
    found_in: str | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
