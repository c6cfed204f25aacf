"""
Localities: `Place`, and the member cities among them, `City`.
"""

from ascn_data import lazy_attrs as attrs
from ascn_data.dates import PartialDate
from ascn_data.display.shown import Shown
from ascn_data.models._rules import is_id, is_text
from ascn_data.models.values import Dispute, Evidence, Name
from ascn_data.models.vocabularies import (
    Cohort,
    Confidence,
    FocusArea,
    PlaceKind,
)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _is_latitude(
    record: "Any",
    _attribute: "attrs.Attribute[float | None]",
    value: float | None,
) -> None:
    """
    Latitude and longitude come together and lie on the Earth.
    """
    if (value is None) != (record.longitude is None):
        raise ValueError("latitude and longitude come together or not at all")
    if value is not None and not -90 <= value <= 90:
        raise ValueError(f"latitude {value} is not between -90 and 90")


def _is_longitude(
    _record: "Any",
    _attribute: "attrs.Attribute[float | None]",
    value: float | None,
) -> None:
    """
    A longitude lies between -180 and 180 degrees.
    """
    if value is not None and not -180 <= value <= 180:
        raise ValueError(f"longitude {value} is not between -180 and 180")


@attrs.frozen(kw_only=True, repr=False)
class Population(Shown):
    """
    A number of inhabitants, with its date and boundary.

    Attributes:
        value: Inhabitants.
        as_of: The date counted or estimated for; None if the source gives
            none.
        boundary: The area counted, for example `municipality`.
        source: Id of the source.
        locator: Where in it.
    """

    value: int
    boundary: str
    source: str
    locator: str
    as_of: PartialDate | None = None


@attrs.frozen(kw_only=True, repr=False)
class Namesake(Shown):
    """
    A real place or area, no record itself, that bears names of a record.

    Attributes:
        names: The names that both bear, as the record has them.
        kind: What bears it, for example `province`; None for a populated
            place whose rank the source does not give.
        subdivision: ISO 3166-2 code of the subdivision the namesake lies in;
            None for a subdivision, or if not known.
        distance_km: Kilometres from the point of the record to that of the
            namesake; None if either point is not known.
        used_in: Id of a document that means the record by such a name alone;
            None if there is none: then the names mean the record only
            together with its country or subdivision.
        source: Id of the source that lists the namesake.
        locator: Where in it, for example `record 1717512`.
    """

    names: tuple[str, ...]
    kind: PlaceKind | None = None
    subdivision: str | None = None
    distance_km: int | None = None
    used_in: str | None = None
    source: str
    locator: str

    @property
    def words(self) -> str:
        """
        What the namesake is, in a phrase.
        """
        kind = self.kind.replace("_", " ") if self.kind else "populated place"
        lies = f" in {self.subdivision}" if self.subdivision else ""
        far = (
            "" if self.distance_km is None else f", {self.distance_km} km off"
        )
        return f"the {kind}{lies}{far} ({self.source}, {self.locator})"


@attrs.frozen(kw_only=True, repr=False)
class Place(Shown):
    """
    A locality that the data names and that is not a member city.

    Attributes:
        id: Country code and slug, for example `us-milwaukee`.
        name: The name in English use, for example `Milwaukee`.
        country: Id of its country, for example `us`.
        kind: What it is; None if no source settles it.
        latitude: Degrees north, WGS 84; None if not verified.
        longitude: Degrees east, WGS 84; None if not verified.
        names: Other names and spellings, with languages.
        namesakes: What else in the country bears one of the names.
        part_of: Id of the place or city it lies in; None if it stands alone
            or that is not recorded.
        geonames_id: GeoNames id; None if not verified.
        wikidata_id: Wikidata id, for example `Q37836`; None if not verified.
        unlocode: UN/LOCODE, for example `VNDAD`; None if there is none.
        subdivision: ISO 3166-2 code, for example `VN-DN`; None if not known.
        subdivision_names: Names of that subdivision, for example `Oregon`.
        timezone: IANA time zone, for example `Asia/Bangkok`.
        is_national_capital: Whether it is its country's capital.
        area_km2: Area in square kilometres; None if not known.
        populations: Inhabitants by date and boundary, oldest first.
        note: Anything more a reader must know.
        confidence: How well the record is supported.
        evidence: Where each fact can be read.
        disputes: What other sources say instead.
    """

    id: str = attrs.field(validator=is_id)
    name: str = attrs.field(validator=is_text)
    country: str
    kind: PlaceKind | None = None
    latitude: float | None = attrs.field(default=None, validator=_is_latitude)
    longitude: float | None = attrs.field(
        default=None, validator=_is_longitude
    )
    names: tuple[Name, ...] = ()
    namesakes: tuple[Namesake, ...] = ()
    part_of: str | None = None
    geonames_id: int | None = None
    wikidata_id: str | None = None
    unlocode: str | None = None
    subdivision: str | None = None
    subdivision_names: tuple[str, ...] = ()
    timezone: str | None = None
    is_national_capital: bool = False
    area_km2: float | None = None
    populations: tuple[Population, ...] = ()
    note: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def __geo_interface__(self) -> "dict[str, Any]":
        from ascn_data.exports.features import feature_of
        from ascn_data.models.geometry import point

        return feature_of(self, point(self))


@attrs.frozen(kw_only=True, repr=False)
class City(Place):
    """
    A member city of the ASEAN Smart Cities Network.

    "City" is the network's word: members are cities, provinces, regencies
    and federal territories, which `kind` tells.  All attributes of `Place`,
    and:

    Attributes:
        official_name: The name in the network's own lists, for example
            `DKI Jakarta`.
        joined: The date it joined, at the precision known.
        cohort: Pilot city of 2018 or later member.
        vision: What the city wants to become, in our own words; None if no
            source used states it.
        focus_areas: Focus areas the city stated in its action plan; empty if
            no source used states them.
    """

    official_name: str = attrs.field(validator=is_text)
    joined: PartialDate
    cohort: Cohort
    vision: str | None = None
    focus_areas: tuple[FocusArea, ...] = ()
