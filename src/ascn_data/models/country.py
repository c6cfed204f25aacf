"""
States: `Country`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_id, is_text
from ascn_data.models.values import Dispute, Evidence, Name
from ascn_data.models.vocabularies import Confidence


@attrs.frozen(kw_only=True, repr=False)
class Country(Shown):
    """
    A state, identified as ISO 3166-1 does.

    Codes and names follow ISO 3166-1 and the UN's M49 list; the usage of
    ASEAN documents ("Viet Nam", "Lao PDR") decides `name`.

    Attributes:
        id: ISO 3166-1 alpha-2 code in lower case, for example `vn`.
        name: Short English name, for example `Viet Nam`.
        official_name: Formal English name; None if not verified.
        iso_alpha2: For example `VN`.
        iso_alpha3: For example `VNM`.
        iso_numeric: Three digits as text, for example `704`.
        m49: UN M49 code, three digits as text, for example `704`; None for
            Taiwan, which M49 does not list.
        asean_joined: The day it joined ASEAN; None if it is no member (or,
            in revision 2026.1, if the source documents give no date).
        names: Other names and spellings.
        geonames_id: GeoNames id; None if not verified.
        wikidata_id: Wikidata id, for example `Q881`; None if not verified.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    official_name: str | None = None
    iso_alpha2: str
    iso_alpha3: str
    iso_numeric: str
    m49: str | None = None
    asean_joined: PartialDate | None = None
    names: tuple[Name, ...] = ()
    geonames_id: int | None = None
    wikidata_id: str | None = None
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()
